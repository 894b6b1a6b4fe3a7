"""The stages of an article, and who does them: this process, or a helper of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claimcheck.batches.delivery import packed
from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import Job
from claimcheck.domain import Article, Event, Label, Provenance
from claimcheck.evidence import Source
from claimcheck.lm import LanguageModel
from claimcheck.pipeline import find_claims, give_verdicts, report_with
from claimcheck.reports.json import render
from claimcheck.run import Run, RunState

Checked = Callable[[int], None]
"""Hears that so many claims more are checked."""
Made = Callable[[], Awaitable[Provenance]]
"""How the report was made, as it is known when the last verdict is given."""


@dataclass(frozen=True)
class Left:
    """What finding claims left: a `RunState` as JSON, and of it why the run cannot go on, "" where it can."""

    state: str
    fatal: str = ""
    code: int = 0


@dataclass(frozen=True)
class Finished:
    """An article's report as JSON, packed, with what is counted of it and why the run could not go on."""

    report: bytes
    labels: dict[Label, int] = field(default_factory=dict)
    fatal: str = ""
    code: int = 0


class Piece(Protocol):
    """One article at work: to be read, then its claims found, then its report made.

    What `model` answers is counted and paid for in the run's process, whoever asks.
    """

    async def read(self) -> None:
        """Reads it. Raises as `Entry.article` does."""
        ...

    async def find_claims(self, model: LanguageModel) -> Left:
        """The first stage, which is kept for a later attempt."""
        ...

    async def report(self, before: Left, model: LanguageModel, made: Made) -> Finished:
        """The second: verdicts, unless the first stage ended the run, and the report."""
        ...

    def leave(self) -> None:
        """Nothing more is asked of it."""
        ...


class Hand(Protocol):
    """Who works on articles: `busy` is on how many."""

    busy: int

    def take(self, entry: Entry) -> Piece:
        """That article."""
        ...


class OwnHand:
    """This process."""

    def __init__(self, job: Job, sources: Sequence[Source], checked: Checked) -> None:
        self.busy = 0
        self.job, self.sources, self._checked = job, sources, checked

    def take(self, entry: Entry) -> OwnPiece:
        """See `Hand`."""
        return OwnPiece(self, entry)

    def hear(self, event: Event) -> None:
        """Counts the verdicts."""
        if event.verdict is not None:
            self._checked(1)


class OwnPiece:
    """An article that this process works on."""

    def __init__(self, hand: OwnHand, entry: Entry) -> None:
        self._hand, self._entry = hand, entry
        self._article: Article | None = None
        self._found: tuple[str, Run] | None = None  # what the first stage left, as text and as it is

    async def read(self) -> None:
        """See `Piece`."""
        await asyncio.to_thread(self.read_here)

    def read_here(self) -> None:
        """The same, in the thread that it is called in."""
        self._article = self._entry.article()

    async def find_claims(self, model: LanguageModel) -> Left:
        """See `Piece`."""
        run = Run(self._read)
        await find_claims(run, model, listen=self._hand.hear)
        state = run.state
        left = Left(state.model_dump_json(), state.fatal, state.fatal_code)
        self._found = left.state, run
        return left

    async def report(self, before: Left, model: LanguageModel, made: Made) -> Finished:
        """See `Piece`."""
        run, job = self._run(before.state), self._hand.job
        if run.fatal is None:
            await give_verdicts(
                run,
                model,
                self._hand.sources,
                limit=job.passages,
                evidence=job.evidence,
                listen=self._hand.hear,
            )
        report = report_with(run, await made())
        labels = {label: count for label, count in report.counts().items() if count}
        fatal, code = (str(run.fatal), run.fatal.exit_code) if run.fatal else ("", 0)
        return Finished(packed(render(report)), labels, fatal, code)

    def leave(self) -> None:
        """See `Piece`."""

    @property
    def _read(self) -> Article:
        assert self._article is not None
        return self._article

    def _run(self, state: str) -> Run:
        """The run that left this state: the one at hand where it is of this attempt, and here."""
        if self._found is not None and self._found[0] == state:
            return self._found[1]
        return Run.of(self._read, RunState.model_validate_json(state))
