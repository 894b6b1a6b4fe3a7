"""`claimcheck evaluate together` scores the cases of several files as one set, without a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.domain import Label
from claimcheck.errors import InputError, UsageError
from claimcheck.evaluation.running import Scores, read_scores
from claimcheck.evaluation.scores import Outcome, confusion, scored

S, R, N = Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE


def kept(path: Path, task: str, *rows: tuple[str, str, float], model: str = "m") -> str:
    """A file of scores of cases given as gold label, verdict and confidence; case n is on claim n."""
    outcomes = tuple(
        Outcome(id=f"c{n}", claim=f"Claim {n}.", gold=gold, given=given, confidence=sure)
        for n, (gold, given, sure) in enumerate(rows)
    )
    scores = Scores(
        task=task,
        data_sha256=task,
        model=model,
        prompts={},
        scores=scored(outcomes),
        confusion=confusion(outcomes),
        outcomes=outcomes,
    )
    path.write_text(scores.model_dump_json())
    return str(path)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    one = kept(tmp_path / "a.json", "averitec", (S, S, 0.9), (R, S, 0.9), (N, N, 0.6))
    return [one, kept(tmp_path / "b.json", "fm2", *[(S, S, 0.95)] * 5, (S, R, 0.5))]


def together(*arguments: str) -> str:
    shown = CliRunner().invoke(app, ["evaluate", "together", *arguments])
    if shown.exception and not isinstance(shown.exception, SystemExit):
        raise shown.exception
    assert shown.exit_code == 0, shown.output
    return shown.output


def test_the_scores_are_those_of_all_cases(files: list[str], tmp_path: Path) -> None:
    told = together(*files, "--json", str(tmp_path / "all.json"))
    assert told.splitlines()[0] == "together: averitec: 3 cases; fm2: 6 cases"
    assert "differ" not in told
    whole = read_scores(tmp_path / "all.json")
    assert (whole.task, len(whole.outcomes)) == ("averitec, fm2", 9)
    wrong, right = whole.scores["confident and wrong"], whole.scores["accuracy"]
    assert (wrong.value, wrong.cases) == (pytest.approx(1 / 7), 7)
    assert (right.value, right.cases) == (pytest.approx(7 / 9), 9)
    error = (abs(6 / 7 - (2 * 0.9 + 5 * 0.95) / 7) * 7 + 0.4 + 0.5) / 9
    assert whole.scores["expected calibration error"].value == pytest.approx(error)


def test_what_was_taken_together_is_compared(files: list[str], tmp_path: Path) -> None:
    together(*files, "--json", str(tmp_path / "all.json"))
    better = kept(tmp_path / "b2.json", "fm2", *[(S, S, 0.95)] * 6)
    told = together(files[0], better, "--against", str(tmp_path / "all.json"))
    assert "on the 9 cases that both have" in told
    assert "accuracy: 0.778 → 0.889" in told


def test_a_claim_in_two_sets_is_drawn_as_one(tmp_path: Path) -> None:
    rows = [(S, S if n % 3 else R, 0.6) for n in range(12)]
    one, mixed = (kept(tmp_path / f"{task}.json", task, *rows) for task in ("fm2", "fm2-mixed"))
    together(one, mixed, "--json", str(tmp_path / "all.json"))
    alone, both = (read_scores(Path(path)).scores["accuracy"] for path in (one, tmp_path / "all.json"))
    assert (both.low, both.high) == (alone.low, alone.high)


def test_files_of_other_models_are_told(files: list[str], tmp_path: Path) -> None:
    other = kept(tmp_path / "c.json", "found", (S, S, 0.9), model="n")
    assert "the files differ in model: no one judge has these scores" in together(*files, other)


def test_what_cannot_be_counted_as_one_is_refused(files: list[str], tmp_path: Path) -> None:
    wice = kept(tmp_path / "w.json", "wice", ("partially supported", "partially supported", 0.5))
    notes = tmp_path / "notes.json"
    notes.write_text("{}")
    for arguments, kind, words in (
        ([*files, files[0]], InputError, "the case 'c0' of averitec is in"),
        ([*files, wice], InputError, "has other labels"),
        ([*files, str(notes)], InputError, "holds no scores"),
        ([*files, str(tmp_path / "gone.json")], InputError, "cannot be read"),
        ([*files, "--limit", "3"], UsageError, "evaluate together takes no --limit"),
        ([*files, "--json", files[0]], UsageError, "would write over"),
    ):
        with pytest.raises(kind, match=words):
            together(*arguments)


def test_other_tasks_take_one_data_set(files: list[str]) -> None:
    error = CliRunner().invoke(app, ["evaluate", "fm2", *files]).exception
    assert isinstance(error, UsageError)
    assert "takes one data set, and 2 are named" in str(error)
