"""How much a fetch may take, and the one error that says why there was none."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds. `deadline` is for one answer as a whole, `timeout` for each wait."""

    size: int = 10 * MEGABYTE  # on the wire
    unpacked: int = 20 * MEGABYTE  # after decompression
    redirects: int = 5
    timeout: float = 10.0
    deadline: float = 30.0
    attempts: int = 3
    longest_wait: float = 30.0  # a server that asks for more patience is given up
    interval: float = 0.2  # between two requests to one host
    calls: int = 500  # requests that one source may make in one run


class FetchError(Exception):
    """Nothing was fetched; `str()` is the address and the reason, in one line."""


def shown(url: str) -> str:
    """An address as an error names it: without the query and user, which may hold secrets."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that is none"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    return f"{parts.scheme}://{host}{port}{parts.path}"[:200]
