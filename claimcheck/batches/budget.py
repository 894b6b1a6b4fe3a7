"""The budget of a run that several processes share: it stands in the database."""

from __future__ import annotations

import asyncio
import time

from claimcheck.batches.store import Store
from claimcheck.lm.budget import Limits, refuse, refuse_late


class SharedBudget:
    """See `claimcheck.lm.Budget`. What a killed process had reserved stays taken: it may have been paid."""

    def __init__(self, store: Store, run: str) -> None:
        self._store, self._run = store, run
        self._limits = Limits()
        self._deadline: float | None = None

    def refresh(self) -> None:
        """Reads the limits, which the next round of the run may have changed."""
        self._limits, self._deadline = self._store.limits(self._run)

    async def reserve(self, most: float) -> None:
        """See `Budget.reserve`."""
        limits = self._limits
        if not limits.any:
            return
        refuse_late(self.seconds_left(), limits)
        while True:
            taken, calls, cost = await asyncio.to_thread(self._store.reserve, self._run, most)
            if taken:
                return
            refuse(limits, calls, cost, most)  # passes where another process gave back in the meantime

    async def settle(self, most: float, cost: float) -> None:
        """See `Budget.settle`."""
        if self._limits.any and cost != most:
            await asyncio.to_thread(self._store.settle, self._run, cost - most)

    def seconds_left(self) -> float | None:
        """See `Budget.seconds_left`."""
        return None if self._deadline is None else self._deadline - time.time()
