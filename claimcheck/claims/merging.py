"""Near-duplicates become one claim that keeps all its spans."""

from __future__ import annotations

from claimcheck.claims.words import covered, stems
from claimcheck.domain import Claim

SAME = 0.8  # Jaccard overlap of stems from which two claims with the same figures are one


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same: the same figures, dates and speaker, and nearly the same words."""
    if one.attributed_to != other.attributed_to:
        return False
    figures = [{(q.value, q.unit) for q in claim.quantities} for claim in (one, other)]
    times = [{d.iso for d in claim.dates} for claim in (one, other)]
    if figures[0] != figures[1] or times[0] != times[1]:
        return False
    a, b = stems(one.text), stems(other.text)
    jaccard = len(a & b) / len(a | b) if a | b else 1.0
    return jaccard >= SAME or min(covered(a, b), covered(b, a)) >= SAME


def merge(claims: list[Claim]) -> list[Claim]:
    """The claims without near-duplicates, in their order in the article, numbered `c1`, `c2`, …

    The first wording stays; spans, sentences and the higher check-worthiness are kept of all.
    """
    kept: list[Claim] = []
    for claim in claims:
        twin = next((i for i, other in enumerate(kept) if same(other, claim)), None)
        if twin is None:
            kept.append(claim)
            continue
        other = kept[twin]
        kept[twin] = other.model_copy(
            update={
                "spans": tuple(dict.fromkeys(other.spans + claim.spans)),
                "sentences": tuple(dict.fromkeys(other.sentences + claim.sentences)),
                "check_worthiness": max(other.check_worthiness, claim.check_worthiness),
            }
        )
    kept.sort(key=lambda claim: (claim.spans[0].start, claim.spans[0].end))
    return [claim.model_copy(update={"id": f"c{i}"}) for i, claim in enumerate(kept, 1)]
