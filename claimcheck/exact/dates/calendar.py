"""Arithmetic on the calendar: whole weeks, months and years, both ends included."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


def day_of(year: int, month: int, day: int) -> Days:
    """One day. Raises `ValueError` where the calendar has no such day."""
    return (date(year, month, day),) * 2


def month_of(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, first: int, count: int) -> Days:
    """So many months from one on; the first may lie beyond the year, on either side."""
    return _month_at(year, first)[0], _month_at(year, first + count - 1)[1]


def _month_at(year: int, month: int) -> Days:
    years, month0 = divmod(month - 1, 12)
    return month_of(year + years, month0 + 1)


def years_of(first: int, count: int = 1) -> Days:
    """So many whole years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def week_of(day: date) -> Days:
    """Monday to Sunday around a day (ISO 8601)."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def shifted(day: date, count: int, unit: str) -> date:
    """A day so many days, weeks, fortnights, months, years or decades away; a month's end stays within it."""
    if unit in {"day", "week", "fortnight"}:
        return day + timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    first, last = _month_at(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def whole(unit: str, day: date, step: int) -> Days:
    """The week, weekend, month, quarter, year, decade or century around a day, or so many further on."""
    if unit == "weekend":
        saturday = week_of(day)[0] + timedelta(5 + 7 * step)
        return saturday, saturday + timedelta(1)
    if unit == "quarter":
        return months_of(day.year, 3 * ((day.month - 1) // 3 + step) + 1, 3)
    if unit in {"decade", "century"}:
        length = 10 if unit == "decade" else 100
        return years_of(day.year // length * length + step * length, length)
    moved = shifted(day, step, unit)
    if unit == "year":
        return years_of(moved.year)
    if unit == "month":
        return month_of(moved.year, moved.month)
    return week_of(moved) if unit == "week" else (moved, moved)


def third(days: Days, part: str) -> Days:
    """The early, middle or late part of a time: thirds of a year or longer, halves of a week.

    Of a month, days 1 to 10, 10 to 20 and 21 to the end, as Recognizers-Text has it.
    """
    first, last = days
    if (last - first).days <= 6:
        return {
            "early": (first, first + timedelta(2)),
            "mid": (first + timedelta(2), first + timedelta(4)),
            "late": (first + timedelta(3), last),
        }[part]
    if (last - first).days <= 30:
        ends = {"early": (1, 10), "mid": (10, 20), "late": (21, last.day)}[part]
        return first.replace(day=ends[0]), first.replace(day=ends[1])
    years = last.year - first.year + 1
    if years >= 10:  # whole years
        ends = {
            "early": (0, years // 3),
            "mid": (years // 3, 2 * years // 3),
            "late": (2 * years // 3, years - 1),
        }[part]
        return years_of(first.year + ends[0], ends[1] - ends[0] + 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    place = {"early": 0, "mid": 1, "late": 2}[part]
    begin, end = months * place // 3, months * (place + 1) // 3
    return months_of(first.year, first.month + begin, end - begin)


def half_of(days: Days, second: bool) -> Days:
    """The first or second half: of a month from its 16th day on, of longer times in whole months."""
    first, last = days
    if (last - first).days <= 30:
        middle = first.replace(day=15)
        return (middle + timedelta(1), last) if second else (first, middle)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months_of(first.year, first.month + (months // 2 if second else 0), months // 2)


def nth_weekday(period: Days, weekday: int, number: int) -> date:
    """The so-many-eth weekday of a month or year, from the end for negative numbers; `ValueError` where there is none."""
    first, last = period
    if number < 0:
        return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-number - 1))
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    if day > last:
        raise ValueError("the period has no such weekday")
    return day


def nth_week(period: Days, number: int) -> Days:
    """The so-many-eth week of a month or year, which are those with their Thursday in it; -1 is the last."""
    return week_of(nth_weekday(period, 3, number))
