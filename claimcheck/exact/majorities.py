"""A majority of a whole: computed from two amounts that passages give, the part's and the whole's, or a share that they
state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.domain import Claim, Finding, Passage, Quantity, Relation
from claimcheck.exact.dates import find_dates, meet
from claimcheck.exact.quantities import find_quantities
from claimcheck.exact.roles import step_of
from claimcheck.exact.sentences import sentences_of
from claimcheck.exact.wording import words

_MAJORITY = re.compile(r"\b(?:(?:a|the) majority|(?<!the )most of)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not?|never|nor|neither|hardly|without|short of|less than|almost|nearly)\b|n['’]t\b", re.IGNORECASE
)
_SAYING = words(
    "made make makes making accounted accounts constituted represented majority most vast been have having being"
    " between two both neighbours neighbors countries nations bilateral total value worth"
)
_COMES_TO = "is|are|was|were|has|have|had|came|comes"
_WHOLE = re.compile(
    rf"{_MAJORITY.pattern}(?: of)? (?P<whole>.+?)(?= (?:{_COMES_TO})\b|[,.;]|$)", re.IGNORECASE
)
_OTHERWISE = re.compile(rf"[,;]| (?:that|which|who|{_COMES_TO})\b")  # ends what a share is of
_BACK = re.compile(  # begins what goes on about the sentence before
    r"(?:The|This|That|These|Those|It|They|Its|Their)\b"
)
_ROUGH = 5  # per cent around a half within which "about" leaves open on which side of it a share is


@dataclass(frozen=True)
class _Amount:
    """Money that a sentence of a passage gives, and the times that the sentence names."""

    passage: Passage
    sentence: str
    money: Quantity
    times: frozenset[str]
    about: str  # the sentence, after that which it goes on about


def compare_share(claim: Claim, passages: Sequence[Passage]) -> list[Finding]:
    """Whether a part is a majority of a whole, where two passages give both in one currency and for the same time, or one
    states the share.

    Nothing where the claim has another word than these sentences have: it may be of another part, or whole.
    """
    if not _MAJORITY.search(claim.text) or _DENIED.search(claim.text):
        return []
    if any(c.isdigit() for q in claim.quantities for c in q.text):
        return []
    amounts = [amount for passage in passages for amount in _amounts(passage)]
    times = frozenset(day.iso for day in claim.dates)
    for part in amounts:
        for whole in amounts:
            same_time = part.times & whole.times & (times or part.times)
            if same_time and part.money.unit == whole.money.unit and _part_of(claim.text, part, whole):
                return _share(part, whole)
    return [found for passage in passages if (found := _stated(claim, passage))]


def _amounts(passage: Passage) -> list[_Amount]:
    """The amounts of money themselves: no bound, and nothing that something rose or fell by or from.

    A sentence without a time goes on about the first one of the sentence before.
    """
    found, before, last = list[_Amount](), frozenset[str](), ""
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        about, last = f"{last} {sentence}" if _BACK.match(sentence) else sentence, sentence
        told = [m.interval.iso for m in find_dates(sentence, passage.published) if m.interval]
        times = frozenset(told) or before
        before = frozenset(told[:1])
        found += [
            _Amount(passage, sentence, m.quantity, times, about)
            for m in find_quantities(sentence)
            if len(m.quantity.unit) == 3
            and m.quantity.unit.isupper()
            and not m.quantity.bound
            and step_of(sentence, m.start) not in {"by", "from"}
        ]
    return found


def _part_of(claim: str, part: _Amount, whole: _Amount) -> bool:
    """Whether the claim's part is what one sentence counts, and its whole what the other counts."""
    said = words(claim) - _SAYING
    of_part, of_whole = said & words(part.about) - words(whole.sentence), said & words(whole.sentence)
    return said <= words(part.about) | words(whole.sentence) and len(of_part) >= 2 and bool(of_whole)


def _share(part: _Amount, whole: _Amount) -> list[Finding]:
    small, large = part.money, whole.money
    if not 0 < small.value < large.value:
        return []
    percent = 100 * small.value / large.value
    relation = Relation.AGREES if percent > 50 else Relation.DIFFERS
    is_so = "a majority" if percent > 50 else "not a majority"
    detail = f"{small.text} of {large.text} is {percent:.1f} %: {is_so}."
    return [
        Finding(
            aspect="share",
            relation=relation,
            passage=amount.passage.id,
            detail=detail,
            of=amount.money.text,
        )
        for amount in (part, whole)
    ]


def _stated(claim: Claim, passage: Passage) -> Finding | None:
    """What one sentence says outright: "timber was about a quarter of the trade"."""
    match, said = _WHOLE.search(claim.text), words(claim.text) - _SAYING
    of_whole = words(match["whole"]) - _SAYING if match else frozenset[str]()
    if not of_whole or not said - of_whole or not _of_its_time(claim, passage):
        return None
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        shares = [m for m in find_quantities(sentence) if m.quantity.unit == "%"]
        if len(shares) != 1 or not said <= words(sentence):
            continue
        rest = _OTHERWISE.split(sentence[shares[0].end :], maxsplit=1)[0]
        of = shares[0].quantity.text.endswith(" of") or re.match(r" ?of\b", rest)
        if of and of_whole & words(rest) and (relation := _side_of_half(shares[0].quantity)):
            share = shares[0].quantity.text
            detail = f"The passage gives {share!r} where the claim says a majority."
            return Finding(aspect="share", relation=relation, passage=passage.id, detail=detail, of=share)
    return None


def _of_its_time(claim: Claim, passage: Passage) -> bool:
    """Whether a passage names a time of the claim's, or one of them names none."""
    times = [m.interval for m in find_dates(passage.text, passage.published) if m.interval]
    near = any(meet(day, time) for day in claim.dates for time in times)
    return near or not claim.dates or not times


def _side_of_half(share: Quantity) -> Relation | None:
    """Whether a share is more than half; None where it is too near to it, or open to that side."""
    rough = _ROUGH if share.approximate else share.tolerance
    if share.value - rough >= 50 and share.bound != "<":
        return Relation.AGREES
    if share.value >= 50 and share.bound == ">":
        return Relation.AGREES
    below = share.value + rough < 50 and share.bound != ">"
    return Relation.DIFFERS if below or (share.value <= 50 and share.bound == "<") else None
