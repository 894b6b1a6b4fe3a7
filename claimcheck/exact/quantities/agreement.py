"""Whether two quantities agree, within the coarser precision written, in units of one kind."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import inf
from typing import Any

from claimcheck.domain import Quantity
from claimcheck.exact.quantities.units import KNOWN

_TONS = frozenset({"ton", "short_ton", "long_ton", "metric_ton"})
_HOURS = frozenset({"am", "pm"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_DEGREES = frozenset({"degree_Celsius", "degree_Fahrenheit", "kelvin"})
ROUGHLY = 0.1  # of a value that is given in another unit: a week does not bear out ten days
NEXT_TO_IT = 1.25  # times the other of two bounds, at most, that may be for the same length of time
FAR = 2  # times a bound, beyond which a figure hardly is what the bound was given for
_TWO_ENDS = re.compile(
    r"\w\s?[-–—~]\s?[$€£]?\d|\w(?:\sto\s|-to-|\sand\s|\sor\s)(?!(?:a )?(?:half|quarter|third)\b)"
)


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be compared: the same unit, or two physical units of one dimension."""
    return one.unit == other.unit or in_unit_of(one, other) is not None


def in_unit_of(one: Quantity, other: Quantity) -> Quantity | None:
    """The first quantity in the second one's unit, by pint's definitions; None where that means nothing."""
    if one.unit == other.unit:
        return one
    if not (_physical(one.unit) and _physical(other.unit)):
        return None
    try:
        value = _registry().Quantity(one.value, one.unit).to(other.unit).magnitude
        edge = _registry().Quantity(one.value + one.tolerance, one.unit).to(other.unit).magnitude
    except Exception:  # whatever pint finds wrong with the units, they cannot be compared
        return None
    return one.model_copy(update={"value": value, "tolerance": abs(edge - value), "unit": other.unit})


@lru_cache(1024)
def _physical(unit: str) -> bool:
    return unit.split("/")[0].split("**")[0] in KNOWN and unit != "%"


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities agree within the coarser precision written, or within a bound.

    Units of one dimension are converted: 5 miles agree with 8 km. "About" loosens to 10 %; "more than 100"
    agrees with 107, and with no lower figure.
    """
    return _agree(_converted(one, other) or one, other)


def bears_out(held: Quantity, wanted: Quantity) -> bool:
    """Whether the figure that evidence gives makes true what a claim says, within the coarser precision written.

    "More than 100" is borne out by 107 and by "at least 150", "100 to 200" by 150 and by "120 to 150"; 107 is borne
    out by neither "at least 100" nor "100 to 200", which leave open what it is. Nor is "for over 45 years" by "for over 65
    years": how long it was is no count that grows, and the bound is next to it.
    """
    for one in _in_unit(wanted, held):
        if one.unit in _TIMES and held.bound and held.bound == one.bound and not _near(held, one):
            continue
        coarser = 0.0 if _wide(held) else held.tolerance
        low, high = _extent(one, coarser)
        least, most = _extent(held, 0.0) if _wide(held) else (held.value, held.value)
        rounding = 1e-9 * abs(one.value)
        if low - rounding <= least and most <= high + rounding:
            return True
    return False


def _near(one: Quantity, other: Quantity) -> bool:
    small, large = sorted((abs(one.value), abs(other.value)))
    return large <= NEXT_TO_IT * small


def far_beyond(held: Quantity, wanted: Quantity, times: float = FAR) -> bool:
    """Whether a figure lies so many times beyond a bound of the claim that it hardly measures the same: nobody calls
    105,000 people "over 6,000". False for a claim without a bound, and where the units cannot be compared.
    """
    one = _converted(wanted, held)
    if not wanted.bound or one is None or one.value <= 0:
        return False
    return not one.value / times <= held.value <= times * one.value


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities contradict each other: no number is what both say.

    A share in words ("a third") is too rough for it, as are "tons", of which there are three kinds, and degrees of
    two scales, since a change of them is converted in another way than a temperature; hours of the day are of zones.
    """
    if one.unit in _HOURS:
        return False
    if any(q.unit == "%" and not any(c.isdigit() for c in q.text) for q in (one, other)):
        return False
    if one.unit != other.unit and ({one.unit, other.unit} <= _TONS or {one.unit, other.unit} & _DEGREES):
        return False
    converted = _converted(one, other)
    if converted is None:
        return False
    (low, high), (least, most) = _extent(converted, other.tolerance), _extent(other, converted.tolerance)
    return high < least or most < low


def _in_unit(wanted: Quantity, held: Quantity) -> list[Quantity]:
    """What is wanted in the unit of what is held; "tons" also as whichever of the tons that is."""
    converted = _converted(wanted, held, ROUGHLY)
    found = [converted] if converted else []
    if wanted.unit != held.unit and {wanted.unit, held.unit} <= _TONS:
        found.append(wanted.model_copy(update={"unit": held.unit}))
    return found


def _converted(one: Quantity, other: Quantity, most: float = inf) -> Quantity | None:
    """The first in the second one's unit; what was converted was rounded before, to the place that it is written to, or by
    that share of its value at the `most`.
    """
    converted = in_unit_of(one, other)
    if converted is None or converted is one:
        return converted
    return converted.model_copy(
        update={
            "tolerance": max(
                converted.tolerance, _rounded(one, converted, most), _rounded(other, other, most)
            )
        }
    )


def _extent(quantity: Quantity, coarser: float) -> tuple[float, float]:
    """The least and the most that a quantity means, given how coarsely it is compared. "About" is within 10 %."""
    loose = 0.1 * abs(quantity.value) if quantity.approximate else 0.0
    gap = max(quantity.tolerance, coarser, loose)
    low = -inf if quantity.bound == "<" else quantity.value - (coarser if quantity.bound else gap)
    high = inf if quantity.bound == ">" else quantity.value + (coarser if quantity.bound else gap)
    return low, high


def _wide(quantity: Quantity) -> bool:
    """Whether a quantity leaves open what the number is: a bound, or a range with two ends."""
    return bool(quantity.bound) or (quantity.tolerance > 0 and _TWO_ENDS.search(quantity.text) is not None)


def _rounded(written: Quantity, converted: Quantity, most: float) -> float:
    """Half of the last place of a whole number, in the unit it was converted to; that share of it at the `most`."""
    if written.tolerance or not written.value:
        return 0.0
    return abs(min(0.5, most * abs(written.value)) * converted.value / written.value)


def _agree(one: Quantity, other: Quantity) -> bool:
    gap = max(one.tolerance, other.tolerance, 1e-9 * abs(one.value))
    if one.approximate or other.approximate:
        gap = max(gap, 0.1 * max(abs(one.value), abs(other.value)))
    if abs(one.value - other.value) <= gap:
        return True
    for bounded, plain in ((one, other), (other, one)):
        if bounded.bound == ">" and plain.value > bounded.value and not plain.bound:
            return True
        if bounded.bound == "<" and plain.value < bounded.value and not plain.bound:
            return True
    return False
