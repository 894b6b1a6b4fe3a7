"""`claimcheck evaluate fm2-retrieval`: how well evidence is found; no language model is needed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.results import give_out, refuse_unwritable

RETRIEVAL = ("fm2-retrieval",)


def evaluate_retrieval(
    data: Path, *, output: Path | None, against: Path | None, meaning: bool | None
) -> None:
    """Measures the look-up, prints the table, and writes the scores to `output`.

    Raises `InputError`, `UsageError`, and `ServiceError` where ranking by meaning fails.
    """
    from claimcheck.commands.weights import fetch_encoder
    from claimcheck.evaluation.retrieval import load, measure_retrieval, read_retrieval_scores
    from claimcheck.evaluation.retrieval_table import retrieval_compared, retrieval_table
    from claimcheck.reports.progress import Quiet
    from claimcheck.settings import evidence_settings

    load(data)  # what is wrong with the data is told before a model is fetched
    refuse_unwritable("--json", output, data)
    earlier = read_retrieval_scores(against) if against else None
    options = evidence_settings(None, None, meaning=meaning)[1]
    fetch_encoder(options, Quiet())
    scores = measure_retrieval(data, options)
    compared = [retrieval_compared(earlier, scores)] if earlier else []
    give_out([retrieval_table(scores), *compared], output, scores)
