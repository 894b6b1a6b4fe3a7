"""A calibration is fitted on one half of public data by the command, kept as it goes, and read again by the judge."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Label
from claimcheck.errors import InputError, ServiceError
from claimcheck.evaluation.calibrating import Signed, calibrated, collect, measured
from claimcheck.evaluation.datasets import Half, half_with
from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel

S, R = Label.SUPPORTED, Label.REFUTED


def signed(number: int, sign: float) -> Signed:
    return Signed(task="fm2", id=f"c{number}", gold=S if sign > 0 else R, signs={"sign": sign})


CASES = [signed(n, 1.0 if n % 2 else -1.0) for n in range(40)]


def test_what_is_fitted_on_one_half_tells_the_other() -> None:
    fitted = calibrated(CASES, "prompts")
    count = sum(half_with(case.id) is Half.DEVELOPED_ON for case in CASES)
    assert fitted.fitted_on == f"{count} cases of Fool Me Twice"
    told = measured(CASES, fitted, Half.HELD_BACK)["fm2"]
    assert len(told) == len(CASES) - count
    assert all(outcome.given is outcome.gold for outcome in told)


def test_where_a_search_found_the_evidence_labels_are_as_frequent_as_they_are() -> None:
    cases = [signed(n, 1.0 if n % 4 else -1.0).model_copy(update={"signs": {"sign": 0.0}}) for n in range(80)]
    here = [case for case in cases if half_with(case.id) is Half.DEVELOPED_ON]
    share = sum(case.gold is S for case in here) / len(here)
    assert share > 0.6
    even, natural = (calibrated(cases, "prompts", found=found) for found in (False, True))
    assert even.probabilities({})[S] == pytest.approx(even.probabilities({})[R], abs=0.01)
    assert natural.probabilities({})[S] == pytest.approx(share, abs=0.03)


def test_nothing_to_fit_on_is_said() -> None:
    with pytest.raises(InputError, match="probabilities"):
        calibrated([case.model_copy(update={"signs": None}) for case in CASES], "prompts")


def model(monkeypatch: pytest.MonkeyPatch, failing_at: int | None = None) -> tuple[LanguageModel, list[Any]]:
    asked: list[Any] = []

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        if failing_at is not None and len(asked) >= failing_at:
            raise ServiceError("gone")
        asked.append(fields)
        top = [{"token": word, "logprob": -1.0 - i} for i, word in enumerate(("supports", "refutes"))]
        return SimpleNamespace(logprobs={"content": [{"top_logprobs": top}]})

    monkeypatch.setattr(Caller, "__call__", call)
    return LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True), asked


def test_a_case_costs_one_question_and_is_not_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = [{"section_header": "Span", "text": "The bridge is 640 metres long."}]
    rows = [
        {
            "id": f"r{n}",
            "claim": "The bridge is long.",
            "label": label,
            "page": "Bridge",
            "gold_evidence": gold,
        }
        for n, label in enumerate(("SUPPORTED", "REFUTED", "SUPPORTED"))
    ]
    data, kept = tmp_path / "fm2.jsonl", tmp_path / "kept.jsonl"
    data.write_text("\n".join(json.dumps(row) for row in rows))
    one, _ = model(monkeypatch, failing_at=2)
    with pytest.raises(ServiceError):
        collect({"fm2": data}, one, kept=kept)
    kept.write_text(kept.read_text() + '{"torn')
    two, asked = model(monkeypatch)
    cases = collect({"fm2": data}, two, kept=kept)
    assert len(asked) == 1
    assert all(case.signs and case.signs["supports over refutes"] == pytest.approx(1.0) for case in cases)
