"""`claimcheck worker`: works on the articles of a shared database, as one of as many as there are."""

from __future__ import annotations

import os
import signal
import sys
import time
from functools import partial
from typing import Annotated, NoReturn

import typer


def worker(
    database: Annotated[
        str,
        typer.Option(metavar="URL", help="The PostgreSQL of the batches: postgresql://user@host/database."),
    ],
) -> None:
    """Works on the articles that `batch --database` hands over, until it is stopped; start as many as you like.

    The key of a vendor comes from this machine's environment; references are found where the batch named them.
    The articles of a worker that is killed go to the others within seconds.
    """
    from claimcheck.batches.database import address_of, open_server
    from claimcheck.batches.running import working
    from claimcheck.batches.store import Store
    from claimcheck.commands.weights import weights_for
    from claimcheck.reports.progress import Quiet

    address = address_of(database)
    assert address is not None
    signal.signal(signal.SIGTERM, _stop)
    try:
        with working(
            Store(open_server(address)), partial(weights_for, progress=Quiet()), _unheard, None
        ) as at_work:
            print("claimcheck: waiting for articles; Ctrl-C stops", file=sys.stderr, flush=True)
            while not at_work.broken:
                time.sleep(0.5)
            print(f"claimcheck: the database cannot be written: {at_work.broken}", file=sys.stderr)
            raise typer.Exit(4)
    except KeyboardInterrupt:
        # What is under way is left to the others: this worker's lock goes with its connection.
        print("claimcheck: stopped", file=sys.stderr, flush=True)
        os._exit(130)


def _stop(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _unheard(claims: int) -> None:
    """Nobody looks on."""
