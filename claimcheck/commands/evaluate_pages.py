"""`claimcheck evaluate pages|pages-pasted|plain-text`: how rightly articles are read; no model is needed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.results import counter, give_out, refuse_unwritable
from claimcheck.commands.saying import bar

READING = ("pages", "pages-pasted", "plain-text")


def evaluate_pages(
    task: str, data: Path, *, limit: int | None, output: Path | None, against: Path | None
) -> None:
    """Measures reading, prints the table, and writes the scores to `output`. Raises `InputError`, `UsageError`."""
    from claimcheck.evaluation.page_table import page_table, pages_compared
    from claimcheck.evaluation.pages import measure_pages, read_page_scores

    refuse_unwritable("--json", output, data)
    earlier = read_page_scores(against) if against else None
    progress = bar()
    with progress:
        scores = measure_pages(task, data, limit=limit, listen=counter(progress, "reading pages"))
    give_out([page_table(scores), *([pages_compared(earlier, scores)] if earlier else [])], output, scores)
