"""Claim + passages → verdict: code compares what is exact, the model reads, signs are weighed, rules stand over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.domain import Citation, Claim, Finding, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError
from claimcheck.exact import compare, compare_share
from claimcheck.verdicts.arithmetic import by_arithmetic
from claimcheck.verdicts.bearers import sentence_meant
from claimcheck.verdicts.bearing import not_given
from claimcheck.verdicts.calibration import (
    Calibration,
    chosen,
    leaning,
    leans_to_support,
    likeliest,
    uncalibrated,
)
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.overlap import NEAR, nearest_sentence
from claimcheck.verdicts.program import STANCES, drafted
from claimcheck.verdicts.reading import MOST, in_context, located, numbered, plain, relevant
from claimcheck.verdicts.reasons import for_the_claim
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.signs import signs_of
from claimcheck.verdicts.stating import plain_sentence

Call = Callable[[Any, dict[str, str]], Awaitable[Any]]
"""Runs a DSPy program on its input fields and returns the prediction."""

Probabilities = Callable[[Any, tuple[str, ...]], dict[str, float] | None]
"""Word → probability of a prediction that is one word; None where the server gives none."""

SILENT = "No passage found says enough about this claim."
NEAREST = "The model named no sentence; the one quoted is the nearest to the claim in words."
SIDES = {  # the labels that need citations, and for which side
    Label.SUPPORTED: ("supports",),
    Label.REFUTED: ("refutes",),
    Label.CONFLICTING: ("supports", "refutes"),
}
ALONE = 0.7  # the probability from which one passage by itself settles what all together leave open
WRITTEN = 0.7  # the probability of a word of which only the writing is known: stated


@dataclass(frozen=True)
class Programs:
    """The judge's questions, as DSPy programs."""

    judge: Any
    citing: Any


@dataclass(frozen=True)
class Read:
    """A claim with the passages that the model is shown, and what code found in them."""

    claim: Claim
    evidence: tuple[Passage, ...]  # all that was found
    read: tuple[Passage, ...]  # what the model is shown
    findings: tuple[Finding, ...]  # of code: in what is read, and shares of a whole in all that was found


@dataclass(frozen=True)
class Weighed(Read):
    """The same, and what it comes to; no signs where the model's own certainty stands."""

    signs: Mapping[str, float]
    chances: Mapping[Label, float]
    label: Label
    basis: str
    notes: tuple[str, ...]
    replaced: bool = False  # by a rule

    def instead(self, label: Label, note: str) -> Weighed:
        """The same with another label, and the note that says why."""
        return replace(self, label=label, notes=(*self.notes, note), replaced=True) if note else self

    @property
    def confidence(self) -> float:
        """The probability of the label; where a rule chose it, at least an even chance."""
        chance = self.chances.get(self.label, 0.0)
        return round(max(chance, 0.5) if self.replaced else chance, 2)


class Judge:
    """Gives verdicts with two programs, a way to call them, and what was fitted for the model."""

    def __init__(
        self,
        programs: Programs,
        call: Call,
        probabilities: Probabilities,
        calibration: Calibration | None = None,
        given: bool = False,
    ) -> None:
        """`given` says that the passages were given as what decides, not found by a search: then all of them speak of
        the claim.
        """
        self._programs, self._call, self._probabilities = programs, call, probabilities
        self._calibration, self._given = calibration, given

    async def verdict(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim. See `judged`."""
        return (await self.judged(claim, passages))[0]

    async def judged(
        self, claim: Claim, passages: Sequence[Passage]
    ) -> tuple[Verdict, Mapping[str, float] | None]:
        """The verdict on one claim, and the signs it was weighed by (None where no model was asked).

        No passage: Not Enough Evidence, without a call. An answer that cannot be used gives *Unchecked*
        with the reason, never a verdict. A service that is gone raises `ServiceError`.
        """
        computed = by_arithmetic(claim, tuple(passages))
        if computed:
            return computed, None
        case = self._read(claim, tuple(passages))
        if not case.read:
            return nothing_found(claim, case.evidence), None
        try:
            weighed = await self._weighed(case)
            return await self._settled(weighed), weighed.signs
        except ModelError as error:
            return unchecked(claim, f"The model's answer could not be used: {error}", case.evidence), None

    async def signs(self, claim: Claim, passages: Sequence[Passage]) -> Mapping[str, float] | None:
        """The signs alone, for a calibration to be fitted on; None where no model is asked, or none that gives
        probabilities. Raises `ModelError` and `ServiceError`.
        """
        case = self._read(claim, tuple(passages))
        if not case.read or by_arithmetic(claim, case.evidence):
            return None
        stances, measured = await self._stances(case)
        return _signs_of(case, stances) if measured else None

    def _read(self, claim: Claim, evidence: tuple[Passage, ...], alone: Passage | None = None) -> Read:
        """What of the evidence the model is shown, which may be one passage `alone`."""
        if alone:
            read: tuple[Passage, ...] = (alone,)
        elif self._given:
            read = evidence[:MOST]
        else:
            read = tuple(relevant(claim, evidence, MOST))
        return Read(claim, evidence, read, findings_in(claim, read, evidence))

    async def _weighed(self, case: Read) -> Weighed:
        stances, measured = await self._stances(case)
        signs = _signs_of(case, stances)
        if self._calibration and measured:
            chances: Mapping[Label, float] = self._calibration.probabilities(signs)
            basis = f"calibrated on {self._calibration.fitted_on}"
        else:
            chances = uncalibrated(stances)
            basis = "the model's own probability" if measured else "a fixed value for the model's word"
            basis += ", not calibrated"
        label = chosen(chances, self._given)
        notes = leaning(chances, label)
        return Weighed(
            case.claim, case.evidence, case.read, case.findings, signs, chances, label, basis, notes
        )

    async def _stances(self, case: Read) -> tuple[dict[str, float], bool]:
        return await self._word(self._programs.judge, _fields(case), "stance", STANCES)

    async def _word(
        self, program: Any, fields: dict[str, str], name: str, words: tuple[str, ...]
    ) -> tuple[dict[str, float], bool]:
        """The probability of each word, and whether the server gave it rather than the word alone."""
        prediction = await self._call(program, fields)
        given = self._probabilities(prediction, words)
        if given:
            return given, True
        said = getattr(prediction, name, None)
        if said not in words:
            raise ModelError("the model answered with none of the words asked for")
        rest = (1 - WRITTEN) / (len(words) - 1)
        return {word: WRITTEN if word == said else rest for word in words}, False

    async def _settled(self, weighed: Weighed) -> Verdict:
        """The verdict: the rules and a citation, or Not Enough Evidence."""
        leans = leans_to_support(weighed.chances)
        stands = ruled(weighed.claim, weighed.label, weighed.findings, weighed.read, self._given, leans)
        weighed = await self._looked_at_again(weighed.instead(*stands))
        if weighed.label is Label.NOT_ENOUGH_EVIDENCE:
            return verdict_of(weighed, (), SILENT)
        citations, why = await self._cited(weighed)
        if not citations:
            told = "The model named no sentence that decides; without a citation there is no such verdict."
            weighed = weighed.instead(Label.NOT_ENOUGH_EVIDENCE, told)
            return verdict_of(weighed, (), SILENT)
        return reasoned(weighed, citations, why, self._given)

    async def _looked_at_again(self, weighed: Weighed) -> Weighed:
        """The same, or Supported where it only leaned to it and the passage nearest to the claim, read by itself, says
        so clearly: a small model reads worse beside passages on other things (benchmarks/quality.md).
        """
        leaves_open = weighed.label is Label.NOT_ENOUGH_EVIDENCE and not weighed.replaced
        several = len(weighed.read) > 1 and self._calibration is not None and not self._given
        if not (leaves_open and several and likeliest(weighed.chances) is Label.SUPPORTED):
            return weighed
        place = nearest_sentence(weighed.claim, weighed.read, NEAR)
        if place is None:
            return weighed
        try:
            alone = await self._weighed(self._read(weighed.claim, weighed.evidence, place[0]))
        except ModelError:  # the first answer stands
            return weighed
        chance = alone.chances[Label.SUPPORTED]
        if chance < ALONE:
            return weighed
        label, _ = ruled(weighed.claim, Label.SUPPORTED, weighed.findings, weighed.read, self._given)
        if label is not Label.SUPPORTED:
            return weighed
        told = f"Read by itself, the passage nearest to the claim supports it ({chance:.2f})."
        return replace(weighed.instead(Label.SUPPORTED, told), read=alone.read)

    async def _cited(self, weighed: Weighed) -> tuple[tuple[Citation, ...], str]:
        """The sentences that decide, for each side of the label, and why in a sentence."""
        stances = SIDES[weighed.label]
        found = [await self._decisive(weighed, stance) for stance in stances]
        citations = tuple(citation for citation, _ in found if citation)
        if not citations and self._calibration and len(stances) == 1:
            return _nearest(weighed, stances[0], 0.0 if self._given else NEAR)
        return citations, " ".join(dict.fromkeys(why for citation, why in found if citation and why))

    async def _decisive(self, weighed: Weighed, stance: str) -> tuple[Citation | None, str]:
        """The sentence for one side: by code where one plainly states the claim, else as the model names or means it."""
        known = plain_sentence(weighed.claim, weighed.read) if stance == "supports" else None
        if known:
            return cite(*known, stance), ""
        fields = {"evidence": numbered(weighed.read), "claim": in_context(weighed.claim), "stance": stance}
        try:
            draft = drafted(await self._call(self._programs.citing, fields))
        except ModelError:
            if self._calibration is None:
                raise
            return None, ""  # what was weighed stands: the nearest sentence is quoted, as where none is named
        named = located(weighed.read, draft.sentence)
        if not named:
            return None, ""
        if stance == "supports":
            named = sentence_meant(weighed.claim, draft.why, weighed.read, named)
        return cite(*named, stance), draft.why


def findings_in(claim: Claim, read: Sequence[Passage], evidence: Sequence[Passage]) -> tuple[Finding, ...]:
    """What code compares in the passages that are read, and the shares of a whole in all of the evidence; each once."""
    return tuple(dict.fromkeys((*compare(claim, read), *compare_share(claim, evidence))))


def _nearest(weighed: Weighed, stance: str, least: float) -> tuple[tuple[Citation, ...], str]:
    """The nearest sentence in words. Only for a model whose probabilities were measured: that it then names no
    sentence says nothing of whether its verdict is right (benchmarks/quality.md).
    """
    place = nearest_sentence(weighed.claim, weighed.read, least)
    citation = cite(*place, stance) if place else None
    return ((citation,), NEAREST) if citation else ((), "")


def _fields(case: Read) -> dict[str, str]:
    exact = " ".join(f.detail for f in case.findings if f.relation is not Relation.NOT_COMPARABLE)
    return {"evidence": plain(case.read), "exact": exact, "claim": in_context(case.claim)}


def _signs_of(case: Read, stances: Mapping[str, float]) -> dict[str, float]:
    missing = bool(not_given(case.claim, case.findings, case.read))
    return signs_of(case.claim, case.read, stances, missing)


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
    words = [*exact[:1], why] if citations else [why]
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
