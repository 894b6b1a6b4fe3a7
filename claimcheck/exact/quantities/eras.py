"""Years, centuries and millennia before Christ, which no calendar of the standard library has: as numbers of their own kind.

So 500 BC is compared with 500 BCE, and neither with the year 500 nor with any other 500.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Quantity
from claimcheck.exact.landmarks import landmarks
from claimcheck.exact.quantities.bounds import approximate
from claimcheck.exact.quantities.ranges import QuantityMention
from claimcheck.exact.words import ORDINAL_BELOW_HUNDRED, below_hundred

BEFORE_CHRIST = r"[ -]?(?:B\.C\.(?:E\.)?|BCE?(?![^\W_]))"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
# British Columbia has no years: "in 2014 BC Hydro said".
_YEARS = re.compile(
    rf"(?<![\w.,/])(?:(?P<first>{_NUMBER})(?:{BEFORE_CHRIST})?(?P<to>[-–—]| (?:to|and|or|until) (?:c\. ?)?))?"
    rf"(?P<year>(?!(?:19|20)\d\d BC [A-Z])(?:{_NUMBER})){BEFORE_CHRIST}"
)
_SPANS = re.compile(
    rf"(?<!\w)(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?i:{ORDINAL_BELOW_HUNDRED}))[ -](?P<span>century|millennium){BEFORE_CHRIST}"
)
_ABOUT = ("c. ", "c.", "ca. ")


def before_christ(text: str) -> Iterator[QuantityMention]:
    """What a text dates before Christ."""
    if "number" not in landmarks(text) and "ordinal" not in landmarks(text):
        return
    for match in _SPANS.finditer(text):
        yield _made(text, match.span(), below_hundred(match["number"]), f"{match['span']}_BCE")
    for match in _YEARS.finditer(text):
        last = _value(match["year"])
        if match["first"] and len(match["to"]) == 1:  # a range, as its middle, give or take half of its width
            half = (_value(match["first"]) - last) / 2
            yield _made(text, match.span(), last + half, "year_BCE", abs(half))
            continue
        if match["first"]:
            yield _made(text, match.span("first"), _value(match["first"]), "year_BCE")
        yield _made(text, (match.start("year"), match.end()), last, "year_BCE")


def _value(written: str) -> int:
    return int(written.replace(",", ""))


def _made(
    text: str, place: tuple[int, int], value: float, unit: str, tolerance: float = 0.0
) -> QuantityMention:
    start, end = place
    quantity = Quantity(
        value=float(value),
        unit=unit,
        tolerance=tolerance,
        approximate=approximate(text, start, end) or text[:start].endswith(_ABOUT),
        text=text[start:end],
    )
    return QuantityMention(start, end, quantity)
