"""Days that are named by the week or by their number alone: "last Friday", "on the 15th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.exact.dates.calendar import Days, nth_weekday, week_of, whole
from claimcheck.exact.dates.names import (
    GAP,
    MONTH,
    SHORT_WEEKDAY,
    STEPS,
    WEEKDAY,
    WHICH,
    YEAR,
    day_number,
    is_month,
    month_number,
    weekday_number,
    year_number,
)
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead, nearest_year
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED, below_hundred


def _weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """The latest such day up to the anchor, or the next one where the clause speaks of the future."""
    if _NO_DAY.search(scene.text, max(0, match.start() - 16), match.start()):
        return None
    if _NIGHTS.match(scene.text, match.end()) and not scene.text[: match.start()].endswith(
        (" and ", " or ", ", ")
    ):
        return None  # "on Thursday nights", which is every week
    number, anchor = weekday_number(match["weekday"]), scene.anchor
    back = (anchor.weekday() - number) % 7
    coming = back and ahead(scene.text, match)
    day = anchor + timedelta(7 - back) if coming else anchor - timedelta(back)
    return Value((day, day), "weekday", relative=True)


def _weekday_of(match: re.Match[str], scene: Scene) -> Value | None:
    """Last Friday, next Friday: the one of last week, of next week; this Friday: of this week."""
    number = weekday_number(match["weekday"])
    if match["which"].lower() == "this past":
        day = scene.anchor - timedelta((scene.anchor.weekday() - number - 1) % 7 + 1)
        return Value((day, day), "weekday", relative=True)
    if match["which"].lower().endswith("coming"):
        day = scene.anchor + timedelta((number - scene.anchor.weekday() - 1) % 7 + 1)
        return Value((day, day), "weekday", relative=True)
    return Value(_in_week(scene.anchor, STEPS[match["which"].lower()], number), "weekday", relative=True)


def _listed(match: re.Match[str], scene: Scene) -> Value | None:
    """The Wed of "next week Tue or Wed"; a short form by itself is no day."""
    week = _LIST_OF_WEEK.search(scene.text, max(0, match.start() - 60), match.start())
    if week is None:
        return None
    day = _in_week(scene.anchor, STEPS[week["which"].lower()], weekday_number(match["weekday"]))
    return Value(day, "weekday", relative=True)


def _weekday_beyond(match: re.Match[str], scene: Scene) -> Value | None:
    """The Sunday before last, the Friday after next: a week beyond the nearest one."""
    number, anchor = weekday_number(match["weekday"]), scene.anchor
    if match["way"].lower().startswith("before"):
        day = anchor - timedelta((anchor.weekday() - number - 1) % 7 + 8)
    else:
        day = anchor + timedelta((number - anchor.weekday() - 1) % 7 + 8)
    return Value((day, day), "weekday", relative=True)


def _nth_weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """The first Tuesday of next month, the last Friday of the month, of this year."""
    number = -1 if match["nth"].lower() == "last" else below_hundred(match["nth"])
    step = STEPS[(match["which"] or "this").lower()]
    day = nth_weekday(
        whole(match["unit"].lower(), scene.anchor, step), weekday_number(match["weekday"]), number
    )
    return Value((day, day), "day", relative=True)


def _in_week(anchor: date, step: int, number: int) -> Days:
    day = week_of(anchor)[0] + timedelta(7 * step + number)
    return day, day


def _day_of_month(match: re.Match[str], scene: Scene) -> Value | None:
    """On the 18th; the 21st of this month; on Monday the 11th, the latest or next such day."""
    found = match.groupdict()
    day = day_number(match["day"] or found["day2"])
    if found.get("which"):
        first, _ = whole(
            "month", scene.anchor, 0 if match["which"].lower() == "the" else STEPS[match["which"].lower()]
        )
        return Value((first.replace(day=day),) * 2, "day", relative=True)
    if found.get("weekday"):
        weekday = weekday_number(found["weekday"])
        return Value(
            (_nearest(scene.anchor, day, weekday, ahead(scene.text, match)),) * 2, "day", relative=True
        )
    step = 1 if ahead(scene.text, match) else -1
    away = next(n for n in range(0, 62 * step, step) if (scene.anchor + timedelta(n)).day == day)
    return Value((scene.anchor + timedelta(away),) * 2, "day", relative=True)


def _days_between(match: re.Match[str], scene: Scene) -> Value | None:
    """Between the 21st and 23rd; from the 27th to the 3rd of April, which begins in March."""
    first, last = day_number(match["day"] or match["day2"]), day_number(match["last"])
    if match["month"] and not is_month(match):
        return None
    if match["month"]:
        month, future = month_number(match["month"]), ahead(scene.text, match)
        year = (
            year_number(match["year"]) if match["year"] else nearest_year(month, last, scene.anchor, future)
        )
        end = date(year, month, last)
    else:
        step = 1 if ahead(scene.text, match) else -1
        away = next(n for n in range(0, 62 * step, step) if (scene.anchor + timedelta(n)).day == last)
        end = scene.anchor + timedelta(away)
    start = next(end - timedelta(n) for n in range(62) if (end - timedelta(n)).day == first)
    return Value((start, end), "range", relative=not match["year"])


def _nearest(anchor: date, day: int, weekday: int, coming: bool) -> date:
    """The nearest day that is that weekday and that day of its month, the past one of two; or the next one."""
    signs = (1,) if coming else (-1, 1)
    around = (anchor + timedelta(sign * n) for n in range(400) for sign in signs)
    return next(d for d in around if d.day == day and d.weekday() == weekday)


_SHORT_FORM = SHORT_WEEKDAY.replace("?P<weekday>", "?:")
_LIST_OF_WEEK = re.compile(
    rf"\b{WHICH}{GAP}week{GAP}(?:on{GAP})?(?:{_SHORT_FORM}(?:,{GAP}|,?{GAP}(?:or|and){GAP}|/)){{1,4}}$",
    re.IGNORECASE,
)
_DIGITS_ORDINAL = r"(?P<day>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
_GOES_ON = rf"(?={GAP}(?:(?:at|but|when|while|because|after|before|for|with|by|and(?!{GAP}(?:the{GAP})?\d))\b|[-–—]{GAP}))"
_DAY_ORDINAL = rf"(?P<day>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{ORDINAL_BELOW_HUNDRED})(?!\w)"

_LAST_ORDINAL = _DAY_ORDINAL.replace("<day>", "<last>")
_OF_MONTH = rf"{GAP}(?:of{GAP})?{MONTH}(?:,?{GAP}(?:of{GAP})?{YEAR})?(?!\w)"
_NO_DAY = re.compile(  # days without a date, days that have one of their own, and names of other things
    r"(?:(?:month|year|decade)s? ago(?: on)?|a (?:week|fortnight) (?:on|last)|bowl|the next|the previous|following|every|every other|each|good|black|cyber|super|bloody|holy|fat|ruby|sheffield) $",
    re.IGNORECASE,
)
_NIGHTS = re.compile(rf"{GAP}(?:nights|mornings|afternoons|evenings)\b", re.IGNORECASE)
_PAPER = (  # "The Friday Times", "Sunday Night Football"
    r"(?-i:(?:Times|Telegraph|Mirror|Mail|Post|Herald|Express|Tribune|Independent|Night (?:Live|Football))\b)"
)

RANGES: list[Rule] = [
    rule(
        rf"\b(?:from{GAP}(?:the{GAP})?{_DAY_ORDINAL}{GAP}(?:to|till|until|through)|between{GAP}(?:the{GAP})?"
        rf"{_DAY_ORDINAL.replace('<day>', '<day2>')}{GAP}and){GAP}(?:the{GAP})?{_LAST_ORDINAL}(?:{_OF_MONTH}|(?=[.,;?!)]|$))",
        _days_between,
        near="ordinal",
        back=90,
    ),
]

RULES: list[Rule] = [
    rule(
        rf"\b(?:the{GAP})?(?P<nth>last|[1-5](?:st|nd|rd|th)|{ORDINAL_BELOW_HUNDRED}){GAP}{WEEKDAY}{GAP}(?:of|in){GAP}"
        rf"(?:the|{WHICH}){GAP}(?P<unit>month|year)\b",
        _nth_weekday,
        near="month or year",
        back=60,
    ),
    rule(
        rf"\bthe{GAP}{WEEKDAY}{GAP}(?P<way>before{GAP}last|after{GAP}next)(?!\w|{GAP}(?:week|month|year))",
        _weekday_beyond,
        near="weekday",
        back=6,
    ),
    rule(
        rf"\b(?:on{GAP}|by{GAP}|until{GAP}|since{GAP})?(?:around{GAP})?(?:the{GAP}|(?=\d)){_DAY_ORDINAL}"
        rf"(?:{GAP}day)?(?:{GAP}of)?{GAP}(?P<which>the(?<=of the)|{WHICH[len('(?P<which>') : -1]}){GAP}month\b",
        _day_of_month,
        near="month word",
        back=80,
    ),
    rule(rf"\b{WHICH}{GAP}week{GAP}(?:on{GAP})?{SHORT_WEEKDAY}(?!\w)", _weekday_of, near="weekday"),
    rule(rf"(?<!\w){SHORT_WEEKDAY}(?<!day)(?!\w)", _listed, near="weekday", back=0),
    rule(
        rf"\b(?P<x>{SHORT_WEEKDAY},?{GAP}(?:the{GAP})?(?:{_DAY_ORDINAL}|(?P<day2>\d{{1,2}})(?=[.,;!?]"
        rf"|$)))(?!{GAP}(?:of|in)\b)",
        _day_of_month,
        near="weekday",
        back=0,
    ),
    rule(
        rf"\b(?:on|by|until|since){GAP}(?P<x>(?:the{GAP})?{_DIGITS_ORDINAL})(?:{_GOES_ON}|(?=[.,;?!]|$))",
        _day_of_month,
        near="ordinal",
        back=16,
    ),
    rule(
        rf"\b(?:on|by|until|since){GAP}(?P<x>the{GAP}{_DAY_ORDINAL})(?=[.,;?!]|$)",
        _day_of_month,
        near="ordinal",
        back=16,
    ),
    rule(
        rf"(?:(?<!\bthe )(?<!\ba week )\b|(?<=\bthe )(?=coming|upcoming)){WHICH}{GAP}{SHORT_WEEKDAY}(?!\w)",
        _weekday_of,
        near="weekday",
        back=16,
    ),
    rule(
        rf"\b{WEEKDAY}\b(?! week\b(?! ?(?:of|in)\b))(?! {_PAPER})",
        _weekday,
        near="weekday",
        back=0,
    ),
]
