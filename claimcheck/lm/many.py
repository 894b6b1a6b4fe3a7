"""Many things in few calls: how they are divided, and how the calls are made at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TypeVar

T = TypeVar("T")


def evenly(items: Sequence[T], most: int) -> list[Sequence[T]]:
    """The items in as few runs of at most so many as hold them, all of nearly the same length."""
    runs = -(-len(items) // most)
    return [items[len(items) * n // runs : len(items) * (n + 1) // runs] for n in range(runs)]


async def together(works: Sequence[Awaitable[T]]) -> list[T]:
    """All of it at once. One failure loses nothing that the others paid for: it is raised when all have ended."""
    ended = await asyncio.gather(*works, return_exceptions=True)
    done: list[T] = []
    for one in ended:
        if isinstance(one, BaseException):
            raise one
        done.append(one)
    return done
