"""The words before an expression that change what it means: "early 2020", "two days before 5 May"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from claimcheck.exact.dates.calendar import Days, half_of, month_of, months_of, shifted, third, week_of
from claimcheck.exact.dates.names import GAP
from claimcheck.exact.dates.reading import Reading, Scene
from claimcheck.exact.words import BELOW_HUNDRED, ORDINAL_BELOW_HUNDRED, below_hundred

_A_YEAR = re.compile(r"[ -](?:(?:fiscal|financial|calendar|tax|academic|school)[ -])?year\b", re.IGNORECASE)
_FISCAL = re.compile(r"(?:fiscal|financial|tax|academic|school)(?: year)? $", re.IGNORECASE)
_LOOK_BACK = 60  # characters before an expression in which its own words may stand
_LONG = {"week", "month", "quarter", "year", "decade", "century", "season"}
DAYS = {"day", "weekday", "holiday"}

_PART = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?:(?P<early>early|earlier|(?:the{GAP})?(?:beginning|start|early{GAP}part){GAP}of)|"
    rf"(?P<mid>mid|(?:the{GAP})?middle{GAP}of)"
    rf"|(?P<late>late|end(?=-)|year-end|(?:the{GAP})?(?:end|lat(?:t)?er{GAP}part){GAP}of))(?:{GAP}(?:in{GAP})?|-)(?:the{GAP})?$",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<which>first|second|latter|last|1st|2nd){GAP}half{GAP}of{GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<which>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[ -]quarter{GAP}"
    rf"(?:of|in){GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_NTH_MONTH = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<which>{ORDINAL_BELOW_HUNDRED}|\d{{1,2}}(?:st|nd|rd|th)){GAP}month{GAP}of{GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    rf"(?<!\w)(?P<count>\d{{1,4}}|an?|the|{BELOW_HUNDRED}){GAP}(?P<unit>day|week|fortnight|month|year)s?{GAP}"
    rf"(?P<way>before|prior{GAP}to|after|following|from|since){GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_WEEK = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<unit>week|weekend){GAP}(?:of|beginning|starting|commencing|from"
    rf"|ending){GAP}(?:on{GAP})?(?:the{GAP})?$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    rf"(?<!\w)(?P<for>for{GAP}(?:the{GAP})?)?(?P<the>the{GAP})?(?P<count>\d{{1,4}}|an?|{BELOW_HUNDRED}){GAP}"
    rf"(?P<unit>day|week|fortnight|month|year)s?,?{GAP}"
    rf"(?:(?P<starting>starting|beginning)(?:{GAP}(?:on|from|in))?|from){GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?P<which>first|opening|last|final|closing){GAP}(?:(?P<count>\d{{1,3}}"
    rf"|{BELOW_HUNDRED}){GAP})?"
    rf"(?P<unit>day|week|month|quarter|year|decade)(?P<many>s)?{GAP}(?:of|in){GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"(?<!\w)(?:the{GAP})?(?:(?P<count>\d{{1,3}}|{BELOW_HUNDRED}){GAP})?"
    rf"(?P<unit>day|week|month|quarter|half[ -]year|year|decade)s?{GAP}(?P<to>to|ended|ending|up{GAP}to|through){GAP}(?:(?:in"
    rf"|on){GAP})?(?:the{GAP})?$",
    re.IGNORECASE,
)


def with_words_before(reading: Reading, scene: Scene, floor: int) -> Reading:
    """Early 2020; two days before the 5th of May; the week of 6 July; the nine months to end-September."""
    once = _with_words_before(reading, scene, floor)
    return once if once is reading else _with_words_before(once, scene, floor)


def _with_words_before(reading: Reading, scene: Scene, floor: int) -> Reading:
    if not reading.days:
        return reading
    before = scene.text[max(floor, reading.start - _LOOK_BACK) : reading.start]
    if reading.unit == "year" and reading.days[1].year - reading.days[0].year == 1:
        return _of_a_season(reading, before)
    if _of_an_event(reading, before, scene.text):
        return reading
    for pattern, change in _BEFORE:
        match = pattern.search(before)
        if match:
            try:
                days = change(match, reading, _coming(match, reading, reading.days, scene))
            except (ValueError, OverflowError):
                continue
            if days:
                start = reading.start - len(before) + match.start()
                unit = "day" if days[0] == days[1] else "span"
                return replace(reading, start=start, days=days, unit=unit)
    return reading


def _of_a_season(reading: Reading, before: str) -> Reading:
    """A part of 2022-23, which is a season or a fiscal year: not known, since it is none of the calendar."""
    part = next((m for pattern in _PARTS if (m := pattern.search(_FISCAL.sub("", before)))), None)
    return replace(reading, start=reading.start - len(before) + part.start(), days=None) if part else reading


def _of_an_event(reading: Reading, before: str, text: str) -> bool:
    """Whether a year is only what an event is called by, as in "the start of the 2014 games"."""
    named = reading.unit == "year" and not reading.relative and before.rstrip().lower().endswith(" the")
    return named and not _A_YEAR.match(text, reading.end)


def _coming(match: re.Match[str], reading: Reading, days: Days, scene: Scene) -> Days:
    """What a week "from Friday" counts from: the one that comes."""
    if reading.unit == "weekday" and match.groupdict().get("way") == "from" and days[1] < scene.anchor:
        return days[0] + timedelta(7), days[1] + timedelta(7)
    return days


def _part(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    part = "early" if match["early"] else "mid" if match["mid"] else "late"
    return third(days, part) if reading.unit in _LONG else None


def _half(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    if reading.unit not in _LONG - {"week"}:
        return None
    return half_of(days, match["which"].lower() not in {"first", "1st"})


def _quarter(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    which = match["which"].lower()
    number = 4 if which in {"last", "final"} else below_hundred(which)
    return months_of(days[0].year, 3 * number - 2, 3) if reading.unit == "year" else None


def _nth_month(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    """The ninth month of next year."""
    number = below_hundred(match["which"])
    return month_of(days[0].year, number) if reading.unit == "year" and number <= 12 else None


def _moved(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    if days[0] != days[1]:
        return None
    words, unit = match["count"].lower(), match["unit"].lower()
    count = 1 if words in {"a", "an", "the"} else below_hundred(words)
    sign = -1 if match["way"].lower().startswith(("before", "prior")) else 1
    day = shifted(days[0], sign * count, unit)
    return (day, day) if unit in {"day", "month", "year"} or words != "the" else week_of(day)


def _week(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    if reading.unit not in DAYS or days[0] != days[1]:
        return None
    monday, sunday = week_of(days[0])
    return (monday, sunday) if match["unit"].lower() == "week" else (sunday - timedelta(1), sunday)


def _lasting(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    """For three days from Monday; two weeks starting May 20."""
    if days[0] != days[1] or not (match["for"] or match["the"] or match["starting"]):
        return None
    words = match["count"].lower()
    count = 1 if words in {"a", "an"} else below_hundred(words)
    return days[0], shifted(days[0], count, match["unit"].lower()) - timedelta(1)


def _first(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    """The first six months of 2020, the last day of March."""
    if match["many"] and not match["count"]:
        return None  # "the closing months", however many they are
    count, unit = below_hundred(match["count"] or "1"), match["unit"].lower()
    if match["which"].lower() in {"first", "opening"}:
        part = days[0], shifted(days[0], count, unit) - timedelta(1)
    else:
        part = shifted(days[1] + timedelta(1), -count, unit), days[1]
    return part if days[0] <= part[0] <= part[1] <= days[1] != days[0] else None


_THE_YEAR = re.compile(r"the (?:year|week|half[ -]year|decade)", re.IGNORECASE)


def _ended(match: re.Match[str], reading: Reading, days: Days) -> Days | None:
    """The twelve months to March 2021; the year ended 31 March 2020."""
    if match["to"].lower().endswith(("to", "through")) and not (
        match["count"] or _THE_YEAR.match(match.group())
    ):
        return None
    after, count, unit = days[1] + timedelta(1), below_hundred(match["count"] or "1"), match["unit"].lower()
    return shifted(after, -count * (2 if unit[0] == "h" else 1), "quarter" if unit[0] == "h" else unit), days[
        1
    ]


_PARTS = (_FIRST, _HALF, _QUARTER, _NTH_MONTH, _PART)
_BEFORE = [
    (_FIRST, _first),
    (_HALF, _half),
    (_QUARTER, _quarter),
    (_NTH_MONTH, _nth_month),
    (_ENDED, _ended),
    (_PART, _part),
    (_LASTING, _lasting),
    (_SHIFT, _moved),
    (_WEEK, _week),
]
