"""Expressions that name a day, month, quarter, year, decade or century; the year may be left out."""

from __future__ import annotations

import re
from datetime import timedelta

from claimcheck.exact.dates.calendar import Days, day_of, month_of, months_of, nth_week, nth_weekday, years_of
from claimcheck.exact.dates.names import (
    DATE_EDGE,
    DAY,
    DAY_AFTER_MONTH,
    DAY_BEFORE_MONTH,
    GAP,
    MONTH,
    OTHER_DAY,
    WEEKDAY,
    YEAR,
    YEAR_OF_MONTH,
    day_number,
    is_month,
    month_number,
    weekday_number,
    year_number,
)
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.story import year_of_story
from claimcheck.exact.dates.tense import ahead, nearest_year, told_year, year_of_day
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED, below_hundred

_OF = rf"{GAP}(?:of{GAP}|the{GAP}|day{GAP}of{GAP})?"
_YEAR_AFTER = rf"(?:(?:{GAP}?,{GAP}?|{GAP}(?:in{GAP}|of{GAP})?|[-/]){YEAR_OF_MONTH}(?![\w%]))?"
_TO = rf"(?:{GAP}?[-–—~]{GAP}?|/|{GAP}&{GAP}|{GAP}(?:to|and|through|till|until|or){GAP}|,{GAP}and{GAP})(?:the{GAP})?"
_MORE_DAYS = rf"(?:,{GAP}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}"


def _named_day(match: re.Match[str], scene: Scene) -> Value | None:
    """A day of a named month, or several days of it."""
    if not is_month(match):
        return None
    month, first = month_number(match["month"]), day_number(match["day"])
    last = day_number(match.groupdict().get("day2") or match["day"])
    written = match.groupdict().get("year")
    year = year_number(written) if written else _year_left_out(match, scene, month, first)
    days: Days = day_of(year, month, first)[0], day_of(year, month, last)[1]
    if days[0] > days[1]:
        return None
    return Value(days, "day", relative=not written, guessed=not written)


def _year_left_out(match: re.Match[str], scene: Scene, month: int, day: int) -> int:
    guess = year_of_day(scene.text, match, month, day, scene.anchor)
    return year_of_story(scene.text, match, month, guess) or guess


def _named_month(match: re.Match[str], scene: Scene) -> Value | None:
    return (
        Value(month_of(year_number(match["year"]), month_number(match["month"])), "month")
        if is_month(match)
        else None
    )


def _named_months(match: re.Match[str], scene: Scene) -> Value | None:
    """The April-June quarter of 2023, and of 2023-24, in which January and February are of the second year."""
    first, last = month_number(match["first"]), month_number(match["month"])
    if first >= last:
        return None
    year = year_number(match["year"]) + bool(match["next"] and first <= 3)
    return Value(months_of(year, first, last - first + 1), "span")


def _bare_month(match: re.Match[str], scene: Scene) -> Value | None:
    return _latest_month(match, scene) if is_month(match) else None


def _latest_month(match: re.Match[str], scene: Scene) -> Value:
    """The latest such month up to the anchor, or the next one, unless the sentence has just named a year."""
    month = month_number(match["month"])
    guess = nearest_year(month, 1, scene.anchor, ahead(scene.text, match))
    told = told_year(scene.text, match, month)
    year = told if told and told <= guess else year_of_story(scene.text, match, month, guess)
    if year is None:
        return Value(None, "month", relative=True)
    return Value(month_of(year, month), "month", relative=True, guessed=True)


def _nth_of(match: re.Match[str], scene: Scene) -> Value | None:
    """The first Monday of May, of 2024; the last week of December 2016; the third week of 2018, by ISO 8601."""
    number = -1 if match["nth"].lower() == "last" else below_hundred(match["nth"])
    if not match["month"]:
        whole = years_of(year_number(match["year2"]))
        if match["weekday"]:
            day = nth_weekday(whole, weekday_number(match["weekday"]), number)
            return Value((day, day), "day")
        return Value(nth_week(whole, number), "week")
    if not is_month(match):
        return None
    month, year = month_number(match["month"]), match["year"]
    guess = nearest_year(month, 1, scene.anchor, ahead(scene.text, match))
    days = month_of(year_number(year) if year else guess, month)
    if match["weekend"]:
        saturday = nth_weekday(days, 5, number)
        return Value((saturday, saturday + timedelta(1)), "weekend", relative=not year)
    if match["weekday"]:
        day = nth_weekday(days, weekday_number(match["weekday"]), number)
        return Value((day, day), "day", relative=not year)
    return Value(nth_week(days, number), "week", relative=not year)


_MONTH_LEAD = (
    r"end|in|since|during|until|till|of|early|late|mid|this|last|next|previous|past|coming|every|each"
)
_MONTH_LINK = rf"(?:{GAP}(?:to|till|until|through|and){GAP}|[-–—~/])"
_AFTER_WEEKDAY = r"(?:(?<=day-)|(?<=\b(?:mon|tue|wed|thu|fri|sat|sun)-))"
_FULL_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_END_OF_CLAUSE = rf"(?=[.,;:!?)]|$|{GAP}(?:and|or|but|when|while|after|before|as|with)\b)"
_NO_DAY = r"(?! ?\d(?!\d{0,2},\d{3}))"  # but "in May 2,000 people marched"
_SAFE_MONTH = r"(?P<month>January|February|July|September|October|November|December)"


RULES: list[Rule] = [
    rule(
        rf"(?<!\w){MONTH.replace('?P<month>', '?P<first>')}{_MONTH_LINK}{MONTH}[ -](?:quarter|period|half)"
        rf"(?:{GAP}(?:of|in))?{GAP}{YEAR}(?P<next>[-–/]\d\d)?(?![\w%]|[-–/]\d)",
        _named_months,
        near="month",
        back=0,
    ),
    rule(
        rf"\b(?:the{GAP})?(?P<nth>last|[1-9](?:st|nd|rd|th)|{ORDINAL_BELOW_HUNDRED}){GAP}(?:week(?P<weekend>end)?"
        rf"|{WEEKDAY}){GAP}(?:of|in){GAP}"
        rf"(?:{MONTH}(?:,?{GAP}(?:of{GAP})?{YEAR})?|(?:(?<=week of )|(?<=day of )|(?<=day in ))(?P<year2>19\d\d|20\d\d))(?!\w)",
        _nth_of,
        near="week or weekday",
    ),
    rule(
        rf"(?<![\w.,/-])(?P<year>1[0-9]\d\d|20\d\d)(?P<s>[-/ ]){MONTH}(?P=s){DAY}(?!\w)",
        _named_day,
        near="month",
        back=8,
    ),
    rule(
        rf"(?<![\w.,/-]){MONTH}(?P<s>[-/]){_FULL_YEAR}(?P=s){DAY}(?![\w/-])",
        _named_day,
        near="month",
        back=0,
    ),
    *(
        rule(
            rf"(?<![\w.,/-]){first}(?P<s>[-/]){second}(?P=s){MONTH}(?![\w/-])",
            _named_day,
            near="month",
            back=8,
            first=begins,
        )
        for first, second, begins in ((DAY, _FULL_YEAR, "day of a month"), (_FULL_YEAR, DAY, "year"))
    ),
    rule(
        rf"(?<![\w.,/-]){DAY}(?P<s>[-/]){MONTH}(?P=s){YEAR}(?!\w)",
        _named_day,
        near="month",
        first="day of a month",
    ),
    rule(
        rf"(?:(?<![\w.,/-])|{_AFTER_WEEKDAY}){MONTH}(?P<s>[-/]){DAY}(?:(?P=s){YEAR})?(?![\w/])(?!-\d)"
        rf"(?!{GAP}{MONTH.replace('?P<month>', '?:')})",
        _named_day,
        near="month",
        back=0,
    ),
    rule(
        rf"{DATE_EDGE}(?<!\w){DAY_BEFORE_MONTH}{_MORE_DAYS}{_TO}{OTHER_DAY}{_OF}{MONTH}{_YEAR_AFTER}(?!\w)",
        _named_day,
        near="month",
        back=120,
        first="day of a month",
    ),
    rule(
        rf"(?<!\w){MONTH}{_OF}{DAY}{_MORE_DAYS}{_TO}{OTHER_DAY}(?![:/.]\d"
        rf"|{GAP}{MONTH.replace('?P<month>', '?:')}){_YEAR_AFTER}(?!\w)",
        _named_day,
        near="month",
        back=0,
    ),
    rule(
        rf"{DATE_EDGE}(?<!\w){DAY_BEFORE_MONTH}{_OF}{MONTH}{_YEAR_AFTER}(?!\w)",
        _named_day,
        near="month",
        first="day of a month",
    ),
    rule(
        rf"(?<!\w){MONTH}(?:{_OF}|(?=\d)){DAY_AFTER_MONTH}(?!:\d|[%°]|\.\d|,(?!(?:19|20)\d\d(?![\d,]))\d){_YEAR_AFTER}(?!\w)",
        _named_day,
        near="month",
        back=0,
    ),
    rule(
        rf"(?:(?<=\bfrom )|(?<=\bsince )|(?<=\bto )|(?<=\buntil )){MONTH}{GAP}in{GAP}{YEAR}(?![\w%])",
        _named_month,
        near="month",
        back=0,
    ),
    rule(
        rf"(?<!\w){MONTH}(?:,?{GAP}(?:of{GAP})?|[-/]){YEAR_OF_MONTH}(?![\w%])",
        _named_month,
        near="month",
        back=0,
    ),
]

BARE_MONTHS: list[Rule] = [
    rule(
        rf"\bfrom{GAP}(?P<x>{MONTH})(?={GAP}(?:to|till|until|through)\b)", _bare_month, near="month", back=8
    ),
    rule(
        rf"(?<!\w)(?P<x>{MONTH})(?={GAP}(?:of{GAP})?(?:last|this|next){GAP}year\b)",
        _bare_month,
        near="month",
        back=0,
    ),
    rule(
        rf"(?:\b(?:months?|quarters?|year)|(?<!\w)(?:{MONTH.replace('?P<month>', '?:')}){GAP}\d{{4}}){GAP}"
        rf"(?:to|until|through|ended|ending){GAP}(?P<x>{MONTH})(?! ?\d)(?!\w)",
        _bare_month,
        near="month",
        back=40,
    ),
    rule(
        rf"(?<!\w)(?P<x>{MONTH})(?={_MONTH_LINK}{MONTH.replace('?P<month>', '?:')}|{GAP}to{GAP}date\b)",
        _bare_month,
        near="month",
        back=0,
    ),
    rule(
        rf"(?<!\w){MONTH.replace('?P<month>', '?:')}{_MONTH_LINK}(?P<x>{MONTH})(?! ?\d)(?!\w)",
        _bare_month,
        near="month",
        back=0,
    ),
    rule(rf"\b(?:{_MONTH_LEAD})[ -](?P<x>{MONTH}){_NO_DAY}(?!\w)", _bare_month, near="month", back=12),
    rule(
        rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby ))(?P<month>may){_END_OF_CLAUSE}",  # no verb
        _latest_month,
        near="month",
        back=0,
    ),
    rule(rf"(?<!\w){_SAFE_MONTH}{_NO_DAY}(?!\w)", _bare_month, near="month", back=0),
]
