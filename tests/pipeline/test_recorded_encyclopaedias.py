"""The example article against an offline encyclopaedia alone, and against a MediaWiki: replayed runs."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import disable_socket, enable_socket
from typer.testing import CliRunner

from claimcheck.cli import app

ROOT = Path(__file__).resolve().parents[2]
CASSETTES = ROOT / "cassettes" / "pipeline"
WIKI = "mediawiki+http://127.0.0.1:8642/api.php"


@pytest.fixture(autouse=True)
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(ROOT)
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


def replayed(name: str, reference: str) -> dict[str, Any]:
    cassette = CASSETTES / f"{name}.yaml"
    if not cassette.is_file():
        pytest.skip(f"record it with tests/record.sh {name}")
    arguments = [
        "check",
        "examples/article.txt",
        "-r",
        reference,
        "--format",
        "json",
        "--replay",
        str(cassette),
    ]
    results = [CliRunner().invoke(app, arguments) for _ in range(2)]
    assert results[0].exit_code == 0, results[0].output
    assert results[0].stdout == results[1].stdout
    found: dict[str, Any] = json.loads(results[0].stdout)
    return found


def labels(report: dict[str, Any]) -> dict[str, str]:
    return {c["text"]: v["label"] for c, v in zip(report["claims"], report["verdicts"], strict=True)}


def test_the_offline_encyclopaedia_alone(tmp_path: Path) -> None:
    pytest.importorskip("libzim")
    spec = importlib.util.spec_from_file_location("zim", ROOT / "tests" / "mediawiki" / "zim.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    report = replayed("zim", str(module.write(tmp_path / "notes.zim")))
    assert labels(report)["Trade between China and Russia reached $240 billion in 2023."] == "Supported"
    assert report["provenance"]["sources"][0]["kind"] == "zim"


def test_a_mediawiki() -> None:
    report = replayed("mediawiki", WIKI)
    assert labels(report)["Trade between China and Russia reached $240 billion in 2023."] == "Supported"
    cited = {c["passage"] for verdict in report["verdicts"] for c in verdict["citations"]}
    passages = [p for verdict in report["verdicts"] for p in verdict["evidence"] if p["id"] in cited]
    assert passages
    assert all(p["revision"] and p["accessed"] and "oldid=" in p["url"] for p in passages)
