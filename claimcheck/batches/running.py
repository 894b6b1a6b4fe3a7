"""A round of a run from its beginning to its end: articles in, workers at it, reports out."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from claimcheck.batches import engine
from claimcheck.batches.bench import Weights
from claimcheck.batches.database import told
from claimcheck.batches.delivery import deliver, write
from claimcheck.batches.helpers import Helper, collect_seldom
from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import ArticleRow, Job, RunRow
from claimcheck.batches.presence import Presence, new_name
from claimcheck.batches.stages import Checked
from claimcheck.batches.store import Store, file_of, now
from claimcheck.batches.summary import FILE, as_json
from claimcheck.batches.work import Worker, employ
from claimcheck.errors import InputError, ServiceError
from claimcheck.lm.budget import Limits

LOOK = 0.2  # seconds between two looks at what is finished
AT_ONCE = 100  # reports that are written between two looks
STALLED = 60.0  # seconds without an article at work, and none finished: something is broken


class View(Protocol):
    """Follows a run."""

    def begin(self, rows: Sequence[ArticleRow]) -> None:
        """The articles of the run as they stand at the start."""
        ...

    def article(self, row: ArticleRow) -> None:
        """An article is finished."""
        ...

    def checked(self, claims: int) -> None:
        """So many claims more are checked, of articles that this process and its helpers work on."""
        ...


@dataclass
class Result:
    """How a round ended: `trouble` is why it could not go on, `unwritten` are the reports that are not there."""

    run: RunRow
    rows: list[ArticleRow]
    trouble: str = ""
    unwritten: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take_in(store: Store, job: Job, limits: Limits, entries: Iterable[Entry]) -> RunRow:
    """Begins the run, or its next round, and takes in its articles. Raises `InputError`, `ServiceError`."""
    try:
        run = store.begin(job, limits, now())
        store.add(run, entries)
        store.retry_stopped(run)
    except sa.exc.DatabaseError as error:
        raise ServiceError(f"the run cannot be kept: {told(error)}") from error
    return store.run(run.id)


@contextmanager
def working(
    store: Store,
    weights: Weights,
    checked: Checked,
    queues: Sequence[str] | None,
    helpers: Sequence[Helper] = (),
) -> Iterator[Worker]:
    """A worker for these queues (None: all) until the block ends. Raises `ServiceError`."""
    worker = Worker(store, weights, checked, helpers)
    employ(worker)
    collect_seldom()
    name = new_name() if store.shared else engine.LOCAL
    try:
        with ExitStack() as held:
            held.callback(worker.close)
            presence = Presence(store, name) if store.shared else None
            if presence:
                presence.show()
            held.enter_context(engine.launched(store, name, queues))
            if presence:
                held.callback(presence.stop)
                presence.start()
            yield worker
    except sa.exc.DatabaseError as error:
        raise ServiceError(f"the database cannot be used: {told(error)}") from error


def work_through(
    store: Store,
    run: RunRow,
    *,
    at_a_time: int,
    wanted: Sequence[str],
    weights: Weights,
    view: View,
    hands: bool = True,
    helpers: Sequence[Helper] = (),
) -> Result:
    """Works on a run until each article is finished; with `hands` False others do, who share the database.

    `helpers` are further processes for it.
    Every report is written to the run's folder as soon as it is there.
    """
    follower = _Follower(store, run, wanted, view)
    queues = [engine.queue_of(run.id)] if hands else []
    with working(store, weights, view.checked, queues, helpers) as worker:
        engine.hand_over(store, run.id, at_a_time)
        trouble = follower.follow(worker if hands else None)
        if not trouble:
            engine.done_with(run.id)
    result = follower.result(trouble)
    result.notes += worker.notes
    return result


class _Follower:
    """Looks what is finished, and writes its report."""

    def __init__(self, store: Store, run: RunRow, wanted: Sequence[str], view: View) -> None:
        self._store, self._run, self._wanted, self._view = store, run, wanted, view
        self._folder = Path(run.job.folder)
        self._settled: set[str] = set()
        self._total = 0
        self._unwritten: dict[str, str] = {}
        self._moved = time.monotonic()

    def follow(self, worker: Worker | None) -> str:
        """Returns when all is finished, or with the reason why it cannot be."""
        rows = self._store.rows(self._run.id)
        self._total = len(rows)
        self._view.begin(rows)
        while True:
            left = self._look()
            if not left:
                return ""
            if worker is not None and (trouble := self._trouble(worker)):
                return trouble
            time.sleep(LOOK)

    def _look(self) -> int:
        """Writes what is newly finished; gives the number of articles that are not."""
        new = sorted(self._store.settled(self._run.id) - self._settled)
        for row in self._store.rows(self._run.id, new[:AT_ONCE]) if new else []:
            self._settled.add(row.key)
            self._moved = time.monotonic()
            self._deliver(row)
            self._view.article(row)
        return self._total - len(self._settled)

    def _deliver(self, row: ArticleRow) -> None:
        try:
            if report := self._store.report(self._run.id, row.key):
                deliver(self._folder, row.key, self._wanted, report)
        except InputError as error:
            self._unwritten[row.name] = str(error)

    def _trouble(self, worker: Worker) -> str:
        if worker.broken:
            return _unwritable(worker.broken)
        if worker.active or time.monotonic() - self._moved < STALLED:
            return ""
        if self._store.shared and not engine.is_idle(self._run.id):
            return ""  # others work on them
        if broken := self._store.unwritable(self._run.id):
            return _unwritable(broken)  # DBOS met with it, which does not say so
        return "the articles that are left are not being worked on"

    def result(self, trouble: str) -> Result:
        """The round's end, with its summary written."""
        run, rows = self._store.run(self._run.id), self._store.rows(self._run.id)
        unwritten = list(self._unwritten.values())
        try:
            write(self._folder / FILE, as_json(run, rows))
        except InputError as error:
            unwritten.append(str(error))
        return Result(run, rows, trouble, unwritten)


def _unwritable(reason: str) -> str:
    return f"the run's database cannot be written: {reason}"


@contextmanager
def alone(run: str) -> Iterator[None]:
    """Keeps other processes from a run of this machine. Raises `InputError` where one is at it, `ServiceError` for no room."""
    import fcntl

    path = file_of(run).with_suffix(".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise ServiceError(
            f"the run cannot be kept in {path.parent} ({error.strerror}): name another folder with CLAIMCHECK_CACHE"
        ) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise InputError(f"another process is at work on the run {run}") from error
        yield
    finally:
        os.close(descriptor)


__all__ = ["Result", "View", "alone", "take_in", "work_through", "working"]
