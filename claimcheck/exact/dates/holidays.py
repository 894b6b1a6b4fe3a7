"""Holidays that English news names, where nobody means another day by the name.

Independence Day, Labour Day, Mother's Day and the like are other days in other countries, and are left alone;
Thanksgiving is that of the United States. Easter is the western one, by dateutil,
unless it is called Orthodox.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter

from claimcheck.exact.dates.calendar import month_of, nth_weekday
from claimcheck.exact.dates.names import GAP, STEPS, YEAR, year_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule
from claimcheck.exact.dates.tense import ahead

_FIXED = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year day": (1, 1),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "boxing day": (12, 26),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "halloween": (10, 31),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "saint patrick's day": (3, 17),
    "international women's day": (3, 8),
    "earth day": (4, 22),
    "groundhog day": (2, 2),
    "cinco de mayo": (5, 5),
    "bastille day": (7, 14),
    "anzac day": (4, 25),
    "australia day": (1, 26),
    "canada day": (7, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "waitangi day": (2, 6),
    "burns night": (1, 25),
    "st. stephen's day": (12, 26),
    "st stephen's day": (12, 26),
    "st. george's day": (4, 23),
    "st george's day": (4, 23),
    "st. andrew's day": (11, 30),
    "st andrew's day": (11, 30),
    "st. david's day": (3, 1),
    "st david's day": (3, 1),
    "all souls' day": (11, 2),
    "international workers' day": (5, 1),
    "international holocaust remembrance day": (1, 27),
    "orthodox christmas": (1, 7),
    "ve day": (5, 8),
    "v-e day": (5, 8),
    "veterans day": (11, 11),
    "may day": (5, 1),
    "juneteenth": (6, 19),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "shrove tuesday": -47,
    "holy saturday": -1,
    "good friday": -2,
    "easter": 0,
    "easter day": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whit sunday": 49,
    "whit monday": 50,
    "pentecost": 49,
    "ascension day": 39,
    "mardi gras": -47,
}
_ORTHODOX = {
    f"orthodox {name}" for name in ("easter", "easter sunday", "easter monday", "good friday", "palm sunday")
}
_FROM_THANKSGIVING = {
    "thanksgiving day": 0,
    "thanksgiving": 0,
    "thanksgiving eve": -1,
    "black friday": 1,
    "cyber monday": 4,
    "giving tuesday": 5,
}
_BY_WEEKDAY = {  # mostly of the United States: month, weekday and which of its days
    "martin luther king jr. day": (1, 0, 3),
    "martin luther king day": (1, 0, 3),
    "mlk day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "indigenous peoples' day": (10, 0, 2),
    "canadian thanksgiving": (10, 0, 2),
    "remembrance sunday": (11, 6, 2),
}
_SURE_NAMES = {
    "new year's eve",
    "new year's day",
    "valentine's day",
    "boxing day",
    "christmas eve",
    "christmas day",
}
_SURE_NAMES |= {
    "juneteenth",
    "black friday",
    "cyber monday",
    "giving tuesday",
    "thanksgiving day",
    *_FROM_EASTER,
    *_ORTHODOX,
}
_SURE_NAMES |= {"canadian thanksgiving", "remembrance sunday", "orthodox christmas"}
_SURE_NAMES -= {"easter", "pentecost", "mardi gras"}
_SEASONAL = {
    "easter",
    "pentecost",
    "mardi gras",
    *_FIXED,
    *_FROM_THANKSGIVING,
    *_BY_WEEKDAY,
} - _SURE_NAMES  # before a noun no day: "the Bastille Day attack"
_LEAD = rf"(?:on|at|by|before|after|since|until|till|around|over|during|up{GAP}to|of|last|next|this){GAP}"
_ANOTHER = r"(?<!orthodox )(?<!coptic )(?<!julian )(?<!holocaust )(?<!genocide )"  # has its own day
_STANDS_ALONE = rf"(?=[.,;:!?)]|$|{GAP}(?:and|at|but|when|because|for|in|was|is|this|last|next)\b)"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?:{YEAR}|(?P<which>last|this|next){GAP}year\b))"


def _any(names: set[str]) -> str:
    forms = (re.sub(r"'", "[’']?", name.replace(".", r"\.?")) for name in sorted(names, reverse=True))
    return "|".join(form.replace(" ", GAP) for form in forms)


def _plain(name: str) -> str:
    """A name without apostrophes and full stops, which are left out as often as not."""
    return " ".join(re.sub(r"[’'.]", "", name.lower()).split())


def _day(name: str, year: int) -> date:
    """The day of a holiday in a year. Raises `ValueError` for years beyond dateutil's table of Easter."""
    if name in _DAYS:
        return date(year, *_DAYS[name])
    western = name.removeprefix("orthodox ")
    if western in _FROM_EASTER:
        sunday: date = easter(year) if western == name else easter(year, EASTER_ORTHODOX)
        return sunday + timedelta(_FROM_EASTER[western])
    if name in _WEEKDAYS:
        month, weekday, number = _WEEKDAYS[name]
        return nth_weekday(month_of(year, month), weekday, number)
    return nth_weekday(month_of(year, 11), 3, 4) + timedelta(_FROM_THANKSGIVING[name])


def _holiday(match: re.Match[str], scene: Scene) -> Value | None:
    """In the year written; else the latest one up to the anchor, or the next one in a clause on the future.

    "This Christmas" is the nearest one.
    """
    name = _plain(match["name"])
    written = match.groupdict().get("year")
    if written:
        return Value((_day(name, year_number(written)),) * 2, "day")
    if match.groupdict().get("which"):
        year = scene.anchor.year + STEPS[match["which"].lower()]
        return Value((_day(name, year),) * 2, "day", relative=True)
    day, year = _day(name, scene.anchor.year), scene.anchor.year
    if ahead(scene.text, match):
        day = _day(name, year + 1) if day < scene.anchor else day
    elif _THIS.search(scene.text, max(0, match.start("name") - 6), match.start("name")):
        near = [_day(name, year + step) for step in (-1, 0, 1)]
        day = min(near, key=lambda one: abs((one - scene.anchor).days))
    elif day > scene.anchor:
        day = _day(name, year - 1)
    unit = "day" if name in _DAYS else "holiday"  # the others are another day in another year
    return Value((day, day), unit, relative=True, guessed=True)


_THIS = re.compile(r"\bthis $", re.IGNORECASE)
_DAYS = {_plain(name): day for name, day in _FIXED.items()}
_WEEKDAYS = {_plain(name): day for name, day in _BY_WEEKDAY.items()}
_SURE = _any(_SURE_NAMES)
_LOOSE = _any(_SEASONAL)
WITHOUT_YEAR = re.compile(rf"(?:{_SURE}|{_LOOSE})(?!.*\d)", re.IGNORECASE)
RULES: list[Rule] = [
    rule(  # "the 2004 Boxing Day tsunami"; not "the 1998 Good Friday Agreement"
        rf"(?<![\w.,/$€£-])(?P<year>19\d\d|20\d\d){GAP}{_ANOTHER}(?P<name>{_SURE})(?!\w|(?-i: [A-Z]))",
        _holiday,
        near="holiday",
        back=6,
    ),
    rule(
        rf"(?<!\w){_ANOTHER}(?P<name>{_SURE}){_OF_YEAR}?(?!\w|{GAP}(?:agreement|accords?)\b)",
        _holiday,
        near="holiday",
        back=0,
    ),
    rule(rf"(?<!\w){_ANOTHER}(?P<name>{_LOOSE}){_OF_YEAR}(?!\w)", _holiday, near="holiday", back=0),
    rule(rf"\b{_LEAD}(?P<x>(?P<name>{_LOOSE})){_STANDS_ALONE}", _holiday, near="holiday", back=12),
]
