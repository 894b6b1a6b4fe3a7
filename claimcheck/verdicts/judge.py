"""Claim + passages → verdict: code compares what is exact, the model reads the rest, rules combine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from claimcheck.domain import Citation, Claim, Finding, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError
from claimcheck.exact import compare, compare_share, find_quantities
from claimcheck.verdicts.citing import cite, numbered, sentences_of
from claimcheck.verdicts.combining import Reading, combine, overruled, unconfirmed
from claimcheck.verdicts.overlap import best_sentence, names_met, share_in, share_of_words
from claimcheck.verdicts.program import validated

Call = Callable[[Any, dict[str, str]], Awaitable[Any]]
"""Runs a DSPy program on its input fields and returns the prediction."""

REFUTING = 0.5  # the share of the claim's words in a sentence from which it can contradict the claim
ON_TOPIC = 0.35  # a passage that shares less of the claim's words is not put to the model


class Judge:
    """Gives verdicts with two programs (`judge`, `second_look`) and a way to call them."""

    def __init__(self, judge: Any, second_look: Any, call: Call, passages: int = 3) -> None:
        """`passages` is how many passages of a claim the model reads at most, one call each."""
        self._judge, self._second_look, self._call, self._passages = judge, second_look, call, passages

    async def verdict(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim. No passage: Not Enough Evidence, without a call.

        An answer that cannot be used gives *Unchecked* with the reason, never a verdict. A service that
        is gone raises `ServiceError`.
        """
        evidence = tuple(passages)
        shares = compare_share(claim, evidence)
        computed = _by_arithmetic(claim, shares, evidence)
        if computed:
            return computed
        relevant = [p for p in evidence if names_met(claim, p) and share_of_words(claim, p) >= ON_TOPIC]
        readings: list[Reading] = []
        try:
            for passage in relevant[: self._passages]:
                readings.append(await self._read(claim, passage, shares))
                if settled(readings):
                    break
            readings = [await self._looked_at_again(claim, reading) for reading in readings]
        except ModelError as error:
            return unchecked(claim, f"The model's answer could not be used: {error}", evidence)
        return combine(claim, readings, evidence)

    async def _read(self, claim: Claim, passage: Passage, shares: Sequence[Finding]) -> Reading:
        findings = (*compare(claim, passage), *(f for f in shares if f.passage == passage.id))
        silent = silence(claim, findings)
        if silent:
            note = f"{passage.title}: it does not give {silent}."
            return Reading(passage, "neither", "", None, findings, (note,))
        fields = {
            "claim": in_context(claim),
            "findings": " ".join(f"{f.aspect}: {f.detail}" for f in findings),
            "passage": numbered(passage),
        }
        draft = validated(await self._call(self._judge, fields))
        number = draft.sentence or best_sentence(claim, passage)
        citation = cite(passage, number, draft.stance) if draft.stance != "neither" else None
        if citation and draft.stance == "refutes" and not about_the_same(claim, citation, findings):
            note = f"{passage.title}: read as refutation, but it hardly speaks of the claim."
            return Reading(passage, "neither", draft.why, None, findings, (note,))
        reading = Reading(passage, draft.stance, draft.why, citation, findings)
        return overruled(claim, reading)

    async def _looked_at_again(self, claim: Claim, reading: Reading) -> Reading:
        """A refutation stands only if a second question finds the same subject, time and place."""
        if reading.stance != "refutes":
            return reading
        fields = {"claim": in_context(claim), "passage": numbered(reading.passage)}
        prediction = await self._call(self._second_look, fields)
        same = getattr(prediction, "same", None)
        if same not in {"yes", "no"}:
            raise ModelError("the second look was answered with neither yes nor no")
        if same == "yes":
            return reading
        note = f"{reading.passage.title}: not the same subject, time or place, on a second look."
        return Reading(
            reading.passage, "neither", reading.why, None, reading.findings, (*reading.notes, note)
        )


def unchecked(claim: Claim, reason: str, evidence: tuple[Passage, ...] = ()) -> Verdict:
    """*Unchecked*: not a verdict; `reason` is one sentence."""
    return Verdict(claim=claim.id, label=Label.UNCHECKED, justification=reason, evidence=evidence)


def in_context(claim: Claim) -> str:
    """The claim as the model reads it, with the sentence that a bare reference leans on."""
    return f"{claim.text} (Said after: {claim.context})" if claim.context else claim.text


def settled(readings: Sequence[Reading]) -> bool:
    """Whether a passage supports the claim and an exact comparison bears it out: nothing more is asked."""
    last = readings[-1]
    return last.stance == "supports" and any(f.relation is Relation.AGREES for f in last.findings)


def silence(claim: Claim, findings: Sequence[Finding]) -> str:
    """The figure or date of the claim that code finds neither borne out nor contradicted; "" where none is.

    Such a passage cannot decide the claim, and is not put to the model.
    """
    if any(finding.relation is Relation.DIFFERS for finding in findings):
        return ""
    return unconfirmed(claim, findings)


def about_the_same(claim: Claim, citation: Citation, findings: Sequence[Finding]) -> bool:
    """Whether a sentence cited against a claim speaks of it: most of its words, or an exact difference."""
    if any(finding.relation is Relation.DIFFERS for finding in findings):
        return True
    return share_in(claim, citation.quotation) >= REFUTING


def _sentence_with_figure(passage: Passage, detail: str) -> int:
    """The number of the passage's sentence that holds a figure named in the finding; 0 where none does."""
    for number, (start, end) in enumerate(sentences_of(passage.text), 1):
        if any(m.quantity.text in detail for m in find_quantities(passage.text[start:end])):
            return number
    return 0


def _by_arithmetic(claim: Claim, shares: Sequence[Finding], evidence: tuple[Passage, ...]) -> Verdict | None:
    """The verdict where a share of a whole was computed: no model is asked what arithmetic settles."""
    settled = [f for f in shares if f.relation is not Relation.NOT_COMPARABLE]
    if not settled or len({f.relation for f in settled}) > 1:
        return None
    stance = "supports" if settled[0].relation is Relation.AGREES else "refutes"
    by_id = {passage.id: passage for passage in evidence}
    cited = [by_id[f.passage] for f in settled if f.passage in by_id]
    detail = settled[0].detail
    citations = tuple(c for p in cited if (c := cite(p, _sentence_with_figure(p, detail), stance)))
    if not citations:
        return None
    return Verdict(
        claim=claim.id,
        label=Label.SUPPORTED if stance == "supports" else Label.REFUTED,
        justification=settled[0].detail,
        citations=citations,
        findings=tuple(settled),
        confidence=0.7,
        confidence_basis="a share computed from two cited figures (a stated value, not calibrated)",
        evidence=evidence,
    )
