"""`claimcheck batch`: many articles in one durable run."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.commands.levels import refuse_unknown_level
from claimcheck.commands.limits import (
    EstimateOnly,
    Fresh,
    MaxCalls,
    MaxCost,
    MaxTime,
    limits_of,
    refuse_unknown_price,
)
from claimcheck.commands.options import AsOf, BaseUrl, Config, Meaning, Model, Passages, References
from claimcheck.commands.saying import say

if TYPE_CHECKING:
    from claimcheck.batches.job import Job

Database = Annotated[
    str | None,
    typer.Option(metavar="URL", help="A PostgreSQL that workers share: postgresql://user@host/database."),
]
Workers = Annotated[
    int | None,
    typer.Option(min=0, help="Articles at a time in a process. 0: leave them to `claimcheck worker`."),
]
Processes = Annotated[
    int | None,
    typer.Option(
        min=1, max=64, help="Processes of this run. Default: as many as cores, for many articles and folders."
    ),
]
Forms = Annotated[
    list[str] | None,
    typer.Option("--format", help="A further form of each report beside JSON; may be repeated."),
]
FailOn = Annotated[str, typer.Option(help="As in `check`.")]
AT_A_TIME = 8  # articles
AT_A_TIME_EMBEDDED = 2  # the embedded model answers one call at a time, and two articles keep it busy


def batch(
    inputs: Annotated[
        list[str], typer.Argument(help="Folders, files (text, HTML, PDF), or .jsonl: an article a line.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder for the reports.")] = Path(
        "reports"
    ),
    references: References = None,
    model: Model = None,
    base_url: BaseUrl = None,
    form: Forms = None,
    workers: Workers = None,
    processes: Processes = None,
    database: Database = None,
    fail_on: FailOn = "never",
    passages: Passages = 5,
    as_of: AsOf = None,
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    max_time: MaxTime = None,
    fresh: Fresh = False,
    estimate: EstimateOnly = False,
    config: Config = None,
    meaning: Meaning = None,
) -> None:
    """Checks many articles. Stop it at any time: the same command goes on where it was.

    An article that is new or has changed since is taken in. Reports go to the folder of -o, with batch.json,
    which says what became of each article.
    """
    from claimcheck.batches.delivery import checked_forms, refuse_unwritable
    from claimcheck.batches.inputs import entries, other_kinds
    from claimcheck.commands.batch_round import foreseen, play, price_of_job
    from claimcheck.commands.weights import fetch_encoder_or_say
    from claimcheck.reports.progress import Quiet
    from claimcheck.settings import model_access

    refuse_unknown_level(fail_on)
    access = model_access(model, base_url)
    job = _job(inputs, output, references, access, passages, as_of, config, fresh, meaning)
    limits = limits_of(max_cost, max_calls, max_time)
    price = price_of_job(job)
    refuse_unknown_price(limits, price, job.model)
    expected = foreseen(job, price)
    print(expected, file=sys.stdout if estimate else sys.stderr)
    if left := other_kinds(inputs):
        say(left)
    if estimate:
        return
    wanted = checked_forms(form or ())
    refuse_unwritable(output)
    fetch_encoder_or_say(job.evidence, Quiet(), say)
    given = (job, limits, entries(inputs), wanted, database, at_a_time(workers, job), expected.articles)
    code = play(*given, fail_on=fail_on, hands=workers != 0, processes=processes)
    raise typer.Exit(code)


def at_a_time(workers: int | None, job: Job) -> int:
    """How many articles a process works on at a time."""
    from claimcheck.lm import is_embedded

    return workers or (AT_A_TIME_EMBEDDED if is_embedded(job.model) else AT_A_TIME)


def _job(
    inputs: list[str],
    output: Path,
    references: list[str] | None,
    access: tuple[str | None, str | None, str | None],
    passages: int,
    as_of: str | None,
    config: Path | None,
    fresh: bool,
    meaning: bool | None,
) -> Job:
    from claimcheck.batches.job import Job
    from claimcheck.commands.batch_round import prompts_of
    from claimcheck.configuration import read_configuration
    from claimcheck.settings import evidence_settings

    named, evidence = evidence_settings(config, references, as_of, meaning=meaning)
    options = read_configuration(config).model
    now = time.time()
    return Job(
        inputs=tuple(str(Path(one).resolve()) for one in inputs),
        folder=str(output.resolve()),
        references=tuple(_absolute(name) for name in named),
        model=access[0],
        base_url=_kept(access[1]),
        passages=passages,
        evidence=evidence,
        prices=dict(read_configuration(config).prices),
        options=options,
        prompts=prompts_of(access[0], options),
        nonce=f"{now:.6f}" if fresh else "",
        kept_since=now if fresh else 0.0,
    )


def _kept(address: str | None) -> str | None:
    """The model's address without its secrets. The whole of it stays in the environment, which this run's processes share."""
    from claimcheck.lm.access import ADDRESS, for_keeping

    if address is None:
        return None
    kept = for_keeping(address)
    if kept != address:
        os.environ[ADDRESS] = address
    return kept


def _absolute(name: str) -> str:
    """A folder or file of references as every process finds it; other names as they are."""
    return str(Path(name).resolve()) if os.path.exists(name) else name  # `Path.exists` fails for a long one
