"""Calls in both directions between a run's process and a helper of it, over one socket: pickles between two of us."""

from __future__ import annotations

import asyncio
import pickle
import socket
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from typing import Any

_SIZE = 4  # bytes that tell how long a message is
_UNANSWERED = 0  # the number of a message that no answer is wanted to


class Gone(Exception):
    """The other side is not there any more."""


class Wire:
    """One side of it. `does` is what the other side may ask for: name → coroutine function."""

    def __init__(self, end: socket.socket, does: Mapping[str, Callable[..., Awaitable[Any]]]) -> None:
        self._end, self._does, self._numbers = end, does, count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._at_work: set[asyncio.Task[None]] = set()
        self._writer: asyncio.StreamWriter | None = None
        self._early: list[bytes] = []  # sent before the socket was taken over
        self._gone = False

    async def listen(self) -> None:
        """Takes messages, on the running event loop, until the other side is gone; then all that waits fails."""
        reader, self._writer = await asyncio.open_connection(sock=self._end)
        self._writer.writelines(self._early)
        try:
            while True:
                size = int.from_bytes(await reader.readexactly(_SIZE), "big")
                self._take(*pickle.loads(await reader.readexactly(size)))
        except (asyncio.IncompleteReadError, OSError):
            pass  # it has ended
        finally:
            self._gone = True
            for future in self._waiting.values():
                if not future.done():
                    future.set_exception(Gone())

    async def call(self, what: str, *given: Any) -> Any:
        """What the other side gives for it. Raises `Gone`, and what is raised there."""
        if self._gone:
            raise Gone
        number = next(self._numbers)
        future = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            self._send(number, what, given)
            return await future
        finally:
            del self._waiting[number]

    def tell(self, what: str, *given: Any) -> None:
        """Has the other side do it, without waiting for what comes of it."""
        self._send(_UNANSWERED, what, given)

    def _take(self, number: int, what: str, given: Any) -> None:
        if what:
            task = asyncio.ensure_future(self._answer(number, what, given))
            self._at_work.add(task)
            task.add_done_callback(self._at_work.discard)
        elif (future := self._waiting.get(number)) and not future.done():
            value, error = given
            if error is None:
                future.set_result(value)
            else:
                future.set_exception(error)

    async def _answer(self, number: int, what: str, given: tuple[Any, ...]) -> None:
        told: tuple[Any, Exception | None]
        try:
            told = (await self._does[what](*given), None)
        except Exception as error:
            told = (None, _portable(error))
        if number != _UNANSWERED:
            self._send(number, "", told)

    def _send(self, number: int, what: str, given: Any) -> None:
        pickled = pickle.dumps((number, what, given), pickle.HIGHEST_PROTOCOL)
        message = len(pickled).to_bytes(_SIZE, "big") + pickled
        if self._writer is None:
            self._early.append(message)
        elif not self._gone:
            self._writer.write(message)


def _portable(error: Exception) -> Exception:
    """The error, or one of its kind's name where it cannot be told to another process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
