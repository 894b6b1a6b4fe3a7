"""A round of a batch on the command line: shown while it goes on, summed up at its end, told how to resume."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from claimcheck.commands.levels import LEVELS
from claimcheck.commands.saying import plain, say
from claimcheck.errors import BudgetError, InputError, ServiceError, UsageError

if TYPE_CHECKING:
    from claimcheck.batches.helpers import Helper
    from claimcheck.batches.inputs import Entry
    from claimcheck.batches.job import ArticleRow, Job, RunRow
    from claimcheck.batches.running import Result
    from claimcheck.estimate import Estimate
    from claimcheck.lm import Limits, ModelOptions, Price


def play(
    job: Job,
    limits: Limits,
    entries: Iterable[Entry],
    wanted: Sequence[str],
    database: str | None,
    at_a_time: int,
    articles: int,
    fail_on: str = "never",
    hands: bool = True,
    processes: int | None = None,
) -> int:
    """Works through a run, prints the summary, and gives the exit code. Raises `InputError`, `ServiceError`, `UsageError`.

    `articles` is about how many there are to do.
    """
    from claimcheck.batches.helpers import helpers, processes_for

    if not hands and database is None:
        raise UsageError(
            "--workers 0 leaves the articles to `claimcheck worker`: that needs --database, which they share"
        )
    number = processes_for(job, articles, processes) if hands else 1
    with helpers(job, number - 1) as further:  # before all is imported that they do not need
        if hands and articles:  # else the references need not be on this machine
            _tell_lacking_sources(job)
        again = _again(job.id, database, limits, wanted, fail_on)
        result = _played(job, limits, entries, wanted, database, at_a_time, hands, processes, further, again)
    return _ended(result, again, fail_on)


def _tell_lacking_sources(job: Job) -> None:
    from claimcheck.commands.opening import refuse_without_evidence
    from claimcheck.evidence import resolve_sources

    for line in refuse_without_evidence(resolve_sources(job.references, options=job.evidence)):
        say(line)


def _played(
    job: Job,
    limits: Limits,
    entries: Iterable[Entry],
    wanted: Sequence[str],
    database: str | None,
    at_a_time: int,
    hands: bool,
    processes: int | None,
    further: list[Helper],
    again: str,
) -> Result:
    from claimcheck.batches.database import address_of, faults_told
    from claimcheck.batches.helpers import processes_for
    from claimcheck.batches.running import alone, take_in, work_through
    from claimcheck.batches.store import Store
    from claimcheck.commands.batch_view import view_of_batch
    from claimcheck.commands.weights import weights_for
    from claimcheck.reports.progress import Quiet

    address = address_of(database)
    with faults_told(), alone(job.id) if address is None else nullcontext():
        store = Store.of_run(job.id, address)
        with interruptible(again):
            run = take_in(store, job, limits, entries)
            _refuse_nothing(run)
            print(f"Run {run.id}. To go on after a stop: {again}", file=sys.stderr)
            with view_of_batch() as view:
                return work_through(
                    store,
                    run,
                    at_a_time=at_a_time,
                    wanted=wanted,
                    weights=partial(weights_for, progress=Quiet()),
                    view=view,
                    hands=hands,
                    helpers=_needed(further, processes_for(job, run.unfinished, processes) - 1),
                )


def _needed(helpers: list[Helper], number: int) -> list[Helper]:
    """So many of them; the others are ended, as where most articles were done in an earlier round."""
    for one in helpers[number:]:
        one.close()
    return helpers[:number]


def price_of_job(job: Job) -> Price | None:
    """What the model of a run costs, None where that is not known."""
    from claimcheck.commands.opening import price_for

    return price_for(job.model, job.base_url, job.prices)


def prompts_of(model: str | None, options: ModelOptions) -> dict[str, str]:
    """The prompts that a run on that model uses: name → digest."""
    from claimcheck.commands.opening import per_call_for
    from claimcheck.lm import name_of
    from claimcheck.pipeline import hashes

    return hashes(per_call_for(model, options), name_of(model))


def refuse_other_prompts(run: RunRow) -> None:
    """Raises `UsageError` where a run was begun with other prompts: its reports would be of two minds."""
    if run.job.prompts != prompts_of(run.job.model, run.job.options):
        raise UsageError(
            f"the run {run.id} was begun with other prompts than this claimcheck has: start the batch anew; "
            "answers to questions that are still the same are kept"
        )


def foreseen(job: Job, price: Price | None) -> Estimate:
    """What the articles may take, by the length of their texts."""
    from claimcheck.batches.inputs import entries
    from claimcheck.commands.opening import per_call_for, thinking_for
    from claimcheck.estimate import estimate, sentences_in

    lengths = [entry.characters for entry in entries(job.inputs) if not entry.problem]
    sentences = [sentences_in(length) for length in lengths]
    of = (job.model, job.options)
    return estimate(sentences, per_call_for(*of), price, thinking_for(*of))


@contextmanager
def interruptible(again: str) -> Iterator[None]:
    """Ctrl-C and a friendly kill stop at once: all that was finished is kept, and how to go on is told."""

    def stop(number: int, frame: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        _leave(f"interrupted; what was finished is kept. To go on: {again}")
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(told: str) -> NoReturn:
    """Leaves without waiting for calls that are under way: stopping is safe at any point."""
    print(f"claimcheck: {told}", file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(130)


def _again(run: str, database: str | None, limits: Limits, wanted: Sequence[str], fail_on: str) -> str:
    """The command that goes on with a run: within the same limits, with the same forms, failing at the same level."""
    from claimcheck.batches.database import shown

    words = ["claimcheck runs resume", run]
    words += [f"--database {shlex.quote(shown(database))}"] if database else []
    words += [f"--format {shlex.quote(form)}" for form in wanted if form != "json"]
    words += [] if limits.cost is None else [f"--max-cost {limits.cost:g}"]
    words += [] if limits.calls is None else [f"--max-calls {limits.calls}"]
    words += [] if limits.seconds is None else [f"--max-time {limits.seconds:g}s"]
    words += [] if fail_on == "never" else [f"--fail-on {fail_on}"]
    return " ".join(words)


def _refuse_nothing(run: RunRow) -> None:
    if not sum(run.states.values()):
        raise InputError("there is no article there: name folders, .txt, .md, .html, .pdf or .jsonl files")


def _ended(result: Result, again: str, fail_on: str) -> int:
    with suppress(BrokenPipeError):  # who reads has enough; the exit code tells all the same
        _tell(result, again)
    return _code(result, fail_on)


def _tell(result: Result, again: str) -> None:
    from claimcheck.batches.summary import lines_of

    for line in lines_of(result.rows):
        print(plain(line))
    print(plain(f"Reports are in {Path(result.run.job.folder)}."))
    for trouble in (*([result.trouble] if result.trouble else []), *result.unwritten, *result.notes):
        say(trouble)
    if result.run.unfinished or result.unwritten:
        higher = ", with a higher limit" if BudgetError.exit_code in _stopped(result) else ""
        print(f"To finish the rest{higher}: {again}", file=sys.stderr)


def _stopped(result: Result) -> set[int]:
    """The exit codes of what stopped articles."""
    from claimcheck.batches.job import State

    return {row.tally.code for row in result.rows if row.state is State.STOPPED}


def _code(result: Result, fail_on: str) -> int:
    """The exit code: 4 before 6 where a service and a budget both stopped articles."""
    from claimcheck.batches.job import State
    from claimcheck.batches.summary import labels_of

    codes = _stopped(result)
    if result.trouble or result.unwritten or codes - {BudgetError.exit_code}:
        return ServiceError.exit_code
    if codes:
        return BudgetError.exit_code
    if all(row.state is State.REFUSED for row in result.rows):
        return InputError.exit_code
    return int(bool({str(label) for label in labels_of(result.rows)} & set(LEVELS[fail_on])))


def told(row: ArticleRow) -> str:
    """One finished article in a line."""
    from claimcheck.batches.summary import used

    claims = ", ".join(f"{count} {label}" for label, count in row.tally.labels.items()) or "no claims"
    what = row.reason if row.reason else f"{claims}; {used(row.tally.taken)}"
    return plain(f"{row.name}: {row.state}: {what}")
