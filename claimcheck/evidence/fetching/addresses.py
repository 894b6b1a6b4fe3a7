"""Which addresses may be connected to, decided on the connection that is made and not on the name.

A name is resolved once, each address is judged, and the connection goes to a judged address: a name that
resolves to another address a moment later (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore

from claimcheck.evidence.fetching.limits import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not private, loopback, link-local or reserved."""
    one = ipaddress.ip_address(address.split("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour
        if inner is None and one in _NAT64:
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return one.is_global and not one.is_multicast


class GuardedBackend(httpcore.SyncBackend):
    """Connects to public addresses, and to the `(host, port)` pairs that the user allowed by name."""

    def __init__(self, allowed: Iterable[tuple[str, int]], clock: Deadline) -> None:
        self._allowed, self._clock = frozenset(allowed), clock

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first judged address that answers. Raises `FetchError` where none may be."""
        fault: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._judged(host, port):
            left = self._clock.left(timeout)
            try:
                stream = super().connect_tcp(address, port, left, local_address, socket_options)
                return _TimedStream(stream, self._clock)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    def _judged(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if (host, port) in self._allowed:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if addresses and not public:
            raise FetchError(f"{host} leads to a private address ({addresses[0]}), which is not fetched")
        return public


class Deadline(threading.local):
    """When the answer that this thread waits for must be complete, on the monotonic clock."""

    until: float = float("inf")

    def begin(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float | None:
        """The shorter of `timeout` and the time that is left. Raises `FetchError` where none is."""
        rest = self.until - time.monotonic()
        if rest <= 0:
            raise FetchError("it took too long to answer")
        return rest if timeout is None else min(timeout, rest)


class _TimedStream(httpcore.NetworkStream):
    """A stream whose reads end at the deadline: a server that drips bytes does not hold a run up."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Deadline) -> None:
        self._stream, self._clock = stream, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._clock.left(timeout))
        return _TimedStream(inner, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
