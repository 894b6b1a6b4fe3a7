"""What a number counts: physical units by pint's names, percentages, times, and any noun."""

from __future__ import annotations

import re

from claimcheck.exact.quantities.feet import inch_mark
from claimcheck.exact.quantities.measures import DATA, FORMS, LENGTHS
from claimcheck.exact.quantities.scales import METRES
from claimcheck.exact.words import STREET

SMALLER = {  # the unit that is added to one, and how many of it make one
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "stone": ("pound", 14),
    "pound": ("ounce", 16),
    "degree": ("arcminute", 60),
}
_PREFIX = re.compile(
    r"(kilo|mega|giga|tera|peta|hecto|dec[ai]|centi|milli|micro|nano|pico)(?=met|lit|gra|byte|bit|watt|hertz|joule)"
)
_NAMES = {form.replace("_", " "): name for name, forms in FORMS.items() for form in forms.split()}
_NAMES |= {_PREFIX.sub(r"\1 ", form): name for form, name in _NAMES.items()}  # "kilo meters"
_LOWER = {form.lower(): name for form, name in _NAMES.items() if len(form) > 2 or not form.isalpha()}
KNOWN = frozenset(FORMS) | {"%"}
_ORDERED = "|".join(
    sorted((re.escape(form).replace(r"\ ", "[ -]") for form in _NAMES), key=len, reverse=True)
)
_WORD = rf"(?P<unit>{_ORDERED})(?P<plural>s)?"
_UNIT = re.compile(
    rf"[ -]{{0,2}}(?P<open>[{{<(])?(?:(?P<power>square|sq\.?|cubic|cu\.?)[ -])?{_WORD}"
    rf"(?P<exponent>[²³]|\^?[23](?!\d))?(?(open)[}}>)]?)(?![^\W_])",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"[ -]?(?:°|degrees?|degs?\.?)[ -]?(?P<scale>cel[sc]ius|centigrade|fahrenheit|farenheit|kelvin|[CFK](?!\w))",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"[ -]?(?:%(?:age)?|per[ -]?cent(?:age(?![ -]points?))?s?(?!\w)|pct(?!\w)|(?-i:pc)(?!\w)|(?-i:p\.c\.))(?P<points>"
    r"(?:age)?[ -](?:percentage[ -])?points?(?!\w))?|[ -]?percentage[ -](?P<point>points?)(?!\w)",
    re.IGNORECASE,
)
_METRES = re.compile(rf"[ ]?m(?={METRES})|[ ]?m(?P<exponent>[²³]|\^?[23])(?!\w)|[ ]?m(?=/s\b| per second\b)")
_SHORT_POWER = re.compile(
    r"[ -]?(?:(?P<power>square|sq\.?|cubic|cu\.?)[ -]?(?P<unit>m|in|ft|mi|miles?|km|cm|mm|yd)"
    r"|(?P<inch>in)(?P<exponent>[²³]|\^?[23](?!\d)))(?![^\W_])",
    re.IGNORECASE,
)
_SHORT_NAMES = {"m": "meter", "in": "inch", "mi": "mile"}
_INCH = re.compile(r"[ -]?(?-i:in)\.(?=[ ]?[a-z,;)]|$)")
_ATTACHED = [  # to a figure: "9.58s", "8in", "11st 6lb"
    (re.compile(r"(?:(?<=\.\d)|(?<=\.\d\d))s(?!\w)"), "second"),
    (re.compile(r"(?<=\d)in(?![^\W_])"), "inch"),
    *((re.compile(rf" ?{half[0]}(?:\.m\b\.?|m\b)", re.IGNORECASE), half) for half in ("am", "pm")),
    (re.compile(r" ?st(?=,? ?\d{1,2} ?lbs?(?!\w))"), "stone"),
]
_METRE = re.compile(r"[ ]?m(?=\W|$)(?!\.p\.h)")
_ROUGHLY = r"(?:(?:about|around|only|just|some|nearly|over|the|a) )*"
_A_LENGTH = re.compile(  # "reached 1.2m" and "a high of 1.2m" are mostly of something else
    r"\b(?:men|women|boys|girls)['’]s $|\d ?m (?:x|×|by) $|\b(?:(?:height|length|width|breadth|depth|altitude|elevation|distance"
    rf"|radius|diameter|outreach) (?:(?:of|is|was|to|at) )*|(?:reach|leap|throw|jump|vault) of |(?:swam|jumped|ran|leapt|threw"
    rf"|cleared|vaulted|hurled|stands|stood|standing|measur(?:es|ed|ing)|tall|high|long|wide|deep|thick) ){_ROUGHLY}$"
    r"|(?:ft|feet|foot|in|inch|inches|yards?) \($"
    r"|\d ?(?:[cdmk]m|ft|feet|foot|inch|inches|yards?|metres?|meters?) (?:by|x|×|and|to|or|=) $",
    re.IGNORECASE,
)
_HOT = re.compile(r" ?(?P<scale>[CF])(?!\w|\.\w)")
_WEATHER = re.compile(
    r"\b(?:temperature|degree|celsius|heat|hot|cold|warm|cool|freez|weather|boil|oven|climate|warming|winter|snow|frost|pre-industrial"
    r"|forecast|(?:low|high)s? of)|°",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"(?: ?/ ?| per | an? )(?P<unit>h|s"
    rf"|{'|'.join(f for n in ('second', 'millisecond', 'minute', 'hour') for f in FORMS[n].split())})(?![^\W_])",
    re.IGNORECASE,
)
_HOURS = re.compile(r" ?h(?:rs?)? ?(?P<minutes>[0-5]?\d) ?(?:m|mins?)(?!\w)")
_CENTS = re.compile(r"¢|[ -](?:U\.?S\.?|American|Canadian|Australian)[ -]cents?(?!\w)", re.IGNORECASE)
_FOLD = re.compile(r"(?<=\d)x(?!\w| ?\d)")  # "10x the price"; not of a size: "4x4", "4x 4"
_STREET = re.compile(STREET)
_NOUN = re.compile(r"[ -](?P<noun>[a-z]{2,14})(?![^\W_])", re.IGNORECASE)
_NO_UNIT = frozenset(
    "and or of in to for from by on at with the a an is are was were more less than as that this it "
    "its after before since per other new old big large major will have has had when which who "
    "according amid among against because between despite during following including while within without each only "
    "plus strong odd but if not also over under out into through until till point half off "
    "mostly mainly largely newly previously reportedly nearly "
    "rose fell gained lost closed opened ended slid climbed dropped jumped tumbled surged slipped eased".split()
)
_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "times": "time",
    "lives": "life",
}


def read(text: str, end: int) -> tuple[int, str]:
    """Where the unit after a number ends, and its normal form; "" where there is none."""
    percent = _PERCENT.match(text, end)
    if percent:
        return percent.end(), "percentage_point" if percent["points"] or percent["point"] else "%"
    return (
        _degrees(text, end)
        or _metres(text, end)
        or _physical(text, end)
        or _powered(text, end)
        or _attached(text, end)
        or _counted(text, end)
    )


def _degrees(text: str, end: int) -> tuple[int, str] | None:
    """Degrees of a scale; a bare "40C" is one in a text on the weather."""
    match = _DEGREES.match(text, end) or _HOT.match(text, end)
    if not match or (match.re is _HOT and not _WEATHER.search(text, max(0, end - 200), end + 200)):
        return None
    return match.end(), {"c": "degree_Celsius", "f": "degree_Fahrenheit", "k": "kelvin"}[
        match["scale"][0].lower()
    ]


def _metres(text: str, end: int) -> tuple[int, str] | None:
    """An "m" that stands for metres, by the words around it."""
    match = _METRES.match(text, end) or _METRE.match(text, end)
    if not match:
        return None
    if match.re is _METRE:
        return match.end(), "meter"
    per = _PER.match(text, match.end())
    return (
        (per.end(), f"meter/{_time(per['unit'])}")
        if per
        else (match.end(), "meter" + _power(None, match["exponent"]))
    )


def length(text: str, start: int, end: int) -> int | None:
    """Where the "m" of metres ends after a number at `[start, end)` that the words before make a length."""
    match = _METRE.match(text, end)
    return match.end() if match and _A_LENGTH.search(text, max(0, start - 40), start) else None


def _physical(text: str, end: int) -> tuple[int, str] | None:
    match = _UNIT.match(text, end)
    if not match:
        inch = _INCH.match(text, end)
        return (inch.end(), "inch") if inch else None
    written = re.sub(r"[ -]", " ", match["unit"])
    name = _NAMES.get(written) or _LOWER.get(written.lower())
    if name is None or (len(written) == 1 and not _stands(text, end, match)):
        return None
    unit = name + _power(match["power"], match["exponent"])
    per = _PER.match(text, match.end()) if unit in LENGTHS | DATA or unit.endswith("**3") else None
    if per:
        return per.end(), f"{unit}/{_time(per['unit'])}"
    return match.end(), unit


def _powered(text: str, end: int) -> tuple[int, str] | None:
    """Squares and cubes of letters that alone are other words, and what is run together: "sq m", "sqft", "in²"."""
    match = _SHORT_POWER.match(text, end)
    if not match:
        return None
    written = (match["unit"] or match["inch"]).lower()
    name = _SHORT_NAMES.get(written) or _NAMES[written.removesuffix("s")]
    return match.end(), name + _power(match["power"], match["exponent"])


def _attached(text: str, end: int) -> tuple[int, str] | None:
    """Letters and marks that are a unit only where they stand right at a figure."""
    mark = inch_mark(text, end)
    if mark:
        return mark, "inch"
    for pattern, unit in _ATTACHED:
        match = pattern.match(text, end)
        if match:
            return match.end(), unit
    return None


def _stands(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether a single letter is a unit: not in "5-g", "5 Ws" and "5 W. Main"."""
    return not (
        match["plural"]
        or text[end : match.start("unit")] == "-"
        or re.match(r"\.? [A-Z\d]", text[match.end() :][:3])
    )


def _time(written: str) -> str:
    return {"h": "hour", "s": "second"}.get(written.lower()) or _NAMES.get(written.lower(), written.lower())


def _power(word: str | None, exponent: str | None) -> str:
    if (word or "").lower().startswith("sq") or (exponent or "")[-1:] in {"²", "2"}:
        return "**2"
    return "**3" if word or exponent else ""


def _counted(text: str, end: int) -> tuple[int, str]:
    cents = _CENTS.match(text, end)
    if cents:
        return cents.end(), "cent"
    if _FOLD.match(text, end):
        return end + 1, "time"
    match = None if _STREET.match(text, end) else _NOUN.match(text, end)
    if not match or match["noun"].lower() in _NO_UNIT:
        return end, ""
    counted = _NOUN.match(text, match.end()) if match["noun"].istitle() else None
    if counted and counted["noun"].islower() and counted["noun"] not in _NO_UNIT:
        match = counted  # the civilians of "12 Palestinian civilians"
    return match.end(), singular(match["noun"].lower())


def singular(noun: str) -> str:
    """The singular by rule: "companies" is "company"; "people" stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and len(noun) > 3 and not noun.endswith("ss") else noun


def hours(text: str, end: int) -> re.Match[str] | None:
    """The "h 30m" after hours."""
    return _HOURS.match(text, end)
