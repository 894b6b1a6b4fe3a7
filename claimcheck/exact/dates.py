"""Date expressions of English news → intervals, relative ones counted from the day of publication.

Our grammar finds the expressions, since `dateparser` gives no offsets and invents days; `dateparser`
normalises the absolute ones. Documented rules for relative ones: a bare weekday is the latest such day up
to the anchor, or the next one where the clause speaks of the future; a bare month likewise.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from claimcheck.domain import DateInterval

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNITS = r"(?P<unit>day|week|month|year)"
_FUTURE = re.compile(
    r"\b(?:will|shall|to be held|upcoming|next|scheduled|due|is set|are set|plans? to|expected)\b"
)
_WORDS = dict(
    zip(
        ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        (1, 1, *range(1, 11)),
        strict=True,
    )
)

_PATTERNS = {
    "iso": r"\b(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?\b",
    "days": rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:, \d{{1,2}})*(?: ?[-–] ?| to | and |, and )(?P<last>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
    "dmy": rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
    "mdy": rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? {_YEAR}\b)?",
    "my": rf"\b{_MONTH}(?: of|,)? {_YEAR}\b",
    "years": r"\b(?:from |between )?(?P<y1>1[5-9]\d\d|20\d\d)(?: ?[-–] ?| to | and )(?P<y2>1[5-9]\d\d|20\d\d)\b",
    "decade": r"\bthe (?P<decade>1[5-9]\d0|20\d0)s\b",
    "quarter": rf"\b(?:the )?(?P<q>first|second|third|fourth) quarter of {_YEAR}\b",
    "near": rf"\b(?P<near>last|this|next|the previous|the past) {_UNITS}\b",
    "ago": rf"\b{_COUNT} {_UNITS}s? (?P<ago>ago|earlier)\b",
    "day": r"\b(?P<word>today|tonight|yesterday|last night|tomorrow)\b",
    "weekday": rf"\b(?:(?P<which>last|next|this) )?(?P<name>{'|'.join(_DAYS)})\b",
    "month": rf"\b(?P<lead>in|since|by|during|until|of|last|next|this|early|late|mid) {_MONTH}(?! ?\d)",
    "year": rf"\b(?:(?P<lead>in|since|by|of|during|from|until|for|after|before|year|throughout)(?: early| late| mid)? |\(){_YEAR}\b"
    r"(?!\s*(?:%|percent|people|million|billion|dollars|[a-z]+s\b\s+of))",
}
_FIND = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS.items()]


@dataclass(frozen=True)
class DateMention:
    """A date expression at `[start, end)`; `interval` is None where it needs an anchor that is not known."""

    start: int
    end: int
    interval: DateInterval | None
    relative: bool


def find_dates(text: str, anchor: date | None) -> list[DateMention]:
    """The date expressions of a text in order, none overlapping; never raises."""
    return list(_found(text, anchor))


@lru_cache(2048)  # a passage's sentence is read for each claim that it may speak of
def _found(text: str, anchor: date | None) -> tuple[DateMention, ...]:
    taken: list[DateMention] = []
    for kind, pattern in _FIND:
        for match in pattern.finditer(text):
            start, end = _edges(kind, match)
            if any(start < other.end and other.start < end for other in taken) or _no_date(kind, match):
                continue
            try:
                days, relative = _resolve(kind, match, anchor, text)
            except (ValueError, OverflowError):
                continue
            interval = days and DateInterval(start=days[0], end=days[1], text=text[start:end])
            taken.append(DateMention(start, end, interval or None, relative))
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _edges(kind: str, match: re.Match[str]) -> tuple[int, int]:
    if kind == "year":
        return match.start("year"), match.end("year")
    if kind == "month" and match["lead"].lower() not in {"last", "next", "this"}:
        return match.start("month"), match.end("month")
    return match.start(), match.end()


def _no_date(kind: str, match: re.Match[str]) -> bool:
    """Lower-case "march" and "may" are verbs, whatever stands around them."""
    name = match.groupdict().get("month")
    return bool(name) and name[0].islower()  # type: ignore[index]


def _resolve(
    kind: str, match: re.Match[str], anchor: date | None, text: str
) -> tuple[tuple[date, date] | None, bool]:
    if kind in {"iso", "days", "dmy", "mdy", "my", "years", "decade", "quarter", "year"}:
        return _absolute(kind, match, anchor, text)
    if anchor is None:
        return None, True
    return _relative(kind, match, anchor, text), True


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _absolute(
    kind: str, match: re.Match[str], anchor: date | None, text: str
) -> tuple[tuple[date, date] | None, bool]:
    found = match.groupdict()
    if kind == "iso":
        year, month = int(found["y"]), int(found["m"])
        return ((date(year, month, int(found["d"])),) * 2 if found["d"] else month_of(year, month)), False
    if kind == "years":
        first, last = sorted((int(found["y1"]), int(found["y2"])))
        return (date(first, 1, 1), date(last, 12, 31)), False
    if kind == "decade":
        return (date(int(found["decade"]), 1, 1), date(int(found["decade"]) + 9, 12, 31)), False
    if kind == "year":
        return (date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)), False
    if kind == "quarter":
        quarter = ("first", "second", "third", "fourth").index(found["q"].lower())
        year = int(found["year"])
        return (date(year, 3 * quarter + 1, 1), month_of(year, 3 * quarter + 3)[1]), False
    month = _month_number(found["month"])
    if kind == "my":
        return month_of(int(found["year"]), month), False
    first, last = (
        int(found.get("first") or found.get("day") or 1),
        int(found.get("last") or found.get("day") or 1),
    )
    year_given = found.get("year")
    if not year_given and anchor is None:
        return None, True
    year = (
        int(year_given)
        if year_given
        else _nearest_year(month, first, anchor or date.today(), _ahead(text, match))
    )
    return (date(year, month, first), date(year, month, last)), not year_given


def _ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around an expression speaks of the future."""
    return bool(_FUTURE.search(text[max(0, match.start() - 60) : match.end() + 30]))


def _nearest_year(month: int, day: int, anchor: date, ahead: bool) -> int:
    if ahead:
        return anchor.year + ((month, day) < (anchor.month, anchor.day if day > 1 else 1))
    return anchor.year - ((month, day) > (anchor.month, anchor.day))


def _relative(kind: str, match: re.Match[str], anchor: date, text: str) -> tuple[date, date]:
    if kind == "day":
        word = match["word"].lower()
        step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
        return (anchor + timedelta(step),) * 2
    if kind == "weekday":
        return (_weekday(match, anchor, text),) * 2
    if kind == "month":
        month, ahead = _month_number(match["month"]), _ahead(text, match)
        if match["lead"].lower() == "last":
            ahead = False
        return month_of(_nearest_year(month, 1, anchor, ahead), month)
    if kind == "near":
        step = {"last": -1, "the previous": -1, "the past": -1, "this": 0, "next": 1}[match["near"].lower()]
        return _whole(match["unit"].lower(), step, anchor)
    count = match["count"].lower()
    return _back(match["unit"].lower(), int(count) if count.isdigit() else _WORDS[count], anchor)


def _weekday(match: re.Match[str], anchor: date, text: str) -> date:
    back = (anchor.weekday() - _DAYS.index(match["name"].lower())) % 7
    which = (match["which"] or "").lower()
    if which == "last":
        return anchor - timedelta(back or 7)
    if which == "next" or (not which and back and _ahead(text, match)):
        return anchor + timedelta(7 - back)
    return anchor - timedelta(back)


def _whole(unit: str, step: int, anchor: date) -> tuple[date, date]:
    if unit == "year":
        return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    if unit == "month":
        years, month = divmod(anchor.month - 1 + step, 12)
        return month_of(anchor.year + years, month + 1)
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6)
    return (anchor + timedelta(step),) * 2


def _back(unit: str, count: int, anchor: date) -> tuple[date, date]:
    if unit in {"year", "month"}:
        return _whole(unit, -count, anchor)
    return (anchor - timedelta(count * (7 if unit == "week" else 1)),) * 2
