"""A claim that stands alone names its day: what a relative expression means, in brackets behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from claimcheck.claims.around import day_of
from claimcheck.domain import Article, DateInterval, Sentence
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
    for mention in reversed(_told(text, day)):
        if mention.relative and mention.interval and (named := _named(mention.interval)):
            whose = _WHOSE.match(text, mention.end)
            end = whose.end() if whose else mention.end
            text = f"{text[:end]} ({named}){text[end:]}"
    return text


def times_of(text: str, day: date | None, told: Iterable[DateInterval] = ()) -> tuple[DateInterval, ...]:
    """The times that a claim names, what is relative counted from `day`; a month without a year means what it means in the
    sentence, whose times are `told`.
    """
    meant = {time.text.casefold(): time for time in told}
    times = [
        meant.get(text[m.start : m.end].casefold(), m.interval) if _yearless(m, text) else m.interval
        for m in _told(text, day)
    ]
    return tuple(time for time in times if time)


def times_in(article: Article, sentence: Sentence) -> tuple[DateInterval, ...]:
    """The times that a sentence names. A month or day without a year is of the year that its paragraph has come to: "That
    September" after "began on August 20, 2018" is September 2018.
    """
    day = day_of(article)
    first = next(one for one in article.sentences if one.paragraph == sentence.paragraph)
    story, before = article.text[first.start : sentence.end], sentence.start - first.start
    meant = {m.start - before: m.interval for m in find_dates(story, day)}
    found = [
        meant.get(m.start, m.interval) if _yearless(m, sentence.text) else m.interval
        for m in find_dates(sentence.text, day)
    ]
    return tuple(time for time in found if time)


def _yearless(mention: DateMention, text: str) -> bool:
    """Whether a mention names a month, and its year was left out."""
    return mention.relative and _MONTH.search(text[mention.start : mention.end]) is not None


def _told(text: str, day: date | None) -> list[DateMention]:
    """What names a time, without the "today" of a quotation: it is the day on which somebody said so, and nothing is
    written into their words.
    """
    return [m for m in find_dates(text, day) if not (_counted(m) and in_quotation(text, m.start))]


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
