"""Does a claim bring in a number, a date or a name that its source does not have?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from claimcheck.domain import DateInterval, Quantity
from claimcheck.exact.dates import find_dates
from claimcheck.exact.quantities import find_figures, find_quantities, same_unit, same_value

_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_NO_NOUN = re.compile(r"[a-z]{2,}[^e]ed|dead|missing|hurt|ill|homeless")
_ORDINARY = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "He",
        "She",
        "They",
        "We",
        "His",
        "Her",
        "Their",
        "Its",
        "And",
        "But",
        "Or",
        "For",
        "From",
        "By",
        "With",
        "As",
        "After",
        "Before",
        "During",
        "Since",
        "Most",
        "Many",
        "Some",
        "Several",
        "Both",
        "All",
        "No",
        "Not",
        "Half",
        "About",
        "More",
        "According",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "President",
        "Chinese",
    ]
)


_Brought = tuple[DateInterval, str]  # a time, and how the claim writes it


def unsupported_details(claim_text: str, source: Sequence[str], anchor: date | None) -> list[str]:
    """The numbers, dates and names of a claim that the source neither holds nor implies by its dates.

    The source is given in its parts, such as sentences: the figures of each are read once and remembered.

    A date is implied where an expression of the source resolves to it, to a part of it, or to a longer time
    around it only if the claim adds nothing: "Thursday" implies 8 February 2024, and February 2024.
    """
    text = " ".join(source)
    return [
        *_dates(claim_text, source, text, anchor),
        *_quantities(claim_text, source),
        *_names(claim_text, source),
    ]


def _dates(claim: str, source: Sequence[str], text: str, anchor: date | None) -> list[str]:
    """First against what each part of the source says by itself, which is remembered; to read the dates of all of it
    as one text, where a part may count from the one before, takes longer than all else here.
    """
    brought = [
        (m.interval, claim[m.start : m.end])
        for m in find_dates(claim, anchor)
        if m.interval and claim[m.start : m.end] not in text
    ]
    brought = _not_within(brought, source, anchor) if brought else []
    brought = _not_within(brought, [text], anchor) if brought else []
    if (
        brought and anchor
    ):  # the month or the year of publication; on that day nothing happened that is not said to
        longer = [one for one in brought if one[0].start < one[0].end]
        brought = [one for one in brought if one not in longer]
        brought += _not_within(longer, [anchor.isoformat()], None)
    return [written for _, written in brought]


def _not_within(brought: list[_Brought], texts: Sequence[str], anchor: date | None) -> list[_Brought]:
    """Those of the times in which no time that the texts name lies; the last text, the claim's own, is tried first."""
    for text in reversed(texts):
        known = [m.interval for m in find_dates(text, anchor) if m.interval]
        brought = [
            (days, written)
            for days, written in brought
            if not any(days.start <= k.start and k.end <= days.end for k in known)
        ]
        if not brought:
            break
    return brought


def _quantities(claim: str, source: Sequence[str]) -> list[str]:
    """The last part of the source, the claim's own, is tried first."""
    brought = [m.quantity for m in find_figures(claim)]
    for part in reversed(source):
        if not brought:
            break
        known = [m.quantity for m in find_quantities(part)]
        brought = [one for one in brought if not any(_same(one, quantity) for quantity in known)]
    return [one.text for one in brought]


def _same(one: Quantity, other: Quantity) -> bool:
    """The same number, of the same unit or with the unit left out on one side; "15,000 stranded" are people."""
    if same_unit(one, other):
        return same_value(one, other)
    bare = not (one.unit and other.unit) or (one.unit == "people" and _NO_NOUN.fullmatch(other.unit))
    return one.value == other.value and bool(bare)


def _names(claim: str, source: Sequence[str]) -> list[str]:
    wrong = []
    for match in _NAME.finditer(claim):
        parts = _WORD.findall(match.group())
        if match.group() in _ORDINARY or (
            match.start() == 0 and len(claim.split()) > 1 and _lowered(match.group(), claim)
        ):
            continue
        if not all(len(part) == 1 or _said(part.casefold()[:5], source) for part in parts):
            wrong.append(match.group())
    return wrong


def _said(beginning: str, source: Sequence[str]) -> bool:
    return any(beginning in _beginnings(part) for part in reversed(source))


@lru_cache(1024)  # a sentence is a part of the source of those after it
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word.casefold()[:5] for word in _WORD.findall(text))


def _lowered(word: str, claim: str) -> bool:
    """Whether the claim's first word is one that has its capital only from its place: it recurs in lower case."""
    return re.search(rf"(?<!^)\b{re.escape(word.lower())}\b", claim) is not None
