"""The budget of a run that several processes share: it stands in the database."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

import sqlalchemy as sa

from claimcheck.batches.database import told
from claimcheck.batches.store import Store
from claimcheck.errors import ServiceError
from claimcheck.lm.budget import AGAIN, Limits, refuse, refuse_late

LONGEST = 60.0  # seconds for which a call waits for others to give back what they do not need


class SharedBudget:
    """See `claimcheck.lm.Budget`. What a killed process had reserved stays taken: it may have been paid."""

    def __init__(self, store: Store, run: str) -> None:
        self._store, self._run = store, run
        self._limits = Limits()
        self._deadline: float | None = None  # as the database has it, by the clock on the wall
        self._until: float | None = None  # the same by the clock that nobody sets

    def refresh(self) -> None:
        """Reads the limits, which the next round of the run may have changed."""
        self._limits, deadline = self._store.limits(self._run)
        if deadline != self._deadline:
            self._deadline = deadline
            self._until = None if deadline is None else time.monotonic() + deadline - time.time()

    async def reserve(self, most: float) -> None:
        """See `Budget.reserve`."""
        limits, until = self._limits, time.monotonic() + LONGEST
        while limits.any:
            refuse_late(self.seconds_left(), limits)
            taken, calls, paid, reserved = await asyncio.to_thread(self._taken, most)
            if taken:
                return
            late = time.monotonic() > until
            refuse(limits, calls, paid + reserved if late else paid, most)
            await asyncio.sleep(AGAIN)  # calls under way may cost less than they might

    async def settle(self, most: float, cost: float) -> None:
        """See `Budget.settle`. Where it cannot be written, the reservation stands, and the answer is not lost for it."""
        if self._limits.any:
            with suppress(sa.exc.DatabaseError):
                await asyncio.to_thread(self._store.settle, self._run, most, cost)

    def _taken(self, most: float) -> tuple[bool, int, float, float]:
        """See `Store.reserve`. A budget that cannot be kept stops the article, which is not the fault of one claim."""
        try:
            return self._store.reserve(self._run, most)
        except sa.exc.DatabaseError as error:
            raise ServiceError(f"the limits of the run cannot be kept: {told(error)}") from error

    def seconds_left(self) -> float | None:
        """See `Budget.seconds_left`."""
        return None if self._until is None else self._until - time.monotonic()
