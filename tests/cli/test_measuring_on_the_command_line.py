"""Measuring claims and verdicts from the command line, against a service on loopback that answers by rule."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "The harbour bridge in Portsmouth was opened in 1961."
ROW = {
    "id": "s0",
    "document": SENTENCE,
    "prompt": "When was the harbour bridge in Portsmouth opened?",
    "sentence": SENTENCE,
    "decontext": SENTENCE,
    "checkworthy": "yes",
    "gold_claims": [SENTENCE],
    "claim_checkworthy": ["factual"],
}
DRAFT = {"status": "fact", "claims": [{"claim": SENTENCE, "kind": "event", "speaker": ""}]}
PIECE = {"section_header": "", "text": "The bridge was opened in 1961 by the mayor."}
VERDICT = {"id": "a", "claim": "The bridge was opened in 1961.", "label": "SUPPORTED", "page": "Bridge"}


@pytest.fixture
def service(serve: Any, reply: Any) -> str:
    def answer(handler: Any) -> None:
        said = json.dumps(DRAFT) if b"published" in handler.body else "supports"
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
        usage = {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10}
        held = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "usage": usage}
        reply(handler, body=json.dumps(held | {"choices": [choice]}), content_type="application/json")

    return f"{serve(answer).url}/v1"


def claimcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"CLAIMCHECK_CACHE": str(folder), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "claimcheck.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["evaluate", "factcheckbench"], 3, "line 2: the field 'decontext'"),
        (["evaluate", "factcheckbench", "--half", "best"], 2, "--half takes"),
        (["evaluate", "averitec"], 3, "line 1: the field 'id' is missing"),
        (["evaluate", "papyrus"], 2, "there is no task 'papyrus'"),
        (["optimize", "extract", "--train"], 2, "what can be optimised is verdict"),
        (["optimize", "verdict", "--train"], 3, "the field 'id' is missing"),
    ],
)
def test_what_is_wrong_is_one_line_and_needs_no_model(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    data = tmp_path / "data.jsonl"
    rows = [ROW, {key: value for key, value in ROW.items() if key != "decontext"}]
    if "factcheckbench" not in arguments:
        rows = [{key: value for key, value in ROW.items() if key != "id"}]
    data.write_text("\n".join(json.dumps(row) for row in rows))
    place = len(arguments) if arguments[-1] == "--train" else 2
    result = claimcheck(tmp_path, *arguments[:place], str(data), *arguments[place:])
    assert (result.returncode, len(result.stderr.splitlines())) == (code, 1), result.stderr
    assert words in result.stderr


def test_claims_are_measured_kept_and_compared(tmp_path: Path, service: str) -> None:
    data, scores = tmp_path / "data.jsonl", tmp_path / "scores.json"
    data.write_text(json.dumps(ROW))
    asked = ["evaluate", "factcheckbench", str(data), "--model", "m", "--base-url", service]
    first = claimcheck(tmp_path, *asked, "--json", str(scores))
    assert first.returncode == 0, first.stderr
    assert "detection F1" in first.stdout
    assert "per sentence: 1.0 calls, 10 tokens" in first.stdout
    kept = [json.loads(line) for line in Path(f"{scores}.answers.jsonl").read_text().splitlines()]
    assert [answer["draft"]["claims"][0]["claim"] for answer in kept] == [SENTENCE]
    second = claimcheck(tmp_path, *asked, "--against", str(scores))
    assert "claims, recall: 1.000 → 1.000" in second.stdout


def test_verdicts_are_measured_kept_and_compared(tmp_path: Path, service: str) -> None:
    data, scores = tmp_path / "data.jsonl", tmp_path / "scores.json"
    data.write_text(json.dumps(VERDICT | {"gold_evidence": [PIECE]}))
    asked = ["evaluate", "fm2-mixed", str(data), "--model", "m", "--base-url", service]
    first = claimcheck(tmp_path, *asked, "--json", str(scores))
    assert first.returncode == 0, first.stderr
    assert "gold passages found" in first.stdout
    second = claimcheck(tmp_path, *asked, "--against", str(scores))
    assert "gold passages found: 1.000 → 1.000" in second.stdout
    assert "McNemar" in second.stdout
