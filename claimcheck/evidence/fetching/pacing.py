"""How often one host is asked, and how long a server may have us wait."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock


class Pace:
    """Keeps requests to one host apart by at least an interval, in whatever threads they are made."""

    def __init__(self, interval: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._interval, self._sleep = interval, sleep
        self._next: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, interval: float = 0.0) -> None:
        """Returns when `host` may be asked; `interval`, in seconds, where the host wants a longer one."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + max(self._interval, interval)
        if turn > now:
            self._sleep(turn - now)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as `Retry-After` says, in seconds or as a date (RFC 9110, 10.2.3); None without one."""
    value = headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
