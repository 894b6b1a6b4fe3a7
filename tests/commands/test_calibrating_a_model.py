"""`claimcheck calibrate` writes a calibration that the judge reads by CLAIMCHECK_CALIBRATION, beside other models'."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.commands import calibrate as command
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from claimcheck.lm import Caller, Meter, calibrations
from claimcheck.lm.endpoints import Endpoint, LanguageModel
from claimcheck.pipeline import hashes, judge_prompts
from claimcheck.verdicts.calibration import JUDGED, calibration_for


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Cases that a model reads rightly: the claim is a sentence of its passage, or says the contrary."""
    rows = [
        {
            "id": f"c{n}",
            "claim": f"Bridge {n} is {'long' if n % 2 else 'not long'}.",
            "label": "SUPPORTED" if n % 2 else "REFUTED",
            "page": f"Bridge {n}",
            "gold_evidence": [{"section_header": "Span", "text": f"Bridge {n} is long."}],
        }
        for n in range(24)
    ]
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


@pytest.fixture
def asked() -> list[Any]:
    """What the model was asked."""
    return []


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch, asked: list[Any]) -> None:
    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        asked.append(fields)
        words = ("refutes", "supports") if "not long" in fields["claim"] else ("supports", "refutes")
        top = [{"token": word, "logprob": -0.2 - 2 * i} for i, word in enumerate(words)]
        return SimpleNamespace(logprobs={"content": [{"top_logprobs": top}]})

    @contextmanager
    def opened(*rest: Any) -> Iterator[LanguageModel]:
        yield LanguageModel(None, Endpoint("tiny", "e", embedded=True), "tiny", Meter(), small=True)

    monkeypatch.setattr(Caller, "__call__", call)
    monkeypatch.setattr(command, "opened_to_measure", opened)


def run(data: Path, output: Path, found: bool = False) -> None:
    command.calibrate([f"fm2={data}"], output, None, None, False, found, None, None)


def test_what_is_fitted_is_written_measured_and_read_again(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "own.json"
    output.write_text('{"another": {"kept": 1}}')
    run(data, output, found=True)
    run(data, output)
    told = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("held back, fm2"))
    assert "accuracy 1.000 (0." in told  # with its interval
    before = hashes()
    monkeypatch.setenv("CLAIMCHECK_CALIBRATION", str(output))
    assert json.loads(output.read_text())["another"] == {"kept": 1}
    for given in (False, True):
        fitted = calibration_for("tiny", judge_prompts(), calibrations().text, given)
        assert fitted is not None
        assert set(fitted.weights) == set(JUDGED)
    assert hashes()["calibration.json"] != before["calibration.json"]


@pytest.mark.parametrize(
    ("word", "error"),
    [("fm2", UsageError), ("fm2=", UsageError), ("wice=x", UsageError), ("fm2=x", InputError)],
)
def test_what_is_wrong_is_told_in_a_sentence_before_a_model_is_opened(
    word: str, error: type[ClaimcheckError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "opened_to_measure", no_model)
    with pytest.raises(error):
        command.calibrate([word], tmp_path / "own.json", None, None, False, False, None, None)


def no_model(*rest: Any) -> Any:
    raise AssertionError("no model is needed to see what is wrong")


def test_a_task_that_is_named_twice_does_not_lose_its_first_file(data: Path, tmp_path: Path) -> None:
    twice = [f"fm2={data}", f"fm2={data}"]
    with pytest.raises(UsageError, match="fm2 is named twice"):
        command.calibrate(twice, tmp_path / "own.json", None, None, False, False, None, None)


@pytest.mark.parametrize("held", ["notes", "[]", '{"tiny": [1]}', '"text"'])
def test_a_file_that_holds_something_else_is_told_before_anything_is_asked(
    data: Path, tmp_path: Path, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "opened_to_measure", no_model)
    output = tmp_path / "notes.txt"
    output.write_text(held)
    with pytest.raises(InputError, match=r"notes\.txt"):
        run(data, output)
    assert output.read_text() == held


def test_a_full_disk_takes_no_other_models_calibration(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "own.json"
    output.write_text('{"another": {"kept": 1}}')

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)  # a disk may be full only then
    with pytest.raises(InputError, match="No space left"):
        run(data, output)
    assert output.read_text() == '{"another": {"kept": 1}}'
    assert not list(tmp_path.glob(".*.part"))


def test_what_was_asked_is_kept_beside_the_output(data: Path, tmp_path: Path, asked: list[Any]) -> None:
    run(data, tmp_path / "own.json")
    assert len((tmp_path / "own.json.answers.jsonl").read_text().splitlines()) == len(asked) == 24
    (tmp_path / "own.json").unlink()
    run(data, tmp_path / "own.json")
    assert len(asked) == 24


def test_cases_without_evidence_are_counted(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.loads(line) for line in data.read_text().splitlines()]
    more = [row | {"id": f"n{n}", "gold_evidence": []} for n, row in enumerate(rows[:3])]
    data.write_text("\n".join(json.dumps(row) for row in [*rows, *more]))
    run(data, tmp_path / "own.json")
    assert "left out: 3 cases without evidence" in capsys.readouterr().out


def test_a_calibration_that_is_named_and_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CALIBRATION", "nowhere.json")
    with pytest.raises(UsageError, match=r"nowhere\.json"):
        calibrations()
