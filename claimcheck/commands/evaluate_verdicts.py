"""`claimcheck evaluate averitec|fm2|…|wice`: how right verdicts are on public data."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.saying import bar


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
    fresh: bool = False,
) -> None:
    """Measures verdicts, prints the table, writes the scores to `output`; finished cases are kept beside it.

    `fresh` asks about all of them anew.
    """
    from claimcheck.commands.opening import opened_to_measure
    from claimcheck.commands.results import counter, give_out, kept_answers, refuse_unwritable, resumable
    from claimcheck.commands.weights import fetch_encoder
    from claimcheck.evaluation import evaluate
    from claimcheck.evaluation.datasets import half_named, load
    from claimcheck.evaluation.running import read_scores
    from claimcheck.evaluation.table import compared, table
    from claimcheck.settings import evidence_settings, model_access

    part = half_named(half) if half else None
    _, digest = load(task, data)  # what is wrong with data or files is told before a model is opened
    refuse_unwritable("--json", output, data)
    earlier = read_scores(against) if against else None
    options = evidence_settings(None, None, meaning=meaning)[1]
    progress = bar()
    measured = f"{task} {digest} {model_access(model, base_url)[:2]}"
    kept = kept_answers(output, measured, data, fresh=fresh)
    with progress:
        fetch_encoder(options, progress)
    opening = opened_to_measure(model, base_url, progress, per_call)
    with resumable(kept, fresh=fresh), progress, opening as held:
        listen = counter(progress, "judging cases")
        scores = evaluate(
            task, data, held, limit=limit, half=part, kept=kept, listen=listen, evidence=options
        )
    give_out([table(scores), *([compared(earlier, scores)] if earlier else [])], output, scores)
