"""What code decides over the model: a label that an exact finding contradicts does not stand."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Claim, ClaimKind, Finding, Label, Passage, Relation
from claimcheck.verdicts.bearing import not_given, unborne, unspoken
from claimcheck.verdicts.citing import sentences_of
from claimcheck.verdicts.overlap import names_met, share_in
from claimcheck.verdicts.turns import negative

STATED = 0.7  # the share of the claim's words in one sentence from which that sentence states the claim


def ruled(
    claim: Claim,
    label: Label,
    findings: Sequence[Finding],
    passages: Sequence[Passage],
    given: bool = False,
) -> tuple[Label, str]:
    """The label that stands, and the note where it is another than the model's ("" where it is the same).

    Evidence that was `given` as what decides may contradict a figure in other words; found evidence that has
    none of the kind mostly speaks of something else (benchmarks/quality.md).
    """
    relations = {finding.relation for finding in findings}
    differs = Relation.DIFFERS in relations and Relation.AGREES not in relations
    agrees = Relation.AGREES in relations and Relation.DIFFERS not in relations
    if label is Label.SUPPORTED and differs:
        return Label.NOT_ENOUGH_EVIDENCE, "The model read it as support, but an exact comparison differs."
    missing = not_given(claim, findings, passages) if label is Label.SUPPORTED else ""
    if missing:
        told = f"The model read it as support, but the evidence does not give {missing}."
        return Label.NOT_ENOUGH_EVIDENCE, told
    if label is Label.REFUTED and _of_what_was_said(claim, findings):
        told = "Read as refutation of what was said: whether it was said is another question, and stays open."
        return Label.NOT_ENOUGH_EVIDENCE, told
    unmet = unspoken(claim, findings, passages) if label is Label.REFUTED and not given else ""
    if unmet:
        told = f"Read as refutation, but nothing found has a figure of the same kind {unmet}."
        return Label.NOT_ENOUGH_EVIDENCE, told
    if label is Label.REFUTED and agrees:
        return _agreeing(claim, findings, passages)
    if label is Label.NOT_ENOUGH_EVIDENCE and agrees and _plainly(claim, findings, passages):
        return Label.SUPPORTED, "The model left it open; the figures and words of a sentence agree exactly."
    return label, ""


def _of_what_was_said(claim: Claim, findings: Sequence[Finding]) -> bool:
    """Whether the claim is that somebody said something, and no quotation was compared with its source."""
    return claim.kind is ClaimKind.QUOTATION and not any(
        f.aspect == "quotation" and f.relation is Relation.DIFFERS for f in findings
    )


def _agreeing(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> tuple[Label, str]:
    """Instead of a refutation that code contradicts: Supported where one sentence plainly states the claim."""
    if _plainly(claim, findings, passages):
        told = "The model read it as refutation; it was replaced, since the figures and words agree exactly."
        return Label.SUPPORTED, told
    if all(f.aspect == "date" for f in findings if f.relation is Relation.AGREES):
        return Label.REFUTED, ""  # that something else happened on the day is no contradiction
    return Label.NOT_ENOUGH_EVIDENCE, "The model read it as refutation, but an exact comparison agrees."


def _plainly(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> bool:
    """Whether every figure and date of the claim is borne out, and one sentence has most of its words."""
    return not unborne(claim, findings) and any(_states(claim, passage) for passage in passages)


def _states(claim: Claim, passage: Passage) -> bool:
    sentences = (passage.text[start:end] for start, end in sentences_of(passage.text))
    return names_met(claim, passage) and any(
        share_in(claim, sentence) >= STATED and negative(sentence) is negative(claim.text)
        for sentence in sentences
    )
