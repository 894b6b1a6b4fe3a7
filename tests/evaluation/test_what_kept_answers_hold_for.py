"""An answer that is kept holds for the same model at the same address, asked in the same way by the same claimcheck."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.commands.opening import opened_to_measure
from claimcheck.evaluation import calibrating, evaluate, running
from claimcheck.evaluation.extraction import evaluate_extraction
from claimcheck.lm import Caller, LanguageModel, Meter, PerCall
from claimcheck.lm.endpoints import Endpoint
from claimcheck.reports.progress import Quiet

MODEL = LanguageModel(None, Endpoint("m", "http://one/v1", embedded=False), "m", Meter(), small=False)
ELSEWHERE = replace(MODEL, endpoint=Endpoint("m", "http://other/v1", embedded=False))
GOLD = [{"section_header": "Span", "text": "The bridge is 640 metres long."}]
ROW = {"id": "a", "claim": "The bridge is 640 metres long.", "label": "SUPPORTED", "page": "Bridge"}
SENTENCE = {"id": "s", "document": ROW["claim"], "sentence": ROW["claim"], "decontext": ROW["claim"]}
SENTENCE |= {"checkworthy": "yes", "gold_claims": [ROW["claim"]], "claim_checkworthy": ["factual"]}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.jsonl"
    path.write_text(json.dumps(ROW | {"gold_evidence": GOLD}))
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the model was asked so far."""
    held: list[Any] = []

    async def call(self: Any, program: Any, fields: dict[str, str], longest: int | None = None) -> Any:
        held.append(fields)
        one = {"why": "", "supporting": 1, "refuting": 0, "same": "yes", "stance": "supports", "sure": 90}
        group = [one | {"claim": 1}]
        return SimpleNamespace(stance="supports", sentence=1, why="", status="fact", claims=[], answers=group)

    monkeypatch.setattr(Caller, "__call__", call)
    return held


def times(asked: list[Any], work: Any) -> int:
    before = len(asked)
    work()
    return len(asked) - before


def test_a_verdict(data: Path, tmp_path: Path, asked: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept.jsonl"
    group = replace(MODEL, per_call=PerCall(1, 10, 16384))
    for model in (MODEL, ELSEWHERE, group, replace(group, per_call=PerCall(1, 10, 4096))):
        assert times(asked, lambda held=model: evaluate("fm2", data, held, kept=kept)) > 0
        assert times(asked, lambda held=model: evaluate("fm2", data, held, kept=kept)) == 0
    monkeypatch.setattr(running, "__version__", "another")
    assert times(asked, lambda: evaluate("fm2", data, MODEL, kept=kept)) > 0


def test_a_sign(data: Path, tmp_path: Path, asked: list[Any]) -> None:
    kept = tmp_path / "kept.jsonl"
    for model in (MODEL, ELSEWHERE):
        assert times(asked, lambda held=model: calibrating.collect({"fm2": data}, held, kept=kept)) > 0
        assert times(asked, lambda held=model: calibrating.collect({"fm2": data}, held, kept=kept)) == 0


def test_a_draft(data: Path, tmp_path: Path, asked: list[Any]) -> None:
    kept = tmp_path / "kept.jsonl"
    data.write_text(json.dumps(SENTENCE))
    for model in (MODEL, ELSEWHERE):
        assert times(asked, lambda held=model: evaluate_extraction(data, held, kept=kept)) > 0
        assert times(asked, lambda held=model: evaluate_extraction(data, held, kept=kept)) == 0


@contextmanager
def opened(*rest: Any) -> Iterator[LanguageModel]:
    with opened_to_measure("m", "http://127.0.0.1:9/v1", Quiet(), *rest) as model:
        yield model


def test_what_measures_asks_as_claimcheck_toml_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claimcheck.toml").write_text("[model]\nclaims_per_call = 3\ncontext = 9000\ntimeout = 7\n")
    with opened() as model:
        assert (model.per_call.claims, model.per_call.context) == (3, 9000)
        assert model.engine is not None
        assert model.engine.connection.timeout == 7
    with opened(1) as model:
        assert (model.per_call.claims, model.per_call.context) == (1, 9000)
