"""The real pipeline on the example article and on one about a club, replayed from what the embedded model answered."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import disable_socket, enable_socket
from typer.testing import CliRunner

from claimcheck.cli import app

ROOT = Path(__file__).resolve().parents[2]
CASSETTES = ROOT / "cassettes" / "pipeline"
ROWING = "tests/pipeline/rowing"


@pytest.fixture(autouse=True)
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    monkeypatch.chdir(ROOT)
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


def replayed(article: str, references: str, cassette: str) -> str:
    arguments = ["check", article, "-r", references, "--format", "json"]
    result = CliRunner().invoke(app, [*arguments, "--replay", str(CASSETTES / cassette)])
    assert result.exit_code == 0, result.output
    return result.stdout


def grounded(report: dict[str, Any]) -> dict[str, str]:
    """The label of each claim, when every span and citation of the report has been looked up."""
    text = report["article"]["text"]
    spans = [span for claim in report["claims"] for span in claim["spans"]]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["quotation"] for span in spans)
    passages = {p["id"]: p["text"] for verdict in report["verdicts"] for p in verdict["evidence"]}
    citations = [c for verdict in report["verdicts"] for c in verdict["citations"]]
    assert citations
    assert all(passages[c["passage"]][c["start"] : c["end"]] == c["quotation"] for c in citations)
    assert len(report["ledger"]) == len(report["article"]["sentences"])
    return {claim["text"]: v["label"] for claim, v in zip(report["claims"], report["verdicts"], strict=True)}


def test_two_replays_are_equal_byte_for_byte_and_grounded() -> None:
    example = ("examples/article.txt", "examples/references", "example.yaml")
    first = replayed(*example)
    assert first == replayed(*example)
    labels = grounded(json.loads(first))
    assert labels["Trade between China and Russia reached $240 billion in 2023."] == "Supported"
    assert labels["Most of the trade in 2023 was crude oil."] == "Refuted"
    assert not any("Ferry" in claim for claim in labels)


def test_a_sentence_about_her_is_taken_apart_into_facts_about_a_name() -> None:
    """ "She rowed for Portugal at two Olympic Games, lives in Portsmouth and teaches physics." """
    report = json.loads(replayed(f"{ROWING}/article.txt", f"{ROWING}/references", "rowing.yaml"))
    labels = grounded(report)
    told = ["rowed for Portugal at two Olympic Games", "lives in Portsmouth", "teaches physics"]
    claims = {claim["text"]: claim for claim in report["claims"]}
    for words in told:
        assert claims[f"Lena Ortiz {words}."]["spans"][0]["quotation"] == words
    assert labels["Lena Ortiz teaches physics."] == "Supported"
    assert labels["The Gosport Rowing Club has 320 members."] == "Not Enough Evidence"
    assert not any(claim.startswith(("She ", "It ", "They ")) for claim in labels)
    assert "refer" in report["provenance"]["prompts"]
