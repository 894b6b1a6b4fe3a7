"""An option of `claimcheck evaluate` that a task does not take is refused by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import InputError, UsageError


@pytest.mark.parametrize(
    ("task", "options", "named"),
    [
        ("dates", ["--limit", "6"], "--limit"),
        ("quantities", ["--half", "held back"], "--half"),
        ("gum-dates", ["--model", "gpt"], "--model"),
        ("fm2-retrieval", ["--limit", "5"], "--limit"),
        ("pages", ["--base-url", "http://x"], "--base-url"),
        ("plain-text", ["--meaning"], "--meaning"),
        ("factcheckbench", ["--per-call", "2"], "--per-call"),
        ("averitec", ["--no-meaning"], "--no-meaning"),
    ],
)
def test_an_option_that_a_task_does_not_take_is_refused(task: str, options: list[str], named: str) -> None:
    error = CliRunner().invoke(app, ["evaluate", task, "nowhere.jsonl", *options]).exception
    assert isinstance(error, UsageError)
    assert f"evaluate {task} takes no {named};" in str(error)


@pytest.mark.parametrize("task", ["dates", "plain-text", "fm2-retrieval"])
def test_scores_to_compare_with_that_are_not_there_are_told(task: str, tmp_path: Path) -> None:
    row = '{"id": "a", "claim": "c", "text": "t", "label": "REFUTED", "page": "p", "gold_evidence": [{"text": "e"}]}'
    (tmp_path / "data.jsonl").write_text(row)
    arguments = ["evaluate", task, str(tmp_path / "data.jsonl"), "--against", "gone.json"]
    error = CliRunner().invoke(app, arguments).exception
    assert isinstance(error, InputError)
    assert str(error).startswith("gone.json cannot be read")
