"""`claimcheck evaluate averitec|fm2|…|wice`: how right verdicts are on public data."""

from __future__ import annotations

import sys
from pathlib import Path


def evaluate_verdicts(
    task: str,
    data: Path,
    model: str | None,
    base_url: str | None,
    *,
    per_call: int | None,
    limit: int | None,
    half: str | None,
    output: Path | None,
    against: Path | None,
    meaning: bool | None = None,
) -> None:
    """Measures verdicts, prints the table, writes the scores to `output`; finished cases are kept beside it."""
    from claimcheck.commands.opening import opened_to_measure
    from claimcheck.commands.results import counter, written
    from claimcheck.commands.weights import fetch_encoder
    from claimcheck.evaluation import evaluate
    from claimcheck.evaluation.datasets import half_named, load
    from claimcheck.evaluation.running import read_scores
    from claimcheck.evaluation.table import compared, table
    from claimcheck.lm import ModelOptions
    from claimcheck.reports.progress import ProgressView, Quiet
    from claimcheck.settings import evidence_settings

    part = half_named(half) if half else None
    load(task, data)  # what is wrong with the data is told before a model is opened
    earlier = read_scores(against) if against else None
    options = evidence_settings(None, None, meaning=meaning)[1]
    progress = ProgressView() if sys.stderr.isatty() else Quiet()
    kept = output.with_suffix(".jsonl") if output else None
    model_options = ModelOptions(claims_per_call=per_call)
    with progress:
        fetch_encoder(options, progress)
    with progress, opened_to_measure(model, base_url, progress, model_options) as held:
        listen = counter(progress, "judging cases")
        scores = evaluate(
            task, data, held, limit=limit, half=part, kept=kept, listen=listen, evidence=options
        )
    if output:
        written(output, scores.model_dump_json(indent=2) + "\n")
    print(table(scores))
    if earlier:
        print(compared(earlier, scores))
