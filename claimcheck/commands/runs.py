"""`claimcheck runs`: the runs there are, one of them in full, and going on with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.commands.batch import (
    Database,
    FailOn,
    Forms,
    Processes,
    Workers,
    at_a_time,
)
from claimcheck.commands.levels import refuse_unknown_level
from claimcheck.commands.limits import MaxCalls, MaxCost, MaxTime, limits_of
from claimcheck.commands.saying import plain

if TYPE_CHECKING:
    from claimcheck.batches.job import RunRow
    from claimcheck.batches.store import Store

runs = typer.Typer(help="The runs of `batch`: list them, show one, resume one.", invoke_without_command=True)


@runs.callback()
def listed(context: typer.Context, database: Database = None) -> None:
    """Lists the runs of this machine, or of a PostgreSQL, the newest first."""
    from claimcheck.batches.database import address_of, faults_told, open_server
    from claimcheck.batches.store import Store, runs_here

    if context.invoked_subcommand is not None:
        return
    address = address_of(database)
    if address:
        with faults_told():
            store = Store(open_server(address))
            lines = [_line(store.run(run)) for run in store.runs()]
    else:
        lines = [_line_of(run) for run in runs_here()]
    for line in lines:
        print(line)
    if not lines:
        print("There is no run yet: claimcheck batch begins one.")


def _line_of(run: str) -> str:
    """A run of this machine in a line, also where its file is damaged, or was only just begun: the others are listed."""
    from claimcheck.batches.database import faults_told
    from claimcheck.batches.store import Store
    from claimcheck.errors import ClaimcheckError

    try:
        with faults_told():
            return _line(Store.of_run(run, None).run(run))
    except ClaimcheckError as error:
        return f"{run}  cannot be read: {error}"


@runs.command()
def show(run: Annotated[str, typer.Argument(help="The run's id.")], database: Database = None) -> None:
    """Shows a run: what it was asked, what became of each article, and what it took."""
    from claimcheck.batches.database import faults_told
    from claimcheck.batches.summary import lines_of
    from claimcheck.commands.batch_round import told

    with faults_told():
        store, held = _found(run, database)
        rows = store.rows(run)
    print(_line(held))
    model, references = held.job.model or "embedded", ", ".join(held.job.references) or "none"
    print(plain(f"model: {model}; references: {references}"))
    for row in rows:
        print(f"  {told(row)}" if row.state != "waiting" else plain(f"  {row.name}: waiting"))
    print("\n".join(lines_of(rows)[:3]))


@runs.command()
def resume(
    run: Annotated[str, typer.Argument(help="The run's id.")],
    database: Database = None,
    workers: Workers = None,
    processes: Processes = None,
    form: Forms = None,
    fail_on: FailOn = "never",
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    max_time: MaxTime = None,
) -> None:
    """Goes on with a run: what is waiting, was interrupted, or was stopped by a service or a limit.

    Limits are those given here; calls and cost count from the run's beginning, time from now.
    """
    from claimcheck.batches.database import faults_told
    from claimcheck.batches.delivery import checked_forms
    from claimcheck.commands.batch_round import play, price_of_job, refuse_other_prompts
    from claimcheck.commands.limits import refuse_unknown_price
    from claimcheck.lm.access import from_keeping, reachable

    refuse_unknown_level(fail_on)
    with faults_told():
        _, held = _found(run, database)
    refuse_other_prompts(held)
    if workers != 0:
        # a key or an address that is missing here would stop every article
        reachable(held.job.model, from_keeping(held.job.base_url))
    limits = limits_of(max_cost, max_calls, max_time)
    if limits.cost is not None:
        refuse_unknown_price(limits, price_of_job(held.job), held.job.model)
    wanted, hands = checked_forms(form or ()), workers != 0
    given = (held.job, limits, (), wanted, database, at_a_time(workers, held.job), held.unfinished)
    raise typer.Exit(play(*given, fail_on=fail_on, hands=hands, processes=processes))


def _found(run: str, database: str | None) -> tuple[Store, RunRow]:
    from claimcheck.batches.database import address_of
    from claimcheck.batches.store import Store, file_of
    from claimcheck.errors import InputError

    address = address_of(database)
    if address is None and not file_of(run).is_file():
        raise InputError(f"there is no run {run} here: see claimcheck runs")
    store = Store.of_run(run, address)
    return store, store.run(run)


def _line(run: RunRow) -> str:

    states = ", ".join(f"{count} {state}" for state, count in run.states.items())
    begun = datetime.fromtimestamp(run.begun).isoformat(sep=" ", timespec="seconds")
    return plain(f"{run.id}  {begun}  {states or 'no article'}  → {run.job.folder}")
