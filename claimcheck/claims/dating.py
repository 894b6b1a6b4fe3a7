"""A claim that stands alone names its day: what a relative expression means, in brackets behind it."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.domain import DateInterval
from claimcheck.exact import find_dates, in_quotation
from claimcheck.exact.dates import DateMention, widened
from claimcheck.language.calendar import MONTHS, SHORT_MONTHS

_MONTH = re.compile("|".join((*MONTHS, *SHORT_MONTHS)), re.IGNORECASE)
_WHOSE = re.compile(r"['’]s?(?!\w)")  # "Tuesday's hearing" is "Tuesday's (8 February 2024) hearing"


def dated(text: str, day: date | None) -> str:
    """The claim with the day, month or year that "Thursday" or "last year" means, counted from `day`.

    "They met on Thursday." becomes "They met on Thursday (8 February 2024)." Where the expression is loose, as
    "two weeks ago" is, nothing is added: nobody named that day. Nor to a month whose year is a guess.
    """
    if day is None:
        return text
    for mention, interval in reversed(_told(text, day)):
        if mention.relative and (named := _named(interval)):
            whose = _WHOSE.match(text, mention.end)
            end = whose.end() if whose else mention.end
            text = f"{text[:end]} ({named}){text[end:]}"
    return text


def times_of(text: str, day: date | None) -> tuple[DateInterval, ...]:
    """The times that a claim names, what is relative counted from `day`."""
    return tuple(interval for _, interval in _told(text, day))


def _told(text: str, day: date | None) -> list[tuple[DateMention, DateInterval]]:
    """What names a time, and which, without the "today" of a quotation: it is the day on which somebody said so, and
    nothing is written into their words.
    """
    return [
        (mention, mention.interval)
        for mention in find_dates(text, day)
        if mention.interval and not (_counted(mention) and in_quotation(text, mention.start))
    ]


def _counted(mention: DateMention) -> bool:
    """Whether a mention counts from the day of speaking, as "today" does, and "October 8" does not."""
    return bool(mention.relative and mention.interval and not _MONTH.search(mention.interval.text))


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
