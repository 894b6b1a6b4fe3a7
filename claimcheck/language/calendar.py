"""The names of months and weekdays, and days in figures that mean one day here and another there."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun".split()

_IN_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d\d)(?!\d)")
_AMERICAN = re.compile(r"\d ?[ap]\.?m\b|\b(?:[ECMP][DS]?|AK[DS]|HS)T\b", re.IGNORECASE)


def two_ways(text: str) -> bool:
    """Whether a text has a day such as 10/11/2019, which is one in London and another in New York.

    With dots and a year in full it is day, month and year nearly wherever dots are written; houses of the United States
    that write them have a clock of twelve hours beside, or their zone.
    """
    return any(_is_open(match, text) for match in _IN_FIGURES.finditer(text))


def _is_open(match: re.Match[str], text: str) -> bool:
    first, second = int(match[1]), int(match[3])
    if first == second or max(first, second) > 12:
        return False
    return match[2] != "." or len(match[4]) < 4 or bool(_AMERICAN.search(text))
