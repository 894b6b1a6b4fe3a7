"""Runs DSPy programs on a model: a limit of calls at a time, and every failure as an error of ours."""

from __future__ import annotations

import asyncio
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.lm.adapter import compact_adapter
from claimcheck.lm.endpoints import LanguageModel
from claimcheck.lm.engine import service_error_from
from claimcheck.lm.words import one_word, word_adapter

AT_A_TIME = 8  # calls to a server; the embedded model answers one at a time


class Caller:
    """`await caller(program, fields)` for one model and one event loop."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._gate = asyncio.Semaphore(1 if model.small else AT_A_TIME)

    async def __call__(self, program: Any, fields: dict[str, str]) -> Any:
        """The program's prediction. Raises `ServiceError`, `ModelError` or `ReplayError`."""
        import dspy

        async with self._gate:
            try:
                adapter = _adapter_for(program)
                # Without `trace=None`, DSPy keeps the last ten thousand calls with all that was put to them.
                with dspy.context(lm=self._model.lm, adapter=adapter, disable_history=True, trace=None):
                    return await program.acall(**fields)
            except ClaimcheckError:
                raise
            except Exception as error:
                raise service_error_from(error) from error


def _adapter_for(program: Any) -> Any:
    """The one for questions that a word answers, or the one for answers in JSON."""
    return word_adapter() if one_word(program.signature) else compact_adapter()
