"""Where scores and finished answers go: never over the data, told before anything is asked, and kept without a file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.errors import ClaimcheckError, InputError, UsageError

GOLD = [{"section_header": "", "text": "The bridge was opened in 1961 by the mayor."}]
WITHOUT_A_MODEL = ("pages", "dates", "fm2-retrieval")
SENTENCE = "The harbour bridge in Portsmouth was opened in 1961."
CLAIM = {"id": "s0", "document": SENTENCE, "prompt": "When?", "sentence": SENTENCE, "decontext": SENTENCE}
CLAIM |= {"checkworthy": "yes", "gold_claims": [SENTENCE], "claim_checkworthy": ["factual"]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    held = {"claim": "The bridge was opened in 1961.", "page": "Bridge", "gold_evidence": GOLD}
    rows = [held | {"id": f"c{n}", "label": "SUPPORTED" if n % 2 else "REFUTED"} for n in range(3)]
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n")
    (tmp_path / "claims.jsonl").write_text(json.dumps(CLAIM) + "\n")
    return path


@pytest.fixture
def service(serve: Any, reply: Callable[..., None]) -> Any:
    draft = {"status": "fact", "claims": [{"claim": SENTENCE, "kind": "event", "speaker": ""}]}

    def answer(handler: Any) -> None:
        said = json.dumps(draft) if b"published" in handler.body else "supports"
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
        held = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        reply(handler, body=json.dumps(held), content_type="application/json")

    return serve(answer)


def run(site: Any, *arguments: str) -> Result:
    asked = [] if arguments[1] in WITHOUT_A_MODEL else ["--model", "m", "--base-url", f"{site.url}/v1"]
    return CliRunner().invoke(app, [*arguments, *asked])


def measure(site: Any, *arguments: str) -> Result:
    return run(site, "evaluate", "fm2", "fm2.jsonl", "--per-call", "1", *arguments)


def failure(result: Result) -> ClaimcheckError:
    assert isinstance(result.exception, ClaimcheckError), result.exception or result.output
    return result.exception


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate", "fm2", "fm2.jsonl", "--json", "fm2.jsonl"],
        ["evaluate", "fm2", "fm2.jsonl", "--json", "linked.jsonl"],
        ["evaluate", "fm2", "fm2.jsonl", "--json", "x"],  # whose answers would be kept in x.answers.jsonl
        ["evaluate", "factcheckbench", "claims.jsonl", "--json", "claims.jsonl"],
        ["evaluate", "fm2-retrieval", "fm2.jsonl", "--json", "fm2.jsonl"],
        ["evaluate", "dates", "fm2.jsonl", "--json", "fm2.jsonl"],
        ["evaluate", "pages", ".", "--json", "fm2.jsonl"],
        ["optimize", "verdict", "--task", "fm2", "--train", "fm2.jsonl", "--out", "fm2.jsonl"],
        ["calibrate", "fm2=fm2.jsonl", "--output", "fm2.jsonl"],
        ["calibrate", "fm2=fm2.jsonl", "--output", "own.json", "--kept", "fm2.jsonl"],
    ],
)
def test_nothing_is_written_over_the_data(data: Path, service: Any, arguments: list[str]) -> None:
    (data.parent / "linked.jsonl").symlink_to(data)
    (data.parent / "x.answers.jsonl").symlink_to(data)
    before = data.read_bytes()
    assert "would write over" in str(failure(run(service, *arguments)))
    assert failure(run(service, *arguments)).exit_code == UsageError.exit_code
    assert data.read_bytes() == before
    assert not service.asked


def test_what_is_kept_stands_beside_the_scores_and_is_no_other_file(data: Path, service: Any) -> None:
    before = data.read_bytes()
    for output in ("fm2.json", "out.jsonl"):
        assert measure(service, "--json", output).exit_code == 0
        assert json.loads(Path(output).read_text())["task"] == "fm2"
        assert len(Path(f"{output}.answers.jsonl").read_text().splitlines()) == 3
    assert data.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["evaluate", "fm2", "fm2.jsonl", "--json", "nowhere/scores.json"], "is not there"),
        (["evaluate", "fm2", "fm2.jsonl", "--json", "taken"], "is a folder"),
        (["evaluate", "fm2", "fm2.jsonl", "--json", "kept"], "is a folder"),
        (["evaluate", "factcheckbench", "claims.jsonl", "--json", "nowhere/scores.json"], "is not there"),
        (["evaluate", "fm2-retrieval", "fm2.jsonl", "--json", "taken"], "is a folder"),
        (["optimize", "verdict", "--task", "fm2", "--train", "fm2.jsonl", "--out", "taken"], "is a folder"),
        (["calibrate", "fm2=fm2.jsonl", "--output", "nowhere/own.json"], "is not there"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_asked(
    data: Path, service: Any, arguments: list[str], words: str
) -> None:
    for name in ("taken", "kept.answers.jsonl"):
        (data.parent / name).mkdir()
    error = failure(run(service, *arguments))
    assert isinstance(error, UsageError)
    assert words in str(error)
    assert not service.asked


def test_scores_that_cannot_be_written_are_printed_all_the_same(
    data: Path, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("full.json").symlink_to("/dev/full")
    result = measure(service, "--json", "full.json")
    assert isinstance(failure(result), InputError)
    assert "No space left" in str(result.exception)
    assert "accuracy" in result.stdout


@pytest.mark.parametrize("named", [[], ["--json", "scores.json"]])
def test_what_is_finished_is_kept_with_and_without_a_file_until_it_is_asked_anew(
    data: Path, service: Any, named: list[str]
) -> None:
    first = measure(service, *named)
    asked = len(service.asked)
    assert first.exit_code == 0
    assert measure(service, *named).stdout == first.stdout
    assert len(service.asked) == asked
    assert measure(service, "--fresh", *named).exit_code == 0
    assert len(service.asked) == 2 * asked


def test_nothing_is_kept_beside_a_device(data: Path, service: Any) -> None:
    Path("pipe").symlink_to("/dev/null")
    for _ in range(2):
        assert measure(service, "--json", "pipe").exit_code == 0
        assert not Path("pipe.answers.jsonl").exists()
    assert measure(service).exit_code == 0
    assert len(service.asked) == 3  # each case once


def test_claims_are_kept_without_a_file_too(data: Path, service: Any) -> None:
    arguments = ["evaluate", "factcheckbench", "claims.jsonl"]
    for more, times in (([], 1), ([], 1), (["--fresh"], 2)):
        assert run(service, *arguments, *more).exit_code == 0
        assert len(service.asked) == times


def test_another_set_is_not_answered_by_what_was_kept(data: Path, service: Any) -> None:
    assert measure(service).exit_code == 0
    asked = len(service.asked)
    data.write_text(data.read_text().replace("REFUTED", "SUPPORTED"))
    assert measure(service).exit_code == 0
    assert len(service.asked) == 2 * asked


def test_a_cache_that_cannot_be_made_is_told(data: Path, service: Any, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    (tmp_path / "cache").write_text("a file in its place")
    assert "CLAIMCHECK_CACHE" in str(failure(measure(service)))
    assert not service.asked


def test_a_search_that_its_limit_ends_says_so_by_its_code(data: Path, service: Any) -> None:
    Path("claimcheck.toml").write_text("[model]\nclaims_per_call = 1\n")
    rows = [json.loads(data.read_text().splitlines()[0]) | {"id": f"c{n}"} for n in range(30)]
    data.write_text("\n".join(json.dumps(row) for row in rows))
    arguments = ["optimize", "verdict", "--task", "fm2", "--train", "fm2.jsonl", "--out", "out.json"]
    result = run(service, *arguments, "--max-calls", "3")
    assert result.exit_code == 6
    assert "the budget of 3 calls was spent" in result.stdout


def test_too_few_cases_to_learn_from_are_told_before_a_model_is_opened(
    data: Path, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*rest: Any) -> Any:
        raise AssertionError("no model is needed to count cases")

    monkeypatch.setattr("claimcheck.commands.opening.opened_to_measure", opened)
    data.write_text(data.read_text().splitlines()[0])
    result = run(service, "optimize", "verdict", "--task", "fm2", "--train", "fm2.jsonl", "--out", "out.json")
    assert "too few cases" in str(failure(result))
