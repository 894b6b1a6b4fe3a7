"""Counts what model calls take: calls, tokens and money, over all threads of a run."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from claimcheck.domain import Usage
from claimcheck.lm.prices import Price


class Meter:
    """Adds up the `usage` of chat completions; safe to share between threads. `price` None: not known."""

    def __init__(self, price: Price | None = None) -> None:
        self.price = price
        self._lock = threading.Lock()
        self._calls = self._kept = self._prompt = self._cached = self._completion = 0
        self._cost = 0.0

    def add(self, usage: Mapping[str, Any] | None) -> None:
        """Counts one call; `usage` is the object of that name in the server's answer, or None."""
        usage = usage or {}
        details = usage.get("prompt_tokens_details") or {}
        cost = self.price.of_usage(usage) if self.price else 0.0
        with self._lock:
            self._calls += 1
            self._prompt += int(usage.get("prompt_tokens") or 0)
            self._cached += int(details.get("cached_tokens") or 0)
            self._completion += int(usage.get("completion_tokens") or 0)
            self._cost += cost

    def add_kept(self) -> None:
        """Counts an answer that was at hand: no call."""
        with self._lock:
            self._kept += 1

    def usage(self) -> Usage:
        """What was counted so far."""
        with self._lock:
            return Usage(
                calls=self._calls,
                kept=self._kept,
                prompt_tokens=self._prompt,
                cached_tokens=self._cached,
                completion_tokens=self._completion,
                cost_usd=round(self._cost, 9) if self.price else None,
                prices=self.price.basis if self.price else "",
            )
