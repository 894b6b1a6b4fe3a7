"""What a unit is followed by that belongs to it: smaller units, "and a half", and parts "of a mile"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.exact.quantities import numerals, units
from claimcheck.exact.quantities.scales import Numeral

AND_A_PART = re.compile(
    r" and (?:a|one|three)[ -](?P<part>half|quarters?)(?![^\W_])(?! of\b| an?\b|[ -](?:million|billion|dozen))",
    re.IGNORECASE,
)
_ADDED = re.compile(r",? (?:and )?|(?<=\w)(?=\d)", re.IGNORECASE)
_EACH = re.compile(r" (?:an?|per|each|every)\b", re.IGNORECASE)  # "5 days, 8 hours a day"
_OF_A = re.compile(r" of (?:an?|one|1)\b", re.IGNORECASE)


def with_smaller(text: str, number: Numeral, end: int, unit: str) -> tuple[Numeral, int]:
    """With what is added in the next smaller units: "3 hours, 20 minutes and 5 seconds", "six pounds two ounces"."""
    part = 1.0
    while unit in units.SMALLER:
        unit, count = units.SMALLER[unit]
        part /= count
        gap = _ADDED.match(text, end)
        more = numerals.read(text, gap.end()) if gap else None
        stop, found = units.read(text, more.end) if more else (0, "")
        if more is None or found != unit or not 0 < more.value < count or _EACH.match(text, stop):
            break
        number, end = replace(number, value=number.value + more.value * part, step=0.0), stop
    return number, end


def part_of(more: re.Match[str]) -> float:
    """A half, a quarter or three quarters."""
    return 0.5 if more["part"].lower() == "half" else 0.75 if "three" in more.group().lower() else 0.25


def part_of_one(text: str, number: Numeral) -> tuple[int, str] | None:
    """Where "of a mile", "of one per cent" ends after a part, and its unit."""
    of = _OF_A.match(text, number.end)
    end, unit = units.read(text, of.end()) if of else (0, "")
    return (end, unit) if unit in units.KNOWN else None
