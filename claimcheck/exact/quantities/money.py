"""Amounts of money: signs, codes and names of currencies before and after a number → ISO 4217."""

from __future__ import annotations

import re

from claimcheck.exact.quantities.currencies import (
    BEFORE,
    CODES,
    DOLLARS,
    LETTERS,
    LOWER_CODES,
    SHORT,
    SIGNS,
    code_of,
    named,
    nation_of,
)
from claimcheck.exact.words import BELOW_HUNDRED, ONES, any_of


def _any(forms: frozenset[str] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


_LOWER = _any(LOWER_CODES)
# A letter stands directly before the sign, since "a $5 coupon" is not Australian.
_BEFORE = re.compile(
    rf"(?:(?:(?<![\w.])(?P<whose>{_any(DOLLARS)}) ?|(?<!\w)(?-i:(?P<letter>[{''.join(LETTERS)}]|c ?)))?(?P<dollar>\$)"
    rf"|(?P<sign>[{''.join(s for s in SIGNS if s != '$')}])"
    rf"|(?<!\w)(?P<code>(?-i:{_any(CODES)}|{_LOWER})|{_any(BEFORE)})"
    rf"|(?<![\w-])(?<!\ba )(?<!\bone )(?P<word>dollars?|euros?)|(?<![\w$])\$(?-i:(?P<inner>US|AU|NZ|HK|[{''.join(LETTERS)}]))) ?$",
    re.IGNORECASE,
)
_WITH_SCALE = {
    "R": "ZAR",
    "N": "NGN",
    "QR": "QAR",
    "SR": "SAR",
    "Dh": "AED",
    "LE": "EGP",
    "NIS": "ILS",
    "TL": "TRY",
    "Kč": "CZK",
}
_LETTERS_ALONE = re.compile(rf"(?<![\w.])(?P<letters>{'|'.join(_WITH_SCALE)}) ?$")
_WHOSE_AFTER = re.compile(
    r" (?P<bracket>\()?(?P<whose>canadian|australian|new zealand|singaporean|hong kong|jamaican)(?(bracket)\)|(?=[.,;:)]|$))",
    re.IGNORECASE,
)
# What the sign before an amount is followed by: of "3 $ 20 dollar bills" it belongs to the 20.
_NEXT = r"(?<= [$£]) \d[\d.,]*[ -](?:dollars?|pounds?|bills?|notes?|coins?|vouchers?|tickets?|cards?)\b"
_AFTER = re.compile(
    rf"[ -]?(?:(?-i:(?P<millions>M)?(?P<code>{_any(CODES)}|{_LOWER})(?![A-Za-z\d]))|"
    rf"(?P<sterling>(?:pounds? )?sterling)(?!\w)|(?-i:(?P<short>[Rr]s\.?|RM|SFr\.?|Fr\.|Dhs?|zł|Kč|NIS|TL))(?!\w)"
    rf"|(?P<cents>euro cents?)(?!\w)|(?P<sign>[{''.join(map(re.escape, SIGNS))}])(?![\d\w]|{_NEXT}))",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(r" (?P<scale>million|billion)(?!\w)", re.IGNORECASE)
_POUNDS = re.compile(r"[ -]?pounds?(?!\w)", re.IGNORECASE)
_WEIGHTS = re.compile(r"[ -]?(?:pounds?|drachmas?)(?!\w)", re.IGNORECASE)
_WEIGHED = re.compile(
    r"\bweigh(?:s|ed|ing|t(?= of))?\b(?:(?!\bthe\b)[^.;,()$€£]){0,30}(?:\d[.,]\d+)?$", re.IGNORECASE
)
_IN_GRAMS = re.compile(
    r" \(\d[\d.,]* ?(?:kg|kilos?|kilogram|g\b|gram|lbs?\b|st\b|tonnes?|tons?)", re.IGNORECASE
)
_POUNDS_AND_PENCE = re.compile(r" pounds?(?=(?: and|,)? [\w-]+ (?:pence|penny)\b)", re.IGNORECASE)
_PENCE = re.compile(r" ?(?:pence(?!\w)|(?-i:p)(?!\w|\.\w))", re.IGNORECASE)
_LINES = {240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320}  # of a picture: "1080p"
_DOLLARS_AFTER = re.compile(
    rf"[ -]?(?:(?P<whose>{_any(DOLLARS)}) ?|(?P<letter>[{''.join(LETTERS)}]))\$(?![\d\w])",
    re.IGNORECASE,
)
_NATION = re.compile(r"(?<!\w)(?P<nation>[a-z]+(?: [a-z]+){0,2}) $", re.IGNORECASE)
_HUNDREDTH = "cents?|pence|penny|centavos?|centimes?|centimos?|kopec?ks?|paise|sen|satang|groszy|ore|öre|agorot|piast(?:re|er)s?|fen"
_AT_THE_END = r"(?=[.;]?\s*$|[.,;] (?-i:[A-Z]))"
# Its clause ends, or another is added: "it cost five dollars and fifty and was late", not "one and a half".
_ENDED = rf"(?:{_AT_THE_END}|(?=[!?]| (?:and|but) (?!an?\b|half\b|(?:one|two|three|\d+)[ -](?:hal|third|quarter))))"
_SMALL_CHANGE = re.compile(
    rf"(?: and|,)? (?P<change>\d{{1,2}}|[a-z]+(?:[ -][a-z]+)?) (?:{_HUNDREDTH}|(?P<tenth>jiao|mao))(?!\w)"
    r"|(?: and|,)? (?P<pence>\d{1,2})(?-i:p)(?!\w)|(?<=s)(?: and)? "
    rf"(?P<digits>\d\d|{BELOW_HUNDRED}){_AT_THE_END}|(?:(?<=[\ds])|(?<=dollar)|(?<=euro)|(?<=pound)) and (?P<words>{BELOW_HUNDRED}){_ENDED}"
    rf"|(?<=kuai) (?P<after_kuai>{any_of(ONES)}|[1-9]){_AT_THE_END}|(?-i:(?<=[A-Z]{{3}})) (?P<after_code>\d\d)(?:{_AT_THE_END}|(?= (?:more|less|each|apiece)(?:[.,;)]|$)))",
    re.IGNORECASE,
)
_LAST_CHANGE = re.compile(  # after tenths: "five mao five", "five jiao five fen"
    rf" (?P<change>{any_of(ONES)}|[1-9])(?: fen(?!\w)|{_AT_THE_END})", re.IGNORECASE
)


def before(
    text: str, start: int, value: float = 0.0, scaled: bool = False, floor: int = 0
) -> tuple[int, str] | None:
    """Where the currency written before a number begins, at `floor` or behind, and its code.

    Letters such as N and QR are one where a number in millions or thousands follows, R also before a large one.
    """
    match = _BEFORE.search(text, max(floor, start - 10), start)
    if not match:
        alone = _LETTERS_ALONE.search(text, max(floor, start - 5), start) if scaled or value >= 1000 else None
        known = alone and (scaled or alone["letters"] == "R")
        return (alone.start(), _WITH_SCALE[alone["letters"]]) if alone and known else None
    if match["inner"]:
        inner = match["inner"]
        return match.start(), LETTERS.get(inner) or DOLLARS[inner.lower()]
    if match["letter"]:
        return match.start(), LETTERS[match["letter"].strip().upper()]
    if match["whose"]:
        return match.start(), DOLLARS[match["whose"].lower()]
    if match["dollar"]:
        return _of_nation(text, match.start("dollar"), "dollar") or (match.start(), "USD")
    if match["code"]:
        return match.start(), code_of(match["code"])
    if match["word"]:
        return match.start(), "EUR" if match["word"][0] in "eE" else "USD"
    whose = _of_nation(text, match.start(), "pound") if match["sign"] == "£" else None
    return whose or (match.start(), SIGNS[match["sign"]])


def _of_nation(text: str, sign: int, noun: str) -> tuple[int, str] | None:
    """Where the nation before a sign of dollars or pounds begins, and its currency: "Canadian $5", "Egyptian £5"."""
    words = _NATION.search(text, max(0, sign - 24), sign)
    if not words:
        return None
    names = words["nation"].split()
    for first in range(len(names)):
        nation = " ".join(names[first:])
        code = nation_of(nation, noun)
        if code:
            return sign - 1 - len(nation), code
    return None


def after(text: str, end: int, value: float, scaled: bool = False) -> tuple[int, str, float] | None:
    """Where the currency written after a number ends, its code, and what the number is multiplied by.

    "Pounds" alone are money where the number is in millions or the text has a sign of pounds; otherwise they may be
    a weight.
    """
    match = _AFTER.match(text, end)
    if match:
        return _marked(text, match)
    dollars = _DOLLARS_AFTER.match(text, end)
    if dollars:
        code = LETTERS[dollars["letter"].upper()] if dollars["letter"] else DOLLARS[dollars["whose"].lower()]
        return dollars.end(), code, 1.0
    if _a_weight(text, end):
        return None
    name = named(text, end, value)
    if name:
        return *name, 1.0
    pence = _PENCE.match(text, end)
    if pence and (pence.group().strip() != "p" or value not in _LINES):
        return pence.end(), "GBP", 0.01
    return _pounds(text, end, large=scaled and value >= 1e5)


def _a_weight(text: str, end: int) -> bool:
    """Whether pounds or drachmas after a number are what something weighs: "weighing 5 pounds", "5 pounds (2.3kg)"."""
    weight = _WEIGHTS.match(text, end)
    weighed = weight and (_WEIGHED.search(text, max(0, end - 60), end) or _IN_GRAMS.match(text, weight.end()))
    return bool(weighed)


def whose_after(text: str, end: int) -> tuple[int, str] | None:
    """Where the nation after an amount in dollars ends, and its currency: "$5 million Canadian"."""
    match = _WHOSE_AFTER.match(text, end)
    return (match.end(), nation_of(match["whose"].lower(), "dollar")) if match else None


def _marked(text: str, match: re.Match[str]) -> tuple[int, str, float]:
    """By a sign, a code or a short form."""
    if match["code"]:
        scale = _SCALE_AFTER.match(text, match.end())  # "75 USD million"
        factor = {"m": 1e6, "b": 1e9}[scale["scale"][0].lower()] if scale else 1.0
        return (
            scale.end() if scale else match.end(),
            code_of(match["code"]),
            1e6 if match["millions"] else factor,
        )
    if match["sterling"]:
        return match.end(), "GBP", 1.0
    if match["cents"]:
        return match.end(), "EUR", 0.01
    return match.end(), SIGNS[match["sign"]] if match["sign"] else SHORT[match["short"].lower()], 1.0


def _pounds(text: str, end: int, large: bool) -> tuple[int, str, float] | None:
    pounds = _POUNDS.match(text, end)
    if _POUNDS_AND_PENCE.match(text, end) and pounds:
        return pounds.end(), "GBP", 1.0
    if not pounds or text[pounds.end() : pounds.end() + 3] == " of":
        return None
    if large or "£" in text[:100_000] or "sterling" in text[:100_000]:
        return pounds.end(), "GBP", 1.0
    return None


def change(text: str, end: int, *, tenths: bool = False) -> tuple[int, int, float] | None:
    """Where the number of the cents or pence after an amount begins, where they end, and what part of it one is.

    "Thirteen dollars forty-five cents", "three yuan five jiao"; `tenths` of what stands behind the jiao.
    """
    match = (_LAST_CHANGE if tenths else _SMALL_CHANGE).match(text, end)
    if not match:
        return None
    given = match.groupdict()
    number = max(match.start(part) for part in given if part != "tenth")
    return number, match.end(), 0.1 if given.get("tenth") or given.get("after_kuai") else 0.01
