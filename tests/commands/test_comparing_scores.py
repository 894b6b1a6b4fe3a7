"""`claimcheck diff` compares two files of scores too, without a model."""

from __future__ import annotations

import json
import os
from pathlib import Path

from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.commands.comparing_scores import task_of
from claimcheck.domain import Label
from claimcheck.errors import InputError, UsageError
from claimcheck.evaluation.expressions import measure_expressions
from claimcheck.evaluation.running import Scores
from claimcheck.evaluation.scores import Outcome, confusion, scored
from claimcheck.evaluation.table import compared

S, R = Label.SUPPORTED, Label.REFUTED


def run(*given: Label) -> Scores:
    """The scores of cases that are all Supported by people."""
    outcomes = tuple(Outcome(id=str(n), gold=S, given=one, confidence=0.5) for n, one in enumerate(given))
    held = {"scores": scored(outcomes), "confusion": confusion(outcomes), "outcomes": outcomes}
    return Scores(task="fm2", data_sha256="d", model="m", prompts={}, **held)  # type: ignore[arg-type]


def kept(path: Path, scores: Scores) -> str:
    path.write_text(scores.model_dump_json())
    return str(path)


def test_two_files_of_scores_are_compared_without_a_model(tmp_path: Path) -> None:
    one, other = run(R, S), run(S, S)
    files = kept(tmp_path / "one.json", one), kept(tmp_path / "other.json", other)
    shown = CliRunner().invoke(app, ["diff", *files])
    assert shown.exit_code == 0, shown.output
    assert shown.output == compared(one, other) + "\n"


def test_files_that_cannot_be_compared_are_one_sentence(tmp_path: Path) -> None:
    row = {
        "text": "5",
        "results": [{"Start": 0, "End": 0, "TypeName": "number", "Resolution": {"value": "5"}}],
    }
    (tmp_path / "q.jsonl").write_text(json.dumps(row))
    quantities = tmp_path / "quantities.json"
    quantities.write_text(measure_expressions("quantities", tmp_path / "q.jsonl").model_dump_json())
    verdicts = kept(tmp_path / "one.json", run(S))
    damaged = kept(tmp_path / "bad.json", run(S).model_copy(update={"model": None}))
    assert CliRunner().invoke(app, ["diff", str(quantities), str(quantities)]).exit_code == 0
    for arguments, kind, words in (
        ([verdicts, str(quantities)], InputError, "measure different things"),
        ([verdicts, str(tmp_path / "q.jsonl")], InputError, "holds no scores"),
        ([verdicts, damaged], InputError, "bad.json holds no scores"),
        ([verdicts, verdicts, "--format", "json"], UsageError, "scores are compared as text"),
    ):
        error = CliRunner().invoke(app, ["diff", *arguments]).exception
        assert isinstance(error, kind)
        assert words in str(error)


def test_a_pipe_is_left_to_be_read_as_a_report(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert task_of(pipe) is None
