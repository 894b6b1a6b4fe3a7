"""A model service on loopback that answers as it is told and keeps what it saw: calls at a time, and their order."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Barrier, BrokenBarrierError
from typing import Any

Answer = tuple[int, dict[str, str]]
"""The status, and further headers."""

GOOD = {
    "id": "1",
    "object": "chat.completion",
    "created": 0,
    "model": "m",
    "usage": {"prompt_tokens": 7, "completion_tokens": 1, "total_tokens": 8},
}


@dataclass
class Seen:
    """What the service saw: how many calls at most at a time, and when each came and went, in the order of coming."""

    address: str = ""
    at_a_time: int = 0
    most: int = 0
    came: list[float] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def service(
    answer: Callable[[int, int], Answer],
    takes: Callable[[str], float] = lambda question: 0.0,
    together: Sequence[int] = (),
    says: Callable[[dict[str, Any]], str] = lambda request: "yes",
) -> Iterator[Seen]:
    """A service; `answer` is asked with (the call's number from 1, calls at a time), `takes` with the question, and
    `says` with the whole request.

    With `together`, so many calls are answered only when all of them are there, then the next so many, however
    slow the machine is; where they never are, they are answered 500 after a while.
    """
    rounds = [barrier for size in together for barrier in [Barrier(size, timeout=60)] * size]
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            question = asked["messages"][-1]["content"]
            with seen.lock:
                seen.came.append(time.monotonic())
                seen.questions.append(question)
                seen.at_a_time += 1
                seen.most = max(seen.most, seen.at_a_time)
                status, headers = answer(len(seen.came), seen.at_a_time)
                seen.statuses.append(status)
                number = len(seen.came)
            time.sleep(takes(question))
            try:
                if number <= len(rounds):
                    rounds[number - 1].wait()
            except BrokenBarrierError:
                status = 500
            with seen.lock:
                seen.at_a_time -= 1
            self._send(status, headers, says(asked))

        def _send(self, status: int, headers: dict[str, str], content: str) -> None:
            message = {"role": "assistant", "content": content}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            body = json.dumps(GOOD | {"choices": [choice]}).encode()
            self.send_response(status)
            for name, value in {"content-type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Keeps the test's output quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that went away is no news."""

    one = Server(("127.0.0.1", 0), Handler)
    seen.address = f"http://127.0.0.1:{one.server_port}/v1"
    threading.Thread(target=one.serve_forever, daemon=True).start()
    try:
        yield seen
    finally:
        one.shutdown()
        one.server_close()
