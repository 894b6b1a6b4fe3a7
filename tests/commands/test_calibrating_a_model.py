"""`claimcheck calibrate` writes a calibration that the judge reads by CLAIMCHECK_CALIBRATION, beside other models'."""

import json
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


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
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
    assert "accuracy 1.000" in told
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
def test_what_is_wrong_is_told_in_a_sentence(word: str, error: type[ClaimcheckError], tmp_path: Path) -> None:
    with pytest.raises(error):
        command.calibrate([word], tmp_path / "own.json", None, None, False, False, None, None)


def test_a_file_that_holds_something_else_is_not_written_over(data: Path, tmp_path: Path) -> None:
    output = tmp_path / "notes.txt"
    output.write_text("notes")
    with pytest.raises(InputError, match=r"notes\.txt"):
        run(data, output)
    assert output.read_text() == "notes"


def test_a_calibration_that_is_named_and_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CALIBRATION", "nowhere.json")
    with pytest.raises(UsageError, match=r"nowhere\.json"):
        calibrations()
