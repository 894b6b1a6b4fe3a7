"""Recall is counted as its definition says, and claimcheck's own look-up is what is measured."""

import json
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.evaluation.retrieval import Task, load, measured, recall

ROWS = [
    {
        "claim": "The harbour of Portsmouth is crossed by nine bridges.",
        "page": "Portsmouth",
        "gold_evidence": [{"text": "Nine bridges cross the harbour."}, {"text": "Its ferries are white."}],
        "retrieved_evidence": [{"text": "The town hall was built in 1890."}],
    },
    {
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
    tasks = [Task(claim="a", gold=(("p", "1"), ("p", "2"))), Task(claim="b", gold=(("p", "3"),))]
    found = recall(
        tasks, [("p", str(n)) for n in range(9)], lambda claim: [("p", "1"), ("p", "9"), ("p", "3")]
    )
    assert found.recall == {1: 0.25, 5: 0.75, 20: 0.75}
    assert found.any == {1: 0.5, 5: 1.0, 20: 1.0}


def test_all_passages_of_the_set_are_in_one_index(data: Path) -> None:
    tasks, places = load(data)
    assert (len(tasks), len(places)) == (2, 5)
    found = measured(data)
    assert found.any[1] == 1.0
    assert found.recall[20] == 1.0


@pytest.mark.parametrize("line", ["{", "[]", '{"claim": "x"}'])
def test_a_line_that_is_no_case_is_named(data: Path, line: str) -> None:
    data.write_text(f"{json.dumps(ROWS[0])}\n{line}\n")
    with pytest.raises(InputError, match="line 2: not a case"):
        load(data)
