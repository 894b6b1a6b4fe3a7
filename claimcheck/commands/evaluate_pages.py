"""`claimcheck evaluate pages|pages-pasted|plain-text`: how rightly articles are read; no model is needed."""

from __future__ import annotations

import sys
from pathlib import Path

from claimcheck.commands.results import counter, written

READING = ("pages", "pages-pasted", "plain-text")


def evaluate_pages(
    task: str, data: Path, *, limit: int | None, output: Path | None, against: Path | None
) -> None:
    """Measures reading, prints the table, and writes the scores to `output`. Raises `InputError`."""
    from claimcheck.evaluation.page_table import page_table, pages_compared
    from claimcheck.evaluation.pages import measure_pages, read_page_scores
    from claimcheck.reports.progress import ProgressView, Quiet

    earlier = read_page_scores(against) if against else None
    progress = ProgressView() if sys.stderr.isatty() else Quiet()
    with progress:
        scores = measure_pages(task, data, limit=limit, listen=counter(progress, "reading pages"))
    if output:
        written(output, scores.model_dump_json(indent=2) + "\n")
    print(page_table(scores))
    if earlier:
        print(pages_compared(earlier, scores))
