"""The report for a terminal: colours by name only, so that dark and light both read well."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO
from typing import TYPE_CHECKING

from claimcheck.domain import Report

if TYPE_CHECKING:
    from rich.console import RenderableType


def render(report: Report) -> str:
    """The report for this terminal's width, without colour where NO_COLOR is set or the terminal has none."""
    return printed(report, width=columns(), colour=has_colour())


def has_colour() -> bool:
    """Whether colour codes may be sent: a dumb terminal, such as an editor's, would show them as text."""
    return not os.environ.get("NO_COLOR") and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal says that it knows no codes at all."""
    return os.environ.get("TERM") in ("dumb", "unknown")


def columns() -> int:
    """How wide this terminal is, 80 where that is not known."""
    return shutil.get_terminal_size((80, 24)).columns


def printed(report: Report, *, width: int, colour: bool) -> str:
    """The report in lines of at most `width` columns, never wider than reads well."""
    from claimcheck.reports.layout import compose

    return drawn(compose(report), width=width, colour=colour)


def for_stdout(what: RenderableType) -> str:
    """Anything that rich renders, for a terminal where standard output is one, else plain for a pipe."""
    tty = sys.stdout.isatty()
    return drawn(what, width=columns() if tty else 80, colour=tty and has_colour())


def drawn(what: RenderableType, *, width: int, colour: bool) -> str:
    """Anything that rich renders, in lines of at most `width` columns, never wider than reads well."""
    from rich.console import Console

    from claimcheck.reports.layout import WIDEST

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
        console.print(what)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
