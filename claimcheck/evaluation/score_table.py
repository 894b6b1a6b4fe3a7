"""Tables for a terminal. What they hold may come from a data set or a model: it is never markup, and steers nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from claimcheck.evaluation.intervals import Score
from claimcheck.reports.safe import one_line


def head_table(title: str, columns: Sequence[str], scores: Mapping[str, Score]) -> str:
    """A row a score: its name, value, 95 % interval and number of cases, under four column names.

    A score that no case counts for has no value: a 0 would be read as one.
    """
    rows = (
        (name, f"{score.value:.3f}", f"{score.low:.3f} to {score.high:.3f}", str(score.cases))
        if score.cases
        else (name, "–", "–", "0")
        for name, score in scores.items()
    )
    return printed(title, columns, rows)


def printed(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with its title above it, 80 columns wide at most, as a terminal is."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=one_line(title), title_justify="left")
    for column in columns:
        table.add_column(one_line(column))
    for row in rows:
        table.add_row(*map(one_line, row))
    console = Console(file=StringIO(), width=80, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get().rstrip()
