"""The gate of an endpoint: every call to it in this process goes through, whatever its thread or event loop."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from weakref import WeakValueDictionary

from claimcheck.lm.headers import asked_to_wait, left_of
from claimcheck.lm.limits import Allowance, Window

FOREVER = float("inf")
SLACK = 1.0  # seconds: calls that went off so close together may arrive in another order
LONGEST_WAIT = 60.0  # seconds; a service that asks for more is not waited for
RATES = ("requests", "tokens")


class Turn:
    """One call's way through the gate; what came of it is told here."""

    def __init__(self, gate: Gate, number: int) -> None:
        self._gate, self._number = gate, number

    def answered(self, headers: Mapping[str, str]) -> None:
        """The service answered, with these headers."""
        self._gate._answered(self._number, headers)

    def refused(self, headers: Mapping[str, str]) -> None:
        """The service refused for load (429, 503), or did not answer in time (no headers)."""
        self._gate._refused(self._number, headers)


class _Waiter:
    """A call that waits in the queue, on whatever event loop it runs."""

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens
        self._loop, self._event = asyncio.get_running_loop(), asyncio.Event()

    def wake(self) -> bool:
        """Has the call try again; False where its event loop is gone."""
        try:
            self._loop.call_soon_threadsafe(self._event.set)
        except RuntimeError:
            return False
        return True

    async def sleep(self, seconds: float) -> None:
        """Until it is woken, or for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(None if seconds == FOREVER else seconds):
                await self._event.wait()
        self._event.clear()


class Gate:
    """Lets calls to one endpoint through in their order: as many at a time as the service bears, no faster than it says.

    `ceiling` is the most that may be under way at any time. `clock` gives seconds; tests set their own.
    """

    def __init__(self, ceiling: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._lock, self._clock = threading.Lock(), clock
        self._window = Window(ceiling)
        self._rates = {what: Allowance() for what in RATES}
        self._queue: deque[_Waiter] = deque()
        self._under_way: set[int] = set()
        self._unseen: dict[int, tuple[float, int]] = {}  # call → when it went off, and its tokens
        self._told_of = 0.0  # when the call went off whose headers told last
        self._telling = False  # whether this service tells of its rates at all
        self._latest = 0
        self._shut_until = 0.0

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[Turn]:
        """Waits for the call's turn, and has it leave with the block. `tokens`: prompt and longest answer."""
        number = await self._enter(tokens)
        try:
            yield Turn(self, number)
        finally:
            with self._lock:
                self._under_way.discard(number)
                if not self._telling:
                    del self._unseen[number]
                self._wake()

    async def _enter(self, tokens: int) -> int:
        waiter = _Waiter(tokens)
        with self._lock:
            self._queue.append(waiter)
        try:
            while True:
                with self._lock:
                    wait = self._wait_of(waiter)
                    if wait <= 0:
                        return self._begun(tokens)
                await waiter.sleep(wait)
        finally:
            with self._lock, suppress(ValueError):
                self._queue.remove(waiter)
                self._wake()

    def _wait_of(self, waiter: _Waiter) -> float:
        """Seconds until the call may go: 0 for now, `FOREVER` where another call must end or go first.

        A rate that is not of minutes (a day's) holds nothing back: the service itself says that it is used up.
        """
        if self._queue[0] is not waiter or len(self._under_way) >= self._window.size:
            return FOREVER
        now = self._clock()
        needed = dict(zip(RATES, (1, waiter.tokens), strict=True))
        waits = (self._rates[what].wait(amount, now) for what, amount in needed.items())
        return max(self._shut_until - now, *(wait for wait in waits if wait <= LONGEST_WAIT), 0.0)

    def _begun(self, tokens: int) -> int:
        self._latest += 1
        self._under_way.add(self._latest)
        self._unseen[self._latest] = (self._clock(), tokens)
        for what, amount in zip(RATES, (1, tokens), strict=True):
            self._rates[what].take(amount)
        return self._latest

    def _wake(self) -> None:
        """Has the first in the queue try; those whose event loop is gone leave it."""
        while self._queue and not self._queue[0].wake():
            self._queue.popleft()

    def _answered(self, call: int, headers: Mapping[str, str]) -> None:
        with self._lock:
            self._window.answered(len(self._under_way), len(self._queue))
            self._counted(call, headers)

    def _refused(self, call: int, headers: Mapping[str, str]) -> None:
        with self._lock:
            self._window.refused(call, self._latest)
            self._counted(call, headers)
            asked = asked_to_wait(headers) or 0.0
            if asked <= LONGEST_WAIT:
                self._shut_until = max(self._shut_until, self._clock() + asked)

    def _counted(self, call: int, headers: Mapping[str, str]) -> None:
        """Takes over what the headers say is left: as it was when the call arrived, long ago where the answer is long.

        What went off later is not counted in it, nor perhaps what went off a moment before.
        """
        told = {what: left for what in RATES if (left := left_of(headers, what))}
        begun, _ = self._unseen.get(call, (-1.0, 0))
        if not told or begun < self._told_of:
            return
        self._telling, self._told_of = True, begun
        self._unseen = {n: held for n, held in self._unseen.items() if n != call and held[0] > begun - SLACK}
        taken = (len(self._unseen), sum(tokens for _, tokens in self._unseen.values()))
        for what, amount in zip(RATES, taken, strict=True):
            if what in told:
                self._rates[what].told(told[what], amount, self._clock())


_gates: WeakValueDictionary[tuple[str, str, int], Gate] = WeakValueDictionary()
_registry = threading.Lock()


def gate_of(base_url: str, model: str, ceiling: int) -> Gate:
    """The gate of an endpoint (services limit each model by itself), the same for all who use it in this process."""
    key = (base_url, model, ceiling)
    with _registry:
        gate = _gates.get(key)
        if gate is None:
            gate = _gates[key] = Gate(ceiling)
        return gate
