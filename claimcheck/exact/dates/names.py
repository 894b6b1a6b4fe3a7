"""Names of months, days and years as patterns, and what they mean."""

from __future__ import annotations

import re

from claimcheck.exact.words import (
    BELOW_HUNDRED,
    ONES,
    ORDINAL_BELOW_HUNDRED,
    SEASONS,
    TEENS,
    TENS,
    any_of,
    below_hundred,
)
from claimcheck.language.calendar import MONTHS, WEEKDAYS

MONTH = (
    rf"(?P<month>{'|'.join(MONTHS)}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?)"
)
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
SHORT_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?![a-z])\.?)"
SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_WORDED_YEAR = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)(?: hundred(?: and)?[ -]{BELOW_HUNDRED}"
    rf"|[ -](?:(?:{any_of(TENS)})(?:[ -](?:{any_of(ONES)}))?|{any_of(TEENS)}))"
    rf"|two thousand(?:(?: and)? {BELOW_HUNDRED})?)(?![\w-])"
)
YEAR = rf"(?P<year>(?:1[0-9]\d\d|20\d\d)(?!\d)|[’']\d\d(?!\d)|{_WORDED_YEAR})"
YEAR_OF_MONTH = YEAR[:-1] + r"|(?<=of )\d\d(?![\w:%,-]| ?(?:%|per\b|people)))"  # "April of 87"
_A_DAY = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)|{ORDINAL_BELOW_HUNDRED}(?!\w)"
_DAY_IN_WORDS = rf"(?:twenty|thirty)[ -](?:{any_of(ONES)})(?= (?:nineteen|eighteen|twenty|two thousand|in|at|was|is|\d)|[,.;:!?)]|$)"
DAY_AFTER_MONTH = rf"(?P<day>{_A_DAY}|{_DAY_IN_WORDS})"
DAY = rf"(?P<day>{_A_DAY})"
OTHER_DAY = rf"(?P<day2>{_A_DAY})"
DAY_BEFORE_MONTH = rf"(?P<day>{_A_DAY}|{BELOW_HUNDRED})"
STEPS = {
    "last": -1,
    "this past": -1,
    "this coming": 1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
WHICH = r"(?P<which>last|this past|this coming|past|previous|this|current|next|coming|upcoming)"
DATE_EDGE = r"(?<![\d/])(?<!\d[.-])(?<![$€£#] )(?<![$€£#])"
GAP = r"(?:[ \u00a0\n]{1,2})"


def month_number(name: str) -> int:
    """1 for January and for Jan."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def weekday_number(name: str) -> int:
    """0 for Monday and for Mon."""
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name.lower().rstrip(".")[:3]))


def season_month(name: str) -> int:
    """The first month of a season in the north: 12 for winter."""
    return SEASONS[name.lower()]


def day_number(words: str) -> int:
    """5 for "5", "5th" and "fifth"."""
    return below_hundred(words)


def year_number(words: str) -> int:
    """The year of "1986", "'86", "nineteen eighty-six" and "two thousand and six".

    Two digits below 50 are of this century, the others of the last one.
    """
    digits = words.lstrip("’'")
    if digits.isdigit():
        return int(digits) if len(digits) > 2 else int(digits) + (2000 if int(digits) < 50 else 1900)
    words = re.sub(r" and | hundred |-", " ", words.lower().replace(" hundred and ", " "))
    if words.startswith("two thousand"):
        rest = words.removeprefix("two thousand").strip()
        return 2000 + (below_hundred(rest) if rest else 0)
    first, rest = words.split(" ", 1)
    return 100 * below_hundred(first) + below_hundred(rest)


def is_month(match: re.Match[str]) -> bool:
    """Lower-case "march" and "may" are verbs, unless a year stands with them; other months may be lower case."""
    name, year = match["month"], match.groupdict().get("year")
    return name[0].isupper() or bool(year) or name.lower() not in {"march", "may", "mar"}
