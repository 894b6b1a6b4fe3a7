"""A claim that stands alone names its day: what a relative expression means, in brackets behind it."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.domain import DateInterval
from claimcheck.exact import find_dates
from claimcheck.exact.dates import widened
from claimcheck.language.calendar import MONTHS, SHORT_MONTHS

_MONTH = re.compile("|".join((*MONTHS, *SHORT_MONTHS)), re.IGNORECASE)


def dated(text: str, day: date | None) -> str:
    """The claim with the day, month or year that "Thursday" or "last year" means, counted from `day`.

    "They met on Thursday." becomes "They met on Thursday (8 February 2024)." Where the expression is loose, as
    "two weeks ago" is, nothing is added: nobody named that day. Nor to a month whose year is a guess.
    """
    if day is None:
        return text
    for mention in reversed(find_dates(text, day)):
        if mention.interval and mention.relative and (named := _named(mention.interval)):
            text = f"{text[: mention.end]} ({named}){text[mention.end :]}"
    return text


def _named(interval: DateInterval) -> str:
    """A day, a month or a year as news writes it; "" for any other time, and for what is not meant exactly."""
    first = interval.start
    if widened(interval) != interval or _MONTH.match(interval.text):
        return ""
    return {
        10: f"{first.day} {first:%B} {first.year}",
        7: f"{first:%B} {first.year}",
        4: f"{first.year}",
    }.get(len(interval.iso), "")
