"""Expressions that resolve to one day, though writer and reader may mean another by them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.domain import DateInterval
from claimcheck.exact.dates.holidays import WITHOUT_YEAR

_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})")
_WEEKS = re.compile(r"\b(?:weeks?|fortnights?|months?|years?)\b", re.IGNORECASE)
_WHICH_DAY = re.compile(r"\b(?:last|next|previous|past|coming|this)\s\w+day\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def meet(one: DateInterval, other: DateInterval) -> bool:
    """Whether two times have a day in common."""
    return one.start <= other.end and other.start <= one.end


def widened(interval: DateInterval) -> DateInterval:
    """All the days that may be meant: "two weeks ago" is some days about it, "last Friday" of two weeks.

    5/6/2018 is in May or in June, by the country. Exact expressions come back as they are.
    """
    if interval.start != interval.end:
        return interval
    day, text = interval.start, interval.text
    if _FIGURES.fullmatch(text):
        return _either_order(interval)
    days = (
        7
        if _WHICH_DAY.search(text) or WITHOUT_YEAR.match(text)
        else 4
        if _WEEKS.search(text) and not re.search(r"\d{4}", text)
        else 0
    )
    if not days:
        return interval
    return interval.model_copy(update={"start": day - timedelta(days), "end": day + timedelta(days)})


def _either_order(interval: DateInterval) -> DateInterval:
    day = interval.start
    if day.day > 12 or day.day == day.month:
        return interval
    other = date(day.year, day.day, day.month)
    return interval.model_copy(update={"start": min(day, other), "end": max(day, other)})


def same_but_for_the_year(interval: DateInterval, wanted: DateInterval) -> bool:
    """Whether a day whose year was left out, and was guessed, is the wanted one in another year."""
    written = interval.text
    named = _MONTH.search(written) or WITHOUT_YEAR.match(written)
    left_out = named and not re.search(r"\d{4}", written)
    one, other = interval.start, wanted.start
    return bool(left_out) and (one.month, one.day) == (other.month, other.day)
