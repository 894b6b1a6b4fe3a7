"""The real pipeline on the example article, replayed from what the embedded model answered."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import disable_socket, enable_socket
from typer.testing import CliRunner

from claimcheck.cli import app

ROOT = Path(__file__).resolve().parents[2]
CASSETTE = ROOT / "cassettes" / "pipeline" / "example.yaml"


@pytest.fixture(autouse=True)
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


def replayed() -> str:
    arguments = ["check", "examples/article.txt", "-r", "examples/references", "--format", "json"]
    result = CliRunner().invoke(app, [*arguments, "--replay", str(CASSETTE)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_two_replays_are_equal_byte_for_byte_and_grounded() -> None:
    first = replayed()
    assert first == replayed()
    report = json.loads(first)
    text = report["article"]["text"]
    spans = [span for claim in report["claims"] for span in claim["spans"]]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["quotation"] for span in spans)
    passages = {p["id"]: p["text"] for verdict in report["verdicts"] for p in verdict["evidence"]}
    citations = [c for verdict in report["verdicts"] for c in verdict["citations"]]
    assert citations
    assert all(passages[c["passage"]][c["start"] : c["end"]] == c["quotation"] for c in citations)
    assert len(report["ledger"]) == len(report["article"]["sentences"])
    labels = {
        claim["text"]: v["label"] for claim, v in zip(report["claims"], report["verdicts"], strict=True)
    }
    assert labels["Trade between China and Russia reached $240 billion in 2023."] == "Supported"
    assert labels["Most of the trade in 2023 was crude oil."] == "Refuted"
    assert not any("Ferry" in claim for claim in labels)
