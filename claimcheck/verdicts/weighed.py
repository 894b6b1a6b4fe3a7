"""A claim beside its evidence, read and weighed, and the verdict that this comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.domain import Citation, Claim, Finding, Label, Passage, Relation, Verdict
from claimcheck.exact import compare, compare_share
from claimcheck.verdicts.bearing import differs
from claimcheck.verdicts.calibration import leaning, likeliest
from claimcheck.verdicts.reasons import against_the_claim, for_the_claim, of_another, without_idle_end
from claimcheck.verdicts.signs import Stances

SILENT = "No passage found says enough about this claim."
ONE_FOR_BOTH = "Read as conflicting, but one and the same sentence was named for both sides."
SIDES = {  # the labels that need citations, and for which side
    Label.SUPPORTED: ("supports",),
    Label.REFUTED: ("refutes",),
    Label.CONFLICTING: ("supports", "refutes"),
}
SETTLED = 0.5  # the confidence, at least, of what a rule settles
BY_A_SENTENCE = {
    Label.SUPPORTED: "an even chance, as a sentence states the claim (a stated value, not calibrated)",
    Label.REFUTED: "an even chance, as a sentence has another figure or date (a stated value, not calibrated)",
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
        """Whether code sees a figure or day that differs, and nowhere that of the claim."""
        return differs(self.findings)

    def alone(self, passage: Passage) -> Read:
        """The same beside one passage alone."""
        only = (passage,)
        return Read(self.claim, self.evidence, only, findings_in(self.claim, only, only))


@dataclass(frozen=True)
class Weighed(Read):
    """The same, and what it comes to; no signs where a model stated its certainty on several claims a call."""

    signs: Mapping[str, float]
    chances: Mapping[Label, float]
    label: Label
    basis: str
    notes: tuple[str, ...]
    replaced: bool = False  # by a rule
    apart: tuple[tuple[Passage, Stances], ...] = ()  # where the first passages were read each by itself

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

    def noting(self, *notes: str) -> Weighed:
        """The same with these notes, but for empty ones."""
        return replace(self, notes=(*self.notes, *filter(None, notes)))

    def apart_from_others(self, passage: Passage) -> Stances | None:
        """The model's word on a passage by itself, where it was asked."""
        return next((stances for one, stances in self.apart if one == passage), None)

    def decisive(self, stance: str) -> tuple[Passage, ...]:
        """The passages that the sentence for one side is looked for in: the one that says so most by itself, or all."""
        if not self.apart:
            return self.read
        return (max(self.apart, key=lambda pair: pair[1][stance])[0],)

    @property
    def settled(self) -> bool:
        """Whether a rule chose the label, since a sentence states the claim, or has another figure or date in its words."""
        return self.replaced and self.label in BY_A_SENTENCE

    @property
    def confidence(self) -> tuple[float, str]:
        """The probability of the label, and what it rests on; of what a rule settled, at least an even chance.

        Not where a rule left the claim open: of 29 such cases of four data sets it was right for 4.
        """
        chance = self.chances.get(self.label, 0.0)
        if self.settled and chance < SETTLED:
            return SETTLED, BY_A_SENTENCE[self.label]
        return round(chance, 2), self.basis

    def uncited(self, citations: Sequence[Citation], one_may_do: bool) -> str:
        """Why these citations are not enough for the label, for a note; "" where there is one for each of its sides.

        `one_may_do` says that both sides may quote the same words: of evidence that was given as what decides, or since
        what is quoted is read once more.
        """
        missing = set(SIDES[self.label]) - {citation.stance for citation in citations}
        if not missing:
            return "" if one_may_do or not one_for_both(citations) else ONE_FOR_BOTH
        if citations:
            return "Read as conflicting, but the model named no sentence for one of the sides."
        return "The model named no sentence of its evidence that decides; without a citation there is no such verdict."


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


def left_open(weighed: Weighed, note: str = "") -> Verdict:
    """Not Enough Evidence, with the note that says why where something else was read."""
    return verdict_of(weighed.instead(Label.NOT_ENOUGH_EVIDENCE, note), (), SILENT)


def reasoned(weighed: Weighed, citations: tuple[Citation, ...], why: str, given: bool) -> Verdict:
    """The verdict with its reason. Where that speaks for the other side, the verdict stands without it where evidence was
    `given` as what decides; of found evidence it says nothing sure: such refutations were wrong two times in three.
    """
    told = _other_side(weighed, why)
    if told and not given:
        return left_open(weighed, told)
    return verdict_of(weighed, citations, "" if told else why)


def _other_side(weighed: Weighed, why: str) -> str:
    """That the model's reason speaks for the other side than its word, for a note; "" where it does not."""
    if weighed.label is Label.REFUTED and for_the_claim(why, weighed.claim):
        return "Read as refutation, but the model's own reason speaks for the claim."
    if weighed.label is Label.SUPPORTED and against_the_claim(why):
        return "Read as support, but the model's own reason speaks against the claim."
    return ""


_TOLD = {  # the findings that are a reason for a label
    Label.SUPPORTED: (Relation.AGREES,),
    Label.REFUTED: (Relation.DIFFERS,),
    Label.CONFLICTING: (Relation.AGREES, Relation.DIFFERS),
}


def verdict_of(weighed: Weighed, citations: tuple[Citation, ...], why: str) -> Verdict:
    """The verdict that a weighed claim comes to; `why` in a sentence."""
    confidence, basis = weighed.confidence
    return Verdict(
        claim=weighed.claim.id,
        label=weighed.label,
        justification=_justified(weighed, citations, why) if citations else why,
        citations=citations,
        findings=weighed.findings,
        confidence=confidence,
        confidence_basis=basis,
        notes=weighed.notes,
        evidence=weighed.evidence,
    )


def _justified(weighed: Weighed, citations: tuple[Citation, ...], why: str) -> str:
    """What code compared in the passages that are quoted, and the model's reason where it speaks of what is quoted."""
    held = {
        passage.id: passage for passage in weighed.evidence if passage.id in {c.passage for c in citations}
    }
    told = _TOLD.get(weighed.label, ())
    exact = [found.detail for found in weighed.findings if found.relation in told and found.passage in held]
    quoted = [f"{held[citation.passage].title} {citation.quotation}" for citation in citations]
    reason = "" if of_another(why, weighed.claim, quoted) else without_idle_end(why)
    sides = " and ".join(dict.fromkeys(citation.stance for citation in citations))
    return " ".join(dict.fromkeys(filter(None, (*exact[:1], reason)))) or f"What is quoted {sides} the claim."
