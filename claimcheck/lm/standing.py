"""Whether a service has answered yet: until it has, a refusal is of what it is asked with, not of one question."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOOK = 0.05  # seconds between two looks at what became of the other calls


class Standing:
    """What is known of a service from its answers so far; threads and event loops may share it."""

    def __init__(self) -> None:
        self.answered = False
        self.refusing = False  # whether that ended the work: it refused, and had answered nothing
        self._lock, self._under_way, self._refused = Lock(), 0, 0

    @contextmanager
    def call(self) -> Iterator[None]:
        """A call is under way until the block ends."""
        self._count(1, 0)
        try:
            yield
        finally:
            self._count(-1, 0)

    async def answers_others(self) -> bool:
        """Whether the service answers other questions than the one that it has just refused.

        A refusal may be quicker than any answer: it waits for the calls that are under way, but not for those that
        were refused like it.
        """
        self._count(0, 1)
        try:
            while not self.answered and self._under_way > self._refused:
                await asyncio.sleep(_LOOK)
            return self.answered
        finally:
            self._count(0, -1)

    def _count(self, under_way: int, refused: int) -> None:
        with self._lock:
            self._under_way += under_way
            self._refused += refused
