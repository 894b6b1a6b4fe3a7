"""Claim + passages → verdict: code compares what is exact, the model reads, signs are weighed, rules stand over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.domain import Claim, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts.alone import quoted_alone
from claimcheck.verdicts.arithmetic import by_arithmetic
from claimcheck.verdicts.bearing import not_given
from claimcheck.verdicts.calibration import (
    Calibration,
    chosen,
    leaning,
    leans_to,
    uncalibrated,
)
from claimcheck.verdicts.looked_again import supported_by_itself
from claimcheck.verdicts.naming import Call, Namer
from claimcheck.verdicts.program import STANCES
from claimcheck.verdicts.reading import APART, MOST, in_context, plain, relevant
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.signs import Stances, by_words, signs_apart, signs_of, written
from claimcheck.verdicts.weighed import (
    Read,
    Weighed,
    findings_in,
    left_open,
    nothing_found,
    reasoned,
    unchecked,
)

Probabilities = Callable[[Any, tuple[str, ...]], dict[str, float] | None]
"""Word → probability of a prediction that is one word; None where the server gives none."""


@dataclass(frozen=True)
class Programs:
    """The judge's questions, as DSPy programs."""

    judge: Any
    citing: Any


@dataclass(frozen=True)
class _Heard:
    """The model's word on all passages together, or on each of the first by itself (`apart`)."""

    stances: tuple[Stances, ...]
    measured: bool  # whether the server gave the probabilities, and not the word alone
    apart: tuple[Passage, ...] = ()  # which passage each of them is on
    note: str = ""  # on what could not be used

    @property
    def each(self) -> tuple[tuple[Passage, Stances], ...]:
        """The passages that were read by themselves, with the word on each."""
        return tuple(zip(self.apart, self.stances, strict=True)) if self.apart else ()

    def signs(self, case: Read) -> dict[str, float]:
        missing = bool(not_given(case.claim, case.findings, case.read))
        if self.apart:
            return signs_apart(case.claim, self.apart, self.stances, missing)
        return signs_of(case.claim, case.read, self.stances[0], missing)


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
        self._program, self._call, self._probabilities = programs.judge, call, probabilities
        self._calibration, self._given = calibration, given
        self._namer = Namer(programs.citing, call, calibration is not None, given)

    async def verdict(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        """The verdict on one claim. See `judged`."""
        return (await self.judged(claim, passages))[0]

    async def judged(
        self, claim: Claim, passages: Sequence[Passage]
    ) -> tuple[Verdict, Mapping[str, float] | None]:
        """The verdict on one claim, and the signs it was weighed by (None where no model was asked).

        No passage: Not Enough Evidence, without a call. Where no answer can be used that decides, *Unchecked* with the
        reason, never a verdict. A service that is gone raises `ServiceError`.
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
        heard = await self._heard(case, apart=not self._given)
        return heard.signs(case) if heard.measured else None

    def _read(self, claim: Claim, evidence: tuple[Passage, ...]) -> Read:
        """What of the evidence is read, by code and by the model."""
        read = evidence[:MOST] if self._given else tuple(relevant(claim, evidence, MOST))
        return Read(claim, evidence, read, findings_in(claim, read, evidence))

    @property
    def _apart(self) -> bool:
        """Whether each passage is read by itself: of what a search found, by a model whose probabilities were measured.

        A small model reads worse beside passages on other things (benchmarks/steps/found_evidence.md).
        """
        return self._calibration is not None and not self._given

    async def _heard(self, case: Read, apart: bool) -> _Heard:
        """The model's word. Raises `ModelError` where no answer can be used."""
        if not apart:
            stances, measured = await self._word(case)
            return _Heard((stances,), measured)
        asked, held, lost = case.read[:APART], list[tuple[Passage, Stances, bool]](), list[ModelError]()
        for passage in asked:
            try:
                held.append((passage, *await self._word(case.alone(passage))))
            except ModelError as error:  # what the others say was paid for, and may decide
                lost.append(error)
        if not held:
            raise lost[-1]
        note = f"The model's answer on {len(lost)} of the {len(asked)} passages that it was asked about could not be used."
        return _Heard(
            tuple(stances for _, stances, _ in held),
            all(measured for _, _, measured in held),
            apart=tuple(passage for passage, _, _ in held),
            note=note if lost else "",
        )

    async def _word(self, case: Read) -> tuple[Stances, bool]:
        """The probability of each stance, and whether the server gave it rather than the word alone."""
        exact = " ".join(f.detail for f in case.findings if f.relation is not Relation.NOT_COMPARABLE)
        fields = {"evidence": plain(case.read), "exact": exact, "claim": in_context(case.claim)}
        prediction = await self._call(self._program, fields)
        given = self._probabilities(prediction, STANCES)
        if given:
            return given, True
        said = getattr(prediction, "stance", None)
        if said not in STANCES:
            raise ModelError("the model answered with none of the words asked for")
        return written(said), False

    async def _weighed(self, case: Read) -> Weighed:
        return self._weigh(case, await self._heard(case, self._apart))

    def _weigh(self, case: Read, heard: _Heard) -> Weighed:
        signs = heard.signs(case)
        if self._calibration and heard.measured:
            chances: Mapping[Label, float] = self._calibration.probabilities(signs)
            basis = f"calibrated on {self._calibration.fitted_on}"
        elif heard.measured:
            chances, basis = uncalibrated(heard.stances[0]), "the model's own probability, not calibrated"
        else:
            chances = uncalibrated(by_words(heard.stances))
            basis = "a fixed value for the model's word, not calibrated"
        words_alone = self._apart and not case.differs
        label = chosen(chances, self._given, words_alone)
        return Weighed(
            case.claim,
            case.evidence,
            case.read,
            case.findings,
            signs=signs,
            chances=chances,
            label=label,
            basis=basis,
            notes=leaning(chances, label, words_alone),
            apart=heard.each,
        ).noting(heard.note)

    async def _settled(self, weighed: Weighed) -> Verdict:
        """The verdict: the rules and a citation for each of its sides, or Not Enough Evidence."""
        leans = leans_to(weighed.chances)
        stands = ruled(weighed.claim, weighed.label, weighed.findings, weighed.read, self._given, leans)
        weighed = weighed.instead(*stands)
        if weighed.label is Label.NOT_ENOUGH_EVIDENCE:
            return await self._looked_again(weighed)
        named = await self._namer.named(weighed)
        if told := weighed.uncited(named.citations, self._given or self._apart):
            return left_open(weighed, told)
        verdict = reasoned(weighed.noting(named.note), named.citations, named.why, self._given)
        if verdict.label is Label.NOT_ENOUGH_EVIDENCE or weighed.settled or not self._apart:
            return verdict
        return await quoted_alone(weighed, named, self._again)

    async def _looked_again(self, weighed: Weighed) -> Verdict:
        """What is left open, but for support that the nearest sentence gives by itself."""
        supported = await supported_by_itself(weighed, self._again) if self._apart else None
        return supported or left_open(weighed)

    async def _again(self, weighed: Weighed, alone: Passage) -> Weighed:
        """The claim weighed anew, beside one passage alone; what was read so before is not asked again."""
        case, known = weighed.alone(alone), weighed.apart_from_others(alone)
        if known:
            return self._weigh(case, _Heard((known,), measured=True, apart=(alone,)))
        return await self._weighed(case)
