"""The transport of `httpx` with our limits inside, so that a cache or a recorder around it sees them kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from claimcheck.evidence.fetching.addresses import Deadline, GuardedBackend
from claimcheck.evidence.fetching.limits import FetchError, Limits
from claimcheck.evidence.fetching.unpacking import counted, unpacked

_PACKED = {b"content-encoding", b"content-length", b"transfer-encoding"}


class GuardedTransport(httpx.HTTPTransport):
    """An `httpx` transport that keeps to `limits` and connects to public and `allowed` addresses only.

    It stays a plain `HTTPTransport` but for its pool, since that is the class that recorders know.
    """

    def __init__(self, limits: Limits, allowed: Iterable[tuple[str, int]] = ()) -> None:
        context = httpx.create_ssl_context()
        super().__init__(verify=context)
        clock = Deadline()
        pool = httpcore.ConnectionPool(
            ssl_context=context,
            network_backend=GuardedBackend(allowed, clock),
            max_keepalive_connections=4,
            keepalive_expiry=5.0,
        )
        self._pool: Any = _BoundedPool(pool, limits, clock)


class _BoundedPool:
    """A pool whose answers arrive decompressed, within the limits of size and time."""

    def __init__(self, pool: httpcore.ConnectionPool, limits: Limits, clock: Deadline) -> None:
        self._pool, self._limits, self._clock = pool, limits, clock

    def __enter__(self) -> _BoundedPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._pool.close()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        self._clock.begin(self._limits.deadline)
        response = self._pool.handle_request(request)
        heads = {name.lower(): value for name, value in response.headers}
        try:
            self._refuse_by_length(heads.get(b"content-length", b""))
        except FetchError:
            response.close()
            raise
        encoding = heads.get(b"content-encoding", b"").decode("latin-1").strip().lower()
        kept = [(name, value) for name, value in response.headers if name.lower() not in _PACKED]
        return httpcore.Response(
            response.status,
            headers=kept,
            content=_Body(response, encoding, self._limits),
            extensions=response.extensions,
        )

    def _refuse_by_length(self, length: bytes) -> None:
        if length.isdigit() and int(length) > self._limits.size:
            raise FetchError(f"it is larger than {self._limits.size // 1024} KB")


class _Body:
    """The bounded body of a response; closing it closes the connection's part."""

    def __init__(self, response: httpcore.Response, encoding: str, limits: Limits) -> None:
        self._response, self._encoding, self._limits = response, encoding, limits

    def __iter__(self) -> Iterator[bytes]:
        chunks = counted(self._response.iter_stream(), self._limits.size)
        yield from unpacked(chunks, self._encoding, self._limits.unpacked)

    def close(self) -> None:
        self._response.close()
