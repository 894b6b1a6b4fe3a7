"""Claim + passages → verdict: code compares what is exact, the model reads, signs are weighed, rules stand over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.domain import Citation, Claim, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts.alone import borne_out
from claimcheck.verdicts.arithmetic import by_arithmetic
from claimcheck.verdicts.bearers import sentence_meant
from claimcheck.verdicts.bearing import not_given
from claimcheck.verdicts.calibration import (
    Calibration,
    chosen,
    leaning,
    leans_to_support,
    uncalibrated,
)
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.overlap import NEAR, nearest_sentence
from claimcheck.verdicts.program import STANCES, drafted
from claimcheck.verdicts.reading import APART, MOST, in_context, located, numbered, plain, relevant
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.signs import Stances, signs_apart, signs_of, strongest
from claimcheck.verdicts.stating import plain_sentence
from claimcheck.verdicts.weighed import (
    ONE_FOR_BOTH,
    SIDES,
    SILENT,
    Read,
    Weighed,
    findings_in,
    nothing_found,
    one_for_both,
    reasoned,
    unchecked,
    verdict_of,
)

Call = Callable[[Any, dict[str, str]], Awaitable[Any]]
"""Runs a DSPy program on its input fields and returns the prediction."""

Probabilities = Callable[[Any, tuple[str, ...]], dict[str, float] | None]
"""Word → probability of a prediction that is one word; None where the server gives none."""

NEAREST = "The model named no sentence; the one quoted is the nearest to the claim in words."
NOT_ALONE = {
    Label.SUPPORTED: "Read as support, but nothing that could be quoted supports the claim when it is read by itself.",
    Label.REFUTED: "Read as refutation, but nothing that could be quoted refutes the claim when it is read by itself.",
    Label.CONFLICTING: "Read as conflicting, but not for both sides says something that could be quoted so by itself.",
}
WRITTEN = 0.7  # the probability of a word of which only the writing is known: stated


@dataclass(frozen=True)
class Programs:
    """The judge's questions, as DSPy programs."""

    judge: Any
    citing: Any


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
        apart = not self._given
        stances, measured = await self._stances(case, apart)
        return _signs_of(case, stances, apart) if measured else None

    def _read(self, claim: Claim, evidence: tuple[Passage, ...]) -> Read:
        """What of the evidence the model is shown."""
        read = evidence[:MOST] if self._given else tuple(relevant(claim, evidence, MOST))
        return Read(claim, evidence, read, findings_in(claim, read, evidence))

    async def _weighed(self, case: Read) -> Weighed:
        return self._weigh(case, *await self._stances(case, self._apart))

    def _weigh(self, case: Read, stances: tuple[Stances, ...], measured: bool = True) -> Weighed:
        signs = _signs_of(case, stances, self._apart)
        if self._calibration and measured:
            chances: Mapping[Label, float] = self._calibration.probabilities(signs)
            basis = f"calibrated on {self._calibration.fitted_on}"
        else:
            chances = uncalibrated(strongest(stances))
            basis = "the model's own probability" if measured else "a fixed value for the model's word"
            basis += ", not calibrated"
        label = chosen(chances, self._given, by_words=self._apart and not case.differs)
        notes = leaning(chances, label)
        apart = stances if self._apart else ()
        return Weighed(
            case.claim,
            case.evidence,
            case.read,
            case.findings,
            signs,
            chances,
            label,
            basis,
            notes,
            apart=apart,
        )

    @property
    def _apart(self) -> bool:
        """Whether each passage is read by itself: of what a search found, by a model whose probabilities were measured.

        A small model reads worse beside passages on other things (benchmarks/quality.md).
        """
        return self._calibration is not None and not self._given

    async def _stances(self, case: Read, apart: bool) -> tuple[tuple[Stances, ...], bool]:
        """The model's word on all passages together, or on each of the first by itself (`apart`); and whether its
        probabilities are the server's.
        """
        parts = [case.alone(passage) for passage in case.read[:APART]] if apart else [case]
        answers = [await self._word(self._programs.judge, _fields(part), "stance", STANCES) for part in parts]
        return tuple(stances for stances, _ in answers), all(measured for _, measured in answers)

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
        weighed = weighed.instead(*stands)
        by_code = weighed.replaced and weighed.label is Label.SUPPORTED
        if weighed.label is Label.NOT_ENOUGH_EVIDENCE:
            return verdict_of(weighed, (), SILENT)
        citations, why = await self._cited(weighed)
        if not citations:
            told = "The model named no sentence that decides; without a citation there is no such verdict."
            weighed = weighed.instead(Label.NOT_ENOUGH_EVIDENCE, told)
            return verdict_of(weighed, (), SILENT)
        if not self._apart and not self._given and one_for_both(citations):
            return verdict_of(weighed.instead(Label.NOT_ENOUGH_EVIDENCE, ONE_FOR_BOTH), (), SILENT)
        if not self._apart or by_code:
            return reasoned(weighed, citations, why, self._given)
        return await self._quoted(weighed, citations, why)

    async def _quoted(self, weighed: Weighed, named: tuple[Citation, ...], why: str) -> Verdict:
        """The verdict where what is quoted for each side says so by itself, else Not Enough Evidence."""
        verdict = reasoned(weighed, named, why, self._given)
        if verdict.label is not weighed.label:
            return verdict
        stand = [await borne_out(weighed, citation, self._again) for citation in named]
        found = tuple(citation for citation in stand if citation)
        if len(found) < len(named):
            return verdict_of(
                weighed.instead(Label.NOT_ENOUGH_EVIDENCE, NOT_ALONE[weighed.label]), (), SILENT
            )
        reason_holds = all(a.quotation in b.quotation for a, b in zip(named, found, strict=True))
        return verdict_of(weighed, found, why if reason_holds else "")

    async def _again(self, weighed: Weighed, alone: Passage) -> Weighed:
        """The claim weighed anew, beside one passage alone; what was read so before is not asked again."""
        case, known = weighed.alone(alone), weighed.apart_from_others(alone)
        return self._weigh(case, (known,)) if known else await self._weighed(case)

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
        shown = weighed.decisive(stance)
        fields = {"evidence": numbered(shown), "claim": in_context(weighed.claim), "stance": stance}
        try:
            draft = drafted(await self._call(self._programs.citing, fields))
        except ModelError:
            if self._calibration is None:
                raise
            return None, ""  # what was weighed stands: the nearest sentence is quoted, as where none is named
        named = located(shown, draft.sentence)
        if not named:
            return None, ""
        if stance == "supports":
            named = sentence_meant(weighed.claim, draft.why, shown, named)
        return cite(*named, stance), draft.why


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


def _signs_of(case: Read, stances: Sequence[Stances], apart: bool) -> dict[str, float]:
    missing = bool(not_given(case.claim, case.findings, case.read))
    if apart:
        return signs_apart(case.claim, case.read[: len(stances)], stances, missing)
    return signs_of(case.claim, case.read, stances[0], missing)
