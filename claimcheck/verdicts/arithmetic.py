"""The verdict where a share of a whole was computed: no model is asked what arithmetic settles."""

from __future__ import annotations

from claimcheck.domain import Claim, ClaimKind, Label, Passage, Relation, Verdict
from claimcheck.exact import compare_share, find_quantities, sentences_of
from claimcheck.verdicts.citing import cite

COMPUTED = 0.9  # the confidence of a computed share: stated, since it is the reading of words that may fail
_COMPUTED, _STATED = "a share computed from two cited figures", "a share that the evidence gives"


def by_arithmetic(claim: Claim, evidence: tuple[Passage, ...]) -> Verdict | None:
    """Supported or Refuted by the shares that the passages give, or that are computed from their figures; None where they
    do not settle it.

    That somebody said so is not settled by whether it is so.
    """
    if claim.kind is ClaimKind.QUOTATION:
        return None
    settled = [f for f in compare_share(claim, evidence) if f.relation is not Relation.NOT_COMPARABLE]
    if not settled or len({f.relation for f in settled}) > 1:
        return None
    stance = "supports" if settled[0].relation is Relation.AGREES else "refutes"
    by_id = {passage.id: passage for passage in evidence}
    found = [cite(by_id[f.passage], _sentence_with(by_id[f.passage], f.of), stance) for f in settled]
    citations = tuple(dict.fromkeys(citation for citation in found if citation))
    if not citations:
        return None
    return Verdict(
        claim=claim.id,
        label=Label.SUPPORTED if stance == "supports" else Label.REFUTED,
        justification=settled[0].detail,
        citations=citations,
        findings=tuple(settled),
        confidence=COMPUTED,
        confidence_basis=f"{_STATED if len(settled) == 1 else _COMPUTED} (a stated value, not calibrated)",
        evidence=evidence,
    )


def _sentence_with(passage: Passage, amount: str) -> int:
    """The number of the passage's sentence that holds an amount as it is written there; 0 where none does."""
    for number, (start, end) in enumerate(sentences_of(passage.text), 1):
        if any(m.quantity.text == amount for m in find_quantities(passage.text[start:end])):
            return number
    return 0
