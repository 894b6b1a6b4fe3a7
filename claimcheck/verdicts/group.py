"""Several claims a call, for models that can: the rules, the findings and the citations are those of a single claim.

Two rounds at the most: all groups at once; then, at once too, a second reading of what was left out or not decided,
with the passages that were not read before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from claimcheck.domain import Citation, Claim, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError, RefusedError, UnansweredError
from claimcheck.lm.many import together
from claimcheck.verdicts.calibration import chosen, leaning, leans_to, uncalibrated
from claimcheck.verdicts.cases import Case, grouped, prepared, sheet
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.naming import Named, stated
from claimcheck.verdicts.program import LONGEST, STANCES, GroupAnswer, by_claim
from claimcheck.verdicts.reading import as_shown, in_context, located, numbered, ranges
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.stating import plain_sentence
from claimcheck.verdicts.weighed import SIDES, Weighed, left_open, reasoned, unchecked

Call = Callable[[Any, dict[str, str], int], Awaitable[Any]]
"""Runs a DSPy program on its input fields, with the most tokens of its answer, and returns the prediction."""

Hear = Callable[[Verdict], None]
"""Hears each verdict once, as soon as it is given."""

PASSAGES = 3  # of a claim, at each reading
BASIS = "the certainty that the model stated, not calibrated"


class Room(Protocol):
    """How much a call holds, as the model's configuration says."""

    @property
    def claims(self) -> int:
        """The most claims of one call."""

    def longest(self, sentences: int = 0, claims: int = 0) -> int:
        """The most tokens of an answer for so many."""

    def evidence(self, claims: int) -> int:
        """The most characters of evidence for so many."""


@dataclass(frozen=True)
class _Answered:
    """A case with the model's answer on it, and the sentences as they were numbered for that answer."""

    case: Case
    answer: GroupAnswer
    shown: list[Passage]
    room: int

    def cited(self, stance: str) -> Citation | None:
        """The sentence for one side: by code where one plainly states the claim, else as the model numbered it.

        A sentence that was not offered for this claim decides nothing for it.
        """
        ids = {passage.id for passage in self.case.read}
        offered = [passage for passage in as_shown(self.shown, self.room) if passage.id in ids]
        known = plain_sentence(self.case.claim, offered, False) if stance == "supports" else None
        number = self.answer.supporting if stance == "supports" else self.answer.refuting
        place = known or located(self.shown, number, self.room)
        return cite(*place, stance) if place and place[0].id in ids else None


class GroupJudge:
    """Gives verdicts on many claims in few calls."""

    def __init__(self, program: Any, call: Call, room: Room, given: bool = False) -> None:
        """`program` is the question about several claims, as a DSPy program; `given` as for `Judge`."""
        self._program, self._call, self._room, self._given = program, call, room, given

    async def judge(self, items: Iterable[tuple[Claim, Sequence[Passage]]], hear: Hear) -> None:
        """Gives a verdict on every claim, with the passages found for it.

        Raises the first error that is no `ModelError`, when all that was asked has been heard of.
        """
        cases = []
        for claim, passages in items:
            case = prepared(claim, passages, PASSAGES, self._given)
            if isinstance(case, Verdict):
                hear(case)
            else:
                cases.append(case)
        groups = grouped(cases, self._room.claims, self._room.evidence)
        left = [
            case for several in await together([self._first(g, hear) for g in groups]) for case in several
        ]
        again = grouped(left, self._room.claims, self._room.evidence)
        await together([self._second(group, hear) for group in again])

    async def _first(self, group: list[Case], hear: Hear) -> list[Case]:
        """Hears of what one answer settled; returns what is to be read again."""
        try:
            answers = await self._answers(group)
        except (ModelError, UnansweredError) as error:
            if isinstance(error, UnansweredError) and len(group) == 1:
                raise
            return list(group)
        left = [case for number, case in enumerate(group, 1) if number not in answers]
        for answered in answers.values():
            weighed = _weighed(answered, self._given)
            if weighed.label is Label.NOT_ENOUGH_EVIDENCE and answered.case.rest:
                left.append(answered.case.further())
            else:
                hear(_settled(answered, weighed, self._given))
        return left

    async def _second(self, group: list[Case], hear: Hear) -> None:
        """Hears of every case of the group: this answer is the last."""
        told = "the model's answer left it out"
        try:
            answers = await self._answers(group)
        except (ModelError, UnansweredError) as error:
            if (
                isinstance(error, RefusedError | UnansweredError) and len(group) > 1
            ):  # perhaps for one of them
                await together([self._second([case], hear) for case in group])
                return
            if isinstance(error, UnansweredError):
                raise
            answers, told = {}, str(error)
        for number, case in enumerate(group, 1):
            if number in answers:
                weighed = _weighed(answers[number], self._given)
                hear(_settled(answers[number], weighed, self._given))
            else:
                reason = f"The model's answer could not be used: {told}"
                hear(unchecked(case.claim, reason, case.evidence))

    async def _answers(self, group: list[Case]) -> dict[int, _Answered]:
        """The number of a case → what the model answered on it, asked about all of them in one call."""
        shown, room = sheet(group), self._room.evidence(len(group))
        prediction = await self._call(
            self._program, _fields(group, shown, room), self._room.longest(claims=len(group))
        )
        answers = by_claim(prediction)
        return {
            number: _Answered(case, answers[number], shown, room)
            for number, case in enumerate(group, 1)
            if number in answers
        }


def _fields(group: Sequence[Case], shown: Sequence[Passage], room: int) -> dict[str, str]:
    """The evidence with its sentences numbered, and the claims, each with the numbers that count for it."""
    held = ranges(shown, room)
    lines = []
    for number, case in enumerate(group, 1):
        places = [held[passage.id] for passage in case.read if passage.id in held]
        offered = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in places) or "none"
        computed = " ".join(f.detail for f in case.findings if f.relation is not Relation.NOT_COMPARABLE)
        told = f"; computed: {computed}" if computed else ""
        lines.append(
            f"Claim {number} (evidence: {offered}{told}): {' '.join(in_context(case.claim).split())}"
        )
    return {"evidence": numbered(shown, room), "claims": "\n".join(lines)}


def _weighed(answered: _Answered, given: bool) -> Weighed:
    """The answer weighed by the rules that hold for a single claim.

    The probability is the one that the model states for its own word (Tian et al. 2023, "Just Ask for
    Calibration"): a list of answers gives none for a word.
    """
    case, said = answered.case, answered.answer.stance
    sure = max(30, min(99, answered.answer.sure)) / 100
    stances: dict[str, float] = {stance: sure if stance == said else (1 - sure) / 3 for stance in STANCES}
    chances = uncalibrated(stances)
    label, whole = chosen(chances, given), case.whole()
    weighed = Weighed(
        case.claim,
        case.evidence,
        whole.read,
        whole.findings,
        signs={},
        chances=chances,
        label=label,
        basis=BASIS,
        notes=leaning(chances, label),
    )
    for read in (case, whole) if case.before else (case,):  # what a first reading was of may speak against it
        if not weighed.replaced:
            leans = leans_to(chances)
            stands = ruled(case.claim, label, read.findings, read.read, given, leans)
            weighed = weighed.instead(*stands)
    if weighed.label is Label.REFUTED and answered.answer.same == "no" and not case.differs:
        told = "Read as refutation, but not of the same subject, time or place."
        return weighed.instead(Label.NOT_ENOUGH_EVIDENCE, told)
    return weighed


def _settled(answered: _Answered, weighed: Weighed, given: bool) -> Verdict:
    """The verdict with a citation for each of its sides; without these, Not Enough Evidence."""
    if weighed.label is Label.NOT_ENOUGH_EVIDENCE:
        return left_open(weighed)
    if weighed.settled:
        named = stated(weighed)
    else:
        cited = tuple(c for side in SIDES[weighed.label] if (c := answered.cited(side)))
        named = Named(cited, answered.answer.why[:LONGEST])
    if told := weighed.uncited(named.citations, given):
        return left_open(weighed, told)
    return reasoned(weighed, named.citations, named.why, given)
