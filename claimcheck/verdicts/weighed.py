"""A claim beside its evidence, read and weighed, and the verdict that this comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.domain import Citation, Claim, Finding, Label, Passage, Relation, Verdict
from claimcheck.exact import compare, compare_share
from claimcheck.verdicts.calibration import leaning, likeliest
from claimcheck.verdicts.reasons import for_the_claim, without_idle_end
from claimcheck.verdicts.signs import Stances

SILENT = "No passage found says enough about this claim."
ONE_FOR_BOTH = "Read as conflicting, but one and the same sentence was named for both sides."
SIDES = {  # the labels that need citations, and for which side
    Label.SUPPORTED: ("supports",),
    Label.REFUTED: ("refutes",),
    Label.CONFLICTING: ("supports", "refutes"),
}


@dataclass(frozen=True)
class Read:
    """A claim with the passages that the model is shown, and what code found in them."""

    claim: Claim
    evidence: tuple[Passage, ...]  # all that was found
    read: tuple[Passage, ...]  # what the model is shown
    findings: tuple[Finding, ...]  # of code: in what is read, and shares of a whole in all that was found

    @property
    def differs(self) -> bool:
        """Whether code sees a figure or day that differs."""
        return any(found.relation is Relation.DIFFERS for found in self.findings)

    def alone(self, passage: Passage) -> Read:
        """The same beside one passage alone."""
        only = (passage,)
        return Read(self.claim, self.evidence, only, findings_in(self.claim, only, only))


@dataclass(frozen=True)
class Weighed(Read):
    """The same, and what it comes to; no signs where the model's own certainty stands."""

    signs: Mapping[str, float]
    chances: Mapping[Label, float]
    label: Label
    basis: str
    notes: tuple[str, ...]
    replaced: bool = False  # by a rule
    apart: tuple[Stances, ...] = ()  # of the first passages, where each was read by itself

    def instead(self, label: Label, note: str) -> Weighed:
        """The same with another label, and the note that says why; what was not likely enough and is given now is not told."""
        if not note:
            return self
        notes = self.notes if label is not likeliest(self.chances) else self._notes_but_leaning
        return replace(self, label=label, notes=(*notes, note), replaced=True)

    @property
    def _notes_but_leaning(self) -> tuple[str, ...]:
        told = leaning(self.chances, self.label)
        return tuple(note for note in self.notes if note not in told)

    def apart_from_others(self, passage: Passage) -> Stances | None:
        """The model's word on a passage by itself, where it was asked."""
        held = zip(self.read, self.apart, strict=False)  # the first ones
        return next((stances for one, stances in held if one == passage), None)

    def decisive(self, stance: str) -> tuple[Passage, ...]:
        """The passages that the sentence for one side is looked for in: the one that says so most by itself, or all."""
        if not self.apart:
            return self.read
        held = zip(self.read, self.apart, strict=False)  # the first ones
        return (max(held, key=lambda pair: pair[1][stance])[0],)

    @property
    def confidence(self) -> float:
        """The probability of the label; where a rule chose Supported, at least an even chance.

        Not where a rule left the claim open: of 29 such cases of four data sets it was right for 4.
        """
        chance, settled = self.chances.get(self.label, 0.0), self.label is Label.SUPPORTED
        return round(max(chance, 0.5) if self.replaced and settled else chance, 2)


def one_for_both(citations: Sequence[Citation]) -> bool:
    """Whether the two sides of a verdict quote the same words: they cannot speak for a claim and against it."""
    return len(citations) > 1 and len({(one.passage, one.start, one.end) for one in citations}) == 1


def findings_in(claim: Claim, read: Sequence[Passage], evidence: Sequence[Passage]) -> tuple[Finding, ...]:
    """What code compares in the passages that are read, and the shares of a whole in all of the evidence; each once."""
    return tuple(dict.fromkeys((*compare(claim, read), *compare_share(claim, evidence))))


def unchecked(claim: Claim, reason: str, evidence: tuple[Passage, ...] = ()) -> Verdict:
    """*Unchecked*: not a verdict; `reason` is one sentence."""
    return Verdict(claim=claim.id, label=Label.UNCHECKED, justification=reason, evidence=evidence)


def nothing_found(claim: Claim, evidence: tuple[Passage, ...]) -> Verdict:
    """Not Enough Evidence, where there is no passage to read."""
    return Verdict(
        claim=claim.id,
        label=Label.NOT_ENOUGH_EVIDENCE,
        justification="No passage found speaks of this claim."
        if evidence
        else "Nothing about this claim was found.",
        confidence=0.9,
        confidence_basis="no model was asked (a stated value, not calibrated)",
        evidence=evidence,
    )


def reasoned(weighed: Weighed, citations: tuple[Citation, ...], why: str, given: bool) -> Verdict:
    """The verdict with its reason. A refutation whose reason speaks for the claim stands without that reason where
    evidence was `given` as what decides; of found evidence it says nothing sure: it was wrong two times in three.
    """
    if weighed.label is not Label.REFUTED or not for_the_claim(why, weighed.claim):
        return verdict_of(weighed, citations, why)
    if given:
        return verdict_of(weighed, citations, "")
    told = "Read as refutation, but the model's own reason speaks for the claim."
    return verdict_of(weighed.instead(Label.NOT_ENOUGH_EVIDENCE, told), (), SILENT)


_TOLD = {  # the findings that are a reason for a label
    Label.SUPPORTED: (Relation.AGREES,),
    Label.REFUTED: (Relation.DIFFERS,),
    Label.CONFLICTING: (Relation.AGREES, Relation.DIFFERS),
}


def verdict_of(weighed: Weighed, citations: tuple[Citation, ...], why: str) -> Verdict:
    """The verdict that a weighed claim comes to; `why` in a sentence."""
    exact = [f.detail for f in weighed.findings if f.relation in _TOLD.get(weighed.label, ())]
    words = [*exact[:1], without_idle_end(why)] if citations else [why]
    said = " ".join(dict.fromkeys(word.strip() for word in words if word.strip()))
    return Verdict(
        claim=weighed.claim.id,
        label=weighed.label,
        justification=said or f"The passage quoted {citations[0].stance} the claim.",
        citations=citations,
        findings=weighed.findings,
        confidence=weighed.confidence,
        confidence_basis=weighed.basis,
        notes=weighed.notes,
        evidence=weighed.evidence,
    )
