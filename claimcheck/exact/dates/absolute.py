"""Expressions that name a day, month, quarter, year, decade or century; the year may be left out."""

from __future__ import annotations

import re

from claimcheck.exact.dates.calendar import Days, day_of, month_of, months_of, nth_week, nth_weekday, years_of
from claimcheck.exact.dates.names import (
    DATE_EDGE,
    DAY,
    DAY_BEFORE_MONTH,
    GAP,
    MONTH,
    OTHER_DAY,
    SEASON,
    WEEKDAY,
    YEAR,
    YEAR_OF_MONTH,
    day_number,
    is_month,
    month_number,
    season_month,
    weekday_number,
    year_number,
)
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead, nearest_year
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED, TENS_OF_YEARS, below_hundred

_OF = rf"{GAP}(?:of{GAP}|the{GAP}|day{GAP}of{GAP})?"
_YEAR_AFTER = rf"(?:(?:{GAP}?,{GAP}?|{GAP}(?:in{GAP}|of{GAP})?|[-/]){YEAR_OF_MONTH}(?![\w%]))?"
_TO = rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|and|through|till|until|or){GAP}|,{GAP}and{GAP})(?:the{GAP})?"
_MORE_DAYS = rf"(?:,{GAP}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}"
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_COUNTED = (
    r"(?!-)(?! (?:[a-z]+s|[a-z]+ of|years?|people|million|billion|thousand|hundred|dollars|per"
    r"|percent)\b)(?! ?[%°])"
)


def _named_day(match: re.Match[str], scene: Scene) -> Value | None:
    """A day of a named month, or several days of it."""
    if not is_month(match):
        return None
    month, first = month_number(match["month"]), day_number(match["day"])
    last = day_number(match.groupdict().get("day2") or match["day"])
    written = match.groupdict().get("year")
    year = (
        year_number(written)
        if written
        else nearest_year(month, first, scene.anchor, ahead(scene.text, match))
    )
    days: Days = day_of(year, month, first)[0], day_of(year, month, last)[1]
    if days[0] > days[1]:
        return None
    return Value(days, "day", relative=not written, guessed=not written)


def _named_month(match: re.Match[str], scene: Scene) -> Value | None:
    return (
        Value(month_of(year_number(match["year"]), month_number(match["month"])), "month")
        if is_month(match)
        else None
    )


def _bare_month(match: re.Match[str], scene: Scene) -> Value | None:
    if not is_month(match):
        return None
    month = month_number(match["month"])
    year = nearest_year(month, 1, scene.anchor, ahead(scene.text, match))
    return Value(month_of(year, month), "month", relative=True, guessed=True)


def _quarter(match: re.Match[str], scene: Scene) -> Value | None:
    quarter = _QUARTERS.get(match["q"].lower()) or int(match["q"])
    year = match.groupdict().get("year")
    if year:
        return Value(months_of(year_number(year), 3 * quarter - 2, 3), "quarter")
    guess = nearest_year(3 * quarter - 2, 1, scene.anchor, ahead(scene.text, match))
    return Value(months_of(guess, 3 * quarter - 2, 3), "quarter", relative=True, guessed=True)


def _half(match: re.Match[str], scene: Scene) -> Value | None:
    second = match["half"].lower() in {"second", "last", "2nd", "2"}
    which = match.groupdict().get("which")
    year = (
        scene.anchor.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
        if which
        else year_number(match["year"])
    )
    return Value(months_of(year, 7 if second else 1, 6), "half", relative=bool(which))


def _nth_of(match: re.Match[str], scene: Scene) -> Value | None:
    """The first Monday of May; the last week of December 2016; the third week of 2018, by ISO 8601."""
    number = -1 if match["nth"].lower() == "last" else below_hundred(match["nth"])
    if not match["month"]:
        days = nth_week(years_of(year_number(match["year2"])), number)
        return Value(days, "week")
    if not is_month(match):
        return None
    month, year = month_number(match["month"]), match["year"]
    guess = nearest_year(month, 1, scene.anchor, ahead(scene.text, match))
    days = month_of(year_number(year) if year else guess, month)
    if match["weekday"]:
        day = nth_weekday(days, weekday_number(match["weekday"]), number)
        return Value((day, day), "day", relative=not year)
    return Value(nth_week(days, number), "week", relative=not year)


def _years(match: re.Match[str], scene: Scene) -> Value | None:
    """2014-2018, and 2022-23 or 2022/23, where the century is the first year's."""
    first, last = int(match["y1"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100
    return Value(years_of(first, last - first + 1), "year") if first < last else None


def _decade(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(
        years_of(
            int(match["decade"]), 100 if match["decade"].endswith("00") and match["decade"] < "2000" else 10
        ),
        "decade",
    )


def _short_decade(match: re.Match[str], scene: Scene) -> Value | None:
    """The '90s, the nineties: the latest such decade that has begun."""
    tens = TENS_OF_YEARS.get(match["tens"].lower()) or int(match["tens"])
    first = scene.anchor.year // 100 * 100 + tens
    return Value(years_of(first if first <= scene.anchor.year else first - 100, 10), "decade", relative=True)


def _century(match: re.Match[str], scene: Scene) -> Value | None:
    """The 21st century as 2000 to 2099, as people count and Recognizers-Text does."""
    number = below_hundred(match["century"])
    return Value(years_of(100 * (number - 1), 100), "century") if 2 <= number <= 30 else None


def _year(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(years_of(year_number(match["year"])), "year")


def _season(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(months_of(year_number(match["year"]), season_month(match["season"]), 3), "season")


_LEAD = (
    r"in|since|by|of|during|from|until|till|for|after|before|year|throughout|to|through|between"
    r"|back|late|early|mid|around|"
    r"circa|calendar|fiscal|FY|spring|summer|autumn|fall|winter"
)
_MONTH_LEAD = r"in|since|during|until|till|of|early|late|mid|this|last|next|previous|past|coming|every|each"
_MONTH_LINK = rf"(?:{GAP}(?:to|till|until|through|and){GAP}|[-–—])"
_SAFE_MONTH = r"(?P<month>January|February|July|September|October|November|December)"


RULES: list[Rule] = [
    rule(
        rf"\b(?:the{GAP})?(?P<nth>last|[1-9](?:st|nd|rd|th)|{ORDINAL_BELOW_HUNDRED}){GAP}(?:week"
        rf"|{WEEKDAY}){GAP}(?:of|in){GAP}"
        rf"(?:{MONTH}(?:,?{GAP}(?:of{GAP})?{YEAR})?|(?<=week of )(?P<year2>19\d\d|20\d\d))(?!\w)",
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
        rf"(?<![\w.,/-]){DAY}(?P<s>[-/]){MONTH}(?P=s){YEAR}(?!\w)",
        _named_day,
        near="month",
        first="day of a month",
    ),
    rule(
        rf"(?<![\w.,/-]){MONTH}(?P<s>[-/]){DAY}(?:(?P=s){YEAR})?(?![\w/])(?!-\d)",
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
        rf"(?<!\w){MONTH}(?:{_OF}|(?=\d)){DAY}(?!:\d|[%°]|\.\d|,\d){_YEAR_AFTER}(?!\w)",
        _named_day,
        near="month",
        back=0,
    ),
    rule(
        rf"(?<!\w){MONTH}(?:,?{GAP}(?:of{GAP})?|[-/]){YEAR_OF_MONTH}(?![\w%])",
        _named_month,
        near="month",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<q>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[ -]quarter"
        rf"(?:{GAP}(?:of|in))?(?:{GAP}(?:the{GAP}year|fiscal))?{GAP}{YEAR}",
        _quarter,
        near="quarter",
        back=24,
    ),
    rule(rf"(?<!\w)Q(?P<q>[1-4])(?:{GAP}(?:of{GAP})?|[-/]){YEAR}(?!\w)", _quarter, near="q", back=0),
    rule(rf"(?<!\w){YEAR}(?:{GAP}|-)?Q(?P<q>[1-4])(?!\w)", _quarter, near="q"),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<q>first|second|third|fourth|[1-4](?:st|nd|rd|th))[ -]quarter(?!\w"
        rf"|{GAP}(?:of|and|finals?)\b)",
        _quarter,
        near="quarter",
        back=24,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<half>first|second|last|1st|2nd){GAP}half{GAP}of{GAP}(?:{YEAR}|"
        rf"(?P<which>this|last|next){GAP}year)(?!\w)",
        _half,
        near="half",
        back=16,
    ),
    rule(rf"(?<!\w){YEAR}[- ]H(?P<half>[12])(?!\w)", _half, near="h"),
    rule(r"(?<!\w)(?P<x>(?-i:Q)(?P<q>[1-4]))(?![\w&/-])", _quarter, near="q", back=0),
    rule(rf"(?<!\w)H(?P<half>[12]){GAP}{YEAR}(?!\w)", _half, near="h", back=0),
    rule(
        rf"(?<![\w.,/$€£-])(?:from{GAP}|between{GAP})?(?P<y1>1[0-9]\d\d|20\d\d)(?:{GAP}?[-–—]{GAP}?"
        rf"|{GAP}(?:to|till|until|through){GAP}|(?<=between \d{{4}}){GAP}and{GAP})(?P<y2>1[0-9]\d\d"
        rf"|20\d\d)(?!\w|,\d|[-/]\w|\.\d)",
        _years,
        near="year",
        back=12,
    ),
    rule(
        r"(?<![\w.,/$€£-])(?P<y1>1[89]\d\d|20\d\d)[-–/](?P<y2>\d\d)(?![\w/-]|,\d|\.\d)",
        _years,
        near="figures",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?:the |)(?P<decade>1[0-9]\d0|20\d0)[’']?s(?!\w)",
        _decade,
        near="decade",
        back=12,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?[’']?(?P<tens>[2-9]0)[’']?s(?!\w)(?<=s)", _short_decade, near="decade", back=12
    ),
    rule(
        rf"(?:(?<=the )|(?<=in ))(?P<tens>{'|'.join(TENS_OF_YEARS)})(?!\w)",
        _short_decade,
        near="decade",
        back=0,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?P<century>{ORDINAL_BELOW_HUNDRED}|\d{{1,2}}(?:st|nd|rd"
        rf"|th))[ -]century(?!\w)",
        _century,
        near="century",
    ),
    rule(rf"(?<!\w){SEASON}(?:{GAP}(?:of{GAP})?){YEAR}(?!\w)", _season, near="season", back=0),
    rule(
        rf"(?<!\w)(?:the{GAP})?(?:fiscal{GAP}|financial{GAP}|calendar{GAP})?year{GAP}{YEAR}(?!\w)",
        _year,
        near="year word",
        back=20,
    ),
    rule(
        rf"(?:\b(?:{_LEAD})[ -]|\()(?P<x>{YEAR})(?![\w%]|,\d|\.\d|-\d){_COUNTED}", _year, near="year", back=24
    ),
    rule(rf"(?<=[a-z]['’]s )(?P<x>{YEAR})(?![\w%]|,\d|\.\d|-\d){_COUNTED}", _year, near="year", back=6),
    rule(
        rf"\b(?:the|a|an|his|her|its|their|our|this|and|or|,)[ ](?P<x>(?P<year>19\d\d|20\d\d))(?![\w%]"
        rf"|,\d|\.\d|-\d){_COUNTED}(?= [A-Za-z]|[,;.)?!]|$)",
        _year,
        near="year",
        back=6,
    ),
    rule(
        r"(?<![\w$€£#.,:/-])(?<!No )(?<!No\. )(?<!number )(?P<x>(?P<year>19\d\d|20\d\d))(?=[;,.)?!:]?"
        r"(?:\s*$|\s+[A-Z\"“(—–])|[,;)])(?!,\d|\.\d)",
        _year,
        near="year",
        back=0,
    ),
]

BARE_MONTHS: list[Rule] = [
    rule(
        rf"\bfrom{GAP}(?P<x>{MONTH})(?={GAP}(?:to|till|until|through)\b)", _bare_month, near="month", back=8
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
    rule(rf"\b(?:{_MONTH_LEAD})[ -](?P<x>{MONTH})(?! ?\d)(?!\w)", _bare_month, near="month", back=12),
    rule(rf"(?<!\w){_SAFE_MONTH}(?! ?\d)(?!\w)", _bare_month, near="month", back=0),
]
