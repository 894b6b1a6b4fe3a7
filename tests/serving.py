"""A server of a test's own on loopback, which answers each request as a function of the test says."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Site:
    """A running server: `url` is its address, `asked` the paths and headers it was asked, in order."""

    def __init__(self, port: int) -> None:
        self.port, self.url = port, f"http://127.0.0.1:{port}"
        self.asked: list[tuple[str, dict[str, str], bytes]] = []

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]

    @property
    def here(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)


def _handler(
    site: list[Site], answer: Callable[[BaseHTTPRequestHandler], None]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            heads = {name.lower(): value for name, value in self.headers.items()}
            site[0].asked.append((self.path, heads, body))
            self.body = body
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        do_POST = do_GET

        def log_message(self, format: str, *args: Any) -> None:
            """Keeps the test's output quiet."""

    return Handler


@contextmanager
def serving(answer: Callable[[Any], None]) -> Iterator[Site]:
    """A server whose requests `answer(handler)` answers, until the block ends; see `reply`."""
    held: list[Site] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(held, answer))
    server.daemon_threads = True
    held.append(Site(server.server_port))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield held[0]
    finally:
        server.shutdown()
        server.server_close()


def reply(handler: Any, status: int = 200, body: bytes | str = b"", **headers: str) -> None:
    """Sends one answer; `_` in a header's name stands for `-`."""
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    heads = {"content-type": "text/html; charset=utf-8", "content-length": str(len(data))}
    heads |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in heads.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)
