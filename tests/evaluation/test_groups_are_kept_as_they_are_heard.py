"""Of several cases a call, what one answer settled is kept, also where the second reading of the others fails."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.errors import ServiceError
from claimcheck.evaluation import evaluate
from claimcheck.lm import Caller, LanguageModel, Meter, PerCall
from claimcheck.lm.endpoints import Endpoint

CLAIM = "The bridge is 640 metres long."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    held = {"claim": CLAIM, "page": "Bridge", "gold_evidence": [{"section_header": "", "text": CLAIM}]}
    rows = [held | {"id": f"c{n}", "label": "SUPPORTED"} for n in range(3)]
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_what_was_paid_for_is_not_lost(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {"why": "", "supporting": 1, "refuting": 0, "same": "yes", "stance": "supports", "sure": 90}
    meter, asked, gone = Meter(), [], [True]

    async def call(self: Any, program: Any, fields: dict[str, str], longest: int | None = None) -> Any:
        claims = fields["claims"].splitlines()
        asked.append(len(claims))
        if len(claims) == 1 and gone[0]:
            raise ServiceError("gone")
        meter.add({"prompt_tokens": 10, "completion_tokens": 1})
        left_out = 1 if len(claims) > 1 else 0
        numbers = range(1 + left_out, len(claims) + 1)
        return SimpleNamespace(answers=[answer | {"claim": number} for number in numbers])

    monkeypatch.setattr(Caller, "__call__", call)
    one = Endpoint("m", "e", embedded=False)
    model = LanguageModel(None, one, "m", meter, small=False, per_call=PerCall(1, 3, 16384))
    kept = tmp_path / "kept.jsonl"
    with pytest.raises(ServiceError):
        evaluate("fm2", data, model, kept=kept)
    assert len(kept.read_text().splitlines()) == 2
    gone[0] = False
    scores = evaluate("fm2", data, model, kept=kept)
    assert asked == [3, 1, 1]
    assert [outcome.given for outcome in scores.outcomes] == ["Supported"] * 3
    assert sum(outcome.calls for outcome in scores.outcomes) == 2
    assert sum(outcome.tokens for outcome in scores.outcomes) == 22
