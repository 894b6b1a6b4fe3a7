"""Dates and quantities are scored by exact value; wrong data is one sentence; the command says it all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import InputError
from claimcheck.evaluation.expressions import OVERALL, measure_expressions

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def dated(text: str, expression: str, kind: str, *values: dict[str, str]) -> dict[str, object]:
    start = text.index(expression)
    result = {"Start": start, "End": start + len(expression) - 1, "TypeName": f"datetimeV2.{kind}"}
    return {
        "text": text,
        "reference": "2024-02-08T00:00:00",
        "results": [result | {"Resolution": {"values": list(values)}}],
    }


DAY = dated("It ended on 5 May 2019.", "5 May 2019", "date", {"timex": "2019-05-05", "value": "2019-05-05"})
YEARS = {"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"}
RANGE = dated("It ran from 2014 to 2018.", "from 2014 to 2018", "daterange", YEARS)
TILDE = dated("It ran 2014~2018.", "2014~2018", "daterange", YEARS)
PAST, COMING = ({"timex": "XXXX-10-03", "value": f"{year}-10-03"} for year in (2023, 2024))
WAS = dated("It opened on October 3.", "October 3", "date", PAST, COMING)
WILL = dated("It will open on October 3.", "October 3", "date", PAST, COMING)
WRONG = dated("It ended on 5 May 2019.", "5 May 2019", "date", {"timex": "2019-05-06", "value": "2019-05-06"})
OPEN = dated(
    "It ran after 2019.", "after 2019", "daterange", {"timex": "2019", "Mod": "after", "start": "2020-01-01"}
)
FISCAL = dated("In fiscal 2019", "fiscal 2019", "daterange", {"timex": "FY2019", "value": "not resolved"})


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_date_is_right_by_its_exact_days_alone(tmp_path: Path) -> None:
    found = measure_expressions("dates", written(tmp_path / "d.jsonl", DAY, WRONG, RANGE, TILDE, WAS, WILL))
    assert [o.right for o in found.outcomes] == [True, False, True, True, True, True]
    assert found.scores[OVERALL].value == pytest.approx(5 / 6)
    assert found.scores[OVERALL].cases == 6


def test_half_open_times_are_beside_and_unresolved_ones_left_out(tmp_path: Path) -> None:
    found = measure_expressions("dates", written(tmp_path / "d.jsonl", DAY, OPEN, FISCAL))
    assert (found.scores[OVERALL].cases, found.scores["(beside) half-open"].value, found.left_out) == (
        1,
        1.0,
        1,
    )


def test_the_same_case_listed_twice_counts_once(tmp_path: Path) -> None:
    assert measure_expressions("dates", written(tmp_path / "d.jsonl", DAY, DAY)).scores[OVERALL].cases == 1


def amount(text: str, kind: str, **gold: object) -> dict[str, object]:
    return {
        "text": text,
        "results": [{"Start": 0, "End": len(text) - 1, "TypeName": kind, "Resolution": gold}],
    }


def test_a_quantity_is_right_by_value_and_unit(tmp_path: Path) -> None:
    rows = (
        amount("$ 5 million", "currency", value="5000000", unit="Dollar"),
        amount("5 million euros", "currency", value="5000000", unit="Dollar"),
        amount("20 km", "dimension", value="20", unit="Kilometer"),
        amount("20%", "percentage", value="20%"),
        amount("21 feet", "dimension", value="20", unit="Foot"),
    )
    found = measure_expressions("quantities", written(tmp_path / "q.jsonl", *rows))
    assert [o.right for o in found.outcomes] == [True, False, True, True, False]


def test_gum_dates_are_read_in_the_words_around_them(tmp_path: Path) -> None:
    row = {
        "doc": "d",
        "dct": "2024-02-08",
        "start": 300,
        "end": 304,
        "text": "2018",
        "gold": {"when": "2018"},
        "context": "The works ran from 2014 to 2018 in all.",
    }
    found = measure_expressions("gum-dates", written(tmp_path / "g.jsonl", row))
    assert [o.right for o in found.outcomes] == [True]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "x", "reference": None}, "line 2: the field 'results'"),
        ({**DAY, "results": [{"Start": "x"}]}, "line 2: the field 'results.0.Start'"),
        ([], "line 2"),
    ],
)
def test_wrong_data_names_the_line_and_the_field(tmp_path: Path, row: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        measure_expressions("dates", written(tmp_path / "d.jsonl", DAY, row))


NO_DAY = r"line 2: the field 'results\.0\.Resolution\.values' names a day that there is not"


@pytest.mark.parametrize(
    "value", [{"start": "foo", "end": "bar"}, {"timex": "(", "start": "0001-01-01", "end": "0001-01-01"}]
)
def test_a_day_that_there_is_not_is_named(tmp_path: Path, value: dict[str, str]) -> None:
    wrong = dated("It ran in May.", "May", "daterange", value)
    with pytest.raises(InputError, match=NO_DAY):
        measure_expressions("dates", written(tmp_path / "d.jsonl", DAY, wrong))


GUM = {"doc": "d", "dct": "2024-02-08", "start": 3, "end": 6, "text": "May", "context": "in May"}


@pytest.mark.parametrize("when", ["2013-13", "2013-02-31", "0000"])
def test_a_month_or_day_of_gum_that_there_is_not_is_named(tmp_path: Path, when: str) -> None:
    with pytest.raises(InputError, match="line 1: the field 'gold' names a day that there is not"):
        measure_expressions("gum-dates", written(tmp_path / "g.jsonl", GUM | {"gold": {"when": when}}))


@pytest.mark.parametrize("value", ["5", "(,)"])
def test_a_range_that_is_none_is_named(tmp_path: Path, value: str) -> None:
    rows = amount("5", "number", value="5"), amount("5 to 6", "numberrange", value=value)
    with pytest.raises(InputError, match=r"line 2: the field 'results\.0\.Resolution\.value' is no range"):
        measure_expressions("quantities", written(tmp_path / "q.jsonl", *rows))


def test_a_range_without_a_value_is_left_out_and_nothing_else_is_no_data(tmp_path: Path) -> None:
    empty, five = amount("5 to 6", "numberrange", value=None), amount("5", "number", value="5")
    assert measure_expressions("quantities", written(tmp_path / "q.jsonl", empty, five)).left_out == 1
    with pytest.raises(InputError, match="holds no expression with a gold value"):
        measure_expressions("quantities", written(tmp_path / "q.jsonl", empty))


def test_an_escape_in_a_data_set_steers_no_terminal(tmp_path: Path) -> None:
    data = written(tmp_path / "q.jsonl", amount("6", "\x1b]0;X\x07[red]x", value="5", unit="\x1b[2J"))
    shown = CliRunner().invoke(app, ["evaluate", "quantities", str(data)]).output
    assert "\\u001b]0;X\\u0007[red]x" in shown
    assert not set(shown) & {"\x1b", "\x07"}


def test_a_table_is_no_wider_than_a_terminal(tmp_path: Path) -> None:
    days = [
        dated(f"It ended on {n} May 2019.", f"{n} May 2019", "date", {"value": f"2019-05-{n}"})
        for n in range(10, 30)
    ]
    told = CliRunner().invoke(app, ["evaluate", "dates", str(written(tmp_path / "d.jsonl", *days))]).output
    assert "of these, a quarter read in a" in told
    assert max(map(len, told.splitlines())) <= 80


def test_the_command_prints_writes_and_compares(tmp_path: Path) -> None:
    data, scores = written(tmp_path / "d.jsonl", DAY, WRONG), tmp_path / "s.json"
    first = CliRunner().invoke(app, ["evaluate", "dates", str(data), "--json", str(scores)])
    second = CliRunner().invoke(app, ["evaluate", "dates", str(data), "--against", str(scores)])
    assert first.exit_code == second.exit_code == 0
    assert OVERALL in first.output
    assert "on the 2 expressions that both have" in second.output
    assert f"{OVERALL}: 0.500 → 0.500 (+0.000; +0.000 to +0.000; p = 1.000)" in second.output


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public data sets are not here")
@pytest.mark.parametrize(
    ("task", "file", "least"),
    [
        ("dates", "recognizers_datetime_en.jsonl", 0.74),
        ("gum-dates", "gum_wikinews_dates.jsonl", 0.77),
        ("quantities", "recognizers_quantity_en.jsonl", 0.79),
    ],
)
def test_no_score_falls_below_what_was_measured(task: str, file: str, least: float) -> None:
    assert measure_expressions(task, SHARED / file).scores[OVERALL].value >= least
