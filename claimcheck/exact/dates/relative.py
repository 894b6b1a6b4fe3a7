"""Expressions that count from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.exact.dates.calendar import Days, month_of, months_of, shifted, third, whole, years_of
from claimcheck.exact.dates.names import (
    GAP,
    MONTH,
    SEASON,
    STEPS,
    WEEKDAY,
    WHICH,
    is_month,
    month_number,
    season_month,
)
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead, expected, nearest_year
from claimcheck.exact.words import BELOW_HUNDRED, below_hundred

COUNT = rf"(?P<count>\d{{1,4}}|(?:a{GAP})?couple(?:{GAP}of)?|an?|{BELOW_HUNDRED})"
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade|century)"
UNITS = rf"(?:{_UNIT}s?|(?P<centuries>centuries))"
_FINER = {"day": 0, "week": 1, "month": 2, "quarter": 3}
LONG = {"month", "quarter", "year", "decade", "century"}
_WORD_STEPS = {
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "tmrw": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}

_LASTS = re.compile(  # "expected to last two weeks"
    r"(?:\b(?:expected|likely|set|due|going|supposed|designed|meant|scheduled|able|projected|planned|intended|estimated|forecast"
    r"|wants?|wanted|needs?|needed|have|has|had|used|built|made) to|\b(?:will|would|could|can|cannot|may|might|should|must"
    r"|not|did|does|do|typically|usually|often|generally)|[’'](?:ll|d)|n[’']t)(?: (?:only|just|about|around|not))? $",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:\b(?:his|her|its|their|my|our|your)|\w[’']s) $", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:the .*|(?:past|previous|coming|upcoming) \w+)(?<![’'])s", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"the last \w+ of (?:the|his|her|its|their|an?)\b", re.IGNORECASE)
_IN_NAME = re.compile(r"[\w’'] $")


def _day_word(match: re.Match[str], scene: Scene) -> Value | None:
    word = match["word"]
    if (
        word[0].isupper()
        and not word.isupper()
        and _IN_NAME.match(scene.text[max(0, match.start() - 2) : match.start()])
    ):
        return None  # "USA Today", "the film Yesterday"
    step = _WORD_STEPS.get(" ".join(match["word"].lower().split()).removeprefix("the "), 0)
    return Value((scene.anchor + timedelta(step),) * 2, "day", relative=True)


def _near(match: re.Match[str], scene: Scene) -> Value | None:
    """Last week, this quarter, the coming decade."""
    unit = match["unit"].lower()
    if _SEVERAL.fullmatch(match.group()):
        return None  # "the last weeks", "in past years"; but "last weeks meeting" is a slip of the pen
    before, after = scene.text[max(0, match.start() - 8) : match.start()], scene.text[match.end() :][:8]
    if match["which"].lower() == "last" and (
        _WHOSE.search(before) or _OF_ITS_OWN.match(match.group() + after)
    ):
        return None  # "his last year in office", "the last week of the campaign"
    return Value(whole(unit, scene.anchor, STEPS[match["which"].lower()]), unit, relative=True)


def _current(match: re.Match[str], scene: Scene) -> Value | None:
    """The weekend: the one at hand, or the latest one."""
    step = 0 if scene.anchor.weekday() >= 4 or ahead(scene.text, match) else -1
    return Value(whole("weekend", scene.anchor, step), "weekend", relative=True)


def _end_of(match: re.Match[str], scene: Scene) -> Value | None:
    """Year-end, by the year's end, mid-year: of the year at hand."""
    unit = match["unit"].lower()
    part = "mid" if match.group().lower().startswith("mid") else "late"
    return Value(third(whole(unit, scene.anchor, 0), part), "span", relative=True)


def _at_hand(match: re.Match[str], scene: Scene) -> Value | None:
    """The end of the year: of the one at hand."""
    unit = match["unit"].lower()
    return Value(whole(unit, scene.anchor, 0), unit, relative=True)


def _span(match: re.Match[str], scene: Scene) -> Value | None:
    """The last three months: three months up to yesterday; the next two days: from tomorrow.

    The last 30 years are whole years, since nobody means a day by so many.
    """
    if match.group()[:4].lower() == "last" and _LASTS.search(
        scene.text, max(0, match.start() - 24), match.start()
    ):
        return None
    unit, count = match["unit"].lower(), count_of(match)
    if match.groupdict().get("more_units"):
        return _span_of_units(match, scene)
    if unit == "quarter":
        sign = STEPS[match["which"].lower()]
        ends = [whole(unit, scene.anchor, sign * n) for n in (1, count)]
        return Value((min(ends)[0], max(ends)[1]), "span", relative=True)
    if match["which"].lower() in {"last", "past", "previous", "this past"}:
        days = shifted(scene.anchor, -count, unit), scene.anchor - timedelta(1)
    else:
        days = scene.anchor + timedelta(1), shifted(scene.anchor, count, unit)
    if unit in {"decade", "century"} or (unit == "year" and count >= 10):
        days = years_of(days[0].year, days[1].year - days[0].year + 1)
    return Value(days, "span", relative=True)


def _span_of_units(match: re.Match[str], scene: Scene) -> Value:
    """The last three months and two weeks: up to yesterday, or from tomorrow."""
    back, day = STEPS[match["which"].lower()] < 0, scene.anchor
    for part in (match, *_ONE_MORE.finditer(match["more_units"])):
        day = shifted(day, -count_of(part) if back else count_of(part), unit_of(part))
    days = (day, scene.anchor - timedelta(1)) if back else (scene.anchor + timedelta(1), day)
    return Value(days, "span", relative=True)


def _ago(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days ago is a day; two months ago is the month, since nobody means a day by it."""
    unit, count = unit_of(match), count_of(match)
    day = shifted(scene.anchor, -count, unit)
    return Value(as_exact_as_said(unit, day), unit, relative=True)


def _ago_from(match: re.Match[str], scene: Scene) -> Value | None:
    """A year ago today: the day itself; a year ago Tuesday: the year."""
    if match["weekday"]:  # of the week that was or of the one that comes, so the day is not known
        return _ago(match, scene) if unit_of(match) in LONG else None
    unit = match["from"].lower().removeprefix("this ")
    if unit in LONG | {"week"}:  # a year ago this week
        return Value(
            whole(unit, shifted(scene.anchor, -count_of(match), unit_of(match)), 0), unit, relative=True
        )
    day = scene.anchor + timedelta(_WORD_STEPS.get(unit, 0))
    return Value((shifted(day, -count_of(match), unit_of(match)),) * 2, "day", relative=True)


def _and_a_half(match: re.Match[str], scene: Scene) -> Value | None:
    """Half a year ago, two and a half years ago: the month, of a decade the year."""
    unit = (match["unit"] or match["unit2"] or match["unit3"] or match["unit4"]).lower()
    whole_ones = 0 if match["unit"] else count_of(match) if match["unit2"] else 1
    whole_ones = below_hundred(match["count2"]) if match["unit4"] else whole_ones
    months = int((whole_ones + 0.5) * {"year": 12, "decade": 120, "century": 1200}[unit])
    return Value(
        as_exact_as_said("month" if unit == "year" else "year", shifted(scene.anchor, -months, "month")),
        unit,
        relative=True,
    )


def _in(match: re.Match[str], scene: Scene) -> Value | None:
    if match.groupdict().get("surely") is None and not expected(scene.text, match):
        return None  # "the first time in three years", "in two days of fighting"
    unit, count = unit_of(match), count_of(match)
    return Value(as_exact_as_said(unit, shifted(scene.anchor, count, unit)), unit, relative=True)


def as_exact_as_said(unit: str, day: date) -> Days:
    """The day itself for days and weeks, the whole month or year for longer units: nobody means a day by them."""
    return (
        (day, day)
        if unit in {"day", "week", "fortnight"}
        else whole("year" if unit in {"decade", "century"} else unit, day, 0)
    )


def _both(match: re.Match[str], scene: Scene) -> Value | None:
    """Two years, three months and five days ago, which is as exact as the finest of its units, the last."""
    sign, day, unit = -1 if match["way"].lower() == "ago" else 1, scene.anchor, "century"
    for part in (match, *_ONE_MORE.finditer(match["more"])):
        if part is not match and _FINER[unit_of(part)] >= _FINER.get(unit, 9):
            return None
        unit = unit_of(part)
        day = shifted(day, sign * count_of(part), unit)
    return Value(as_exact_as_said(unit, day), unit, relative=True)


def _beyond(match: re.Match[str], scene: Scene) -> Value | None:
    """The year before last, the week after next."""
    unit, step = match["unit"].lower(), -2 if match["way"].lower().startswith("before") else 2
    return Value(whole(unit, scene.anchor, step), unit, relative=True)


def unit_of(match: re.Match[str]) -> str:
    """The unit that is counted, in the singular."""
    unit = (match["unit"] or "century").lower()
    return "day" if unit in {"morning", "afternoon", "evening", "night"} else unit


def count_of(match: re.Match[str]) -> int:
    """How many: 2 for "two" and "a couple of"."""
    words = match["count"].lower()
    return 2 if "couple" in words else 1 if words in {"a", "an"} else below_hundred(words)


def _part(match: re.Match[str], scene: Scene) -> Value | None:
    """Earlier this year: up to yesterday; later this year, the rest of the year: from tomorrow on."""
    first, last = whole(match["unit"].lower(), scene.anchor, 0)
    if match["part"].lower().startswith("earlier"):
        last = max(first, scene.anchor - timedelta(1))
    else:
        first = min(last, scene.anchor + timedelta(1))
    return Value((first, last), "span", relative=True)


def _to_date(match: re.Match[str], scene: Scene) -> Value | None:
    first, _ = whole(match["unit"].lower(), scene.anchor, 0)
    return Value((first, scene.anchor), "span", relative=True)


def _month_of(match: re.Match[str], scene: Scene) -> Value | None:
    """Last May, next May: the nearest whole one on that side; this May: of this year."""
    if not is_month(match):
        return None
    month, which, anchor = month_number(match["month"]), match["which"].lower(), scene.anchor
    step = STEPS[which]
    year = nearest_year(month, 1, anchor, step > 0)
    if step and (year, month) == (anchor.year, anchor.month):
        year += step
    return Value(month_of(anchor.year if step == 0 else year, month), "month", relative=True)


def _season_of(match: re.Match[str], scene: Scene) -> Value | None:
    """Last summer, in the north: the latest one that is over; next summer: the first that has not begun."""
    month, step = season_month(match["season"]), STEPS[match["which"].lower()]
    year = scene.anchor.year
    if step == 0 and month == 12 and scene.anchor.month <= 2:
        year -= 1  # a winter that began last year
    while step < 0 and months_of(year, month, 3)[1] >= scene.anchor:
        year -= 1
    if step > 0 and months_of(year, month, 3)[0] <= scene.anchor:
        year += 1
    return Value(months_of(year, month, 3), "season", relative=True)


_CALENDAR = rf"(?:calendar{GAP}|fiscal{GAP}|financial{GAP}|whole{GAP}|full{GAP})?"
_PERIOD = r"(?P<unit>week|weekend|month|quarter|year|decade|century)"
_ONE_MORE = re.compile(rf"{COUNT}{GAP}(?P<unit>day|week|month)s?(?!\w)", re.IGNORECASE)
_ADDED = rf"(?:,{GAP}|,?{GAP}and{GAP})(?:\d{{1,4}}|an?|{BELOW_HUNDRED}){GAP}"
_AND_MORE = rf"(?P<more>(?:{_ADDED}(?:day|week|month)s?){{1,3}})"
_MORE_UNITS = (  # each finer than the one before
    rf"(?:(?P<more_units>(?:(?<=years){_ADDED}months?\b)?(?:(?<!weeks)(?<!days){_ADDED}weeks?\b)?(?:(?<!days){_ADDED}days?\b)?)"
    rf"(?!(?:{_ADDED}\w+)?{GAP}(?:ago|from{GAP}now)\b))?"
)

RULES: list[Rule] = [
    rule(
        rf"\b{COUNT}{GAP}{UNITS}{GAP}ago{GAP}(?P<from>today|yesterday|tomorrow|this (?:week|month)|(?:on{GAP})?{WEEKDAY})\b",
        _ago_from,
        near="ago",
    ),
    rule(
        rf"\b(?P<word>(?:the{GAP})?day{GAP}before{GAP}yesterday|(?:the{GAP})?day{GAP}after{GAP}tomorrow|today"
        rf"|tonight|yesterday|"
        rf"last{GAP}night|tomorrow|tmrw|this{GAP}(?:morning|afternoon|evening))\b",
        _day_word,
        near="day word",
        back=24,
    ),
    rule(
        rf"\b(?P<part>earlier{GAP}(?:this|in{GAP}the|in{GAP}this)|later{GAP}(?:this|in{GAP}the|in{GAP}this)"
        rf"|(?:rest|remainder|remaining|balance){GAP}of{GAP}(?:the|this)){GAP}(?P<unit>week|month"
        rf"|quarter|year|decade|century)\b",
        _part,
        near="part of a time",
        back=0,
    ),
    rule(
        rf"\b(?:so{GAP}far{GAP}this{GAP}|(?:the{GAP})?)(?P<unit>week|month|quarter|year)"
        rf"(?:{GAP}to{GAP}date\b|(?<=so far this year)|(?<=so far this month)|(?<=so far this week))",
        _to_date,
        near="to date",
        back=24,
    ),
    rule(
        rf"(?<!last )(?<!past )(?<!next )(?<!previous )(?<!days and )(?<!weeks and )(?<!months and )\b"
        rf"{COUNT}{GAP}{UNITS}{_AND_MORE}{GAP}"
        rf"(?P<way>ago|from{GAP}now)\b",
        _both,
        near="unit",
    ),
    rule(
        rf"\b(?P<half>half{GAP}an?{GAP}(?P<unit>year|decade|century)|{COUNT}{GAP}(?P<unit2>year|decade)s?{GAP}and{GAP}a"
        rf"{GAP}half|(?:an?|one)[ -](?P<unit3>year|decade)[ -]and[ -]a[ -]half"
        rf"|(?P<count2>\d{{1,3}}|{BELOW_HUNDRED})[ -]and[ -]a[ -]half{GAP}(?P<unit4>year|decade)s){GAP}ago\b",
        _and_a_half,
        near="ago",
    ),
    rule(rf"(?<!half )\b(?:the{GAP})?{COUNT}{GAP}{UNITS}{GAP}ago\b", _ago, near="ago"),
    rule(
        rf"\bthe{GAP}{_PERIOD}{GAP}(?P<way>before{GAP}last|after{GAP}next)(?!\w)",
        _beyond,
        near="unit",
        back=6,
    ),
    rule(rf"\b{COUNT}{GAP}{UNITS}{GAP}from{GAP}now(?P<surely>)\b", _in, near="now"),
    rule(rf"\bin{GAP}(?P<x>{COUNT}{GAP}{UNITS}[’']?s?[’']?{GAP}time(?P<surely>))\b", _in, near="time"),
    rule(rf"\bin{GAP}{COUNT}{GAP}{UNITS}(?!\w|{GAP}of\b)", _in, near="unit"),
    rule(
        rf"\b(?:the{GAP})?{WHICH}{GAP}{COUNT}{GAP}(?P<unit>day|week|month|quarter|year|decade)s\b"
        rf"{_MORE_UNITS}(?!{GAP}of{GAP})",
        _span,
        near="unit",
    ),
    rule(
        rf"\b{COUNT}{GAP}(?P<which>last|past|previous|next|coming){GAP}(?P<unit>day|week|month"
        rf"|quarter|year|decade)s\b",
        _span,
        near="unit",
    ),
    rule(
        rf"\b(?:the{GAP})?{WHICH}{GAP}{_CALENDAR}(?P<unit>week|weekend|month|quarter|year|decade"
        rf"|century)(?:s(?= [a-z])|[’']s)?\b(?!{GAP}of{GAP}(?:\d{{4}}|the{GAP}[\w-]+[ -]century))",
        _near,
        near="unit",
    ),
    rule(rf"\b(?:the|over{GAP}the){GAP}(?P<x>weekend)\b(?!{GAP}of\b)", _current, near="weekend", back=12),
    rule(
        rf"\b(?:end|beginning|start|middle|later|earlier|(?:first|second|latter){GAP}half|(?:first|second|third|fourth"
        rf"|last|final){GAP}quarter|(?:first|last)(?:{GAP}(?:\d+|[a-z]+))?{GAP}(?:day|week|month)s?)"
        rf"{GAP}(?:of|in){GAP}(?P<x>the{GAP}"
        rf"(?P<unit>week|month|quarter|year|decade|century))\b",
        _at_hand,
        near="unit",
        back=32,
    ),
    rule(
        rf"\b(?:the{GAP})?(?P<unit>year|month)(?:[’']s{GAP}|-|(?<=at year)[ ]|(?<=by year)[ ]|(?<=before year)[ ])end\b(?!{GAP}\d)",
        _end_of,
        near="end",
        back=16,
    ),
    rule(
        rf"\b(?:at|by|before|until|till|towards?){GAP}(?P<x>(?:the{GAP})?end{GAP}of{GAP}(?P<unit>year|month))"
        rf"(?=[.,;:!?)]|$|{GAP}(?:and|or|but|to|in|as|with|after|if|when|while|for|unless)\b)",
        _end_of,
        near="end",
        back=16,
    ),
    rule(r"\bmid-(?P<unit>year)\b", _end_of, near="mid", back=0),
    rule(rf"\b{WHICH}{GAP}{MONTH}(?![\w]| ?\d)", _month_of, near="month", back=16),
    rule(rf"\b(?:the{GAP})?{WHICH}{GAP}{SEASON}\b", _season_of, near="season", back=20),
]
