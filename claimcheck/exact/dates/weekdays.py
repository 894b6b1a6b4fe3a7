"""Days that are named by the week or by their number alone: "last Friday", "on the 15th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.exact.dates.calendar import Days, week_of, whole
from claimcheck.exact.dates.names import GAP, SHORT_WEEKDAY, STEPS, WEEKDAY, WHICH, day_number, weekday_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED


def _weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """The latest such day up to the anchor, or the next one where the clause speaks of the future."""
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
    return Value(_in_week(scene.anchor, STEPS[match["which"].lower()], number), "weekday", relative=True)


def _in_week(anchor: date, step: int, number: int) -> Days:
    day = week_of(anchor)[0] + timedelta(7 * step + number)
    return day, day


def _day_of_month(match: re.Match[str], scene: Scene) -> Value | None:
    """On the 18th; the 21st of this month; on Monday the 11th, the latest or next such day."""
    found = match.groupdict()
    day = day_number(match["day"] or found["day2"])
    if found.get("which"):
        first, _ = whole("month", scene.anchor, STEPS[match["which"].lower()])
        return Value((first.replace(day=day),) * 2, "day", relative=True)
    if found.get("weekday"):
        return Value(
            (_nearest(scene.anchor, day, weekday_number(found["weekday"])),) * 2, "day", relative=True
        )
    step = 1 if ahead(scene.text, match) else -1
    away = next(n for n in range(0, 62 * step, step) if (scene.anchor + timedelta(n)).day == day)
    return Value((scene.anchor + timedelta(away),) * 2, "day", relative=True)


def _nearest(anchor: date, day: int, weekday: int) -> date:
    """The nearest day that is that weekday and that day of its month, the past one of two."""
    around = (anchor + timedelta(sign * n) for n in range(400) for sign in (-1, 1))
    return next(d for d in around if d.day == day and d.weekday() == weekday)


_DIGITS_ORDINAL = r"(?P<day>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
_GOES_ON = rf"(?={GAP}(?:at|but|when|while|because|after|before|for|with|by|and(?!{GAP}(?:the{GAP})?\d))\b)"
_DAY_ORDINAL = rf"(?P<day>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{ORDINAL_BELOW_HUNDRED})(?!\w)"

RULES: list[Rule] = [
    rule(
        rf"\b(?:on{GAP}|by{GAP}|until{GAP}|since{GAP})?(?:around{GAP})?the{GAP}{_DAY_ORDINAL}"
        rf"(?:{GAP}of)?{GAP}{WHICH}{GAP}month\b",
        _day_of_month,
        near="month word",
        back=80,
    ),
    rule(rf"\b{WHICH}{GAP}week{GAP}(?:on{GAP})?{SHORT_WEEKDAY}(?!\w)", _weekday_of, near="weekday"),
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
    rule(rf"(?<!\bthe )\b{WHICH}{GAP}{SHORT_WEEKDAY}(?!\w)", _weekday_of, near="weekday", back=16),
    rule(
        rf"(?<!the next )(?<!the following )(?<!good )(?<!black )\b{WEEKDAY}\b",
        _weekday,
        near="weekday",
        back=0,
    ),
]
