"""What follows a number and is part of it: hundreds and millions, "and a half", "point five", "thousandths"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.exact.words import (
    BELOW_HUNDRED,
    DIVISORS,
    ORDINAL_BELOW_HUNDRED,
    SCALES,
    STREET,
    ZERO,
    any_of,
    below_hundred,
)

_LENGTH = r"\d[\d.,]*(?: ?[½¼¾])?[ -]?(?:[cdmk]m|ft|feet|foot|in(?=[),.;]|$)|inch|inches|yards?|yds?|miles?|metres?|meters?)(?![^\W_])"
METRES = (  # what follows an "m" that stands for metres and not for millions
    r"(?<=m)(?:[ -](?:long|high|wide|deep|tall|above|below|away|race|sprint|hurdles|freestyle|backstroke|breaststroke"
    r"|butterfly|medley|steeplechase|dash|relay|from|underwater|drop|pool|wall|tower|yacht|platform|springboard"
    r"|radius|waves?|cliff|telescope|finals?|semi-?finals?|heats?|champions?|runners?|swimmers?|gold|silver|bronze|(?:air )?(?:rifle|pistol)|runway|fence|tunnel|trench|crater|crane|mast|statue"
    r"|chimney|ladder|(?:jump|leap|throw|vault)(?! in)|canyon|sea ?wall|swell(?! of)|exclusion zone|sea[ -]level|storm surge"
    r"|apart|of (?:snow|snowfall|rainfall|water|floodwater|rope|cable|fencing|piping)|in \d+(?:\.\d+)? ?s(?:econds?)?|in \d{1,2}:\d\d)\b"
    rf"| ?[x×] ?\d| by \d| (?:(?:is|are) equal to|equals?|=|and|to|or) {_LENGTH}| \((?:about |around |some |nearly |over )?{_LENGTH})"
)
END = r"(?![^\W_])"
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_OF_MONEY = {**SHORT_SCALES, "mil": 1e6, "mill": 1e6, "mm": 1e6, "bil": 1e9, "t": 1e12, "cr": 1e7}


@dataclass(frozen=True)
class Numeral:
    """A number that ends at `end`; `step` is the value of its last written place, 0 for a count in words."""

    end: int
    value: float
    step: float
    scaled: bool = False
    worded: bool = False
    small: bool = False  # one to twelve in words, which is often no number at all
    part: bool = False  # a fraction below one


BELOW = re.compile(rf"(?:{BELOW_HUNDRED}|{any_of(ZERO)}){END}", re.IGNORECASE)
_SCALE = re.compile(rf"(?:[ -]{{0,2}}| {{3,4}})(?P<scale>{'|'.join(SCALES)})s?{END}", re.IGNORECASE)
_SHORT_SCALE = re.compile(
    rf"[ ]?(?P<scale>{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))}){END}(?! ?☉|/s(?:ec)?\b)(?!{METRES})(?!{STREET})",
    re.IGNORECASE,
)
_MONEY_SCALE = re.compile(
    rf" ?(?P<scale>{'|'.join(sorted(_OF_MONEY, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_RACE = re.compile(
    r"[ -](?:runs?|race|walk|swim|ride|course|loop|route|trail|track|road|relay|leg|fun|charity|jog|hike|ski|time|mark"
    r"|from|away|further|north|south|east|west)\b",
    re.IGNORECASE,
)
_RAN = re.compile(
    r"\b(?:r[aou]n|running|walk\w*|sw[aiu]m|rode|cycl\w+|jog\w*|rac(?:e|ed|ing)|distance|hik\w+)\b[^.!?]{0,40}[\d.,]+$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\d{1,3}(?![\d.,:/%-])")
_GAP = re.compile(r"(?: {1,4}and {1,4}|-and-|, | {1,4}|-)", re.IGNORECASE)
_PLACES = rf"point((?:[ -](?:{any_of(ZERO)}|{BELOW_HUNDRED}))+){END}"
_POINT = re.compile(rf"[ -]{_PLACES}", re.IGNORECASE)
POINT_ALONE = re.compile(rf"{_PLACES}(?=[ -]per[ -]?cent)", re.IGNORECASE)
_PLACE = re.compile(rf"{BELOW_HUNDRED}|{any_of(ZERO)}", re.IGNORECASE)
_ORDINAL = rf"(?!first|second){ORDINAL_BELOW_HUNDRED}"
_NTH = (  # "two-hundredth", "one hundred and fifth"
    rf"(?:(?:{BELOW_HUNDRED}|hundred)[ -])?(?:{any_of(DIVISORS)})|one[ -]hundred[ -](?:and[ -])?{_ORDINAL}|{_ORDINAL}"
)
_PART = rf"(?P<n>an?|\d{{1,4}}|{BELOW_HUNDRED})(?: - |[ -])(?P<d>halves|half|quarters?|(?:{_NTH})(?P<several>s)?){END}"
_A_PART = re.compile(_PART, re.IGNORECASE)
_ONE_HUNDRED = re.compile("one hundred (?:and )?")
_WHICH = re.compile(r"(?:\b(?:the|his|her|its|their|our|my|your)|['’]s) $", re.IGNORECASE)
_LARGE = re.compile(rf"(?:{any_of(DIVISORS)})$", re.IGNORECASE)
_OF_IT = re.compile(r"[ -](?:of|majority)\b", re.IGNORECASE)
_AND_PART = re.compile(rf"[ -]and[ -]{_PART}", re.IGNORECASE)
_OVER_ORDINAL = re.compile(
    rf"[ -](?P<d>(?:(?:{any_of(DIVISORS)})|(?!first|second){ORDINAL_BELOW_HUNDRED})s){END}", re.IGNORECASE
)
_OF_SCALE = re.compile(rf"(?: of)?(?: an?)? ?[ -](?P<scale>{'|'.join(SCALES)})s?{END}", re.IGNORECASE)


def below(words: str) -> float:
    """The value of a word below a hundred, zero among them."""
    zero = ZERO.get(words.lower())
    return float(below_hundred(words)) if zero is None else float(zero)


def a_part(text: str, place: int) -> re.Match[str] | None:
    """Two thirds, an eighth; but "two third graders", "her one hundredth match" and "a five-hundredth" are none."""
    match = _A_PART.match(text, place)
    if match is None or match["several"] or match["d"].lower().startswith(("hal", "quarter")):
        return match
    ordinal = _LARGE.search(match["d"]) and _WHICH.search(text, max(0, place - 8), place)
    single = match["n"].lower() in {"a", "an", "one", "1"} and not ordinal
    of_it = _OF_IT.match(text, match.end()) and text[max(0, place - 2) : place].lower() != "a "
    return match if single or of_it else None


def part_of(match: re.Match[str]) -> float:
    """Two thirds, an eighth, five hundredths."""
    words, divisor = match["n"].lower(), match["d"].lower()
    count = 1 if words in {"a", "an"} else below_hundred(words)
    if divisor.startswith("hal"):
        return count / 2
    if divisor.startswith("quarter"):
        return count / 4
    return count / _divisor(divisor)


def _divisor(ordinal: str) -> int:
    single = ordinal.lower().removesuffix("s").replace("-", " ")
    times, _, rest = single.rpartition(" ")
    if rest in DIVISORS:
        return DIVISORS[rest] * (100 if times == "hundred" else below_hundred(times or "one"))
    beyond = _ONE_HUNDRED.match(single)
    return 100 + below_hundred(single[beyond.end() :]) if beyond else below_hundred(single)


def over_ordinal(text: str, number: Numeral) -> Numeral | None:
    """A number in words over an ordinal: "one hundred and thirty fifths" are 26."""
    match = _OVER_ORDINAL.match(text, number.end) if number.worded else None
    if not match:
        return None
    value = number.value / _divisor(match["d"])
    return replace(number, end=match.end(), value=value, step=0.0, part=value < 1, small=False)


def with_scales(text: str, number: Numeral) -> Numeral:
    """What follows a number and is part of it: hundreds, thousands, "and a half", "point five"."""
    point = _POINT.match(text, number.end)
    if point and number.worded:
        return _scaled_once(text, pointed(number, point))
    total, group, last = 0.0, number, float("inf")
    while True:
        scale = _SCALE.match(text, group.end)
        factor = SCALES[scale["scale"].lower()] if scale else 0.0
        if scale and factor == 100 and group.value < (100 if group.worded else 1000):
            group = _times(group, factor, scale.end())
            group = _more(text, group, limit=100)
        elif scale and factor != 100 and factor < last:
            group = _times(group, factor, scale.end())
            larger = _SCALE.match(text, group.end)
            if larger and SCALES[larger["scale"].lower()] > max(factor, 1e3):  # "5 lakh crore"
                return _times(group, SCALES[larger["scale"].lower()], larger.end())
            total, last = total + group.value, factor
            following = _more(text, replace(group, value=0.0), limit=factor)
            if following.end == group.end:
                return _half_more(text, replace(group, value=total), factor)
            group = following
        else:
            break
    point = _POINT.match(text, group.end) if group.worded else None
    if point:
        return pointed(replace(group, value=total + group.value), point)
    whole = _half_more(text, replace(group, value=total + group.value) if total else group)
    return whole if whole.scaled or whole.end != number.end else _scaled_shortly(text, whole)


def _times(number: Numeral, factor: float, end: int) -> Numeral:
    return replace(
        number,
        end=end,
        value=number.value * factor,
        step=max(number.step, 1.0) * factor if number.step == 0 else number.step * factor,
        scaled=True,
        small=False,
    )


def _more(text: str, number: Numeral, limit: float) -> Numeral:
    """What is added to hundreds and thousands: "two hundred and five", "3 million, two hundred thousand"."""
    gap = _GAP.match(text, number.end)
    if not gap:
        return number
    word = BELOW.match(text, gap.end())
    figures = _ADDED.match(text, gap.end())
    if (
        figures
        and "and" not in gap.group()
        and not (gap.group() == " " and _SCALE.match(text, figures.end()))
    ):
        figures = None  # "3 million 200 thousand"
    found = word or figures
    part = a_part(text, gap.end())
    if word and number.worded and "and" not in gap.group() and text.startswith(" ", word.end()):
        part = None if _OVER_ORDINAL.match(text, word.end()) else part  # "two hundred three fifths"
    if (
        not found
        or (part and part_of(part) < 1)
        or ("and" not in gap.group() and _OVER_ORDINAL.match(text, number.end))
    ):
        return number
    value = below(found.group()) if word else float(found.group())
    scale = _SCALE.match(text, found.end())
    times = scale["scale"].lower() if scale and limit == 100 else ""
    if not value or value >= limit or times == "hundred":
        return number  # "three hundred and 0", "three hundred and two hundred"
    if scale and limit > 100 and SCALES[scale["scale"].lower()] >= limit:
        return number  # "one million and two million"
    if scale and "and" in gap.group() and SCALES.get(times) == 12:  # "three hundred and two dozen"
        return replace(number, end=scale.end(), value=number.value + 12 * value, step=0.0)
    return replace(number, end=found.end(), value=number.value + value, step=0.0)


def _half_more(text: str, number: Numeral, scale: float = 1.0) -> Numeral:
    """What stands after "and": of thousands and more in their scale, as in "two million and a half"."""
    part = _AND_PART.match(text, number.end)
    if not part:
        return number
    value = part_of(part)
    times = _SCALE.match(text, part.end())
    if times:
        factor = SCALES[times["scale"].lower()]
        whole = number.value + value * factor if number.scaled else (number.value + value) * factor
        return replace(number, end=times.end(), value=whole, step=0.0, scaled=True, small=False)
    scale = scale if scale >= 1000 or scale == SCALES["dozen"] else 1.0
    return replace(number, end=part.end(), value=number.value + value * scale, step=0.0, small=False)


def pointed(number: Numeral, point: re.Match[str]) -> Numeral:
    """A number with its decimal places in words: "two point two five", "two point twenty-five"."""
    digits = "".join(str(int(below(word))) for word in _PLACE.findall(point[1]))
    return replace(
        number,
        end=point.end(),
        value=number.value + float("0." + digits),
        step=10.0 ** -len(digits),
        small=False,
    )


def _scaled_once(text: str, number: Numeral) -> Numeral:
    scale = _SCALE.match(text, number.end)
    return _times(number, SCALES[scale["scale"].lower()], scale.end()) if scale else number


def _scaled_shortly(text: str, number: Numeral) -> Numeral:
    scale = None if number.worded else _SHORT_SCALE.match(text, number.end)
    if not scale or (
        text[number.end] == " " and len(scale["scale"]) == 1 and not _apart(text, number, scale)
    ):
        return number
    return _times(number, SHORT_SCALES[scale["scale"].lower()], scale.end())


def _apart(text: str, number: Numeral, scale: re.Match[str]) -> bool:
    """A capital or "k" after a decimal number, as in "3.2 M people"; "5 M" may be a size, "3.2 m" and a run's k a length."""
    if scale["scale"] == "k" and (_RACE.match(text, scale.end()) or _RAN.search(text, 0, number.end)):
        return False
    return (scale["scale"].isupper() or scale["scale"] == "k") and 0 < number.step < 1


def of_scale(text: str, number: Numeral) -> Numeral:
    """Two thirds of a million, three quarters billion."""
    scale = _OF_SCALE.match(text, number.end)
    if not scale:
        return number
    factor = SCALES[scale["scale"].lower()]
    return replace(number, end=scale.end(), value=number.value * factor, scaled=True, part=False)


def after_sign(text: str, number: Numeral) -> Numeral:
    """The scale of an amount whose currency stands before it: "$1.5 m", "$5 mil"."""
    scale = None if number.scaled or number.worded else _MONEY_SCALE.match(text, number.end)
    return _times(number, _OF_MONEY[scale["scale"].lower()], scale.end()) if scale else number
