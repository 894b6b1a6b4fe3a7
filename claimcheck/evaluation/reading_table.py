"""What the tables of reading share: scores with their intervals, and the scores of two runs side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

from claimcheck.evaluation.intervals import Score


def head_table(title: str, columns: Sequence[str], scores: Mapping[str, Score]) -> str:
    """A row a score: its name, value, 95 % interval and number of cases, under four column names."""
    from rich.console import Console
    from rich.table import Table

    head = Table(title=title, title_justify="left")
    for column in columns:
        head.add_column(column)
    for name, score in scores.items():
        head.add_row(name, f"{score.value:.3f}", f"{score.low:.3f} to {score.high:.3f}", str(score.cases))
    console = Console(file=StringIO(), width=100, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(head)
    return capture.get().rstrip()


def side_by_side(one: Mapping[str, Score], other: Mapping[str, Score]) -> list[str]:
    """A line for each score that both runs have."""
    return [
        f"{name}: {one[name].value:.3f} → {score.value:.3f}" for name, score in other.items() if name in one
    ]
