"""The stages of an article, and who does them: this process, or a helper of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import Job
from claimcheck.domain import Article
from claimcheck.evidence import Source
from claimcheck.lm import LanguageModel
from claimcheck.pipeline import Listener, find_claims, give_verdicts
from claimcheck.run import Run, RunState

OWN_COST = 3.0  # the run's process speaks for all with the service and the database, besides
CLAIMS, VERDICTS = "find claims", "give verdicts"


class Hand(Protocol):
    """Who reads articles and does their stages.

    `busy` is on how many articles; `cost` is how long one takes, beside that of the others.
    """

    busy: int
    cost: float

    async def read(self, entry: Entry) -> Article:
        """See `Entry.article`."""
        ...

    async def stage(self, name: str, article: Article, before: RunState, model: LanguageModel) -> RunState:
        """What a stage leaves; what `model` answers is counted and paid for in this process, whoever asks."""
        ...


class OwnHand:
    """This process."""

    def __init__(self, job: Job, sources: Sequence[Source], listen: Listener) -> None:
        self.busy, self.cost = 0, OWN_COST
        self._job, self._sources, self._listen = job, sources, listen

    async def read(self, entry: Entry) -> Article:
        """See `Hand`."""
        return await asyncio.to_thread(entry.article)

    async def stage(self, name: str, article: Article, before: RunState, model: LanguageModel) -> RunState:
        """See `Hand`."""
        run = Run.of(article, before)
        if name == CLAIMS:
            await find_claims(run, model, listen=self._listen)
        else:
            job = self._job
            await give_verdicts(
                run,
                model,
                self._sources,
                limit=job.passages,
                evidence=job.evidence,
                listen=self._listen,
            )
        return run.state
