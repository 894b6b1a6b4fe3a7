"""Amounts of money: signs, codes and names of currencies → ISO 4217."""

from __future__ import annotations

import re

_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₾": "GEL",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "₪": "ILS",
    "₿": "BTC",
    "₡": "CRC",
}
_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "u.s": "USD",
    "usd": "USD",
    "au": "AUD",
    "aud": "AUD",
    "ca": "CAD",
    "cad": "CAD",
    "can": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "nt": "TWD",
    "mex": "MXN",
    "mx": "MXN",
    "mxn": "MXN",
}
_LETTERS = {"A": "AUD", "C": "CAD", "S": "SGD", "R": "BRL"}  # directly before the sign: "a $5 coupon" is none
CODES = frozenset(
    "USD EUR GBP JPY CNY RMB INR RUB KRW TRY GEL NGN UAH VND ILS BTC AUD CAD HKD NZD TWD SGD BRL MXN CHF SEK NOK "
    "DKK PLN CZK HUF ZAR THB IDR MYR PHP AED SAR EGP PKR LKR BDT KES ARS CLP COP PEN CRC".split()
)
_NATIONS = {
    "dollar": {
        "us": "USD",
        "u.s.": "USD",
        "u.s": "USD",
        "american": "USD",
        "united states": "USD",
        "australian": "AUD",
        "canadian": "CAD",
        "new zealand": "NZD",
        "hong kong": "HKD",
        "singapore": "SGD",
        "taiwan": "TWD",
        "": "USD",
    },
    "pound": {"british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "": "INR"},
    "peso": {"mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP"},
    "franc": {"swiss": "CHF"},
    "yuan": {"chinese": "CNY", "": "CNY"},
    "renminbi": {"": "CNY"},
    "yen": {"japanese": "JPY", "": "JPY"},
    "won": {"south korean": "KRW", "korean": "KRW"},
    "lira": {"turkish": "TRY"},
    "ruble": {"russian": "RUB", "": "RUB"},
    "rouble": {"russian": "RUB", "": "RUB"},
    "euro": {"": "EUR"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "kronor": {"swedish": "SEK", "": "SEK"},
    "krone": {"norwegian": "NOK", "danish": "DKK"},
    "rand": {"south african": "ZAR"},
    "real": {"brazilian": "BRL"},
    "baht": {"thai": "THB", "": "THB"},
    "hryvnia": {"ukrainian": "UAH", "": "UAH"},
    "shekel": {"israeli": "ILS", "": "ILS"},
    "zloty": {"polish": "PLN", "": "PLN"},
    "naira": {"nigerian": "NGN", "": "NGN"},
    "lari": {"georgian": "GEL", "": "GEL"},
    "dirham": {"uae": "AED"},
    "bitcoin": {"": "BTC"},
}
_NAMES = {
    f"{nation} {name}".strip(): code for name, nations in _NATIONS.items() for nation, code in nations.items()
}
_PLURAL = sorted((re.escape(name).replace(r"\ ", "[ -]") for name in _NAMES), key=len, reverse=True)

_CODE = rf"(?P<millions>M)?(?P<code>{'|'.join(sorted(CODES))}|usd|eur|gbp|rmb)(?![A-Za-z])"
_BEFORE = re.compile(
    rf"(?:(?:(?<![\w.])(?P<whose>{'|'.join(sorted(map(re.escape, _DOLLARS), key=len, reverse=True))}) ?|(?<!\w)(?-i:(?P<letter>[ACSR])))?(?P<dollar>\$)"
    rf"|(?P<sign>[{''.join(s for s in _SIGNS if s != '$')}])|(?<!\w)"
    rf"(?P<code>{'|'.join(sorted(CODES))})|(?<!\w)(?P<rs>Rs\.?)"
    r"|(?<!\w)(?P<word>dollars?|euros?)) ?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[ \u00a0-]?(?:(?P<name>{'|'.join(_PLURAL)})(?:s|es)?(?!\w)|(?-i:{_CODE})|"
    rf"(?P<sterling>pounds? sterling)(?!\w)"
    rf"|(?P<sign>[{''.join(map(re.escape, _SIGNS))}])(?![\d\w]))",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(r" (?P<scale>million|billion)(?!\w)", re.IGNORECASE)
_POUNDS = re.compile(r"[ -]?pounds?(?!\w)", re.IGNORECASE)
_PENCE = re.compile(r" ?(?:pence(?!\w)|(?-i:p)(?![\w.]))", re.IGNORECASE)
_SMALL_CHANGE = re.compile(
    r"(?: and|,)? (?P<change>\d{1,2}|[a-z]+(?:[ -][a-z]+)?) (?:cents?|pence)(?!\w)|(?<=s) "
    r"(?P<digits>\d\d)(?=[.,;]?(?:\s*$|\s+[A-Z]))",
    re.IGNORECASE,
)


def before(text: str, start: int) -> tuple[int, str] | None:
    """Where the currency written before a number begins, and its code."""
    match = _BEFORE.search(text, max(0, start - 10), start)
    if not match:
        return None
    if match["letter"]:
        return match.start(), _LETTERS[match["letter"]]
    if match["dollar"]:
        return match.start(), _DOLLARS.get((match["whose"] or "us").lower(), "USD")
    if match["code"]:
        return match.start(), _normal(match["code"])
    if match["word"]:
        return match.start(), _NAMES[match["word"].lower().rstrip("s")]
    return match.start(), "INR" if match["rs"] else _SIGNS[match["sign"]]


def after(text: str, end: int, large: bool) -> tuple[int, str, float] | None:
    """Where the currency written after a number ends, its code, and what the number is multiplied by.

    "Pounds" alone are money where the number is `large` (millions) or the text has a sign of pounds;
    otherwise they may be a weight.
    """
    match = _AFTER.match(text, end)
    if match:
        if match["code"]:
            scale = _SCALE_AFTER.match(text, match.end())  # "75 USD million"
            factor = (
                {"m": 1e6, "b": 1e9}[scale["scale"][0].lower()]
                if scale
                else 1e6
                if match["millions"]
                else 1.0
            )
            return scale.end() if scale else match.end(), _normal(match["code"]), factor
        if match["sterling"]:
            return match.end(), "GBP", 1.0
        if match["sign"]:
            return match.end(), _SIGNS[match["sign"]], 1.0
        return match.end(), _NAMES[re.sub(r"[ -]", " ", match["name"].lower())], 1.0
    pence = _PENCE.match(text, end)
    if pence:
        return pence.end(), "GBP", 0.01
    pounds = _POUNDS.match(text, end)
    if (
        pounds
        and (large or "£" in text[:100_000] or "sterling" in text[:100_000])
        and text[pounds.end() : pounds.end() + 3] != " of"
    ):
        return pounds.end(), "GBP", 1.0
    return None


def change(text: str, end: int) -> re.Match[str] | None:
    """The cents or pence after an amount: "thirteen dollars forty-five cents"."""
    return _SMALL_CHANGE.match(text, end)


def _normal(code: str) -> str:
    return "CNY" if code.upper() == "RMB" else code.upper()
