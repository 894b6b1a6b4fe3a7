"""Puts readings together that belong together: a weekday and its date, "early" and a year, both ends of a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.exact.dates.calendar import Days, month_of, week_of
from claimcheck.exact.dates.leading import DAYS, with_words_before
from claimcheck.exact.dates.names import GAP
from claimcheck.exact.dates.reading import Reading, Scene

_BETWEEN = re.compile(rf"(?<!\w)between{GAP}(?:the{GAP})?(?:years{GAP})?$", re.IGNORECASE)
_NEAR = re.compile(rf"{GAP}(?P<way>before|after|following|preceding){GAP}", re.IGNORECASE)
_THE = re.compile(rf"(?<!\w)the{GAP}(?:(?:first|last){GAP})?$", re.IGNORECASE)
_FROM_NOW = re.compile(
    rf"(?<!\w)(?:between{GAP}now{GAP}and|from{GAP}now{GAP}(?:to|until|till|through)){GAP}(?:the{GAP})?$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?<!\w)from{GAP}(?:the{GAP})?$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|rescheduled|changed|shifted|delayed|pushed back|brought forward) $"
)
_TO = re.compile(
    rf",?{GAP}(?:to|till?|until|through(?:{GAP}to)?|thru|up{GAP}(?:to|until)){GAP}(?:the{GAP})?|{GAP}?[-–—~]{GAP}?",
    re.IGNORECASE,
)
_AND = re.compile(rf",?{GAP}and{GAP}(?:the{GAP})?", re.IGNORECASE)
_NOW = re.compile(
    rf"{GAP}(?:to|and|until|till){GAP}(?:now|date|the{GAP}present(?:{GAP}day)?)\b", re.IGNORECASE
)
_LISTED = re.compile(rf",?{GAP}?(?:and|or|&)?{GAP}(?:on{GAP})?|/", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[.!?]\s|\b(?:said|says|told|after|since|following|than|over|[a-z]{2,}ed)\b")
_AND_THE_OTHER = re.compile(rf",?{GAP}and{GAP}(?:the|an?){GAP}[\w-]+(?:{GAP}[\w-]+)?{GAP}on{GAP}")
_THAT_YEAR = re.compile(r"\byear\b", re.IGNORECASE)
_A_WEEK = re.compile(r"\bweek\b", re.IGNORECASE)
_NEARBY = 183  # days from the anchor within which a day and its weekday tell the year
_BESIDE = re.compile(rf",?{GAP}(?:of{GAP}|in{GAP}|on{GAP})?(?:the{GAP})?", re.IGNORECASE)


def join(readings: list[Reading], scene: Scene) -> list[Reading]:
    """The readings of a text, in order, with those joined that mean one time."""
    found = _pairs(_pairs(_in_sequence(readings, scene), scene, _weekday_near), scene, _beside)
    found = _in_one_year(_in_one_week(found, scene), scene)
    found = _alone(found, scene, with_words_before)
    found = _pairs(found, scene, _range)
    return _alone(found, scene, _up_to_now)


def _in_sequence(readings: list[Reading], scene: Scene) -> list[Reading]:
    """Coming months of one sentence go on into the next year: "in November, December and January".

    So do coming days, as in "the vote is on 10 April and the run-off on 24 April".
    """
    done: list[Reading] = []
    for reading in readings:
        last = done[-1] if done else None
        if last and last.days and reading.days and last.guessed and reading.guessed:
            gap, units = scene.text[last.end : reading.start][:200], {last.unit, reading.unit}
            goes_on = (units == {"month"} and not _ELSEWHERE.search(gap)) or (
                units == {"day"} and _AND_THE_OTHER.fullmatch(gap)
            )
            if goes_on and scene.anchor < last.days[0] and reading.days[0] < last.days[0]:
                moved = _in_year(reading.days, reading.days[0].year + 1)
                near = moved and (units == {"month"} or moved[0] - last.days[0] < timedelta(92))
                reading = replace(reading, days=moved or reading.days) if near else reading
        done.append(reading)
    return done


def _in_one_week(readings: list[Reading], scene: Scene) -> list[Reading]:
    """Weekdays that are listed are of one week: "on Monday and Tuesday of last week", "Monday to Friday last week"."""
    done = list(readings)
    for at in range(len(done) - 1):
        left, right = done[at], done[at + 1]
        gap = scene.text[left.end : right.start]
        if not (left.days and right.days and (_LISTED.fullmatch(gap) or _TO.fullmatch(gap))):
            continue
        if (
            left.unit == "weekday"
            and right.unit == "day"
            and _A_WEEK.search(scene.text, right.start, right.end)
        ):
            done[at] = replace(left, days=_of_week(left.days, right.days))
        elif (
            right.unit == "weekday"
            and left.unit == "day"
            and _A_WEEK.search(scene.text, left.start, left.end)
        ):
            done[at + 1] = replace(right, days=_of_week(right.days, left.days))
    return done


def _in_one_year(readings: list[Reading], scene: Scene) -> list[Reading]:
    """Months and days that are listed are of the year that stands with the last: "January and February 2020"."""
    done = list(readings)
    for at in range(len(done) - 2, -1, -1):
        left, right = done[at], done[at + 1]
        if not (left.days and right.days and left.guessed and left.unit in {"day", "month", "quarter"}):
            continue
        if (
            (right.relative and not _THAT_YEAR.search(scene.text, right.start, right.end))
            or right.unit not in {"day", "month", "quarter"}
            or not _LISTED.fullmatch(scene.text[left.end : right.start])
        ):
            continue
        before = (left.days[0].month, left.days[0].day) > (right.days[0].month, right.days[0].day)
        days = _in_year(left.days, right.days[0].year - before)
        done[at] = replace(left, days=days, guessed=False, relative=False) if days else left
    return done


def _of_week(weekday: Days, day: Days) -> Days:
    moved = week_of(day[0])[0] + timedelta(weekday[0].weekday())
    return moved, moved


def _alone(
    readings: list[Reading], scene: Scene, change: Callable[[Reading, Scene, int], Reading]
) -> list[Reading]:
    """Each reading changed by the words around it that no reading before it has."""
    done: list[Reading] = []
    for reading in readings:
        done.append(change(reading, scene, done[-1].end if done else 0))
    return done


def _pairs(
    readings: list[Reading], scene: Scene, joined: Callable[[Reading, Reading, Scene, int], Reading | None]
) -> list[Reading]:
    """Neighbours replaced by what they are together, from left to right."""
    done: list[Reading] = []
    for reading in readings:
        floor = done[-2].end if len(done) > 1 else 0
        both = joined(done[-1], reading, scene, floor) if done else None
        if both:
            done[-1] = both
        else:
            done.append(reading)
    return done


def _weekday_near(left: Reading, right: Reading, scene: Scene, floor: int) -> Reading | None:
    """The Monday after Christmas, the last Friday before 5 May: the nearest such day."""
    way = _NEAR.fullmatch(scene.text[left.end : right.start])
    named = left.unit == "weekday" and _THE.search(scene.text, max(floor, left.start - 12), left.start)
    if not (way and named and left.days and right.days and right.unit in {"day", "holiday"}):
        return None
    ahead = (left.days[0].weekday() - right.days[0].weekday() - 1) % 7 + 1
    away = ahead if way["way"].lower() in {"after", "following"} else ahead - 7 - 7 * (ahead == 7)
    day = right.days[0] + timedelta(away)
    return Reading(named.start(), right.end, (day, day), "day", right.relative, right.guessed)


def _beside(left: Reading, right: Reading, scene: Scene, floor: int) -> Reading | None:
    """Friday, 2 March; Monday of next week; March 11 this year; last October; October last year."""
    gap = scene.text[left.end : right.start]
    bracket = (
        gap == " (" and scene.text[right.end : right.end + 1] == ")" and "weekday" in {left.unit, right.unit}
    )
    dash = gap in {"-", " - ", " – "} and _same_weekday(left, right, scene)
    dash = dash or (gap in {" - ", " – ", " — "} and left.unit == "week" and right.unit == "weekday")
    if not (left.days and right.days) or len(gap) > 10 or not (_BESIDE.fullmatch(gap) or bracket or dash):
        return None
    days = _together(left, right)
    if days is None:
        return None
    if left.unit in {"weekday", "holiday"} and right.guessed:
        days = _on_weekday(days, left.days[0].weekday(), scene)
    relative = (left.relative and left.unit != "weekday" and not left.guessed) or (
        right.relative and right.unit != "weekday"
    )
    guessed = left.unit == "weekday" and right.guessed
    return Reading(left.start, right.end + bracket, days, _finer(left, right), relative, guessed)


def _on_weekday(days: Days, weekday: int, scene: Scene) -> Days:
    """The day of the year in which it is that weekday, if that is near the anchor: "Wednesday, 14 February"."""
    if days[0].weekday() == weekday:
        return days
    years = [_in_year(days, days[0].year + step) for step in (-1, 1)]
    near = [one for one in years if one and abs((one[0] - scene.anchor).days) <= _NEARBY]
    return next((one for one in near if one[0].weekday() == weekday), days)


def _finer(left: Reading, right: Reading) -> str:
    return "day" if {left.unit, right.unit} & DAYS else left.unit


def _together(left: Reading, right: Reading) -> Days | None:
    if not (left.days and right.days):
        return None
    if right.unit == "day" and (left.unit in {"weekday", "holiday"} or _same_day(left, right)):
        return right.days
    if left.unit == "day" and right.unit == "weekday":
        return left.days if left.days[0].weekday() == right.days[0].weekday() else None
    for named, week in ((left, right), (right, left)):
        if named.unit == "weekday" and week.unit == "week" and named.days and week.days:
            day = week_of(week.days[0])[0] + timedelta(named.days[0].weekday())
            return day, day
    if (
        right.guessed
        and left.unit == "year"
        and right.unit in ({"month", "quarter"} if left.relative else {"quarter"})
    ):
        return _in_year(right.days, left.days[0].year)  # last year's May, the fiscal 2024 second quarter
    if left.guessed and right.unit == "year" and left.unit in {"day", "month", "quarter"}:
        return _in_year(left.days, right.days[0].year)
    return None


def _same_weekday(left: Reading, right: Reading, scene: Scene) -> bool:
    """Friday - June 15, which is a Friday, in one of the years about where none is written."""
    if not (left.unit == "weekday" and right.unit == "day" and left.days and right.days):
        return False
    weekday = left.days[0].weekday()
    days = _on_weekday(right.days, weekday, scene) if right.guessed else right.days
    return days[0].weekday() == weekday


def _same_day(left: Reading, right: Reading) -> bool:
    """Christmas Day, 25 December 1975."""
    if not (left.guessed and left.days and right.days):
        return False
    named, written = left.days[0], right.days[0]
    return (named.month, named.day) == (written.month, written.day)


def _in_year(days: Days, year: int) -> Days | None:
    """The same days, or whole months, of another year."""
    last_year = year + days[1].year - days[0].year
    if days[0].day == 1 and (days[1] + timedelta(1)).day == 1:
        return date(year, days[0].month, 1), month_of(last_year, days[1].month)[1]
    try:
        return days[0].replace(year=year), days[1].replace(year=last_year)
    except ValueError:
        return None  # the 29th of February


def _range(left: Reading, right: Reading, scene: Scene, floor: int) -> Reading | None:
    """From one time to another; with "and" only after "between"."""
    gap = scene.text[left.end : right.start]
    if not (left.days and right.days) or len(gap) > 12:
        return None
    between = _BETWEEN.search(scene.text, max(floor, left.start - 20), left.start)
    opening = between or _FROM.search(scene.text, max(floor, left.start - 20), left.start)
    if not (_AND.fullmatch(gap) if between else _TO.fullmatch(gap)):
        return None
    if (
        opening
        and not between
        and _MOVED.search(scene.text, max(floor, opening.start() - 16), opening.start())
    ):
        return None  # "postponed from 4 March to 8 April"
    ends = _ends(left, right, scene)
    if ends is None or ends[0] > ends[1]:
        return None
    counted = any(end.relative and not end.guessed for end in (left, right))
    relative = counted or (left.guessed and right.guessed)
    return Reading(opening.start() if opening else left.start, right.end, ends, "range", relative)


def _ends(left: Reading, right: Reading, scene: Scene) -> Days | None:
    """First and last day; a year or a week that one end leaves out is the other end's."""
    if not (left.days and right.days):
        return None
    first, last = left.days, right.days
    if right.unit == "weekday" and first[0] == first[1]:
        return first[0], first[0] + timedelta((last[1].weekday() - first[0].weekday()) % 7)
    if left.guessed and not right.guessed:
        moved = _in_year(
            first, last[0].year - ((first[0].month, first[0].day) > (last[1].month, last[1].day))
        )
        return (moved[0], last[1]) if moved else None
    if right.guessed:
        later = (last[0].month, last[0].day) < (first[0].month, first[0].day)
        moved = _in_year(last, first[0].year + later)
        if not moved:
            return None
        return _at_hand((first[0], moved[1]), scene) if left.guessed else (first[0], moved[1])
    return first[0], last[1]


def _at_hand(days: Days, scene: Scene) -> Days:
    """A range that lies ahead, or the one a year before it where that is not over yet."""
    before = _in_year(days, days[0].year - 1)
    return before if before and days[0] > scene.anchor <= before[1] else days


def _up_to_now(reading: Reading, scene: Scene, floor: int) -> Reading:
    """Between January 2019 and now; from March to date; from now until March."""
    ahead = _FROM_NOW.search(scene.text, max(floor, reading.start - 24), reading.start)
    if ahead and reading.days and scene.anchor <= reading.days[1]:
        return Reading(ahead.start(), reading.end, (scene.anchor, reading.days[1]), "range", relative=True)
    match = _NOW.match(scene.text, reading.end)
    if not match or not reading.days or reading.days[0] > scene.anchor:
        return reading
    opening = _BETWEEN.search(scene.text, max(floor, reading.start - 20), reading.start) or _FROM.search(
        scene.text, max(floor, reading.start - 20), reading.start
    )
    start = opening.start() if opening else reading.start
    return Reading(start, match.end(), (reading.days[0], scene.anchor), "range", relative=True)
