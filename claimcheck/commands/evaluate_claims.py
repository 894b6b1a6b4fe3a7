"""`claimcheck evaluate factcheckbench`: how rightly claims are found, taken apart and made to stand alone."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.saying import bar
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
    fresh: bool = False,
) -> None:
    """Measures extraction, prints the table, writes the scores to `output`; answers are kept beside it.

    `fresh` asks for all of them anew.
    """
    from claimcheck.commands.opening import opened_to_measure
    from claimcheck.commands.results import counter, give_out, kept_answers, refuse_unwritable, resumable
    from claimcheck.evaluation.extraction import evaluate_extraction
    from claimcheck.evaluation.extraction.documents import load
    from claimcheck.evaluation.extraction.running import HALVES, read_extraction_scores
    from claimcheck.evaluation.extraction.table import extraction_compared, extraction_table
    from claimcheck.settings import model_access

    if half is not None and half not in HALVES:
        raise UsageError(f"--half takes {' or '.join(map(repr, HALVES))}, not {half!r}")
    _, digest = load(data)  # what is wrong with data or files is told before a model is opened
    refuse_unwritable("--json", output, data)
    earlier = read_extraction_scores(against) if against else None
    progress = bar()
    measured = f"factcheckbench {digest} {model_access(model, base_url)[:2]}"
    kept = kept_answers(output, measured, data, fresh=fresh)
    with resumable(kept, fresh=fresh), progress, opened_to_measure(model, base_url, progress) as held:
        listen = counter(progress, "reading sentences")
        scores = evaluate_extraction(data, held, limit=limit, half=half, kept=kept, listen=listen)
    compared = [extraction_compared(earlier, scores)] if earlier else []
    give_out([extraction_table(scores), *compared], output, scores)
