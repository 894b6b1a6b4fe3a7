"""The durable workflow of one article: its claims, which DBOS keeps, then verdicts and report, which the store keeps.

A process that is killed loses the stage it was in; done again, its model answers come from those that are kept.
"""

from __future__ import annotations

import asyncio
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
from claimcheck.batches.job import Job, State, Tally
from claimcheck.batches.stages import Checked, Left, Piece
from claimcheck.batches.store import Store
from claimcheck.domain import Frozen, Provenance, Usage
from claimcheck.errors import ClaimcheckError, InputError, ServiceError
from claimcheck.lm.access import reachable
from claimcheck.lm.standing import Standing
from claimcheck.run import RunState

CLAIMS = "find claims"  # the step's name in the database
ATTEMPTS = (
    100  # failures of earlier attempts that may have been kept; a database that fails now fails for ever
)


class StageOutput(Frozen):
    """What the first stage leaves: what was found, and what that took."""

    state: RunState = RunState()
    usage: Usage = Usage()


@dataclass(frozen=True)
class Outcome:
    """What became of an article."""

    state: State
    reason: str = ""
    tally: Tally = field(default_factory=Tally)
    report: bytes = b""  # packed


@dataclass
class Worker:
    """One process's part in the runs of a database. `active` are the articles it is on."""

    store: Store
    weights: Weights
    checked: Checked
    helpers: Sequence[Helper] = ()
    active: set[str] = field(default_factory=set)
    broken: str = ""  # why the database cannot be written, as on a full disk
    notes: list[str] = field(default_factory=list)
    _benches: dict[tuple[str, str], Bench] = field(default_factory=dict)  # by run and settings
    _unopened: dict[tuple[str, int], ClaimcheckError] = field(default_factory=dict)  # by run and round
    _opening: Lock = field(default_factory=Lock)

    async def check(self, run: str, key: str, round_: int) -> str:
        """Checks an article and keeps the outcome, whatever goes wrong; gives its state."""
        self.active.add(key)
        try:
            if not await asyncio.to_thread(self.store.is_current, run, key, round_):
                return "superseded"  # the article has changed since: a later round has it
            outcome = await self._outcome(run, key, round_)
            told_of = (run, key, round_, outcome.state, outcome.reason, outcome.tally, outcome.report)
            await asyncio.to_thread(self.store.finish, *told_of)
            return str(outcome.state)
        except sa.exc.DatabaseError as error:
            self.broken = told(error)
            raise
        finally:
            self.active.discard(key)

    async def _outcome(self, run: str, key: str, round_: int) -> Outcome:
        try:
            bench = await asyncio.to_thread(self._bench, run, round_)
            entry = await asyncio.to_thread(self.store.entry, run, key)
            with bench.piece(entry) as piece:
                await piece.read()
                if bench.fault:
                    raise ServiceError(f"not tried, as articles before it ended so: {bench.fault}")
                return await _checked(piece, bench)
        except InputError as error:
            return Outcome(State.REFUSED, str(error))
        except ClaimcheckError as error:
            return Outcome(State.STOPPED, str(error), Tally(code=error.exit_code))
        except sa.exc.DatabaseError:
            raise
        except Exception as error:  # a fault of ours costs this article and not the run
            return Outcome(State.STOPPED, f"it failed in claimcheck ({type(error).__name__})", Tally(code=4))

    def _bench(self, run: str, round_: int) -> Bench:
        with self._opening:
            job = self.store.run(run).job
            of = (run, job.model_dump_json())
            if of not in self._benches:
                self._benches[of] = self._opened(run, round_, job)
            bench = self._benches[of]
        bench.refresh()
        return bench

    def _opened(self, run: str, round_: int, job: Job) -> Bench:
        """A bench; where it could not be opened once in this round, it is not tried for a thousand articles more."""
        if (run, round_) in self._unopened:
            raise self._unopened[run, round_]
        try:
            key = reachable(job.model, job.base_url)
            return Bench(self.store, run, job, key, self.weights, self.checked, self.helpers)
        except ClaimcheckError as error:
            self._unopened[run, round_] = error
            raise

    def close(self) -> None:
        """Closes the models, and takes over what there is to tell of kept answers."""
        for bench in self._benches.values():
            self.notes += bench.kept.notes
            bench.close()
        self._benches.clear()


async def _checked(piece: Piece, bench: Bench) -> Outcome:
    started, clock = datetime.now(UTC), time.monotonic()
    standing = Standing()
    found, used = await _claims(piece, bench, standing)
    standing.answered = standing.answered or used.calls + used.kept > 0  # in an earlier attempt
    model = bench.model(standing)
    made: list[Provenance] = []

    async def provenance() -> Provenance:
        seconds = round(time.monotonic() - clock, 1)
        made[:] = [bench.provenance(model, started, seconds, used + model.meter.usage())]
        return made[0]

    done = await piece.report(found, model, provenance)
    gone = (
        done.code == ServiceError.exit_code and not standing.refusing
    )  # what refuses one may answer the next
    bench.ended(done.fatal if gone else "")
    tally = Tally(labels=done.labels, usage=made[0].usage, seconds=made[0].seconds or 0.0, code=done.code)
    return Outcome(State.STOPPED if done.fatal else State.REPORTED, done.fatal, tally, done.report)


async def _claims(piece: Piece, bench: Bench, standing: Standing) -> tuple[Left, Usage]:
    """What the first stage left and took, from an earlier attempt where it came so far.

    An attempt that the database failed, as on a full disk, may have been kept as the step's failure when there was room
    for that little: it decides nothing now, and the stage is a step of its own again.
    """
    fresh: list[tuple[Left, Usage]] = []
    failed = 0

    async def done() -> str:
        model = bench.model(standing)
        left = await piece.find_claims(model)
        usage = model.meter.usage()
        fresh.append((left, usage))
        return f'{{"state":{left.state},"usage":{usage.model_dump_json()}}}'  # a `StageOutput`

    while True:
        try:
            kept = await DBOS.run_step_async({"name": CLAIMS}, done)
        except sa.exc.DatabaseError:
            failed += 1
            if fresh or failed >= ATTEMPTS:  # the failure is of now
                raise
        else:
            return fresh[0] if fresh else _of_earlier(kept)


def _of_earlier(kept: str) -> tuple[Left, Usage]:
    output = StageOutput.model_validate_json(kept)
    state = output.state
    return Left(state.model_dump_json(), state.fatal, state.fatal_code), output.usage


_worker: list[Worker] = []


def employ(worker: Worker) -> None:
    """Makes that worker the one whom this process's workflows are given to."""
    _worker[:] = [worker]


@DBOS.workflow(name="claimcheck.article", max_recovery_attempts=10_000)
async def check_article(run: str, key: str, round_: int) -> str:
    """One article of a run: what DBOS starts, keeps and recovers."""
    return await _worker[0].check(run, key, round_)


__all__ = ["Outcome", "StageOutput", "Worker", "check_article", "employ"]
