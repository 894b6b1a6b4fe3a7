"""Holidays that English news names, where nobody means another day by the name.

Independence Day, Labour Day, Mother's Day and the like are other days in other countries, and are left alone;
Thanksgiving is that of the United States. Easter is the western one, by dateutil.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from claimcheck.exact.dates.calendar import month_of, nth_weekday
from claimcheck.exact.dates.names import GAP, YEAR, year_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead

_FIXED = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "boxing day": (12, 26),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "halloween": (10, 31),
    "juneteenth": (6, 19),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
}
_FROM_THANKSGIVING = {"thanksgiving day": 0, "thanksgiving": 0, "black friday": 1}
_SEASONAL = {"christmas", "halloween", "thanksgiving"}  # also the days around it, and before a noun no day
_LEAD = rf"(?:on|by|before|after|since|until|till|around|of|last|next|this){GAP}"
_STANDS_ALONE = rf"(?=[.,;:!?)]|$|{GAP}(?:and|at|but|when|because|for|in|was|is|this|last|next)\b)"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?{YEAR})"


def _any(names: set[str]) -> str:
    return "|".join(re.sub(r"'", "[’']?", name).replace(" ", GAP) for name in sorted(names, reverse=True))


def _day(name: str, year: int) -> date:
    """The day of a holiday in a year. Raises `ValueError` for years beyond dateutil's table of Easter."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        sunday: date = easter(year)
        return sunday + timedelta(_FROM_EASTER[name])
    return nth_weekday(month_of(year, 11), 3, 4) + timedelta(_FROM_THANKSGIVING[name])


def _holiday(match: re.Match[str], scene: Scene) -> Value | None:
    """In the year written; else the latest one up to the anchor, or the next one in a clause on the future."""
    name = " ".join(match["name"].lower().replace("’", "'").split()).replace("years", "year's")
    written = match.groupdict().get("year")
    if written:
        return Value((_day(name, year_number(written)),) * 2, "day")
    day, year = _day(name, scene.anchor.year), scene.anchor.year
    if ahead(scene.text, match):
        day = _day(name, year + 1) if day < scene.anchor else day
    elif day > scene.anchor:
        day = _day(name, year - 1)
    unit = "day" if name in _FIXED else "holiday"  # the others are another day in another year
    return Value((day, day), unit, relative=True, guessed=True)


_SURE = _any({*_FIXED, *_FROM_EASTER, *_FROM_THANKSGIVING} - _SEASONAL)
_LOOSE = _any(_SEASONAL)
RULES: list[Rule] = [
    rule(
        rf"(?<!\w)(?P<name>{_SURE}){_OF_YEAR}?(?!\w|{GAP}(?:agreement|accords?)\b)",
        _holiday,
        near="holiday",
        back=0,
    ),
    rule(rf"(?<!\w)(?P<name>{_LOOSE}){_OF_YEAR}(?!\w)", _holiday, near="holiday", back=0),
    rule(rf"\b{_LEAD}(?P<x>(?P<name>{_LOOSE})){_STANDS_ALONE}", _holiday, near="holiday", back=12),
]
