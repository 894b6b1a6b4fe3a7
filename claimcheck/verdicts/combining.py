"""Stances on passages → one verdict, by rule: conflict is visible, exact findings are not overruled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimcheck.domain import Citation, Claim, Finding, Label, Passage, Relation, Verdict
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.overlap import best_sentence, names_met, share_in

STATED = 0.7  # the share of the claim's words in one sentence from which that sentence states the claim
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|denie[sd]|rejected|cancel\w*|postponed|n't)\b|n't\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Reading:
    """One passage as judged: the stance that stands after the exact findings had their say."""

    passage: Passage
    stance: str  # "supports", "refutes" or "neither"
    why: str
    citation: Citation | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = field(default=())


def overruled(claim: Claim, reading: Reading) -> Reading:
    """The reading with a stance that no exact finding contradicts; a note says where it was changed."""
    relations = {finding.relation for finding in reading.findings}
    if reading.stance == "supports" and Relation.DIFFERS in relations and Relation.AGREES not in relations:
        return _changed(reading, "neither", "the model read it as support, but an exact comparison differs")
    if reading.stance == "supports":
        missing = unconfirmed(claim, reading.findings)
        if missing:
            return _changed(
                reading, "neither", f"the model read it as support, but it does not give {missing}"
            )
    if reading.stance == "refutes" and Relation.AGREES in relations and Relation.DIFFERS not in relations:
        return _agreeing(claim, reading)
    return reading


def _agreeing(claim: Claim, reading: Reading) -> Reading:
    """A refutation that code contradicts: replaced where one sentence plainly states the claim, else dropped."""
    number = best_sentence(claim, reading.passage)
    citation = cite(reading.passage, number, "supports")
    plain = citation and share_in(claim, citation.quotation) >= STATED and names_met(claim, reading.passage)
    if (
        citation
        and plain
        and not unconfirmed(claim, reading.findings)
        and not _denies(citation.quotation, claim)
    ):
        told = "the model read it as refutation; it was replaced, since the figures and words agree exactly"
        return replace(_changed(reading, "supports", told), citation=citation, why="")
    return _changed(reading, "neither", "the model read it as refutation, but an exact comparison agrees")


def _denies(sentence: str, claim: Claim) -> bool:
    """Whether one of the two is in the negative and the other is not."""
    return bool(_NEGATIVE.search(sentence)) != bool(_NEGATIVE.search(claim.text))


def unconfirmed(claim: Claim, findings: Sequence[Finding]) -> str:
    """The figure or date of the claim that no exact finding confirms in this passage; "" where all are."""
    agreed = {finding.aspect for finding in findings if finding.relation is Relation.AGREES}
    figures = [q for q in claim.quantities if any(c.isdigit() for c in q.text) or q.unit]
    if figures and not agreed & {"quantity", "share"}:
        return f"the figure {figures[0].text!r}"
    if claim.dates and not agreed & {"date", "quantity"}:
        return f"the date {claim.dates[0].iso}"
    return ""


def _changed(reading: Reading, stance: str, note: str) -> Reading:
    return Reading(
        passage=reading.passage,
        stance=stance,
        why=reading.why,
        citation=None,
        findings=reading.findings,
        notes=(*reading.notes, f"{reading.passage.title}: {note}."),
    )


def combine(claim: Claim, readings: list[Reading], evidence: tuple[Passage, ...]) -> Verdict:
    """The verdict on a claim. A stance counts only with a citation; without any, Not Enough Evidence."""
    for_it = [r for r in readings if r.stance == "supports" and r.citation]
    against = [r for r in readings if r.stance == "refutes" and r.citation]
    documents = {(r.passage.title, r.passage.path) for r in for_it}
    against = [r for r in against if (r.passage.title, r.passage.path) not in documents]
    if for_it and against:
        label, deciding = Label.CONFLICTING, for_it[:1] + against[:1]
    elif against:
        label, deciding = Label.REFUTED, against
    elif for_it:
        label, deciding = Label.SUPPORTED, for_it
    else:
        label, deciding = Label.NOT_ENOUGH_EVIDENCE, []
    confidence, basis = confidence_of(label, deciding)
    shown = deciding or readings
    return Verdict(
        claim=claim.id,
        label=label,
        justification=_justification(label, deciding, bool(evidence)),
        citations=tuple(r.citation for r in deciding if r.citation),
        findings=tuple(dict.fromkeys(f for r in shown for f in r.findings)),
        confidence=confidence,
        confidence_basis=basis,
        notes=tuple(dict.fromkeys(note for r in shown for note in r.notes)),
        evidence=evidence,
    )


def _justification(label: Label, deciding: list[Reading], looked: bool) -> str:
    if label is Label.NOT_ENOUGH_EVIDENCE:
        return (
            "No passage found says enough about this claim."
            if looked
            else "Nothing about this claim was found."
        )
    exact = [f.detail for r in deciding for f in r.findings if f.relation is not Relation.NOT_COMPARABLE]
    words = [*exact[:1], *(r.why for r in deciding[: 2 if label is Label.CONFLICTING else 1])]
    return " ".join(dict.fromkeys(word.rstrip() for word in words if word.strip()))


def confidence_of(label: Label, deciding: list[Reading]) -> tuple[float, str]:
    """A confidence from 0 to 1 and what it is made of: a stated sum, not yet calibrated on data.

    0.5 for a cited reading of the model; 0.2 where an exact comparison bears it out; 0.1 for a second
    document that says the same. Not Enough Evidence and Conflicting stay at 0.5.
    """
    if label in {Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING}:
        return 0.5, "fixed for this verdict"
    parts, score = ["0.5 a cited passage"], 0.5
    wanted = Relation.AGREES if label is Label.SUPPORTED else Relation.DIFFERS
    if any(f.relation is wanted for r in deciding for f in r.findings):
        parts.append("0.2 an exact comparison")
        score += 0.2
    if len({_voice(r.passage) for r in deciding}) > 1:
        parts.append("0.1 a second publisher")
        score += 0.1
    return round(score, 2), " + ".join(parts) + " (a stated sum, not calibrated)"


def _voice(passage: Passage) -> str:
    """Whose word a passage is: copies of one dispatch are one voice, whoever published them."""
    return passage.copy_of or passage.publisher or passage.title
