"""The durable workflow of one article: claims, verdicts, report; each stage's output is kept by DBOS.

A process that is killed loses the stage it was in; done again, its model answers come from those that are kept.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

import sqlalchemy as sa
from dbos import DBOS

from claimcheck.batches.bench import Bench, Weights
from claimcheck.batches.database import told
from claimcheck.batches.helpers import Helper
from claimcheck.batches.job import State, Tally
from claimcheck.batches.stages import CLAIMS, VERDICTS, Hand
from claimcheck.batches.store import Store
from claimcheck.domain import Article, Frozen, Report, Usage
from claimcheck.errors import ClaimcheckError, InputError, ServiceError
from claimcheck.pipeline import Event, Listener, report_of
from claimcheck.reports.json import render
from claimcheck.run import Run, RunState


class StageOutput(Frozen):
    """What a stage leaves: what was found, and what that took."""

    state: RunState = RunState()
    usage: Usage = Usage()


@dataclass(frozen=True)
class Outcome:
    """What became of an article."""

    state: State
    reason: str = ""
    tally: Tally = field(default_factory=Tally)
    report: str = ""


@dataclass
class Worker:
    """One process's part in the runs of a database. `active` are the articles it is on."""

    store: Store
    weights: Weights
    listen: Listener
    helpers: Sequence[Helper] = ()
    active: set[str] = field(default_factory=set)
    broken: str = ""  # why the database cannot be written, as on a full disk
    notes: list[str] = field(default_factory=list)
    _benches: dict[str, Bench] = field(default_factory=dict)
    _opening: Lock = field(default_factory=Lock)

    async def check(self, run: str, key: str, round_: int) -> str:
        """Checks an article and keeps the outcome, whatever goes wrong; gives its state."""
        self.active.add(key)
        try:
            outcome = await self._outcome(run, key)
            told_of = (run, key, round_, outcome.state, outcome.reason, outcome.tally, outcome.report)
            await asyncio.to_thread(self.store.finish, *told_of)
            return str(outcome.state)
        except sa.exc.DatabaseError as error:
            self.broken = told(error)
            raise
        finally:
            self.active.discard(key)

    async def _outcome(self, run: str, key: str) -> Outcome:
        try:
            bench = await asyncio.to_thread(self._bench, run)
            entry = await asyncio.to_thread(self.store.entry, run, key)
            with bench.hand() as hand:
                article = await hand.read(entry)
                if bench.fault:
                    raise ServiceError(f"not tried, as articles before it ended so: {bench.fault}")
                return await self._checked(article, bench, hand)
        except InputError as error:
            return Outcome(State.REFUSED, str(error))
        except ClaimcheckError as error:
            return Outcome(State.STOPPED, str(error), Tally(code=error.exit_code))
        except sa.exc.DatabaseError:
            raise
        except Exception as error:  # a fault of ours costs this article and not the run
            return Outcome(State.STOPPED, f"it failed in claimcheck ({type(error).__name__})", Tally(code=4))

    async def _checked(self, article: Article, bench: Bench, hand: Hand) -> Outcome:
        started, clock = datetime.now(UTC), time.monotonic()
        model = bench.model()
        found = await _stage(CLAIMS, article, StageOutput(usage=model.meter.usage()), bench, hand)
        done = found if found.state.fatal else await _stage(VERDICTS, article, found, bench, hand)
        run = Run.of(article, done.state)
        bench.ended(done.state.fatal if done.state.fatal_code == ServiceError.exit_code else "")
        seconds = round(time.monotonic() - clock, 1)
        report = report_of(
            run,
            model,
            bench.sources,
            ranker=bench.job.evidence.ranker,
            started=started,
            seconds=seconds,
            usage=done.usage,
        )
        return _outcome_of(report, run, seconds)

    def _bench(self, run: str) -> Bench:
        with self._opening:
            if run not in self._benches:
                job, key = self.store.run(run).job, os.environ.get("OPENAI_API_KEY") or None
                given = (self.store, run, job, key, self.weights, self.listen, self.helpers)
                self._benches[run] = Bench(*given)
            bench = self._benches[run]
        bench.refresh()
        return bench

    def close(self) -> None:
        """Closes the models, and takes over what there is to tell of kept answers."""
        for bench in self._benches.values():
            self.notes += bench.kept.notes
            bench.close()
        self._benches.clear()


def _outcome_of(report: Report, run: Run, seconds: float) -> Outcome:
    labels = {label: count for label, count in report.counts().items() if count}
    code = run.fatal.exit_code if run.fatal else 0
    tally = Tally(labels=labels, usage=report.provenance.usage, seconds=seconds, code=code)
    return Outcome(
        State.STOPPED if run.fatal else State.REPORTED, str(run.fatal or ""), tally, render(report)
    )


async def _stage(name: str, article: Article, before: StageOutput, bench: Bench, hand: Hand) -> StageOutput:
    """The output of a stage, from an earlier attempt where it came so far.

    An attempt that the database failed, as on a full disk, may have been kept as the step's failure when there was room
    for that little: it decides nothing now, and the stage is a step of its own again.
    """
    asked = False

    async def done() -> str:
        nonlocal asked
        asked = True
        model = bench.model()
        state = await hand.stage(name, article, before.state, model)
        return StageOutput(state=state, usage=before.usage + model.meter.usage()).model_dump_json()

    while True:
        try:
            return StageOutput.model_validate_json(await DBOS.run_step_async({"name": name}, done))
        except sa.exc.DatabaseError:
            if asked:  # the failure is of now
                raise


_worker: list[Worker] = []


def employ(worker: Worker) -> None:
    """Makes that worker the one whom this process's workflows are given to."""
    _worker[:] = [worker]


@DBOS.workflow(name="claimcheck.article", max_recovery_attempts=10_000)
async def check_article(run: str, key: str, round_: int) -> str:
    """One article of a run: what DBOS starts, keeps and recovers."""
    return await _worker[0].check(run, key, round_)


__all__ = ["Event", "Outcome", "StageOutput", "Worker", "check_article", "employ"]
