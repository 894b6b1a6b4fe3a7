"""The report for a terminal: colours by name only, so that dark and light both read well."""

from __future__ import annotations

import os
import shutil
from io import StringIO

from claimcheck.domain import Report


def render(report: Report) -> str:
    """The report for this terminal's width, without colour where NO_COLOR is set."""
    width = shutil.get_terminal_size((80, 24)).columns
    return printed(report, width=width, colour=not os.environ.get("NO_COLOR"))


def printed(report: Report, *, width: int, colour: bool) -> str:
    """The report in lines of at most `width` columns, never wider than reads well."""
    from rich.console import Console

    from claimcheck.reports.layout import WIDEST, compose

    console = Console(
        file=StringIO(),
        width=max(40, min(width, WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(compose(report))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
