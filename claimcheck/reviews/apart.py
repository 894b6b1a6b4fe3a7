"""Work that nobody has to wait for: who leaves the review does not wait for a slow source."""

from __future__ import annotations

import threading
from asyncio import wrap_future
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_NAME = "claimcheck-apart"
_Given = TypeVar("_Given")


async def apart(work: Callable[[], _Given]) -> _Given:
    """What the work gives or raises, from a thread of its own; one that is cancelled runs on and is not heard.

    The threads of asyncio's pool are all waited for before its loop ends, and before Python does.
    """
    given: Future[_Given] = Future()
    threading.Thread(target=_done, args=(work, given), name=_NAME, daemon=True).start()
    return await wrap_future(given)


def is_under_way() -> bool:
    """Whether some of that work has not ended."""
    return any(thread.name == _NAME for thread in threading.enumerate())


def _done(work: Callable[[], _Given], given: Future[_Given]) -> None:
    given.set_running_or_notify_cancel()  # from here on it cannot be cancelled, only not be heard
    try:
        given.set_result(work())
    except BaseException as error:
        given.set_exception(error)
