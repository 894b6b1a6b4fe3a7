"""One expression of a text with its gold value, and what our grammar reads where it stands."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.domain import Frozen, Quantity
from claimcheck.exact import find_dates, find_quantities


class Expression(Frozen):
    """An expression at `text[start:end]`; `wanted` are the forms of its value that are right.

    `others` are the forms of a second reading that the data set lists. `kind` "nothing" is a text in which
    there is nothing to find.
    """

    id: str
    group: str  # cases of one group are held back together
    text: str
    start: int
    end: int
    kind: str
    in_scope: bool
    wanted: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """The expression as written."""
        return self.text[self.start : self.end]

    def read(self) -> list[tuple[str, ...]]:
        """The forms of each value that is found where the expression stands, the first for people to read."""
        raise NotImplementedError


class DateExpression(Expression):
    """A date expression; relative ones are counted from `anchor`."""

    anchor: date | None

    def read(self) -> list[tuple[str, ...]]:
        """Intervals as `start/end`, and their edges alone as `start/` and `/end`."""
        return [
            date_forms(m.interval.start, m.interval.end)
            for m in find_dates(self.text, self.anchor)
            if m.interval and m.start < self.end and self.start < m.end
        ]


class QuantityExpression(Expression):
    """A number with its unit."""

    def read(self) -> list[tuple[str, ...]]:
        """Values with their unit, the value alone, and both with the bound where there is one.

        An expression inside a range ("eight to 10 feet") is right as an end of it.
        """
        return [
            quantity_forms(m.quantity, inside=m.start < self.start or self.end < m.end)
            for m in find_quantities(self.text)
            if m.start < self.end and self.start < m.end
        ]


def date_forms(first: date, last: date) -> tuple[str, ...]:
    """`2023-01-01/2023-12-31`, its edges ("after 2023" begins at one or the other), and it without its year."""
    after = last + timedelta(1) if last < date.max else last
    yearless = f"*-{first:%m-%d}/*-{last:%m}"
    edges = f"{first}/", f"{last}/", f"{after}/", f"/{first}", f"/{last}", f"/{after}"
    return f"{first}/{last}", *edges, yearless


def quantity_forms(quantity: Quantity, inside: bool = False) -> tuple[str, ...]:
    """`5 kilogram`, `5 *` for any unit, and `>5 *` or the ends `4.5..5.5`; with `inside` each end by itself."""
    plain = (f"{number(quantity.value)} {quantity.unit}".rstrip(), f"{number(quantity.value)} *")
    ends = quantity.value - quantity.tolerance, quantity.value + quantity.tolerance
    bounded = f"{quantity.bound}{plain[1]}" if quantity.bound else "..".join(map(number, ends))
    each = (
        (f"{number(e)} {quantity.unit}".rstrip(), f"{number(e)} *")
        for e in ends
        if inside and quantity.tolerance
    )
    return *plain, bounded, *(form for forms in each for form in forms)


def number(value: float) -> str:
    """A value to ten significant places, so that a third is a third however many places are written."""
    return f"{value:.10g}"
