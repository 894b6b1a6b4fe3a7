"""Counts what model calls take: calls and tokens, over all threads of a run."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from claimcheck.domain import Usage


class Meter:
    """Adds up the `usage` of chat completions; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls = self._prompt = self._cached = self._completion = 0

    def add(self, usage: Mapping[str, Any] | None) -> None:
        """Counts one call; `usage` is the object of that name in the server's answer, or None."""
        usage = usage or {}
        details = usage.get("prompt_tokens_details") or {}
        with self._lock:
            self._calls += 1
            self._prompt += int(usage.get("prompt_tokens") or 0)
            self._cached += int(details.get("cached_tokens") or 0)
            self._completion += int(usage.get("completion_tokens") or 0)

    def usage(self) -> Usage:
        """What was counted so far; the cost is not known here."""
        with self._lock:
            return Usage(
                calls=self._calls,
                prompt_tokens=self._prompt,
                cached_tokens=self._cached,
                completion_tokens=self._completion,
            )
