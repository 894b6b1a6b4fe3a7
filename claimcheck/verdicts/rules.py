"""What code decides over the model: a label that an exact finding contradicts does not stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.domain import Claim, ClaimKind, Finding, Label, Passage, Relation
from claimcheck.verdicts.bearing import differs, figures_of, not_given, unspoken
from claimcheck.verdicts.contradicting import contradicting_sentence
from claimcheck.verdicts.contrary import contrary
from claimcheck.verdicts.overlap import unnamed
from claimcheck.verdicts.said import unsaid
from claimcheck.verdicts.some_of import several_of_none
from claimcheck.verdicts.stating import states_nearly, stating_sentence

_OTHERWISE = "A sentence has another figure or date where the claim has its own."


def ruled(
    claim: Claim,
    label: Label,
    findings: Sequence[Finding],
    passages: Sequence[Passage],
    given: bool = False,
    leans: Collection[Label] = (),
) -> tuple[Label, str]:
    """The label that stands, and the note where it is another than the model's ("" where it is the same).

    `leans` are those of Supported and Refuted that are the likeliest label, or nearly, though too unlikely for a verdict.
    Evidence that was `given` as what decides may contradict a figure in other words; found evidence that has
    none of the kind mostly speaks of something else (benchmarks/steps/found_evidence.md).
    """
    against = ""
    if label is Label.SUPPORTED:
        against = _against_support(claim, findings, passages, given)
    elif label is Label.REFUTED:
        against = _against_refutation(claim, findings, passages, given)
    if against:
        return Label.NOT_ENOUGH_EVIDENCE, against
    if label is Label.NOT_ENOUGH_EVIDENCE:
        return _settled(claim, findings, passages, given, leans)
    return label, ""


def _settled(
    claim: Claim,
    findings: Sequence[Finding],
    passages: Sequence[Passage],
    given: bool,
    leans: Collection[Label],
) -> tuple[Label, str]:
    """What a sentence settles that the model leans to: it states the claim, or has another figure or date in its words."""
    states = Label.SUPPORTED in leans and stating_sentence(claim, passages)
    if states and not _against_support(claim, findings, passages, given):
        return Label.SUPPORTED, _stated(claim)
    other = not states and Label.REFUTED in leans and contradicting_sentence(claim, passages)
    if other and not _against_refutation(claim, findings, passages, given):
        return Label.REFUTED, _OTHERWISE
    return Label.NOT_ENOUGH_EVIDENCE, ""


def _against_support(
    claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage], given: bool
) -> str:
    """Why support does not stand; "" where it does. Evidence that was `given` need not say again whom it is of."""
    if differs(findings):
        return "The model read it as support, but an exact comparison differs."
    if missing := not_given(claim, findings, passages):
        return f"The model read it as support, but the evidence does not give {missing}."
    if turned := contrary(claim, passages):
        return f"The model read it as support, but the evidence {turned}."
    if not given and (name := unnamed(claim, passages)):
        return f"The model read it as support, but nothing found names {name!r}."
    texts = [f"{passage.title} {passage.text}" for passage in passages]
    if not given and (several := several_of_none(claim.text, texts)):
        return f"The model read it as support, but nothing found speaks of {several!r}."
    if unsaid(claim, passages):
        return "The model read it as support, but nothing found has four in ten of the words that are said to be somebody's."
    return ""


def _against_refutation(
    claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage], given: bool
) -> str:
    """Why a refutation does not stand; "" where it does."""
    if claim.kind is ClaimKind.QUOTATION:
        return "Read as refutation of what was said: whether it was said is another question, and stays open."
    if not given and (unmet := unspoken(claim, findings, passages)):
        return f"Read as refutation, but nothing found has a figure of the same kind {unmet}."
    if _agrees(findings):
        return "The model read it as refutation, but an exact comparison agrees."
    if states_nearly(claim, passages):
        return "Read as refutation, but a sentence has the claim's names and nearly all of its words."
    return ""


def _stated(claim: Claim) -> str:
    """How a sentence that settles the claim states it; see `stating_sentence`."""
    if figures_of(claim) or claim.dates:
        return "A sentence has the claim's figures and dates, its names and most of its words."
    return "A sentence has the claim's names and nearly all of its words."


def _agrees(findings: Sequence[Finding]) -> bool:
    """Whether what can be compared agrees. That something else happened on the day is no contradiction."""
    compared = [f for f in findings if f.relation is not Relation.NOT_COMPARABLE]
    agree = all(f.relation is Relation.AGREES for f in compared)
    return agree and any(f.aspect != "date" for f in compared)
