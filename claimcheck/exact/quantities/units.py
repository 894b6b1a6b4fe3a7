"""What a number counts: physical units by pint's names, percentages, times, and any noun."""

from __future__ import annotations

import re

from claimcheck.exact.quantities.numerals import METRES

_FORMS = {
    "kilometer": "km kms kilometer kilometre",
    "meter": "meter metre",
    "centimeter": "cm centimeter centimetre",
    "millimeter": "mm millimeter millimetre",
    "decimeter": "dm decimeter decimetre",
    "micrometer": "µm μm micrometer micrometre",
    "nanometer": "nm nanometer nanometre",
    "picometer": "picometer picometre",
    "mile": "mile mi",
    "nautical_mile": "nautical_mile",
    "yard": "yard yd yds",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "light_year": "light_year",
    "acre": "acre",
    "hectare": "hectare ha",
    "liter": "liter litre",
    "milliliter": "ml milliliter millilitre",
    "gallon": "gallon gal",
    "barrel": "barrel bbl",
    "pint": "pint",
    "tablespoon": "tablespoon tbsp",
    "teaspoon": "teaspoon tsp",
    "cup": "cup",
    "kilogram": "kg kgs kilogram kilogramme kilo",
    "gram": "g gram gramme",
    "milligram": "mg milligram milligramme",
    "microgram": "µg μg mcg microgram microgramme",
    "pound": "pound lb lbs",
    "ounce": "ounce oz",
    "ton": "ton",
    "metric_ton": "tonne metric_ton t",
    "dram": "dram drachma",
    "megaton": "megaton",
    "watt": "watt",
    "kilowatt": "kW kilowatt",
    "megawatt": "MW megawatt",
    "gigawatt": "GW gigawatt",
    "kilowatt_hour": "kWh kilowatt_hour",
    "megawatt_hour": "MWh megawatt_hour",
    "gigawatt_hour": "GWh gigawatt_hour",
    "terawatt_hour": "TWh terawatt_hour",
    "joule": "joule",
    "calorie": "calorie",
    "kilocalorie": "kcal kilocalorie",
    "hertz": "Hz hertz",
    "megahertz": "MHz megahertz",
    "gigahertz": "GHz gigahertz",
    "bit": "bit",
    "megabit": "Mbit megabit",
    "gigabit": "Gbit gigabit",
    "byte": "byte",
    "kilobyte": "KB kB kilobyte",
    "megabyte": "MB megabyte",
    "gigabyte": "GB gigabyte",
    "terabyte": "TB terabyte",
    "petabyte": "PB petabyte",
    "degree_Celsius": "°C ℃ celsius centigrade",
    "degree_Fahrenheit": "°F ℉ fahrenheit",
    "kelvin": "kelvin",
    "degree": "degree deg °",
    "radian": "rad radian",
    "turn": "turn",
    "knot": "knot kt",
    "kilometer/hour": "kph kmph kmh",
    "mile/hour": "mph",
    "volt": "volt",
    "ampere": "ampere amp",
    "decibel": "decibel dB",
    "percentage_point": "percentage_point pp",
    "basis_point": "basis_point",
    "second": "second sec secs",
    "millisecond": "ms millisecond",
    "minute": "minute min mins",
    "hour": "hour hr hrs",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "year": "year yr yrs",
    "decade": "decade",
    "century": "century centuries",
}
_NAMES = {form.replace("_", " "): name for name, forms in _FORMS.items() for form in forms.split()}
_LOWER = {form.lower(): name for form, name in _NAMES.items() if len(form) > 2 or not form.isalpha()}
TIMES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "fortnight"}
)
KNOWN = frozenset(_FORMS) | {"%"}
_LENGTHS = frozenset({"kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "yard"})
_ORDERED = "|".join(
    sorted((re.escape(form).replace(r"\ ", "[ -]") for form in _NAMES), key=len, reverse=True)
)
_WORD = rf"(?P<unit>{_ORDERED})(?P<plural>s)?"
_UNIT = re.compile(
    rf"[ \u00a0-]{{0,2}}[{{<(]?(?:(?P<power>square|sq\.?|cubic|cu\.?)[ -])?{_WORD}"
    rf"(?P<exponent>[²³]|\^?[23](?!\d))?[}}>)]?(?![^\W_])",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"[ \u00a0-]?(?:°|degrees?|deg\.?)[ -]?(?P<scale>celsius|centigrade|fahrenheit|farenheit|[CF](?!\w))",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"[ \u00a0-]?(?:%(?:age)?|per[ -]?cent(?:age(?![ -]points?))?(?!\w)|pct(?!\w))(?P<points>"
    r"(?:age)?[ -](?:percentage[ -])?points?(?!\w))?|[ -]?percentage[ -](?P<point>points?)(?!\w)",
    re.IGNORECASE,
)
_METRES = re.compile(rf"[ ]?m(?={METRES})|[ ]?m(?P<exponent>[²³]|\^?[23])(?!\w)")
_PER = re.compile(
    rf"(?: ?/ ?| per | an? )(?P<unit>h|s"
    rf"|{'|'.join(f for n in ('second', 'millisecond', 'minute', 'hour') for f in _FORMS[n].split())})(?![^\W_])",
    re.IGNORECASE,
)
_INCHES = re.compile(r"[ -](?P<inches>\d{1,2}(?:\.\d+)?) ?(?:in|inch|inches)(?![^\W_])", re.IGNORECASE)
_NOUN = re.compile(r"[ -](?P<noun>[a-z]{2,14})(?![^\W_])", re.IGNORECASE)
_NO_UNIT = frozenset(
    "and or of in to for from by on at with the a an is are was were more less than as that this it "
    "its after before since per other new old big large major will have has had when which who "
    "plus strong odd but if not also over under out into through point half".split()
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
    degrees = _DEGREES.match(text, end)
    if degrees:
        celsius = degrees["scale"].lower().startswith("c")
        return degrees.end(), "degree_Celsius" if celsius else "degree_Fahrenheit"
    metres = _METRES.match(text, end)
    if metres:
        return metres.end(), "meter" + _power(None, metres["exponent"])
    return _physical(text, end) or _counted(text, end)


def _physical(text: str, end: int) -> tuple[int, str] | None:
    match = _UNIT.match(text, end)
    if not match:
        return None
    written = re.sub(r"[ -]", " ", match["unit"])
    name = _NAMES.get(written) or _LOWER.get(written.lower())
    if name is None or (len(written) == 1 and (match["plural"] or text[end : match.start("unit")] == "-")):
        return None
    unit = name + _power(match["power"], match["exponent"])
    per = _PER.match(text, match.end()) if unit in _LENGTHS else None
    if per:
        return per.end(), f"{unit}/{_time(per['unit'])}"
    return match.end(), unit


def _time(written: str) -> str:
    return {"h": "hour", "s": "second"}.get(written.lower()) or _NAMES.get(written.lower(), written.lower())


def _power(word: str | None, exponent: str | None) -> str:
    if (word or "").lower().startswith("sq") or (exponent or "")[-1:] in {"²", "2"}:
        return "**2"
    return "**3" if word or exponent else ""


def _counted(text: str, end: int) -> tuple[int, str]:
    match = _NOUN.match(text, end)
    if not match or match["noun"].lower() in _NO_UNIT:
        return end, ""
    return match.end(), singular(match["noun"].lower())


def singular(noun: str) -> str:
    """The singular by rule: "companies" is "company"; "people" stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and len(noun) > 3 and not noun.endswith("ss") else noun


def inches(text: str, end: int) -> re.Match[str] | None:
    """The inches after feet."""
    return _INCHES.match(text, end)
