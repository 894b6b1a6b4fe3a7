"""A model server of the tests: it works its answers out of what it is asked, so that each run gets the same.

A sentence is one claim, word for word; a claim is supported where the evidence has most of its words. It knows
the questions by the lines that they consist of; it is a double of a server, not of a model.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

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


_SENTENCE = re.compile(r"^(?:sentences: )?\[(\d+)\] (.*?)(?: \([^()]* = [^()]*\))?$", re.MULTILINE)
_SHOWN = re.compile(r"^(?:evidence: )?(?:\[(\d+)\] (.*))$", re.MULTILINE)
_CLAIM = re.compile(r"^(?:claims: )?Claim (\d+) \(evidence: ([\d, -]+).*?\): (.*)$", re.MULTILINE)


def answers_to(content: str) -> list[dict[str, Any]]:
    """The answers to a message that asks about several numbered sentences, or claims."""
    if "sentences: [1] " in content:
        asked = content[content.index("sentences: [1] ") :]
        sentences = [(int(n), text.split(" (Your last claim")[0]) for n, text in _SENTENCE.findall(asked)]
        return [
            {"sentence": n, "status": "fact", "claims": [{"claim": s[:200], "kind": "other", "speaker": ""}]}
            for n, s in sentences
        ]
    return [
        _judged(int(n), offered, text, dict(_SHOWN.findall(content)))
        for n, offered, text in _CLAIM.findall(content)
    ]


def _judged(number: int, offered: str, claim: str, shown: dict[str, str]) -> dict[str, Any]:
    places = [
        n
        for part in offered.split(", ")
        for n in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
    ]
    evidence = " ".join(shown[str(n)] for n in places)
    supports = _shared({"claim": claim, "evidence": evidence}) > 0.5
    answer = {"claim": number, "why": "It says so.", "refuting": 0, "same": "yes", "sure": 80}
    return answer | {
        "stance": "supports" if supports else "neither",
        "supporting": places[0] if supports else 0,
    }


def answer_to(messages: list[dict[str, Any]]) -> str:
    """The answer to the last message, by the lines that it has."""
    if re.search(r"^(?:sentences: \[1\]|claims: Claim 1) ", messages[-1]["content"], re.MULTILINE):
        return json.dumps({"answers": answers_to(messages[-1]["content"])})
    lines = dict(line.split(": ", 1) for line in messages[-1]["content"].splitlines() if ": " in line)
    if "sentence" in lines:
        sentence = lines["sentence"].split(" (Your last claim")[0]
        return json.dumps({"status": "fact", "claims": [{"claim": sentence[:200], "kind": "other"}]})
    if "stance" in lines:
        return json.dumps({"sentence": 1, "why": "It says so."})
    if any(message["role"] == "assistant" and message["content"] in {"yes", "no"} for message in messages):
        return "yes"  # the second look, by its examples
    evidence, _, claim = messages[-1]["content"].rpartition("claim: ")
    return "supports" if _shared(claim, evidence) > 0.5 else "neither"


def _shared(claim: str, evidence: str) -> float:
    words = set(re.findall(r"\w+", claim.lower()))
    return len(words & set(re.findall(r"\w+", evidence.lower()))) / max(1, len(words))


def completion(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """A chat completion with its usage: a token for every four characters."""
    said = answer_to(messages)
    read = sum(len(message["content"]) for message in messages) // 4
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}],
        "usage": {
            "prompt_tokens": read,
            "completion_tokens": len(said) // 4,
            "total_tokens": read + len(said) // 4,
        },
    }


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
            self._send(200, {}, json.dumps(completion(asked["messages"])).encode())

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
