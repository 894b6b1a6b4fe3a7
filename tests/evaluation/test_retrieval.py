"""Recall is counted as its definition says, and claimcheck's own look-up is what is measured."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import InputError, UsageError
from claimcheck.evaluation.retrieval import PAGES, any_found, load, measure_retrieval, ranking, recall

ROWS = [
    {
        "id": "p",
        "label": "SUPPORTED",
        "claim": "The harbour of Portsmouth is crossed by nine bridges.",
        "page": "Portsmouth",
        "gold_evidence": [{"text": "Nine bridges cross the harbour."}, {"text": "Its ferries are white."}],
        "retrieved_evidence": [{"text": "The town hall was built in 1890."}],
    },
    {
        "id": "l",
        "label": "REFUTED",
        "claim": "Lighthouses are painted every fourth summer.",
        "page": "Lighthouse",
        "gold_evidence": [{"text": "A lighthouse is painted every fourth summer."}],
        "retrieved_evidence": [{"text": "Lamps were once fed with oil."}],
    },
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS))
    return path


def test_recall_is_the_mean_share_of_gold_passages_and_any_the_share_of_claims() -> None:
    found = ["1", "9", "3"]
    rankings = [ranking("a", PAGES, ["1", "2"], found), ranking("b", PAGES, ["3"], found)]
    assert [recall(cut, rankings) for cut in (1, 5)] == [0.25, 0.75]
    assert [any_found(cut, rankings) for cut in (1, 5)] == [0.5, 1.0]


def test_all_passages_of_the_set_are_in_one_index(data: Path) -> None:
    tasks, places, _ = load(data)
    assert (len(tasks), len(places)) == (2, 5)
    scores = measure_retrieval(data).scores
    assert scores["all pages: any @1"].value == 1.0
    assert scores["all pages: recall @20"].value == 1.0
    assert scores["its own passages: recall @5"].cases == 2


def test_the_published_form_is_read_too(tmp_path: Path) -> None:
    row = {"text": "It is long.", "wikipedia_page": "Bridge", "label": "SUPPORTS"}
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(row | {"gold_evidence": [{"text": "It is 640 metres long."}]}))
    (task,), _, _ = load(path)
    assert (task.claim, task.gold) == ("It is long.", (("Bridge", "It is 640 metres long."),))


WITHOUT_PAGE = {key: value for key, value in ROWS[1].items() if key != "page"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: not JSON"),
        ("[]", "line 2: not an object"),
        (json.dumps(WITHOUT_PAGE), "line 2: the field 'page' is missing"),
        (json.dumps(ROWS[1] | {"gold_evidence": []}), "line 2: the field 'gold_evidence' has no passage"),
        (json.dumps(ROWS[1] | {"gold_evidence": [{"text": " "}]}), "line 2: the field 'gold_evidence'"),
        (json.dumps(ROWS[0]), "line 2: the field 'id' is 'p', as in a line before"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_field(data: Path, line: str, words: str) -> None:
    data.write_text(f"{json.dumps(ROWS[0])}\n{line}\n")
    with pytest.raises(InputError, match=words):
        load(data)


def test_the_command_prints_intervals_writes_and_compares(data: Path, tmp_path: Path) -> None:
    kept, asked = tmp_path / "scores.json", ["evaluate", "fm2-retrieval", str(data), "--no-meaning"]
    first = CliRunner().invoke(app, [*asked, "--json", str(kept)])
    assert first.exit_code == 0, first.output
    assert "0.158 to 1.000" in first.output  # of two claims
    second = CliRunner().invoke(app, [*asked, "--against", str(kept)])
    assert "all pages: any @1: 1.000 → 1.000 (+0.000; +0.000 to +0.000; p = 1.000)" in second.output
    third = CliRunner().invoke(app, [*asked, "--json", str(tmp_path / "no" / "scores.json")])
    assert isinstance(third.exception, UsageError)
