"""Exact comparisons of a claim with passages: a wrong "differs" is worse than none, so it takes a lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.domain import Claim, DateInterval, Finding, Passage, Quantity, Relation
from claimcheck.exact.dates import DateMention, find_dates, meet, same_but_for_the_year, widened
from claimcheck.exact.frames import frame_of, names_met, one_count, one_event, one_subject, others_named
from claimcheck.exact.quantities import (
    FAR,
    QuantityMention,
    apart,
    bears_out,
    far_beyond,
    find_quantities,
    same_unit,
)
from claimcheck.exact.quotations import quotations
from claimcheck.exact.roles import edge_of, is_age, is_ordinal, may_agree, may_differ, same_edge, step_of
from claimcheck.exact.sentences import sentences_of
from claimcheck.exact.wording import STRONG, overlap, overlaps_beside_names
from claimcheck.language.tokens import tokens_of

FRAMED = 0.4  # the share of the claim's words in a sentence that has a figure in the words around the claim's
FAR_IN_ITS_WORDS = 10  # times a bound, in a sentence much like the claim
_OF_AGES = frozenset({"", "year"})
_MAJORITY = ("majority", "the majority", "most", "the vast")


@dataclass(frozen=True)
class _Found:
    """What one sentence says of one figure of the claim; `near` is the share of the claim's words that it has."""

    finding: Finding
    near: float

    @property
    def rank(self) -> int:
        """Which of two holds: an agreement before a difference, but not one in a sentence on something else."""
        if self.finding.relation is Relation.AGREES:
            return 0 if self.near >= STRONG else 2
        return 1 if self.finding.relation is Relation.DIFFERS else 3


def compare(claim: Claim, passages: Sequence[Passage]) -> list[Finding]:
    """What code can say about the claim's quantities, dates and quoted words in these passages.

    At most one finding for each of them and each passage. That a figure agrees in a sentence on something else counts
    for nothing where a sentence much like the claim has another.
    """
    findings = []
    for wanted in claim.quantities:
        if not wanted.text.lower().startswith(_MAJORITY):  # a share of a whole: see compare_share
            findings += _settled([best for p in passages if (best := _figure(claim, wanted, p))])
    for passage in passages:
        findings += [*_dates(claim, passage), *quotations(claim, passage)]
    return findings


def _settled(found: Sequence[_Found]) -> list[Finding]:
    differs = any(one.finding.relation is Relation.DIFFERS for one in found)
    return [one.finding for one in found if not (differs and one.rank == 2)]


def _figure(claim: Claim, wanted: Quantity, passage: Passage) -> _Found | None:
    found = [
        one
        for sentence in _sentences(passage.text)
        if (one := _in_sentence(claim, wanted, sentence, passage))
    ]
    term = _term(wanted, passage)
    if term:
        found.append(_Found(term, STRONG))
    return min(found, key=lambda one: one.rank, default=None)


def _in_sentence(claim: Claim, wanted: Quantity, sentence: str, passage: Passage) -> _Found | None:
    figures = _of_its_kind(claim, wanted, sentence)
    if not figures:
        return None
    times = [m.interval for m in _times(passage, sentence) if m.interval]
    near = overlap(claim.text, sentence)
    meeting = [(c, t) for c in claim.dates for t in times if meet(c, t)]
    if claim.dates and times and not meeting:
        detail = f"The passage's figure is for {times[0].iso}, the claim's for {claim.dates[0].iso}."
        return _Found(_of(wanted, Relation.NOT_COMPARABLE, passage, detail), near)
    if meeting and not any(_same_length(c, t) for c, t in meeting):
        return None
    far = FAR_IN_ITS_WORDS if near >= STRONG else FAR
    fitting = [m for m in figures if not far_beyond(m.quantity, wanted, far)]
    agreeing = next((m.quantity for m in fitting if _agrees(claim, wanted, sentence, m)), None)
    if agreeing:
        detail = f"The passage gives {agreeing.text}, which agrees with the claim's {wanted.text}."
        return _Found(_of(wanted, Relation.AGREES, passage, detail), near)
    if not wanted.unit or bool(claim.dates) != bool(times) or near < FRAMED:
        return None
    if not names_met(tokens_of(claim.text), sentence, _above(passage, sentence)):
        return None
    like = figures if near >= STRONG else _framed_alike(claim, wanted, sentence, figures)
    if len(like) == 1 and _differs(claim, wanted, sentence, like[0]):
        detail = f"The passage gives {like[0].quantity.text} where the claim says {wanted.text}."
        return _Found(_of(wanted, Relation.DIFFERS, passage, detail), near)
    return None


def _framed_alike(
    claim: Claim, wanted: Quantity, sentence: str, figures: Sequence[QuantityMention]
) -> list[QuantityMention]:
    """The figures of a sentence that stand in the words in which the claim's stands: "three days of mourning"."""
    place = _place(claim, wanted)
    if place is None:
        return []
    said, found = frame_of(claim.text, *place, find_quantities(claim.text)), find_quantities(sentence)
    held = [(m, frame_of(sentence, m.start, m.end, found)) for m in figures]
    return [m for m, frame in held if one_count(said, frame) and not others_named(frame, claim.text)]


def _of_its_kind(claim: Claim, wanted: Quantity, sentence: str) -> list[QuantityMention]:
    """The figures of a sentence that can be compared with one of the claim; an age may be written with its years or
    without: "aged 41", "the 41-year-old".
    """
    found = find_quantities(sentence)
    if not _age(claim, wanted):
        return [m for m in found if same_unit(wanted, m.quantity)]
    return [
        replace(m, quantity=m.quantity.model_copy(update={"unit": wanted.unit})) if aged else m
        for m in found
        if (aged := m.quantity.unit in _OF_AGES and is_age(sentence, m.start, m.end))
        or same_unit(wanted, m.quantity)
    ]


def _agrees(claim: Claim, wanted: Quantity, sentence: str, held: QuantityMention) -> bool:
    same = may_agree(_step(claim, wanted), step_of(sentence, held.start))
    return (
        same
        and _ordinal(claim, wanted) is is_ordinal(sentence, held.end)
        and bears_out(held.quantity, wanted)
        and _age(claim, wanted) is is_age(sentence, held.start, held.end)
    )


def _differs(claim: Claim, wanted: Quantity, sentence: str, held: QuantityMention) -> bool:
    """Whether the one figure of its kind measures what the claim's does, and the claim's stands nowhere beside it."""
    elsewhere = any(m.quantity.value == wanted.value for m in find_quantities(sentence))
    same = may_differ(_step(claim, wanted), step_of(sentence, held.start))
    same = same and _age(claim, wanted) is is_age(sentence, held.start, held.end)
    return same and not elsewhere and apart(wanted, held.quantity)


def _step(claim: Claim, wanted: Quantity) -> str:
    place = _place(claim, wanted)
    return step_of(claim.text, place[0]) if place else ""


def _age(claim: Claim, wanted: Quantity) -> bool:
    place = _place(claim, wanted)
    return place is not None and is_age(claim.text, *place)


def _ordinal(claim: Claim, wanted: Quantity) -> bool:
    place = _place(claim, wanted)
    return place is not None and is_ordinal(claim.text, place[1])


def _place(claim: Claim, wanted: Quantity | DateInterval) -> tuple[int, int] | None:
    """Where a figure or date of the claim stands in it."""
    start = claim.text.find(wanted.text)
    return (start, start + len(wanted.text)) if start >= 0 else None


def _same_length(one: DateInterval, other: DateInterval) -> bool:
    """Whether a figure for one of two times that meet can be that for the other: both are as long, or one is a day, on
    which it was told.
    """
    same = (one.start, one.end) == (other.start, other.end)
    return same or one.start == one.end or other.start == other.end


def _term(wanted: Quantity, passage: Passage) -> Finding | None:
    """A claim of N years against two days that lie N years apart."""
    if wanted.unit != "year":
        return None
    times = [m.interval for m in find_dates(passage.text, passage.published) if m.interval]
    days = [t for t in times if t.start == t.end]
    for first in days:
        for last in days:
            years = (last.start - first.start).days / 365.2425
            if years > 0.5 and abs(years - wanted.value) < 0.02:
                detail = f"From {first.iso} to {last.iso} is {wanted.value:g} years, as the claim says."
                return _of(wanted, Relation.AGREES, passage, detail)
    return None


def _dates(claim: Claim, passage: Passage) -> list[Finding]:
    findings = []
    times = [m for m in find_dates(passage.text, passage.published) if m.interval] if claim.dates else []
    for wanted in claim.dates:
        inside = next((t.interval for t in times if _within(claim, wanted, passage, t)), None)
        held = [t.interval for t in times if t.interval]
        if inside:
            detail = f"The passage gives {inside.iso}, which agrees with the claim's {wanted.iso}."
            findings.append(_on(wanted, Relation.AGREES, passage, detail))
        elif any(meet(widened(wanted), widened(t)) or same_but_for_the_year(t, wanted) for t in held):
            detail = f"The passage's time is less exact than the claim's {wanted.iso}, or only its edge."
            findings.append(_on(wanted, Relation.NOT_COMPARABLE, passage, detail))
        else:
            findings += _other_day(claim, wanted, passage) or _other_time(claim, wanted, passage)
    return findings


def _within(claim: Claim, wanted: DateInterval, passage: Passage, held: DateMention) -> bool:
    time, place = held.interval, _place(claim, wanted)
    if not time or not (wanted.start <= time.start and time.end <= wanted.end):
        return False
    return same_edge(edge_of(claim.text, place[0]) if place else "", edge_of(passage.text, held.start))


def _other_day(claim: Claim, wanted: DateInterval, passage: Passage) -> list[Finding]:
    """A sentence much like the claim whose only times are other days, each named exactly."""
    if widened(wanted).start != widened(wanted).end:
        return []
    for sentence in _sentences(passage.text):
        times = [widened(m.interval) for m in _times(passage, sentence) if m.interval]
        like = overlap(claim.text, sentence) >= STRONG and overlaps_beside_names(claim.text, sentence)
        if like and times and all(t.start == t.end for t in times):
            detail = f"The passage gives {times[-1].iso} where the claim says {wanted.iso}."
            return [_on(wanted, Relation.DIFFERS, passage, detail)]
    return []


def _other_time(claim: Claim, wanted: DateInterval, passage: Passage) -> list[Finding]:
    """A sentence that has the same event, which happens once, at another time: "was born in 1940"."""
    place = _place(claim, wanted)
    if place is None:
        return []
    said = frame_of(claim.text, *place, find_dates(claim.text, None))
    for sentence in _sentences(passage.text):
        times = _times(passage, sentence)
        for time in times:
            held = frame_of(sentence, time.start, time.end, times)
            if not time.interval or not one_event(said, held):
                continue
            if one_subject(said, held, claim.text, sentence, _above(passage, sentence)):
                detail = f"The passage gives {time.interval.iso} where the claim says {wanted.iso}."
                return [_on(wanted, Relation.DIFFERS, passage, detail)]
    return []


def _times(passage: Passage, sentence: str) -> list[DateMention]:
    """The dates of a sentence as its passage tells them: "in September" is of the year that the story has come to."""
    start = passage.text.find(sentence)
    return [
        replace(m, start=m.start - start, end=m.end - start)
        for m in find_dates(passage.text, passage.published)
        if m.interval and start <= m.start and m.end <= start + len(sentence)
    ]


def _above(passage: Passage, sentence: str) -> str:
    """The title of a passage, and what stands in it before a sentence."""
    return f"{passage.title} {passage.text.partition(sentence)[0]}"


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentences_of(text))


def _of(wanted: Quantity, relation: Relation, passage: Passage, detail: str) -> Finding:
    return Finding(aspect="quantity", relation=relation, passage=passage.id, detail=detail, of=wanted.text)


def _on(wanted: DateInterval, relation: Relation, passage: Passage, detail: str) -> Finding:
    return Finding(aspect="date", relation=relation, passage=passage.id, detail=detail, of=wanted.iso)
