"""Numbers with units in English news, as a small grammar of ours: libraries misread "$1.5bn"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.domain import Quantity
from claimcheck.exact.dates import find_dates

_SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "hundred": 1e2,
    "dozen": 12.0,
}
_SIGNS = {"us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "a$": "AUD", "c$": "CAD"}
_MONEY = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "eur": "EUR",
    "pound": "GBP",
    "gbp": "GBP",
    "yuan": "CNY",
    "renminbi": "CNY",
    "cny": "CNY",
    "yen": "JPY",
    "rouble": "RUB",
    "ruble": "RUB",
    "rupee": "INR",
}
_SMALL = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_SMALL |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
_SHARES = {
    "majority of": (50.0, ">"),
    "most of": (50.0, ">"),
    "half of": (50.0, ""),
    "a quarter of": (25.0, ""),
    "three quarters of": (75.0, ""),
    "three-quarters of": (75.0, ""),
    "a third of": (100 / 3, ""),
    "two thirds of": (200 / 3, ""),
    "two-thirds of": (200 / 3, ""),
}
_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|an estimated|close to) $", re.IGNORECASE
)
_OVER = re.compile(r"(?:more than|over|above|at least|exceeding) $", re.IGNORECASE)
_UNDER = re.compile(r"(?:less than|fewer than|under|below|at most|up to) $", re.IGNORECASE)
_MONEY_WORDS = "|".join(re.escape(word) + "s?" for word in sorted(_MONEY, key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?P<sign>(?:US|A|C)?\$|[€£¥₹])?\s?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{'|'.join(_SMALL)})\b)"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|dozen|hundred|mn|bn|tn|[mkb](?![a-z])))?"
    rf"(?:[ -]?(?P<unit>%|per ?cent(?:age points?)?\b|(?:{_MONEY_WORDS})\b|°C|[a-z]{{1,14}}\b))?"
    r"(?!\d|[:/.,]\d)",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"\b(?:the )?(?:vast )?(?P<share>{'|'.join(_SHARES)})\b", re.IGNORECASE)
_NO_UNIT = frozenset(
    "and or of in to for from by on at with the a an is are was were more less than as that this it "
    "its after before since per times other new old big large major will have has had when which who "
    "but if not also".split()
)


_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


@dataclass(frozen=True)
class QuantityMention:
    """A quantity at `[start, end)` of the text."""

    start: int
    end: int
    quantity: Quantity


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text in order, dates left out; never raises."""
    return list(_found(text))


@lru_cache(2048)  # as dates are
def _found(text: str) -> tuple[QuantityMention, ...]:
    dates = [(mention.start, mention.end) for mention in find_dates(text, None)]
    found = []
    for match in _NUMBER.finditer(text):
        start = match.start("sign") if match["sign"] else match.start("number")
        if any(start < end and first < match.end("number") for first, end in dates):
            continue
        mention = _mention(text, match, start)
        if mention:
            found.append(mention)
    for match in _SHARE.finditer(text):
        value, bound = _SHARES[match["share"].lower()]
        quantity = Quantity(value=value, unit="%", bound=bound, tolerance=0.5, text=match.group())
        found.append(QuantityMention(match.start(), match.end(), quantity))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(text: str, match: re.Match[str], start: int) -> QuantityMention | None:
    digits = match["number"].lower().replace(",", "")
    worded = digits in _SMALL
    unit, end = _unit(match)
    if worded and not (match["scale"] or (unit in _TIMES if digits == "one" else unit)):
        return None
    scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
    value = float(_SMALL[digits] if worded else digits) * scale
    places = len(digits.split(".")[1]) if "." in digits else 0
    before = text[max(0, start - 20) : start]
    bound = ">" if _OVER.search(before) else "<" if _UNDER.search(before) else ""
    quantity = Quantity(
        value=value,
        unit=unit,
        tolerance=0.5 * 10**-places * scale if scale > 1 or places or unit == "%" else 0.0,
        approximate=bool(_ABOUT.search(before)),
        bound=bound,
        text=text[start:end],
    )
    return QuantityMention(start, end, quantity)


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """The unit's normal form, and where the mention ends with it."""
    word = (match["unit"] or "").lower()
    bare_end = match.end("scale") if match["scale"] else match.end("number")
    if match["sign"]:
        end = match.end("unit") if word.rstrip("s") in _MONEY else bare_end
        return _SIGNS[match["sign"].lower()], end
    if not word or word in _NO_UNIT:
        return "", bare_end
    if word == "%" or word.startswith("per"):
        return "%", match.end("unit")
    singular = (
        word[:-3] + "y"
        if word.endswith("ies")
        else word[:-1]
        if word.endswith("s") and len(word) > 3
        else word
    )
    return _MONEY.get(word, _MONEY.get(singular, singular)), match.end("unit")


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one unit agree within the coarser precision written, or within a bound.

    "About" loosens to 10 %; "more than 100" agrees with 107, and with no lower figure.
    """
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
