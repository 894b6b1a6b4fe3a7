"""Numbers with units and their values: Recognizers-Text (MIT), one object a line.

Its units are named in words; ours are ISO 4217 codes for money, "%", and pint's names for physical units.
A bare "dollar" is "USD" to us, a bare "peseta" Spain's, and a bare "pound" sterling or the weight, as the data set's
kind says.
"""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import BaseModel, Field

from claimcheck.evaluation.expression import Expression, QuantityExpression, number
from claimcheck.evaluation.objects import field_at, read_rows

IN_SCOPE = {"number", "currency", "percentage", "dimension"}
_MONEY = {
    "Dollar": "USD",
    "Pound": "GBP",
    "Rupee": "INR",
    "Bitcoin": "BTC",
    "Peseta": "ESP",  # of Spain, unless it is said of whom
}
_OF_THE_PAST = {  # ISO 4217 had codes for them, which the data set leaves out
    "Finnish markka": "FIM",
    "German mark": "DEM",
    "Deutsche mark": "DEM",
    "French franc": "FRF",
    "Belgian franc": "BEF",
    "Italian lira": "ITL",
    "Spanish peseta": "ESP",
    "Portuguese escudo": "PTE",
    "Dutch guilder": "NLG",
    "Austrian schilling": "ATS",
    "Greek drachma": "GRD",
    "Irish pound": "IEP",
    "Cypriot pound": "CYP",
    "Slovenian tolar": "SIT",
    "Slovak koruna": "SKK",
    "Estonian kroon": "EEK",
    "Lithuanian litas": "LTL",
    "Latvian lats": "LVL",
}
_HUNDREDTHS = {"Pence": "GBP"}  # 210 pence are 2.10 GBP
_UNITS = {
    "Ton": ("ton", "metric_ton"),  # the data set does not tell a ton from a tonne
    "Metric ton": ("metric_ton",),
    "C": ("degree_Celsius",),
    "F": ("degree_Fahrenheit",),
    "Age": ("year",),
}


class _Resolution(BaseModel):
    value: str | float | None = None
    unit: str = ""
    subtype: str = ""
    currency: str = Field("", alias="isoCurrency")


class _Result(BaseModel):
    start: int = Field(alias="Start", ge=0)
    end: int = Field(alias="End", ge=0)  # the last character, unlike everywhere else
    type: str = Field(alias="TypeName")
    resolution: _Resolution = Field(alias="Resolution")


class _Row(BaseModel):
    text: str
    results: list[_Result]


def recognizers_quantities(path: Path) -> tuple[list[Expression], int, str]:
    """The expressions with a value, how many have none (a unit alone), and the SHA-256 of the file.

    In scope are numbers, amounts of money, percentages and dimensions; powers ("1.1^23"), which news does not
    write, ages, temperatures, ordinals and ranges of numbers are measured beside them.
    """
    rows, digest = read_rows(path, _Row)
    cases: dict[str, Expression] = {}
    left_out: set[str] = set()
    for where, row in rows:
        for place, result in enumerate(row.results):
            with field_at(where, f"results.{place}.Resolution.value", "is no range of numbers"):
                wanted = _wanted(result)
            key = f"{row.text} {result}"
            if wanted:
                cases[key] = _case(row, result, wanted)
            else:
                left_out.add(key)
    return list(cases.values()), len(left_out), digest


def _case(row: _Row, result: _Result, wanted: list[str]) -> Expression:
    power = result.resolution.subtype == "power"
    return QuantityExpression(
        id=f"{result.type} {result.start} {wanted[0]} {row.text}",
        group=row.text,
        text=row.text,
        start=result.start,
        end=result.end + 1,
        kind="power" if power else result.type,
        in_scope=result.type in IN_SCOPE and not power,
        wanted=tuple(wanted),
    )


def _wanted(result: _Result) -> list[str]:
    """The right forms: by value alone for numbers, by value and unit for the rest; none without a value."""
    gold = result.resolution
    if gold.value is not None and result.type == "numberrange":
        return _range(str(gold.value))
    value = _number(gold.value)
    if value is None:
        return []
    if result.type == "percentage":
        return [f"{number(value)} %"]
    if gold.unit in _HUNDREDTHS and result.type == "currency":
        return [f"{number(value / 100)} {_HUNDREDTHS[gold.unit]}"]
    if gold.unit:
        return [f"{number(value)} {unit}" for unit in _units(result.type, gold)]
    share = [f"{number(100 * value)} %"] if gold.subtype == "fraction" else []
    return [f"{number(value)} *", *share]


def _number(written: str | float | None) -> float | None:
    try:
        return float(str(written).rstrip("%").replace(",", ""))
    except ValueError:
        return None


def _range(written: str) -> list[str]:
    """`(20,35]` as `20..35`, `[500,)` as `>500`, `(,170)` as `<170`. Raises `ValueError` for what is no range."""
    low, high = (_number(part) for part in written.strip("[]()").split(",", 1))
    if low is not None and high is not None:
        return [f"{number(low)}..{number(high)}"]
    if low is not None:
        return [f">{number(low)} *"]
    if high is None:
        raise ValueError(f"{written} has no end")
    return [f"<{number(high)} *"]


def _units(kind: str, gold: _Resolution) -> tuple[str, ...]:
    if kind == "currency":
        past = _OF_THE_PAST.get(gold.unit)
        return (gold.currency or past or _MONEY.get(gold.unit, gold.unit.lower()),)
    if gold.unit in _UNITS:
        return _UNITS[gold.unit]
    name = re.sub(r" per ", "/", gold.unit.lower())
    for words, power in (("square ", "**2"), ("cubic ", "**3")):
        if name.startswith(words):
            return (name.removeprefix(words) + power,)
    return (name.replace(" ", "_"),)  # pint's names: "light_year"
