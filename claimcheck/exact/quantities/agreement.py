"""Whether two quantities agree, within the coarser precision written, in units of one kind."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from claimcheck.domain import Quantity
from claimcheck.exact.quantities.units import KNOWN


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
    converted = in_unit_of(one, other)
    if converted is None:
        converted = one
    elif converted is not one:  # what was converted was rounded before: to the place that it is written to
        converted = converted.model_copy(
            update={"tolerance": max(converted.tolerance, _rounded(one, converted))}
        )
    return _agree(converted, other)


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities that do not agree contradict each other, too.

    A share in words ("a third") is too rough for it, and so are two bounds to one side, or ranges that overlap.
    """
    converted = in_unit_of(one, other)
    if converted is None or any(q.unit == "%" and not any(c.isdigit() for c in q.text) for q in (one, other)):
        return False
    if one.bound and one.bound == other.bound:
        return False
    return abs(converted.value - other.value) > converted.tolerance + other.tolerance


def _rounded(written: Quantity, converted: Quantity) -> float:
    """Half of the last place of a whole number, in the unit it was converted to."""
    if written.tolerance or not written.value:
        return 0.0
    return abs(0.5 * converted.value / written.value)


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
