"""Numbers in figures and in words: "1,234.5", "2½", "twenty-three thousand", "three and a half million"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from claimcheck.exact.words import (
    BELOW_HUNDRED,
    DIVISORS,
    ORDINAL_BELOW_HUNDRED,
    SCALES,
    ZERO,
    any_of,
    below_hundred,
)

_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
_HALVED = "mile hour inch cup pound ounce acre point kilometer kilometre teaspoon tablespoon pint gallon century".split()
METRES = r"(?<=m)[ -](?:long|high|wide|deep|tall|above|below|away|race|sprint|hurdles|freestyle|relay|from)\b"
_END = r"(?![^\W_])"

_FIGURES = re.compile(
    r"(?P<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*,\d)|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?)"
    r"|(?P<comma>\d{1,3}(?:\.\d{3})+,\d{1,2})"
    r"|(?P<spaced>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d))"
    r"|(?P<over>\d{1,4}/\d{1,3}(?![\d/]))"
    r"|(?P<plain>\d+(?:\.\d+)?|\.\d+)"
)
_MIXED = re.compile(
    r"(?: {1,2}|-| and )?(?P<numerator>\d{1,2})/(?P<denominator>\d{1,2})(?![\d/])|[ -]?(?P<sign>[¼½¾⅐-⅞])"
)
_BELOW = re.compile(rf"(?:{BELOW_HUNDRED}|{any_of(ZERO)}){_END}", re.IGNORECASE)
_SCALE = re.compile(rf"[ \u00a0-]{{0,2}}(?P<scale>{'|'.join(SCALES)})s?{_END}", re.IGNORECASE)
_SHORT_SCALE = re.compile(
    rf"[ ]?(?P<scale>{'|'.join(sorted(_SHORT, key=len, reverse=True))}){_END}(?!{METRES})", re.IGNORECASE
)
_ARTICLE = re.compile(rf"an? (?={'|'.join(SCALES)})", re.IGNORECASE)
_ADDED = re.compile(r"\d{1,3}(?![\d.,:/%-])")
_GAP = re.compile(r"(?: {1,2}and {1,2}|, | {1,2}|-)", re.IGNORECASE)
_POINT = re.compile(rf" point((?:[ -](?:{any_of(ZERO)}|{BELOW_HUNDRED}))+){_END}", re.IGNORECASE)
_PART = (
    rf"(?P<n>an?|\d{{1,4}}|{BELOW_HUNDRED})(?: - |[ -])"
    rf"(?P<d>halves|half|quarters?|(?:{any_of(DIVISORS)})s?|(?!first|second){ORDINAL_BELOW_HUNDRED}s?){_END}"
)
_HALF = re.compile(
    rf"(?:half|quarter)(?: an?)?(?= ?[ -](?:{'|'.join(SCALES)}|{'|'.join(_HALVED)}){_END})", re.IGNORECASE
)
_HALF_OF = re.compile(r"half(?= of (?:one|an?|1) )", re.IGNORECASE)
_AND_PART = re.compile(rf"[ -]and[ -]{_PART}", re.IGNORECASE)
_A_PART = re.compile(_PART, re.IGNORECASE)


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


def read(text: str, start: int) -> Numeral | None:
    """The number that begins at a place, with its scale; None where none does."""
    figures = _FIGURES.match(text, start)
    number = _in_figures(text, figures) if figures else _in_words(text, start)
    if number is None:
        return None
    if number.part:
        return _of_scale(text, number)
    return _with_scales(text, number)


def _in_figures(text: str, match: re.Match[str]) -> Numeral | None:
    kind, digits = match.lastgroup, match.group()
    if kind == "over":
        return _over(match)
    plain = digits.replace(".", "").replace(",", ".") if kind == "comma" else re.sub(r"[,\s]", "", digits)
    if len(plain) > 40:
        return None
    places = len(plain.split(".")[1]) if "." in plain else 0
    number = Numeral(match.end(), float(plain), 10.0**-places)
    mixed = _MIXED.match(text, match.end()) if places == 0 else None
    if not mixed:
        return number
    part = (
        unicodedata.numeric(mixed["sign"])
        if mixed["sign"]
        else int(mixed["numerator"]) / max(1, int(mixed["denominator"]))
    )
    return replace(number, end=mixed.end(), value=number.value + part, step=0.0) if part < 1 else number


def _over(match: re.Match[str]) -> Numeral | None:
    numerator, denominator = (int(part) for part in match.group().split("/"))
    if not 0 < numerator < denominator <= 100:
        return None
    return Numeral(match.end(), numerator / denominator, 0.0, part=True)


def _in_words(text: str, start: int) -> Numeral | None:
    sign = text[start : start + 1]
    if sign and sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
        return Numeral(start + 1, unicodedata.numeric(sign), 0.0, part=True)
    half = _HALF.match(text, start) or _HALF_OF.match(text, start)
    if half:
        value = 0.5 if half.group().lower().startswith("half") else 0.25
        return Numeral(half.end(), value, 0.0, worded=True, part=True)
    part = _A_PART.match(text, start)
    if part:
        return Numeral(part.end(), _part(part), 0.0, worded=True, part=True)
    below = _BELOW.match(text, start)
    if below:
        value = _below(below.group())
        return Numeral(below.end(), value, 0.0, worded=True, small=value <= 12)
    article = _ARTICLE.match(text, start)
    return Numeral(article.end() - 1, 1.0, 0.0, worded=True, small=True) if article else None


def _below(words: str) -> float:
    zero = ZERO.get(words.lower())
    return float(below_hundred(words)) if zero is None else float(zero)


def _part(match: re.Match[str]) -> float:
    """Two thirds, an eighth, five hundredths."""
    words, divisor = match["n"].lower(), match["d"].lower()
    count = 1 if words in {"a", "an"} else below_hundred(words)
    if divisor.startswith("hal"):
        return count / 2
    if divisor.startswith("quarter"):
        return count / 4
    single = divisor.removesuffix("s")
    return count / (DIVISORS.get(single) or below_hundred(single))


def _with_scales(text: str, number: Numeral) -> Numeral:
    """What follows a number and is part of it: hundreds, thousands, "and a half", "point five"."""
    point = _POINT.match(text, number.end)
    if point and number.worded:
        return _scaled_once(text, _pointed(number, point))
    total, group, last = 0.0, number, float("inf")
    while True:
        scale = _SCALE.match(text, group.end)
        factor = SCALES[scale["scale"].lower()] if scale else 0.0
        if scale and factor == 100 and group.value < 100:
            group = _times(group, factor, scale.end())
            group = _more(text, group, below=100)
        elif scale and factor != 100 and factor < last:
            group = _times(group, factor, scale.end())
            total, last = total + group.value, factor
            following = _more(text, replace(group, value=0.0), below=factor)
            if following.end == group.end:
                return _half_more(text, replace(group, value=total), factor)
            group = following
        else:
            break
    whole = _half_more(text, replace(group, value=total + group.value))
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


def _more(text: str, number: Numeral, below: float) -> Numeral:
    """What is added to hundreds and thousands: "two hundred and five", "3 million, two hundred thousand"."""
    gap = _GAP.match(text, number.end)
    if not gap:
        return number
    word = _BELOW.match(text, gap.end())
    figures = _ADDED.match(text, gap.end()) if "and" in gap.group() else None
    found = word or figures
    if not found or _A_PART.match(text, gap.end()):
        return number
    value = _below(found.group()) if word else float(found.group())
    scale = _SCALE.match(text, found.end())
    if value >= below or (scale and below == 100 and scale["scale"].lower() == "hundred"):
        return number  # "three hundred and two hundred"
    return replace(number, end=found.end(), value=number.value + value, step=0.0)


def _half_more(text: str, number: Numeral, scale: float = 1.0) -> Numeral:
    """What stands after "and": of thousands and more in their scale, as in "two million and a half"."""
    part = _AND_PART.match(text, number.end)
    if not part:
        return number
    value = _part(part)
    times = _SCALE.match(text, part.end())
    if times:
        factor = SCALES[times["scale"].lower()]
        whole = number.value + value * factor if number.scaled else (number.value + value) * factor
        return replace(number, end=times.end(), value=whole, step=0.0, scaled=True, small=False)
    scale = scale if scale >= 1000 else 1.0
    return replace(number, end=part.end(), value=number.value + value * scale, step=0.0, small=False)


def _pointed(number: Numeral, point: re.Match[str]) -> Numeral:
    words = [w for w in re.split(r"[ ]", point[1]) if w]
    digits = "".join(str(int(_below(word))) for word in words if _BELOW.fullmatch(word))
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
    if not scale or (text[number.end] == " " and len(scale["scale"]) == 1):
        return number
    return _times(number, _SHORT[scale["scale"].lower()], scale.end())


_OF_SCALE = re.compile(rf"(?: of)?(?: an?)? ?[ -](?P<scale>{'|'.join(SCALES)})s?{_END}", re.IGNORECASE)


def _of_scale(text: str, number: Numeral) -> Numeral:
    """Two thirds of a million, three quarters billion."""
    scale = _OF_SCALE.match(text, number.end)
    if not scale:
        return number
    factor = SCALES[scale["scale"].lower()]
    return replace(number, end=scale.end(), value=number.value * factor, scaled=True, part=False)
