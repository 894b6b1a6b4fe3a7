"""A server of the test's own on loopback, which answers each path as a function of the test says."""

import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes is the machine's affair: a test that fails by the clock fails on a busy one.
settings.register_profile("claimcheck", deadline=None)
settings.load_profile("claimcheck")


@pytest.fixture(autouse=True, scope="session")
def interrupts_are_heard() -> Iterator[None]:
    """Programs that a test starts can be interrupted, also where the tests run in a shell's background.

    There an interrupt is ignored, by whatever is started, too.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[Any], None]], Site]]:
    """`serve(answer)` starts a server whose requests `answer(handler)` answers; see `reply`."""
    running: list[ThreadingHTTPServer] = []

    def start(answer: Callable[[Any], None]) -> Site:
        held: list[Site] = []
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(held, answer))
        server.daemon_threads = True
        held.append(Site(server.server_port))
        running.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return held[0]

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def _reply(handler: Any, status: int = 200, body: bytes | str = b"", **headers: str) -> None:
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    heads = {"content-type": "text/html; charset=utf-8", "content-length": str(len(data))}
    heads |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in heads.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture
def reply() -> Callable[..., None]:
    """`reply(handler, status, body, **headers)` sends one answer."""
    return _reply
