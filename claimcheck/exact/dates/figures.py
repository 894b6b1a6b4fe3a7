"""Dates in figures alone: 2021-03-09, 5/17/2018, 03.2019."""

from __future__ import annotations

import re

from claimcheck.exact.dates.calendar import day_of, month_of
from claimcheck.exact.dates.names import DATE_EDGE, GAP, MONTH, year_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import year_of_day


def _numbers(match: re.Match[str], scene: Scene) -> Value | None:
    """Year, month and day in figures. Raises `ValueError` where the calendar has no such day."""
    year, month, day = int(match["y"]), int(match["m"]), match["d"]
    if not day and match.group() == f"{year}-{(year + 1) % 100:02}":
        return None  # the season of 2010-11
    return Value(day_of(year, month, int(day)), "day") if day else Value(month_of(year, month), "month")


def _slashed(match: re.Match[str], scene: Scene) -> Value | None:
    """5/17/2018 as in the United States; 17/5/2018 can only be the other way round, and so are all beside it.

    With dots the day is first, as nearly wherever dots are written, unless one beside it can only be the other way.
    """
    if _OF_MONTH.search(scene.text, max(0, match.start() - 12), match.start()):
        return None  # two days: "December 3/4, 2022"
    first, second = int(match["a"]), int(match["b"])
    dotted = match.groupdict().get("s") == "."
    day_first = first > 12 or (
        second <= 12 and (dotted or _DAY_FIRST.search(scene.text)) and not _DAY_SECOND.search(scene.text)
    )
    month, day = (second, first) if day_first else (first, second)
    written = match.groupdict().get("y")
    if written:
        return Value(day_of(year_number(written), month, day), "day")
    year = year_of_day(scene.text, match, month, day, scene.anchor)
    return Value(day_of(year, month, day), "day", relative=True, guessed=True)


def _yearless(match: re.Match[str], scene: Scene) -> Value | None:
    """On 11/20; but 9/11 is a name, and 3/4 a fraction."""
    first, second = int(match["a"]), int(match["b"])
    return None if first < second <= 10 or (first, second) == (9, 11) else _slashed(match, scene)


_DAY_FIRST = re.compile(r"(?<![\d./-])(?:1[3-9]|2\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d\d)(?!\d)")
_DAY_SECOND = re.compile(r"(?<![\d./-])(?:0?[1-9]|1[0-2])([/.-])(?:1[3-9]|2\d|3[01])\1(?:\d{4}|\d\d)(?!\d)")
_OF_MONTH = re.compile(rf"\b{MONTH} $", re.IGNORECASE)
_Y = r"(?P<y>1[0-9]\d\d|20\d\d)"
_FIGURES = r"(?P<a>\d{1,2})/(?P<b>\d{1,2})"
_SLASH_LEAD = (
    rf"(?:on|by|until|till|since|from|before|after|for|this|next|last|between|(?:mon|tues|wednes"
    rf"|thurs|fri|satur|sun)day){GAP}"
)
_SLASH_LINK = rf"\d/\d{{1,2}}(?:,{GAP}|{GAP}?-{GAP}?|,?{GAP}(?:or|and|to){GAP})"

RULES: list[Rule] = [
    rule(
        rf"{DATE_EDGE}{_Y}(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
        _numbers,
        near="figures",
        back=0,
    ),
    rule(rf"(?<![\w.,/-]){_Y}-(?P<m>0[1-9]|1[0-2])(?P<d>)(?![\w-])", _numbers, near="figures", back=0),
    rule(
        r"(?<![\w.,/-])(?P<m>0?[1-9]|1[0-2])[-/](?P<y>19\d\d|20\d\d)(?P<d>)(?![\d/-])",
        _numbers,
        near="figures",
        back=0,
    ),
    rule(
        rf"{DATE_EDGE}(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>1[0-9]\d\d|20\d\d)(?!\d)",
        _slashed,
        near="figures",
        back=0,
    ),
    rule(rf"{DATE_EDGE}{_FIGURES}/(?P<y>\d\d)(?![\d/])", _slashed, near="figures", back=0),
    rule(rf"{DATE_EDGE}{_FIGURES},{GAP}(?P<y>19\d\d|20\d\d)(?!\d)", _slashed, near="figures", back=0),
    rule(rf"\b{_SLASH_LEAD}(?P<x>{_FIGURES})(?![\d/])", _yearless, near="figures", back=14),
    rule(rf"{_SLASH_LINK}(?P<x>{_FIGURES})(?![\d/])", _yearless, near="figures", back=1),
    rule(
        rf"(?<![\w./])(?P<x>{_FIGURES})(?=-\d{{1,2}}/\d{{1,2}}(?:/|, )\d{{4}})",
        _yearless,
        near="figures",
        back=0,
    ),
]
