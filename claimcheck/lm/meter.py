"""Counts what model calls take: calls, tokens and money, over all threads of a run."""

from __future__ import annotations

import threading

from claimcheck.domain import Usage
from claimcheck.lm.prices import Price
from claimcheck.lm.tokens import tokens_of


class Meter:
    """Adds up the `usage` of chat completions; safe to share between threads. `price` None: not known."""

    def __init__(self, price: Price | None = None) -> None:
        self.price = price
        self._lock = threading.Lock()
        self._requests = self._calls = self._kept = self._prompt = self._cached = self._completion = 0
        self._cost: float | None = 0.0 if price else None

    def add(self, usage: object) -> None:
        """Counts one answer; `usage` is the object of that name in it. One that tells nothing has no known cost."""
        tokens = tokens_of(usage)
        cost = self.price.of_usage(usage) if self.price else None
        with self._lock:
            self._calls += 1
            self._prompt += tokens.prompt
            self._cached += tokens.cached
            self._completion += tokens.written
            self._cost = None if self._cost is None or cost is None else self._cost + cost

    def add_kept(self) -> None:
        """Counts an answer that was at hand: no call."""
        with self._lock:
            self._kept += 1

    def add_request(self) -> None:
        """Counts a request that is sent, whatever comes of it."""
        with self._lock:
            self._requests += 1

    @property
    def requests(self) -> int:
        """How often the service was asked: with what it refused and what was asked again."""
        with self._lock:
            return self._requests

    def usage(self) -> Usage:
        """What was counted so far."""
        with self._lock:
            return Usage(
                calls=self._calls,
                kept=self._kept,
                prompt_tokens=self._prompt,
                cached_tokens=self._cached,
                completion_tokens=self._completion,
                cost_usd=None if self._cost is None else round(self._cost, 9),
                prices=self.price.basis if self.price and self._cost is not None else "",
            )
