"""What a run may take: calls, money, time. A call reserves before it is made, so that calls at the same time
do not go over a limit together.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

from pydantic import Field

from claimcheck.domain import Frozen
from claimcheck.errors import BudgetError

CHARACTERS = 3  # of a prompt for a token, at least: a reservation is rather too high
AGAIN = 0.05  # seconds after which a call asks again that has no room beside those under way
_ROUNDING = 1e-9  # US dollars


class Limits(Frozen):
    """The most that a run may take, None for no limit. `cost` is in US dollars, `seconds` on the clock."""

    calls: int | None = Field(default=None, ge=0)
    cost: float | None = Field(default=None, ge=0)
    seconds: float | None = Field(default=None, gt=0)

    @property
    def any(self) -> bool:
        """Whether there is a limit at all."""
        return (self.calls, self.cost, self.seconds) != (None, None, None)


class Budget(Protocol):
    """Asked before every call, and told after it."""

    async def reserve(self, most: float) -> None:
        """Takes a call that costs `most` US dollars at the most. Raises `BudgetError` where it may not be made."""
        ...

    async def settle(self, most: float, cost: float) -> None:
        """Gives back what a call had reserved beyond its cost."""
        ...

    def seconds_left(self) -> float | None:
        """How long a call may still take, None for no limit."""
        ...


class RunBudget:
    """The budget of one run in one process."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock, self._begun = limits, clock, clock()
        self._calls, self._paid, self._reserved = 0, 0.0, 0.0

    async def reserve(self, most: float) -> None:
        """See `Budget.reserve`."""
        while True:
            refuse_late(self.seconds_left(), self._limits)
            refuse(self._limits, self._calls, self._paid, most)
            if room(self._limits, self._paid + self._reserved, most):
                break
            await asyncio.sleep(AGAIN)  # calls under way may cost less than they might
        self._calls += 1
        self._reserved += most

    async def settle(self, most: float, cost: float) -> None:
        """See `Budget.settle`."""
        self._reserved -= most
        self._paid += cost

    def seconds_left(self) -> float | None:
        """See `Budget.seconds_left`."""
        return None if self._limits.seconds is None else self._begun + self._limits.seconds - self._clock()


def room(limits: Limits, taken: float, most: float) -> bool:
    """Whether a call of `most` US dollars fits beside those that are `taken`."""
    return limits.cost is None or taken + most <= limits.cost + _ROUNDING


def refuse(limits: Limits, calls: int, paid: float, most: float) -> None:
    """Raises `BudgetError` where one more call would go over a limit, whatever those under way may cost."""
    if limits.calls is not None and calls + 1 > limits.calls:
        raise BudgetError(f"the limit of {limits.calls} model calls is used up (--max-calls)")
    if not room(limits, paid, most):
        told = f"the next call may go over the limit of ${limits.cost:g}, of which ${paid:.4f} is used"
        raise BudgetError(f"{told} (--max-cost)")


def refuse_late(left: float | None, limits: Limits) -> None:
    """Raises `BudgetError` where no time is left."""
    if left is not None and left <= 0:
        raise BudgetError(f"the limit of {limits.seconds:g} s is used up (--max-time)")
