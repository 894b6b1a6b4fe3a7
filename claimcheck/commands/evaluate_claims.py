"""`claimcheck evaluate factcheckbench`: how rightly claims are found, taken apart and made to stand alone."""

from __future__ import annotations

import sys
from pathlib import Path

from claimcheck.errors import UsageError


def evaluate_claims(
    data: Path,
    model: str | None,
    base_url: str | None,
    *,
    limit: int | None,
    half: str | None,
    output: Path | None,
    against: Path | None,
) -> None:
    """Measures extraction, prints the table, writes the scores to `output`; answers are kept beside it."""
    from claimcheck.commands.opening import opened_to_measure
    from claimcheck.commands.results import counter, written
    from claimcheck.evaluation.extraction import evaluate_extraction
    from claimcheck.evaluation.extraction.documents import load
    from claimcheck.evaluation.extraction.running import HALVES, read_extraction_scores
    from claimcheck.evaluation.extraction.table import extraction_compared, extraction_table
    from claimcheck.reports.progress import ProgressView, Quiet

    if half is not None and half not in HALVES:
        raise UsageError(f"--half takes {' or '.join(map(repr, HALVES))}, not {half!r}")
    load(data)  # what is wrong with the data is told before a model is opened
    earlier = read_extraction_scores(against) if against else None
    progress = ProgressView() if sys.stderr.isatty() else Quiet()
    kept = output.with_suffix(".answers.jsonl") if output else None
    with progress, opened_to_measure(model, base_url, progress) as held:
        listen = counter(progress, "reading sentences")
        scores = evaluate_extraction(data, held, limit=limit, half=half, kept=kept, listen=listen)
    if output:
        written(output, scores.model_dump_json(indent=2) + "\n")
    print(extraction_table(scores))
    if earlier:
        print(extraction_compared(earlier, scores))
