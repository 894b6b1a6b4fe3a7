"""Further processes of a run on one machine: Python computes on one core a process.

A helper reads articles, asks programs and compares. All that has to be one in a run is done by the run's own process,
which the helper asks for it: answers of the model, with what is kept of them, the budget and the limits of the service;
the workflows and the database. That is as much work as one helper has, and what the one imports is of no use to the
other. So a helper has nothing to lose, and where it is killed, the run's process does its work over.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from importlib import import_module
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.articles import read_article
from claimcheck.batches.inputs import Entry
from claimcheck.batches.job import Job
from claimcheck.batches.keeping import KeptSource
from claimcheck.batches.stages import Checked, Finished, Hand, Left, Made, OwnHand, OwnPiece, Piece
from claimcheck.batches.wire import Gone, Wire
from claimcheck.domain import Provenance
from claimcheck.evidence import resolve_sources
from claimcheck.lm import KeptAnswers, LanguageModel, is_embedded, open_model
from claimcheck.lm.access import key_in
from claimcheck.lm.embedded import cores

NEEDED = ("dspy", "claimcheck.programs", "tantivy", "pint")
"""What takes a helper long to import; the run's process needs none of it but the index."""
SELDOM = 50_000  # objects made between two collections: at Python's 700 they cost a batch much processor time
THREADS = 2  # for look-ups in a helper, where they wait for the encoder
T = TypeVar("T")
TELLING = 0.2  # seconds between two words on the claims that are checked
WORTH = 10  # articles that wait, for each process
MOST = 8  # processes by default
_SAMPLE = (
    b"Harbour works\n\n8 February 2024\n\nThe port spent $5 million in 2023. It had said so on Thursday."
)
_ARENA_MAX = -8  # mallopt's M_ARENA_MAX
# A fork has what was imported in common with its parent. It is safe on Linux alone, and before there are threads.
_FORKED = sys.platform == "linux"


def processes_for(job: Job, waiting: int, asked: int | None) -> int:
    """How many processes a run takes: where nobody asks, as many as there are cores and work for them."""
    if not divisible(job):
        return 1
    return asked or max(1, min(cores(), MOST, waiting // WORTH))


def divisible(job: Job) -> bool:
    """Whether helpers are of use, and break no limit.

    The embedded model takes all cores itself, and a source on the network is asked no faster than it bears by one
    process that counts.
    """
    server = job.evidence.embeddings is not None and not job.evidence.embeddings.embedded
    folders = all(Path(name).is_dir() and name not in job.evidence.sources for name in job.references)
    return folders and not is_embedded(job.model) and not server


class Helper:
    """A helper, as the run's process sees it."""

    def __init__(self, job: Job) -> None:
        self.busy = 0
        self.pieces: dict[int, HelpersPiece] = {}
        self._instead: Hand | None = None
        self._checked: Checked = _unheard
        self._tickets = count(1)
        self._listening: asyncio.Task[None] | None = None
        self._end, theirs = socket.socketpair()
        self._process = _process(theirs, job)
        self._process.start()
        theirs.close()
        self._wire = Wire(self._end, {"answer": self._answer, "made": self._made, "checked": self._heard})

    def employ(self, instead: Hand, checked: Checked) -> Hand:
        """Takes what it needs of the run's process; `instead` does its work where it is gone."""
        self._instead, self._checked = instead, checked
        return self

    def take(self, entry: Entry) -> HelpersPiece:
        """See `Hand`."""
        assert self._instead is not None
        ticket = next(self._tickets)
        self.pieces[ticket] = HelpersPiece(self, ticket, entry, self._instead)
        return self.pieces[ticket]

    async def asked(self, what: str, *given: Any) -> Any:
        """What the helper gives for it. Raises `Gone`, and what is raised there."""
        if self._listening is None:
            self._listening = asyncio.ensure_future(self._wire.listen())
        return await self._wire.call(what, *given)

    def left(self, ticket: int) -> None:
        """Has it forget an article."""
        del self.pieces[ticket]
        self._wire.tell("leave", ticket)

    async def _answer(self, ticket: int, arguments: dict[str, Any]) -> dict[str, Any]:
        model = self.pieces[ticket].model
        assert model is not None
        return await model.answer(arguments)

    async def _made(self, ticket: int) -> Provenance:
        made = self.pieces[ticket].made
        assert made is not None
        return await made()

    async def _heard(self, claims: int) -> None:
        self._checked(claims)

    def close(self) -> None:
        """Ends it."""
        self._process.kill()
        self._process.join()
        self._end.close()


class HelpersPiece:
    """An article that a helper works on, or this process where the helper is gone. See `Piece`."""

    def __init__(self, helper: Helper, ticket: int, entry: Entry, instead: Hand) -> None:
        self.model: LanguageModel | None = None
        self.made: Made | None = None
        self._helper, self._ticket, self._entry, self._instead = helper, ticket, entry, instead
        self._own: Piece | None = None
        self._state = ""  # what the helper left of the first stage, and still has

    async def read(self) -> None:
        """See `Piece`."""
        try:
            await self._helper.asked("read", self._ticket, self._entry)
        except Gone:
            await self._here()

    async def find_claims(self, model: LanguageModel) -> Left:
        """See `Piece`."""
        self.model = model
        try:
            left: Left = await self._helper.asked("find_claims", self._ticket)
        except Gone:
            return await (await self._here()).find_claims(model)
        self._state = left.state
        return left

    async def report(self, before: Left, model: LanguageModel, made: Made) -> Finished:
        """See `Piece`."""
        self.model, self.made = model, made
        known = before.state == self._state
        try:
            finished: Finished = await self._helper.asked("report", self._ticket, None if known else before)
            return finished
        except Gone:
            return await (await self._here()).report(before, model, made)

    async def _here(self) -> Piece:
        """The same article in this process."""
        if self._own is None:
            self._own = self._instead.take(self._entry)
            await self._own.read()
        return self._own

    def leave(self) -> None:
        """See `Piece`."""
        self._helper.left(self._ticket)


def collect_seldom() -> None:
    """Has the collector of cycles run seldom, and leave alone what is there now, which stays."""
    gc.freeze()
    gc.set_threshold(SELDOM, 20, 50)


def _one_arena() -> None:
    """Has glibc keep one store of freed memory for all threads: each thread's own holds what the others could use."""
    if _FORKED:
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def _process(end: socket.socket, job: Job) -> BaseProcess:
    given = (end, job, _FORKED)
    if _FORKED:
        return multiprocessing.get_context("fork").Process(target=serve, args=given, daemon=True)
    return multiprocessing.get_context("spawn").Process(target=serve, args=given, daemon=True)


@contextmanager
def helpers(job: Job, number: int) -> Iterator[list[Helper]]:
    """So many helpers until the block ends.

    To be called before there are threads, and before what only the run's process needs is imported.
    """
    if number:
        _one_arena()
        collect_seldom()  # a collection writes to every object, and a page written to is no longer shared
    with ExitStack() as held:
        started = []
        for _ in range(number):
            started.append(Helper(job))
            held.callback(started[-1].close)
        yield started


def _unheard(claims: int) -> None:
    """Nobody looks on."""


def serve(end: socket.socket, job: Job, forked: bool) -> None:
    """The helper's process: works until the run's process is gone, and holds nothing that is that one's."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # for the run's process, which ends this one with itself
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if forked:  # locks and connections are that process's, and end with it
            os.closerange(3, end.fileno())
            os.closerange(end.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
        _prepare()
        collect_seldom()
        asyncio.run(_Desk(end, job).work())
    finally:
        os._exit(0)


def _prepare() -> None:
    """Loads what is needed at the first article, while the run's process loads what that one needs."""
    for name in NEEDED:
        import_module(name)
    read_article("sample.txt", _SAMPLE)


class _AtOnce(ThreadPoolExecutor):
    """Does what it is given in the thread that gives it.

    Where nobody is waited for, threads of one process only take turns; and DSPy has two for each call.
    """

    def submit(self, work: Callable[..., T], /, *given: Any, **named: Any) -> Future[T]:
        """See `Executor.submit`."""
        future = Future[T]()
        try:
            future.set_result(work(*given, **named))
        except BaseException as error:
            future.set_exception(error)
        return future


class _Desk:
    """The helper's side."""

    def __init__(self, end: socket.socket, job: Job) -> None:
        self._wire = Wire(
            end,
            {
                "read": self._read,
                "find_claims": self._find_claims,
                "report": self._report,
                "leave": self._leave,
            },
        )
        self._job = job
        self._pieces: dict[int, tuple[OwnPiece, Left | None]] = {}
        self._open: tuple[OwnHand, LanguageModel] | None = None
        self._checked, self._told_at = 0, 0.0

    async def work(self) -> None:
        waits = bool(self._job.evidence.ranker)  # for the encoder
        executor = ThreadPoolExecutor(THREADS) if waits else _AtOnce()
        asyncio.get_running_loop().set_default_executor(executor)
        await self._wire.listen()

    async def _read(self, ticket: int, entry: Entry) -> None:
        hand, _ = self._opened()
        piece = hand.take(entry)
        piece.read_here()
        self._pieces[ticket] = piece, None

    async def _find_claims(self, ticket: int) -> Left:
        piece, _ = self._pieces[ticket]
        left = await piece.find_claims(self._model(ticket))
        self._pieces[ticket] = piece, left
        return left

    async def _report(self, ticket: int, before: Left | None) -> Finished:
        piece, left = self._pieces[ticket]
        known = before or left
        assert known is not None
        finished = await piece.report(known, self._model(ticket), partial(self._wire.call, "made", ticket))
        self._tell()
        return finished

    async def _leave(self, ticket: int) -> None:
        self._pieces.pop(ticket, None)

    def _model(self, ticket: int) -> LanguageModel:
        return self._opened()[1].relayed(partial(self._wire.call, "answer", ticket))

    def _opened(self) -> tuple[OwnHand, LanguageModel]:
        """Opened at the first article: the run's process has brought the folders' indexes up to date by then."""
        if self._open is None:
            job, key = self._job, key_in()
            replaying = open_model(job.model, job.base_url, key, options=job.options, replay=True)
            kept = KeptAnswers(since=job.kept_since)
            sources = [
                KeptSource(one, kept, job.id) for one in resolve_sources(job.references, options=job.evidence)
            ]
            self._open = OwnHand(job, sources, self._hear), replaying.__enter__()
        return self._open

    def _hear(self, claims: int) -> None:
        self._checked += claims
        if time.monotonic() - self._told_at > TELLING:
            self._tell()

    def _tell(self) -> None:
        self._wire.tell("checked", self._checked)
        self._checked, self._told_at = 0, time.monotonic()
