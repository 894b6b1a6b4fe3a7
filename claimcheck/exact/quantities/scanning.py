"""Finds the quantities of a text: numbers, what stands before and after them, and ranges of two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.domain import Quantity
from claimcheck.exact.dates import find_dates
from claimcheck.exact.landmarks import landmarks
from claimcheck.exact.quantities import money, numerals, units
from claimcheck.exact.quantities.bounds import approximate, bound
from claimcheck.exact.quantities.numerals import Numeral
from claimcheck.exact.quantities.shares import STEP, shares
from claimcheck.exact.words import BELOW_HUNDRED

_START = re.compile(
    rf"(?<![\w.,/:-])(?:\d|\.\d|[¼½¾⅐-⅞]|(?:half|quarter)(?= (?:an? )?[a-z])|(?:{BELOW_HUNDRED}"
    rf"|an?|zero|nought|naught)(?![^\W_]))"
    r"|(?<=[$€£¥₹₽₩₺₾₦₴₫₪₿₡])\d"
    r"|(?<=[\dkmn%°][-–])\d|(?<=\s[-−–])\d|(?<=^[-−–])\d|(?<=USD)\d|(?<=EUR)\d|(?<=GBP)\d",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"an?[ -](?:- )?$", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<!\S)[-−]|\b(?:minus|negative) )$", re.IGNORECASE)
_GOES_ON = re.compile(r"\d|[:/.,]\d")
_OF_A = re.compile(r" of (?:an?|one|1)\b", re.IGNORECASE)
_OF = re.compile(r" of\b(?! an? )")
_WORD = re.compile(r"[ -][a-z]", re.IGNORECASE)
_JOINED = re.compile(r"\d[-–]$")
_RANGE = re.compile(r" ?[-–—] ?| to ", re.IGNORECASE)
_TO = re.compile(r" to (?!the\b)|-to-", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:[A-Za-z$€£]{1,4} ?)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)


@dataclass(frozen=True)
class QuantityMention:
    """A quantity at `[start, end)` of the text."""

    start: int
    end: int
    quantity: Quantity


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text in order, none overlapping, dates left out; never raises."""
    return list(_found(text))


@lru_cache(2048)  # a passage's sentence is read for each claim that it may speak of
def _found(text: str) -> tuple[QuantityMention, ...]:
    if not landmarks(text):
        return ()
    taken = bytearray(len(text))
    for date in find_dates(text, None):
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    found = []
    for start, end, quantity in shares(text):
        if taken.find(1, start, end) < 0:
            found.append(_take(taken, QuantityMention(start, end, quantity)))
    place = 0
    for start in _starts(text):
        match = _START.match(text, start) if start >= place else None
        if not match:
            continue
        mention = None if taken[start] else _mention(text, start)
        if mention and taken.find(1, mention.start, mention.end) < 0:
            found.append(_take(taken, mention))
            place = mention.end
        else:
            place = _beyond(text, match)
    return tuple(_ranges(text, sorted(found, key=lambda mention: mention.start)))


def _starts(text: str) -> list[int]:
    """Where numbers may begin, in order: at figures and words of numbers, and at an article before some of them."""
    marks = landmarks(text)
    places = [start for start, _ in marks.get("number", ())]
    places += [start - 1 for start in places if text[start - 1 : start] == "."]
    for start, _ in marks.get("after an article", ()):
        article = _ARTICLE.search(text, max(0, start - 6), start)
        if article:
            places.append(article.start())
    return sorted(places)


def _take(taken: bytearray, mention: QuantityMention) -> QuantityMention:
    taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return mention


_NAMED = units.KNOWN | money.CODES
_RUN = re.compile(r"[\d.,:/]+")


def _beyond(text: str, match: re.Match[str]) -> int:
    """Where to look on after a place that is no quantity: behind all of its digits."""
    run = _RUN.match(text, match.start())
    return run.end() if run and match.group()[-1].isdigit() else match.end()


def _mention(text: str, start: int) -> QuantityMention | None:
    number = numerals.read(text, start)
    if number is None or _GOES_ON.match(text, number.end):
        return None
    number, begin = _signed(text, number, start)
    currency = money.before(text, begin)
    if currency:
        return _money(text, number, currency[0], currency[1])
    amount = money.after(text, number.end, large=number.scaled and number.value >= 1e6)
    if amount:
        end, code, factor = amount
        times = Numeral(end, number.value * factor, number.step * factor, number.scaled or factor > 1)
        return _money(text, times, begin, code, end)
    return _other(text, number, begin)


def _signed(text: str, number: Numeral, start: int) -> tuple[Numeral, int]:
    minus = _MINUS.search(text, max(0, start - 10), start)
    if not minus:
        return number, start
    negative = Numeral(
        number.end, -number.value, number.step, number.scaled, number.worded, False, number.part
    )
    return negative, minus.start()


def _money(text: str, number: Numeral, start: int, code: str, end: int | None = None) -> QuantityMention:
    stop, value = end or number.end, number.value
    if end is None:
        named = money.after(text, number.end, large=False)
        stop = named[0] if named and named[1] in {code, "USD"} else stop
        factor = named[2] if named and named[1] == code else 1.0
        value *= factor
    change = money.change(text, stop)
    cents = numerals.read(text, change.start(change.lastgroup or 0)) if change else None
    if change and cents and 0 < cents.value < 100:
        value, stop = value + cents.value / 100, change.end()
    return _made(text, start, stop, Numeral(number.end, value, number.step, number.scaled), code)


def _other(text: str, number: Numeral, start: int) -> QuantityMention | None:
    end, unit = units.read(text, number.end)
    if number.part:
        return _fraction(text, number, start, end, unit)
    if number.small and not _counts(number, unit) and not _opens_range(text, number.end):
        return None
    if unit == "foot" and (rest := units.inches(text, end)):
        number = Numeral(rest.end(), number.value + float(rest["inches"]) / 12, 0.0)
        end = rest.end()
    return _made(text, start, end, number, unit)


def _counts(number: Numeral, unit: str) -> bool:
    """Whether a small number in words is one: "one" is mostly a pronoun, unless it counts a known unit."""
    return bool(unit) and (number.value != 1 or unit in units.KNOWN or "/" in unit)


def _opens_range(text: str, end: int) -> bool:
    """Whether a number goes on as in "five to six per cent"."""
    to = _TO.match(text, end)
    other = numerals.read(text, to.end()) if to else None
    return other is not None and units.read(text, other.end)[1] in units.KNOWN


def _fraction(text: str, number: Numeral, start: int, end: int, unit: str) -> QuantityMention | None:
    """Of a whole, a share in percent; of a unit ("half a mile", "3/4 cup"), a number of it."""
    measured = _OF_A.match(text, number.end)  # "a third of a mile", "half of one per cent"
    if measured:
        stop, whole = units.read(text, measured.end())
        if whole in units.KNOWN:
            return _made(text, start, stop, number, whole)
    of = _OF.match(text, number.end)
    if of:
        share = Numeral(of.end(), 100 * number.value, 2 * STEP, scaled=True)
        return _made(text, start, of.end(), share, "%")
    if unit in units.KNOWN:
        return _made(text, start, end, number, unit)
    article = text[start : start + 2].lower() in {"a ", "an"}
    if article and text[max(0, start - 5) : start].lower() == " and ":
        return None  # "an hour and a half"
    if article and _WORD.match(text, number.end):
        return None  # "a third man", "a quarter final"
    return _made(text, start, number.end, number, "")


def _made(text: str, start: int, end: int, number: Numeral, unit: str) -> QuantityMention:
    exact = number.step == 0 or not (number.scaled or number.step < 1 or unit == "%")
    quantity = Quantity(
        value=number.value,
        unit=unit,
        tolerance=0.0 if exact else 0.5 * number.step,
        approximate=approximate(text, start),
        bound=bound(text, start, end),
        text=text[start:end],
    )
    return QuantityMention(start, end, quantity)


def _ranges(text: str, mentions: list[QuantityMention]) -> list[QuantityMention]:
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
    between = gap == " and " and _BETWEEN.search(before)
    known = other.unit in _NAMED or (one.unit in money.CODES and not other.unit)
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
