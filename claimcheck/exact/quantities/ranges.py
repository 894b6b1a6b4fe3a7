"""Two quantities that are the ends of one range: "10-15%", "between 5 and 7 people"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.domain import Quantity
from claimcheck.exact.quantities import units
from claimcheck.exact.quantities.currencies import CODES

_JOINED = re.compile(r"\d[-–]$")
_RANGE = re.compile(r" ?[-–—] ?| to |-to-", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:[A-Za-z$€£]{1,4} ?)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_NAMED = units.KNOWN | CODES


@dataclass(frozen=True)
class QuantityMention:
    """A quantity at `[start, end)` of the text."""

    start: int
    end: int
    quantity: Quantity


def ranges(text: str, mentions: list[QuantityMention]) -> list[QuantityMention]:
    """Neighbours that are the ends of one range become it: "10-15%", "between 5 and 7 people"."""
    done: list[QuantityMention] = []
    for mention in mentions:
        both = _range(text, done[-1], mention) if done else None
        if both:
            done[-1] = both
        else:
            done.append(mention)
    return [mention for mention in done if not _second_half(text, mention)]


def _second_half(text: str, mention: QuantityMention) -> bool:
    """The 2 of "3-2", which counts nothing by itself."""
    joined = _JOINED.search(text, max(0, mention.start - 2), mention.start)
    return bool(joined) and mention.quantity.unit not in _NAMED


def _range(text: str, low: QuantityMention, high: QuantityMention) -> QuantityMention | None:
    """A range as its middle, give or take half of its width. "From 5 to 7 %" is a change, not a range."""
    gap, one, other = text[low.end : high.start], low.quantity, high.quantity
    before = text[max(0, low.start - 20) : low.start]
    between = gap == " and " and BETWEEN.search(before)
    counted = gap == " to " and other.unit.isalpha() and one.value * 5 >= other.value and not one.unit
    known = counted or other.unit in _NAMED or (one.unit in CODES and not other.unit)
    if not between and not (_RANGE.fullmatch(gap) and known):
        return None
    if _FROM.search(before) or (one.unit and one.unit != other.unit and other.unit):
        return None
    first = one.value
    if one.value < other.value / 100 and not re.search(r"[a-z]", one.text):
        first = one.value * _scale_of(other)
    if not first < other.value:
        return None
    half = (other.value - first) / 2
    update = {
        "unit": other.unit or one.unit,
        "value": first + half,
        "tolerance": half,
        "bound": "",
        "text": text[low.start : high.end],
    }
    return QuantityMention(low.start, high.end, other.model_copy(update=update))


def _scale_of(quantity: Quantity) -> float:
    """What a number is multiplied by: a million for "15 million", for "$10-15 million"."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", quantity.text)
    plain = float(digits.group().replace(",", "")) if digits else quantity.value
    return quantity.value / plain if plain else 1.0
