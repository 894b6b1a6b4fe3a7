"""Numbers in figures and in words: "1,234.5", "2½", "twenty-three thousand", "three and a half million"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from claimcheck.exact.quantities.scales import (
    BELOW,
    END,
    POINT_ALONE,
    Numeral,
    a_part,
    below,
    of_scale,
    over_ordinal,
    part_of,
    pointed,
    with_scales,
)
from claimcheck.exact.words import ONES, SCALES, TENS, any_of

_HALVED = (
    (
        "mile hour inch cup pound ounce acre point kilometer kilometre teaspoon tablespoon pint gallon century percent "
        "per[ -]cent percentage kilo kilogram meter metre liter litre foot yard ton tonne degree second minute "
        "decade dollar euro"
    )
    .replace(" ", "|")
    .replace("per[|-]cent", "per[ -]cent")
)

_RAISED = r"⁻?[⁰¹²³⁴-⁹]{1,2}"
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_TIMES_TEN = rf" ?[x×·*] ?10(?:(?:\^|\*\*) ?[-+−]?\d{{1,2}}(?!\d)|{_RAISED})"
_POWERS_OF_TEN = {10**n for n in range(2, 7)}
_FIGURES = re.compile(
    rf"(?P<power>\d+(?:\.\d+)?(?:[eE][-+]?\d{{1,2}}(?!\w|\.\w)|\^[-+−]?\d{{1,2}}(?!\d)|{_TIMES_TEN})|10{_RAISED})|"
    r"(?P<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*,\d)|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?)"
    r"|(?P<comma>\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d))"
    r"|(?P<quoted>\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d))"
    r"|(?P<decimal>\d{1,3},\d{1,2}(?![\d,/:]))"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){2,}(?![\d.,]*\d))"
    r"|(?P<spaced>\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?![\d.,]*\d))"
    r"|(?P<over>\d{1,4}[/⁄](?:1,?000(?:,?000)?|10,?000|\d{1,3})(?:ths?\b|rds?\b|nds?\b)?(?![\d/]|,\d))"
    r"|(?P<plain>\d+(?:\.\d+)?|\.\d+)"
)
_MIXED = re.compile(
    r"(?: {1,2}|-| and )?(?P<numerator>\d{1,2})[/⁄](?P<denominator>\d{1,2})(?![\d/])|[ -]?(?P<sign>[¼½¾⅐-⅞])"
)
_ARTICLE = re.compile(rf"an? (?={'|'.join(SCALES)})", re.IGNORECASE)
_COUPLE = re.compile(rf"(?:an? )?couple(?: of)?(?= (?:{'|'.join(SCALES)})s?{END})", re.IGNORECASE)
# "Twenty and three and three fifths" counts nothing; of "twenty and three and a half years" each is a term by itself.
_TENS_AND_ONES = re.compile(
    rf"(?<!between )(?P<tens>{any_of(TENS)}) and (?P<ones>{any_of(ONES)})"
    rf"(?= and (?:an?|{any_of(ONES)})[ -](?:half|quarters?|thirds?|(?:four|fif|six|seven|eigh|nin|ten)ths?)(?:[.,;:!?]|$))",
    re.IGNORECASE,
)
_BARE = re.compile(r"hundred(?= [a-z])", re.IGNORECASE)
_HALF = re.compile(
    rf"(?:half|quarter)(?:[ -]an?)?(?= ?[ -](?:{'|'.join(SCALES)}|{_HALVED}){END})", re.IGNORECASE
)
_HALF_OF = re.compile(r"(?:half|quarter)(?= of (?:one|an?|1)[ %])", re.IGNORECASE)


def read(text: str, start: int) -> Numeral | None:
    """The number that begins at a place, with its scale; None where none does."""
    figures = _FIGURES.match(text, start)
    number = _in_figures(text, figures) if figures else _in_words(text, start)
    if number is None:
        return None
    if number.part:
        return of_scale(text, number)
    whole = with_scales(text, number)
    return over_ordinal(text, whole) or whole


def _in_figures(text: str, match: re.Match[str]) -> Numeral | None:
    kind, digits = match.lastgroup, match.group()
    if kind == "over":
        return _over(match)
    if kind == "power":
        return _power(match)
    if kind == "dotted":
        groups = digits.split(".")
        if len(groups) == 4 and all(int(group) < 256 for group in groups):
            return None  # the address of a computer
        digits = "".join(groups)
    if kind in {"comma", "decimal"} or (kind == "spaced" and "," in digits):
        plain = re.sub(r"[.\s]", "", digits).replace(",", ".")
    else:
        plain = re.sub(r"[,\s'’]", "", digits)
    if len(plain) > 40:
        return None
    places = len(plain.split(".")[1]) if "." in plain else 0
    number = Numeral(match.end(), float(plain), 10.0**-places)
    mixed = _MIXED.match(text, match.end()) if places == 0 else None
    return _mixed(number, mixed) if mixed else number


def _mixed(number: Numeral, mixed: re.Match[str]) -> Numeral:
    part = (
        unicodedata.numeric(mixed["sign"])
        if mixed["sign"]
        else int(mixed["numerator"]) / max(1, int(mixed["denominator"]))
    )
    return replace(number, end=mixed.end(), value=number.value + part, step=0.0) if part < 1 else number


def _power(match: re.Match[str]) -> Numeral | None:
    """1.5e6, 10^6, 6.02 × 10²³."""
    written = re.sub(r"[⁰¹²³⁴-⁹⁻].*", lambda raised: "^" + raised.group(), match.group().lower())
    written = written.translate(_RAISED_DIGITS).replace("e", "*10^").replace(" ", "")
    base, _, exponent = re.sub(r"[x×·]", "*", written).replace("−", "-").rpartition("^")
    factor, times, base = base.rpartition("*")
    try:
        value = float(factor if times else 1) * float(base) ** int(exponent)
    except (OverflowError, ZeroDivisionError):
        return None
    return Numeral(match.end(), value, 0.0)


def _over(match: re.Match[str]) -> Numeral | None:
    numerator, denominator = (
        int(part.rstrip("ndrsth").replace(",", "")) for part in re.split("[/⁄]", match.group())
    )
    if not 0 < numerator < denominator or (denominator > 100 and denominator not in _POWERS_OF_TEN):
        return None
    if (numerator, denominator) == (9, 11):
        return None  # the attacks of that day
    return Numeral(match.end(), numerator / denominator, 0.0, part=True)


def _in_words(text: str, start: int) -> Numeral | None:
    couple = _COUPLE.match(text, start)
    if couple:
        return Numeral(couple.end(), 2.0, 0.0, worded=True)
    point = POINT_ALONE.match(text, start)
    if point:
        return pointed(Numeral(start, 0.0, 0.0, worded=True), point)
    sign = text[start : start + 1]
    if sign and sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
        return Numeral(start + 1, unicodedata.numeric(sign), 0.0, part=True)
    half = _HALF.match(text, start) or _HALF_OF.match(text, start)
    if half:
        value = 0.5 if half.group().lower().startswith("half") else 0.25
        return Numeral(half.end(), value, 0.0, worded=True, part=True)
    part = a_part(text, start)
    if part:
        return Numeral(part.end(), part_of(part), 0.0, worded=True, part=True)
    added = _TENS_AND_ONES.match(text, start)
    if added:
        value = below(added["tens"]) + below(added["ones"])
        return Numeral(added.end(), value, 0.0, worded=True)
    words = BELOW.match(text, start)
    if words:
        value = below(words.group())
        return Numeral(words.end(), value, 0.0, worded=True, small=0 < value <= 12)
    bare = _BARE.match(text, start)
    if bare:
        return Numeral(start, 1.0, 0.0, worded=True)
    article = _ARTICLE.match(text, start)
    return Numeral(article.end() - 1, 1.0, 0.0, worded=True, small=True) if article else None
