"""A majority of a whole, computed from two amounts that passages give: the part's and the whole's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.domain import Claim, Finding, Passage, Quantity, Relation
from claimcheck.exact.dates import find_dates
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
    " two both neighbours neighbors countries nations bilateral total value worth"
)


@dataclass(frozen=True)
class _Amount:
    """Money that a sentence of a passage gives, and the times that the sentence names."""

    passage: Passage
    sentence: str
    money: Quantity
    times: frozenset[str]


def compare_share(claim: Claim, passages: Sequence[Passage]) -> list[Finding]:
    """Whether a part is a majority of a whole, where two passages give both in one currency and for the same time.

    Nothing where the claim has another word than these two sentences have: it may be of another part, or whole.
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
    return []


def _amounts(passage: Passage) -> list[_Amount]:
    """The amounts of money themselves: no bound, and nothing that something rose or fell by or from.

    A sentence without a time goes on about the first one of the sentence before.
    """
    found, before = [], frozenset[str]()
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        told = [m.interval.iso for m in find_dates(sentence, passage.published) if m.interval]
        times = frozenset(told) or before
        before = frozenset(told[:1])
        found += [
            _Amount(passage, sentence, m.quantity, times)
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
    of_part, of_whole = said & words(part.sentence) - words(whole.sentence), said & words(whole.sentence)
    return said <= words(part.sentence) | words(whole.sentence) and len(of_part) >= 2 and bool(of_whole)


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
