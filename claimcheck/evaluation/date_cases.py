"""Date expressions with the time each means: Recognizers-Text (MIT) and GUM (Zeldes 2017), one object a line.

Recognizers-Text writes a range as first day and the day *after* the last one, but "from 2014 to 2018" as the
first days of both years. English means 2018 whole, so both are taken for right where two ends are named.
Where two values are listed, a past one and a coming one, the past one is right, unless the text speaks of the
future; the other one is the second reading.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel, Field

from claimcheck.evaluation.expression import DateExpression, Expression
from claimcheck.evaluation.objects import field_at, read_rows
from claimcheck.exact.dates import month_of, months_of

DATE_TYPES = {"datetimeV2.date", "datetimeV2.daterange"}
_FUTURE = re.compile(
    r"\b(?:will|shall|going to|should|shall|plan to|upcoming|would like)\b|['’]ll\b", re.IGNORECASE
)
_TWO_ENDS = re.compile(r"\b(?:to|till?|until|through|thru|and)\b|[-–—~]", re.IGNORECASE)
_DAY_NAME = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_MONTH_NAME = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?=\b|\d)", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:day|week|month|year|decade|today|yesterday|tomorrow|tmrw?|tonight|now|ago|fortnight)s?\b",
    re.IGNORECASE,
)
_NOT_OF_NEWS = [
    (kind, re.compile(form, re.IGNORECASE))
    for kind, form in (
        ("numbered week", r"\bweek \d"),
        ("working days", r"\b(?:business|work) ?(?:days?|weeks?)|workweek"),
        ("lasting so long", r"^(?:for|within|less than|more than|\d+ \w+ starting)\b"),
        ("the month, without which", r"^(?:the )?(?:day|week|weekend|month|year)$"),
        ("figures alone", r"(?<!\d)\d{1,2}[/.-]\d|\d{4}[/.-]\d{1,2}(?!\d)|\d{8}"),
    )
]
_HALF_OPEN = re.compile(r"before|after|since|until")


class _Value(BaseModel):
    timex: str = ""
    mod: str = Field("", alias="Mod")
    value: str = ""
    start: str = ""
    end: str = ""


class _Resolution(BaseModel):
    values: list[_Value] = []


class _Result(BaseModel):
    start: int = Field(alias="Start", ge=0)
    end: int = Field(alias="End", ge=0)  # the last character, unlike everywhere else
    type: str = Field("", alias="TypeName")
    resolution: _Resolution | None = Field(None, alias="Resolution")


class _RecognizersRow(BaseModel):
    text: str
    reference: datetime | None
    results: list[_Result]

    @property
    def anchor(self) -> date | None:
        """The day from which relative expressions count."""
        return self.reference.date() if self.reference else None


class _Gold(BaseModel):
    when: str = ""
    first: str = Field("", alias="from")
    last: str = Field("", alias="to")
    not_before: str = Field("", alias="notBefore")
    not_after: str = Field("", alias="notAfter")


class _GumRow(BaseModel):
    doc: str
    dct: date
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    gold: _Gold
    context: str


def recognizers_dates(path: Path) -> tuple[list[Expression], int, str]:
    """The `date` and `daterange` expressions, how many have no value, and the SHA-256 of the file.

    The same expression of the same text with the same values is one case, however many of Recognizers-Text's
    models list it. Texts without any expression of time are cases of the kind "nothing".
    """
    rows, digest = read_rows(path, _RecognizersRow)
    cases: dict[str, Expression] = {}
    left_out: set[str] = set()
    for where, row in rows:
        for number, result in enumerate(row.results):
            if result.type in DATE_TYPES:
                with field_at(where, f"results.{number}.Resolution.values", "names a day that there is not"):
                    case = _case(row, result)
                key = f"{row.text} {row.anchor} {result}"
                if case:
                    cases[key] = case
                else:
                    left_out.add(key)
        if not row.results:
            cases[row.text] = _nothing(row)
    return list(cases.values()), len(left_out), digest


def _case(row: _RecognizersRow, result: _Result) -> Expression | None:
    values = [v for v in (result.resolution.values if result.resolution else []) if v.value != "not resolved"]
    if not values:
        return None
    expression = row.text[result.start : result.end + 1]
    ahead = len(values) > 1 and bool(_FUTURE.search(row.text))
    chosen = values[-1] if ahead else values[0]
    kind, in_scope = _kind(chosen, result.type, expression)
    return DateExpression(
        id=f"{row.anchor} {result.start} {chosen.timex} {chosen.value or chosen.start} {row.text}",
        group=row.text,
        text=row.text,
        start=result.start,
        end=result.end + 1,
        kind=kind,
        in_scope=in_scope,
        anchor=row.anchor,
        wanted=tuple(_wanted(chosen, expression)),
        others=tuple(form for value in values if value is not chosen for form in _wanted(value, expression)),
    )


def _nothing(row: _RecognizersRow) -> Expression:
    return DateExpression(
        id=f"{row.anchor} nothing {row.text}",
        group=row.text,
        text=row.text,
        start=0,
        end=len(row.text),
        kind="nothing to find",
        in_scope=False,
        anchor=row.anchor,
        wanted=(),
    )


def _kind(value: _Value, type_name: str, expression: str) -> tuple[str, bool]:
    """The kind by form alone, and whether news uses it: not holidays, not what the context has to say."""
    if _HALF_OPEN.search(value.mod):
        return "half-open", False
    if value.mod == "ref_undef":
        return "means a time named before", False
    for kind, form in _NOT_OF_NEWS:
        if form.search(expression) and not (kind == "figures alone" and _MONTH_NAME.search(expression)):
            return kind, False
    if type_name.endswith("daterange"):
        timex = re.sub(r"\d", "9", value.timex)
        return {"9999": "year", "9999-99": "month", "XXXX-99": "month"}.get(timex, "range"), True
    if _DAY_NAME.search(expression) and not re.search(r"\d{4}", expression):
        return "weekday", True
    if _MONTH_NAME.search(expression) or re.search(r"\d+\D\d+|\d(?:st|nd|rd|th)|\d{8}", expression):
        return "absolute day", True
    return ("relative day", True) if _COUNTED.search(expression) else ("holiday or other name", False)


def _wanted(value: _Value, expression: str) -> list[str]:
    if value.value:
        return [f"{value.value}/{value.value}"]
    if not (value.start and value.end):
        return [f"{value.start}/{value.end}"]
    first, after = date.fromisoformat(value.start), date.fromisoformat(value.end)
    lasts = [after - timedelta(1)]
    if value.timex.startswith("(") and _TWO_ENDS.search(expression):
        lasts += _inclusive(value.timex, after, expression)
    return [f"{first}/{last}" for last in lasts]


def _inclusive(timex: str, last: date, expression: str) -> list[date]:
    """The last day of the day, month, quarter or year that begins at the second end of a range."""
    if re.search(r"q[1-4]|quarter", expression, re.IGNORECASE):
        return [months_of(last.year, last.month, 3)[1]]
    unit = timex.rstrip(")")[-1]
    if unit == "Y":
        return [date(last.year, 12, 31)]
    return [month_of(last.year, last.month)[1] if unit == "M" else last]


def gum_dates(path: Path) -> tuple[list[Expression], int, str]:
    """The date expressions of GUM's news and interviews, how many have no exact value, and the file's hash.

    An expression is read in the words around it that the data set gives. One that stands in a range ("from
    2004 to 2009") is right where it is the range's end. Dates without a year are right by month and day.
    """
    rows, digest = read_rows(path, _GumRow)
    cases = []
    for where, row in rows:
        with field_at(where, "gold", "names a day that there is not"):
            case = _gum_case(row)
        cases += [case] if case else []
    return cases, len(rows) - len(cases), digest


def _gum_case(row: _GumRow) -> Expression | None:
    forms = _gum_forms(row.gold)
    if not forms:
        return None
    start = _place(row)
    end = start + len(row.text)
    kind, wanted = forms
    if _in_range(row.context, start, end):
        wanted += [
            form for whole in wanted for form in (whole.split("/")[0] + "/", "/" + whole.split("/")[1])
        ]
    return DateExpression(
        id=f"{row.doc} {row.start}",
        group=f"{row.doc} {row.start}",
        text=row.context,
        start=start,
        end=end,
        kind=kind,
        in_scope=True,
        anchor=row.dct,
        wanted=tuple(wanted),
    )


def _place(row: _GumRow) -> int:
    """Where the expression stands in the words around it: about 80 characters of them come before it.

    Near its beginning, those words are the text from its first one on.
    """
    places = [m.start() for m in re.finditer(re.escape(row.text), row.context)]
    if row.start in places and row.start < 120:
        return row.start
    return min(places, key=lambda place: abs(place - min(80, row.start)), default=0)


def _in_range(text: str, start: int, end: int) -> bool:
    """Whether "from", "between" and "to" around an expression make it one end of a longer time."""
    after = re.match(r"\s*(?:to|until|through|[-–—])\s*\w", text[end:])
    return bool(after or re.search(r"(?:from|between) [\w ,]{1,20} (?:to|and|until|through) $", text[:start]))


def _gum_forms(gold: _Gold) -> tuple[str, list[str]] | None:
    """The kind and the right forms; None where only one end of the time is known."""
    first, last = gold.first or gold.not_before, gold.last or gold.not_after
    if gold.when:
        days = _days(gold.when)
        return (days[0], [f"{days[1]}/{days[2]}"]) if days else None
    if not (first and last):
        return None
    from_days, to_days = _days(first), _days(last)
    return ("range", [f"{from_days[1]}/{to_days[2]}"]) if from_days and to_days else None


def _days(written: str) -> tuple[str, str, str] | None:
    """The kind, the first and the last day of `2013`, `2013-10`, `2013-10-09T18:00`; `--10` has no year.

    One date has a hyphen before its year, which is a slip of the pen.
    """
    match = re.fullmatch(r"-?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", written)
    if not match:
        month = re.fullmatch(r"--(0[1-9]|1[0-2])", written)
        return ("month without a year", f"*-{month[1]}-01", f"*-{month[1]}") if month else None
    year, month_number, day = match.groups()
    if day:
        only = str(date(int(year), int(month_number), int(day)))
        return "day", only, only
    first, last = month_of(int(year), int(month_number or 1))
    return ("month", str(first), str(last)) if month_number else ("year", str(first), f"{year}-12-31")
