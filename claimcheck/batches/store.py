"""Runs and their articles in the database: what is to do, and what became of it. All of it may be done twice."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from claimcheck.batches.database import ARTICLES, RUNS, open_file, open_server, retried, runs_folder, told
from claimcheck.batches.delivery import unpacked
from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import ArticleRow, Job, RunRow, State, Tally
from claimcheck.batches.naming import file_name
from claimcheck.batches.summary import total
from claimcheck.errors import InputError
from claimcheck.lm.budget import Limits

RESERVED_NAMES = {"batch"}  # the summary's file
ROOM = 1_000_000  # bytes: below it what is kept of an article may not fit on the disk


class Store:
    """The tables of one database. Methods wait while a PostgreSQL is away; those of a file do not."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine

    @classmethod
    def of_run(cls, run: str, address: str | None) -> Store:
        """Where that run is or will be kept. Raises `ServiceError` where that cannot be."""
        return cls(open_server(address) if address else open_file(file_of(run)))

    @property
    def shared(self) -> bool:
        """Whether it is a server that several processes work on."""
        return self.engine.dialect.name == "postgresql"

    @retried
    def begin(self, job: Job, limits: Limits, now: float) -> RunRow:
        """Makes the run, or the next round of it, with these limits, and with the pace and the prices of this time."""
        set_to = {
            "job": job.model_dump_json(),
            "max_calls": limits.calls,
            "max_cost": limits.cost,
            "max_seconds": limits.seconds,
            "deadline": None if limits.seconds is None else now + limits.seconds,
        }
        with self.engine.begin() as db:
            again = sa.update(RUNS).where(RUNS.c.id == job.id)
            # What a killed process had reserved may have been paid.
            lost = {"paid": RUNS.c.paid + RUNS.c.reserved, "reserved": 0.0}
            if not db.execute(again.values(round=RUNS.c.round + 1, **lost, **set_to)).rowcount:
                new = {"id": job.id, "begun": now, "round": 1}
                db.execute(sa.insert(RUNS).values(**new, calls=0, paid=0.0, reserved=0.0, **set_to))
        if limits.any:
            self._count_from_the_beginning(job.id)
        return self.run(job.id)

    @retried
    def _count_from_the_beginning(self, run: str) -> None:
        """Counts what rounds took that had no limits, and so did not count: as far as their articles tell."""
        spent, of = total(self.rows(run)), sa.update(RUNS).where(RUNS.c.id == run)
        with self.engine.begin() as db:
            db.execute(of.where(RUNS.c.calls < spent.calls).values(calls=spent.calls))
            if spent.cost_usd is not None:
                db.execute(of.where(RUNS.c.paid < spent.cost_usd).values(paid=spent.cost_usd))

    @retried
    def run(self, run: str) -> RunRow:
        """That run as it stands. Raises `InputError` where there is none."""
        with self.engine.connect() as db:
            row = db.execute(sa.select(RUNS).where(RUNS.c.id == run)).mappings().first()
            if row is None:
                raise InputError(f"there is no run {run} here: see claimcheck runs")
            counted = sa.select(ARTICLES.c.state, sa.func.count()).where(ARTICLES.c.run == run)
            states = {State(s): n for s, n in db.execute(counted.group_by(ARTICLES.c.state))}
        try:
            job = Job.model_validate_json(row["job"])
        except ValidationError as error:
            raise InputError(
                f"the run {run} was begun by another version of claimcheck: start the batch anew"
            ) from error
        held = {name: row[name] for name in ("id", "begun", "round", "calls", "paid")}
        return RunRow(job=job, states=states, **held)

    @retried
    def runs(self) -> list[str]:
        """The ids of the runs, the newest first."""
        with self.engine.connect() as db:
            return list(db.execute(sa.select(RUNS.c.id).order_by(RUNS.c.begun.desc())).scalars())

    @retried
    def limits(self, run: str) -> tuple[Limits, float | None]:
        """The run's limits, and its deadline in seconds since the epoch."""
        with self.engine.connect() as db:
            row = db.execute(sa.select(RUNS).where(RUNS.c.id == run)).mappings().one()
        limits = Limits(calls=row["max_calls"], cost=row["max_cost"], seconds=row["max_seconds"])
        return limits, row["deadline"]

    @retried
    def reserve(self, run: str, most: float) -> tuple[bool, int, float, float]:
        """Takes a call of the budget if it has one: whether, and the calls made, dollars paid and reserved."""
        within_calls = RUNS.c.max_calls.is_(None) | (RUNS.c.calls + 1 <= RUNS.c.max_calls)
        taken_cost = RUNS.c.paid + RUNS.c.reserved + most
        within_cost = RUNS.c.max_cost.is_(None) | (taken_cost <= RUNS.c.max_cost + 1e-9)
        take = sa.update(RUNS).where(RUNS.c.id == run, within_calls, within_cost)
        with self.engine.begin() as db:
            more = {"calls": RUNS.c.calls + 1, "reserved": RUNS.c.reserved + most}
            taken = db.execute(take.values(**more)).rowcount
            held = sa.select(RUNS.c.calls, RUNS.c.paid, RUNS.c.reserved).where(RUNS.c.id == run)
            calls, paid, reserved = db.execute(held).one()
        return bool(taken), calls, paid, reserved

    @retried
    def settle(self, run: str, most: float, cost: float) -> None:
        """Puts what a call cost in the place of what it had reserved."""
        settled = {"paid": RUNS.c.paid + cost, "reserved": RUNS.c.reserved - most}
        with self.engine.begin() as db:
            db.execute(sa.update(RUNS).where(RUNS.c.id == run).values(**settled))

    def add(self, run: RunRow, entries: Iterable[Entry]) -> None:
        """Takes in articles: new ones, and those that changed since they were taken in."""
        known = self._known(run.id)
        taken = RESERVED_NAMES | {key.lower() for key, _ in known.values()}
        for entry in entries:
            key, digest = known.get(entry.name, ("", ""))
            if digest == entry.digest:
                continue
            if not key:
                key = file_name(entry.name, taken)
                taken.add(key.lower())
            self._put(run, key, entry, len(taken))

    @retried
    def _known(self, run: str) -> dict[str, tuple[str, str]]:
        held = sa.select(ARTICLES.c.name, ARTICLES.c.key, ARTICLES.c.digest).where(ARTICLES.c.run == run)
        with self.engine.connect() as db:
            return {name: (key, digest) for name, key, digest in db.execute(held)}

    @retried
    def _put(self, run: RunRow, key: str, entry: Entry, number: int) -> None:
        values: dict[str, Any] = {
            "digest": entry.digest,
            "entry": None if entry.problem else entry.packed(),
            "state": State.REFUSED if entry.problem else State.WAITING,
            "round": run.round,
            "reason": entry.problem,
            "report": None,
        }
        with self.engine.begin() as db:
            before = _tally_of(db, run.id, key).once_more()
            values["tally"] = Tally(before=before.before).model_dump_json()
            changed = sa.update(ARTICLES).where(ARTICLES.c.run == run.id, ARTICLES.c.key == key)
            if not db.execute(changed.values(**values)).rowcount:
                new = {"run": run.id, "key": key, "number": number, "name": entry.name}
                db.execute(sa.insert(ARTICLES).values(**new, **values))

    @retried
    def retry_stopped(self, run: RunRow) -> None:
        """Has the articles that were stopped in an earlier round wait again."""
        of = ARTICLES.c.run == run.id
        stopped = of & (ARTICLES.c.state == State.STOPPED) & (ARTICLES.c.round < run.round)
        with self.engine.begin() as db:
            for key in db.execute(sa.select(ARTICLES.c.key).where(stopped)).scalars().all():
                tally = _tally_of(db, run.id, key).once_more().model_dump_json()
                again = sa.update(ARTICLES).where(of, ARTICLES.c.key == key)
                db.execute(again.values(state=State.WAITING, round=run.round, tally=tally))

    @retried
    def begin_anew(self, run: str, keys: Sequence[str]) -> None:
        """Takes articles up in the run's present round."""
        of = sa.update(ARTICLES).where(ARTICLES.c.run == run, ARTICLES.c.key.in_(keys))
        present = sa.select(RUNS.c.round).where(RUNS.c.id == run).scalar_subquery()
        with self.engine.begin() as db:
            db.execute(of.values(round=present))

    @retried
    def waiting(self, run: str) -> list[tuple[str, int]]:
        """`(key, round)` of the articles that wait or are being worked on, in order."""
        held = sa.select(ARTICLES.c.key, ARTICLES.c.round).order_by(ARTICLES.c.number)
        with self.engine.connect() as db:
            found = db.execute(held.where(ARTICLES.c.run == run, ARTICLES.c.state == State.WAITING))
            return [(key, round_) for key, round_ in found]

    @retried
    def is_current(self, run: str, key: str, round_: int) -> bool:
        """Whether no later round has taken the article up, as where it has changed since that one began."""
        held = sa.select(ARTICLES.c.round).where(ARTICLES.c.run == run, ARTICLES.c.key == key)
        with self.engine.connect() as db:
            return bool(db.execute(held).scalar_one() == round_)

    @retried
    def entry(self, run: str, key: str) -> Entry:
        """What was read of an article."""
        held = sa.select(ARTICLES.c.entry).where(ARTICLES.c.run == run, ARTICLES.c.key == key)
        with self.engine.connect() as db:
            return Entry.unpacked(db.execute(held).scalar_one())

    @retried
    def finish(
        self, run: str, key: str, round_: int, state: State, reason: str, tally: Tally, report: bytes = b""
    ) -> None:
        """Keeps what became of an article, its report packed, unless a later round has taken it up."""
        of = sa.update(ARTICLES).where(ARTICLES.c.run == run, ARTICLES.c.key == key)
        with self.engine.begin() as db:
            whole = tally.model_copy(update={"before": _tally_of(db, run, key).before})
            values = {"state": state, "reason": reason, "tally": whole.model_dump_json()}
            db.execute(of.where(ARTICLES.c.round == round_).values(**values, report=report or None))

    def unwritable(self, run: str) -> str:
        """Why nothing can be written to the database, "" where it can be."""
        try:
            with self.engine.begin() as db:
                db.execute(sa.update(RUNS).where(RUNS.c.id == run).values(round=RUNS.c.round))
        except sa.exc.DatabaseError as error:
            return told(error)
        return "" if self.shared or self._free() >= ROOM else "the disk is full"

    def _free(self) -> int:
        """Bytes that are left on the disk of the database's file. A small write may fit where no article's does."""
        return shutil.disk_usage(Path(self.engine.url.database or "").parent).free

    @retried
    def settled(self, run: str) -> set[str]:
        """The keys of the articles that no longer wait."""
        held = sa.select(ARTICLES.c.key).where(ARTICLES.c.run == run, ARTICLES.c.state != State.WAITING)
        with self.engine.connect() as db:
            return set(db.execute(held).scalars())

    @retried
    def rows(self, run: str, keys: Sequence[str] | None = None) -> list[ArticleRow]:
        """The run's articles as they stand, or those of them with these keys, in order."""
        names = ("key", "name", "state", "round", "reason", "tally")
        held = sa.select(*(ARTICLES.c[name] for name in names)).where(ARTICLES.c.run == run)
        if keys is not None:
            held = held.where(ARTICLES.c.key.in_(keys))
        with self.engine.connect() as db:
            found = db.execute(held.order_by(ARTICLES.c.number)).mappings().all()
        return [ArticleRow(**(dict(r) | {"tally": Tally.model_validate_json(r["tally"])})) for r in found]

    @retried
    def report(self, run: str, key: str) -> str:
        """An article's report in JSON, "" where there is none."""
        held = sa.select(ARTICLES.c.report).where(ARTICLES.c.run == run, ARTICLES.c.key == key)
        with self.engine.connect() as db:
            packed = db.execute(held).scalar_one_or_none()
        return unpacked(packed) if packed else ""


def _tally_of(db: sa.Connection, run: str, key: str) -> Tally:
    """The tally of an article as it stands; an empty one where the article is new."""
    held = sa.select(ARTICLES.c.tally).where(ARTICLES.c.run == run, ARTICLES.c.key == key)
    text = db.execute(held).scalar_one_or_none()
    return Tally.model_validate_json(text) if text else Tally()


def file_of(run: str) -> Path:
    """The file of a run of this machine. Raises `InputError` for what is no run's id."""
    if not re.fullmatch("[0-9a-f]{8}", run):
        raise InputError(f"{run!r} is no run: see claimcheck runs")
    return runs_folder() / f"{run}.db"


def runs_here() -> list[str]:
    """The runs of this machine, the newest first."""
    files = sorted(runs_folder().glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [path.stem for path in files]


def now() -> float:
    """Seconds since the epoch."""
    return time.time()
