"""A model server of the tests: the stand-in of the benchmarks answers, so that each run gets the same.

It is a double of a server, not of a model; it counts what it is asked and fails as it is told to.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.server.stand_in import completion
from claimcheck.lm.kept import key_of

Fault = Callable[["ModelServer"], tuple[int, dict[str, str]] | None]
"""Gives the status and headers of a refusal, None for an answer, and may raise `ConnectionError` to break off."""


class ModelServer:
    """What it was asked (`bodies`, by how often), and how it answers: `delay` in seconds, `fault` before each.

    With `kept`, a store of kept answers, `needless` counts the questions whose answer was in it when they came.
    """

    def __init__(self) -> None:
        self.bodies: Counter[str] = Counter()
        self.kept: Path | None = None
        self.needless = 0
        self.delay, self.fault = 0.0, None  # type: float, Fault | None
        self.address, self.lock = "", threading.Lock()

    @property
    def asked(self) -> int:
        """How many questions were answered."""
        return sum(self.bodies.values())

    def look(self, asked: dict[str, Any]) -> None:
        """Counts a question whose answer is kept."""
        if self.holds(json.dumps(asked)):
            with self.lock:
                self.needless += 1

    def holds(self, body: str) -> bool:
        """Whether the answer to this question is kept."""
        if self.kept is None or not self.kept.is_file():
            return False
        key = key_of(f"{self.address} m", json.loads(body))
        with closing(sqlite3.connect(f"file:{self.kept}?mode=ro", uri=True, timeout=10)) as db:
            try:
                return db.execute("SELECT 1 FROM answers WHERE key = ?", (key,)).fetchone() is not None
            except sqlite3.OperationalError:  # the store is just being made
                return False

    @property
    def twice(self) -> int:
        """How many answers were given to a question that had been answered before."""
        return sum(count - 1 for count in self.bodies.values())


@contextmanager
def model_server(port: int = 0) -> Iterator[ModelServer]:
    """The server on loopback until the block ends."""
    told = ModelServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version, wbufsize = "HTTP/1.1", 65536

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            try:
                refusal = told.fault(told) if told.fault else None
            except ConnectionError:
                self.close_connection = True
                return
            if told.delay:
                time.sleep(told.delay)
            if refusal:
                self._send(refusal[0], refusal[1], b"{}")
                return
            asked = json.loads(body)
            told.look(asked)
            with told.lock:
                told.bodies[json.dumps(asked, sort_keys=True)] += 1
            self._send(200, {}, json.dumps(completion(asked)).encode())

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            sent = {"content-type": "application/json", "content-length": str(len(body)), **headers}
            for name, value in sent.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Keeps the test's output quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads, request_queue_size = True, 128

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that was killed in mid-answer is nothing to tell of."""

    server = Server(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    told.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
