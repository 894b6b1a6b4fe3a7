"""A model whose answers a test names: what is asked of it is not looked at."""

from typing import Any

import pytest

from claimcheck.lm import Caller, Meter
from claimcheck.lm.endpoints import Endpoint, LanguageModel


def stand_in(monkeypatch: pytest.MonkeyPatch, *answers: Any) -> LanguageModel:
    """Gives the answers in turn, the last one again and again; an exception among them is raised."""
    queue = list(answers)

    async def call(self: Any, program: Any, fields: dict[str, str]) -> Any:
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(Caller, "__call__", call)
    return LanguageModel(None, Endpoint("m", "e", embedded=True), "m", Meter(), small=True)
