"""A picture (SVG) of the beginning of a report as a terminal shows it, for the README."""

from __future__ import annotations

from pathlib import Path

from claimcheck.domain import Report


def save_svg(report: Report, path: Path, *, width: int = 90, claims: int = 4) -> None:
    """Writes the picture of the report's first `claims` claims, `width` columns wide."""
    from io import StringIO

    from rich.console import Console, Group

    from claimcheck.reports.layout import claim_blocks, heading

    console = Console(record=True, width=width, file=StringIO(), highlight=False, emoji=False, markup=False)
    first = report.model_copy(update={"claims": report.claims[:claims]})
    console.print(Group(heading(report), *claim_blocks(first)))
    path.write_text(console.export_svg(title="claimcheck article.txt"), encoding="utf-8")
