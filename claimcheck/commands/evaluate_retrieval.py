"""`claimcheck evaluate fm2-retrieval`: how well evidence is found; no language model is needed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.results import written

RETRIEVAL = ("fm2-retrieval",)


def evaluate_retrieval(
    data: Path, *, output: Path | None, against: Path | None, meaning: bool | None
) -> None:
    """Measures the look-up, prints the table, and writes the scores to `output`.

    Raises `InputError`, and `ServiceError` where ranking by meaning fails.
    """
    from claimcheck.commands.weights import fetch_encoder
    from claimcheck.evaluation.retrieval import load, measure_retrieval, read_retrieval_scores
    from claimcheck.evaluation.retrieval_table import retrieval_compared, retrieval_table
    from claimcheck.reports.progress import Quiet
    from claimcheck.settings import evidence_settings

    load(data)  # what is wrong with the data is told before a model is fetched
    earlier = read_retrieval_scores(against) if against else None
    options = evidence_settings(None, None, meaning=meaning)[1]
    fetch_encoder(options, Quiet())
    scores = measure_retrieval(data, options)
    if output:
        written(output, scores.model_dump_json(indent=2) + "\n")
    print(retrieval_table(scores))
    if earlier:
        print(retrieval_compared(earlier, scores))
