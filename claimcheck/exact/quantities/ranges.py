"""Two quantities that are the ends of one range: "10-15%", "between 5 and 7 people"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.domain import Quantity
from claimcheck.exact.quantities import units
from claimcheck.exact.quantities.currencies import CODES
from claimcheck.exact.quantities.scales import SHORT_SCALES
from claimcheck.exact.words import BELOW_HUNDRED, SCALES

_JOINED = re.compile(r"\d[-–]$")
_RANGE = re.compile(r" ?[-–—] ?|~|-? to |-to-", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:[A-Za-z$€£]{1,4} ?)?$", re.IGNORECASE)
_OR = re.compile(r" or ", re.IGNORECASE)
_THINGS = re.compile(r"(?:[a-z]s|people|men|women|children)$")
_NOUN = re.compile(r"[ -][a-z]+$", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:(?:^|[\d½¼¾] ?|[ -])(?P<word>{'|'.join(SCALES)})s?(?![^\W_])(?![ -](?:and\b|\d|{BELOW_HUNDRED}\b|{'|'.join(SCALES)}))"
    rf"|\d ?(?P<short>{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})(?![^\W_]))",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3},000(?![\d,])")
_MILLIONS = re.compile(r"[\d.,]+ ?m")
_CHANGED = re.compile(
    r"\b(?:up|down|r[io]se|risen|rising|f[ae]ll|fallen|falling|gain\w*|add\w*|los[et]|losing|jump\w*|climb\w*|drop\w*|slip\w*"
    r"|slid\w*|surg\w*|edg\w*|grew|grown?|increas\w*|decreas\w*|declin\w*|advanc\w*|tick\w*|shed|rall\w+)"
    r"(?: (?:by|about|around|some|nearly|almost|another|a further|just|only|more than|over))* ?[$€£¥]?$",
    re.IGNORECASE,
)
_FROM = re.compile(  # but "ranging from 45% to 60%"
    r"(?<!\brange )(?<!\branges )(?<!\branged )(?<!\branging )\bfrom $", re.IGNORECASE
)
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
        if done:
            done[-1], mention = _in_one_scale(text, done[-1], mention)
        both = _range(text, done[-1], mention) if done else None
        if both:
            done[-1] = both
        else:
            done.append(mention)
    return [mention for mention in done if not _second_half(text, mention)]


def _in_one_scale(
    text: str, low: QuantityMention, high: QuantityMention
) -> tuple[QuantityMention, QuantityMention]:
    """The millions that the second of two numbers has are the first one's, too: "two to three million".

    So is the currency before the first one that of the second: the "there" of "$50-60 there" is none.
    """
    gap, one, other = text[low.end : high.start], low.quantity, high.quantity
    if not (_RANGE.fullmatch(gap) or _OR.fullmatch(gap) or (gap == " and " and _between(text, low))):
        return low, high
    factor = 1000.0 if _same_thousands(gap, one, other) else _scale_of(other)
    if other.unit == "meter" and not one.unit and _MILLIONS.fullmatch(one.text):  # "between 1m and 2m apart"
        update = {"value": one.value / 1e6, "tolerance": one.tolerance / 1e6, "unit": "meter"}
        low = replace(low, quantity=one.model_copy(update=update))
    if other.unit == "%" and not one.unit and one.text.isdigit() and _both_percent(text, low, gap, other):
        low = replace(low, quantity=one.model_copy(update={"unit": "%", "tolerance": other.tolerance}))
    plain = not one.unit or one.unit in CODES
    if plain and _scale_of(one) == 1 < factor and 0 < one.value < other.value / factor:
        update = {"value": one.value * factor, "tolerance": one.tolerance * factor}
        low = replace(low, quantity=one.model_copy(update=update))
    if one.unit in CODES and other.unit not in _NAMED and gap in {"-", "–"}:
        number = _NOUN.sub("", other.text) if other.unit else other.text
        priced = other.model_copy(update={"unit": one.unit, "text": number})
        high = replace(high, end=high.start + len(number), quantity=priced)
    return low, high


def _both_percent(text: str, low: QuantityMention, gap: str, high: Quantity) -> bool:
    """Whether two shares are no range, and the sign of the second is the first one's: "52-48 percent", "from 10 to 15 %"."""
    value = low.quantity.value
    if gap == " to " and value <= 100:
        return value > high.value or _FROM.search(text[max(0, low.start - 20) : low.start]) is not None
    return high.value < value <= 100 - high.value


def _same_thousands(gap: str, one: Quantity, other: Quantity) -> bool:
    """Whether the thousands that the second has in figures are the first one's, too: "10-15,000 people"."""
    whole = _THOUSANDS.match(other.text) and one.text.lstrip("$£€").isdigit()
    return bool(whole) and gap in {"-", "–"} and one.value * 1000 < other.value <= one.value * 3000


def _between(text: str, low: QuantityMention) -> bool:
    return BETWEEN.search(text[max(0, low.start - 20) : low.start]) is not None


def _second_half(text: str, mention: QuantityMention) -> bool:
    """The 2 of "3-2", which counts nothing by itself."""
    joined = _JOINED.search(text, max(0, mention.start - 2), mention.start)
    return bool(joined) and mention.quantity.unit not in _NAMED


def _range(text: str, low: QuantityMention, high: QuantityMention) -> QuantityMention | None:
    """A range as its middle, give or take half of its width. "From 5 to 7 %" is a change, not a range."""
    gap, one, other = text[low.end : high.start], low.quantity, high.quantity
    between = gap == " and " and _between(text, low)
    ranging, either = _RANGE.fullmatch(gap), _OR.fullmatch(gap)
    if not (between or ranging or either):
        return None
    scaled = 1 == _scale_of(one) < _scale_of(other) <= one.value  # "two or three million"
    most = (
        5 if gap == " to " else 3 if gap in {"-", "–"} and _THINGS.search(other.text) else 0
    )  # "lost 17-24 Sunday"
    counted = other.unit.isalpha() and one.value * most >= other.value and not one.unit
    known = counted or scaled or other.unit in _NAMED or (one.unit in CODES and not other.unit)
    if not between and not ((ranging or (scaled and either)) and known):
        return None
    if (gap == " to " and _FROM.search(text[max(0, low.start - 20) : low.start])) or _risen(
        text, low, gap, other
    ):
        return None
    if (one.unit and one.unit != other.unit and other.unit) or not one.value < other.value:
        return None
    half = (other.value - one.value) / 2
    update = {
        "unit": other.unit or one.unit,
        "value": one.value + half,
        "tolerance": half,
        "bound": "",
        "text": text[low.start : high.end],
    }
    return QuantityMention(low.start, high.end, other.model_copy(update=update))


def _risen(text: str, low: QuantityMention, gap: str, other: Quantity) -> bool:
    """Whether the first tells how far something rose and the second to where: "up 3p to 145p", "rose 0.2% to 5.1%"."""
    if gap != " to " or not low.quantity.unit or low.quantity.value * 3 > other.value:
        return False
    return _CHANGED.search(text[max(0, low.start - 40) : low.start]) is not None


def _scale_of(quantity: Quantity) -> float:
    """What the last word written of a number multiplies it by: a million for "15 million", 1 where there is none."""
    match = _SCALE.search(quantity.text)
    if not match:
        return 1.0
    factor = SCALES[match["word"].lower()] if match["word"] else SHORT_SCALES[match["short"].lower()]
    return factor if quantity.value >= factor else 1.0  # the "m" of metres
