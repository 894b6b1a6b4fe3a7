"""Earlier fact-checks beside a verdict: shown with who, when and their rating; they decide nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import FactCheck, Label, Passage, Verdict

_NO_VERDICT = {Label.UNCHECKED, Label.NOT_ENOUGH_EVIDENCE}


def with_fact_checks(verdict: Verdict, found: Sequence[Passage], notes: Sequence[str] = ()) -> Verdict:
    """The verdict as it is, label and confidence too, with notes on the fact-checks found, and other notes."""
    checks = [passage.fact_check for passage in found if passage.fact_check is not None]
    told = [_told(check, verdict.label) for check in checks]
    if not told and not notes:
        return verdict
    return verdict.model_copy(
        update={
            "notes": tuple(dict.fromkeys((*verdict.notes, *told, *notes))),
            "evidence": (*verdict.evidence, *found),
        }
    )


def _told(check: FactCheck, label: Label) -> str:
    day = f" on {check.reviewed.isoformat()}" if check.reviewed else ""
    ours = f" (in our words: {check.label})" if check.label else " (which has no equal among our labels)"
    at = f" {check.url}" if check.url else ""
    differs = check.label and label not in _NO_VERDICT and check.label is not label
    beside = " This differs from the verdict here." if differs else ""
    return (
        f"Earlier fact-check by {check.by}{day}: the claim “{check.claim}” was rated “{check.rating}”{ours}.{at}"
        f" It is shown beside the verdict and did not decide it.{beside}"
    )
