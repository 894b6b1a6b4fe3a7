"""Expressions that count from a time named before in the text: "the next day", "two years later", "that year"."""

from __future__ import annotations

import re
from datetime import timedelta

from claimcheck.exact.dates.calendar import shifted, whole
from claimcheck.exact.dates.names import GAP, WEEKDAY, weekday_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.relative import COUNT, LONG, UNITS, as_exact_as_said, count_of, unit_of


def _told(match: re.Match[str], scene: Scene) -> Value | None:
    """The next day, two years earlier: counted from the day or time that the text named last.

    Without one, "the previous year" counts from the anchor, and a day is not known.
    """
    sign = -1 if match["way"].lower() in {"earlier", "before", "previous", "prior"} else 1
    unit = unit_of(match)
    count = sign * (count_of(match) if match.groupdict().get("count") else 1)
    known = next((r for r in reversed(scene.before) if r.end <= match.start()), None)
    if known and known.days and (known.days[0] == known.days[1] or unit in LONG):
        moved = shifted(known.days[0], count, unit)
        return Value(as_exact_as_said(unit, moved), unit, relative=known.relative)
    if known is None and unit in {*LONG, "week"} and not match.groupdict().get("count"):
        return Value(whole(unit, scene.anchor, count), unit, relative=True)
    return Value(None, "day", relative=True)


def _same(match: re.Match[str], scene: Scene) -> Value | None:
    """That day, the same year: of the day or time that the text named last; nothing without one."""
    known, unit = next((r for r in reversed(scene.before) if r.end <= match.start()), None), unit_of(match)
    if not (known and known.days):
        return None
    time = whole(unit, known.days[0], 0)
    return Value(time, unit, relative=True) if time[0] <= known.days[0] <= known.days[1] <= time[1] else None


def _told_weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """The next Tuesday: the first one after the day that the text named last; not known without one."""
    known = next((r for r in reversed(scene.before) if r.end <= match.start()), None)
    if known is None or not known.days or known.days[0] != known.days[1]:
        return Value(None, "weekday", relative=True)
    ahead_by = (weekday_number(match["weekday"]) - known.days[0].weekday() - 1) % 7 + 1
    ahead_by -= 7 * (match["way"].lower() == "previous") * (1 + (ahead_by == 7))
    return Value((known.days[0] + timedelta(ahead_by),) * 2, "day", relative=known.relative)


RULES: list[Rule] = [
    rule(
        rf"\b(?:that|(?:the|that){GAP}same){GAP}(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?=[.,;:!?)]|$|{GAP}[a-z])(?!{GAP}(?:of|that|as|the|a|is)\b)",
        _same,
        near="that time",
        back=24,
    ),
    rule(
        rf"\bthe{GAP}(?P<way>next|following|previous){GAP}{WEEKDAY}\b", _told_weekday, near="weekday", back=20
    ),
    rule(
        rf"\b{COUNT}{GAP}{UNITS}{GAP}(?P<way>earlier|later|before(?=[,.;]|$)|after(?=[,.;]|$))(?!\w)",
        _told,
        near="told",
    ),
    rule(
        rf"\b(?:the{GAP})(?:very{GAP})?(?P<way>next|following|previous|prior){GAP}(?P<unit>day|morning|afternoon|evening|night)\b",
        _told,
        near="next day",
        back=24,
    ),
    rule(
        rf"\b(?:the{GAP})(?P<way>following|previous|prior){GAP}(?P<unit>week|month|year)\b(?=[,.;:]|$| [a-z])",
        _told,
        near="unit",
        back=20,
    ),
]
