"""Runs DSPy programs on a model, with every failure as an error of ours. The endpoint's gate says how many at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.errors import ModelError
from claimcheck.lm.endpoints import LanguageModel
from claimcheck.lm.faults import service_error_from
from claimcheck.lm.words import one_word

SEVERAL = 3  # answers; fewer may be the fault of their sentences


class Caller:
    """`await caller(program, fields)` for one model."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._used, self._unusable = 0, list[str]()

    @property
    def useless(self) -> str:
        """Why none of several answers could be used, "" where one could: a model that thinks beyond its room, say."""
        return self._unusable[-1] if not self._used and len(self._unusable) >= SEVERAL else ""

    async def __call__(self, program: Any, fields: Mapping[str, str], longest: int | None = None) -> Any:
        """The program's prediction; `longest` is the most tokens of the answer, where it is not the usual.

        Raises `ServiceError`, `ModelError` or `ReplayError`.
        """
        import dspy

        config = {"config": {"max_tokens": longest}} if longest else {}
        try:
            adapter = _adapter_for(program)
            # Without `trace=None`, DSPy keeps the last ten thousand calls with all that was put to them.
            with dspy.context(lm=self._model.lm, adapter=adapter, disable_history=True, trace=None):
                found = await program.acall(**fields, **config)
        except Exception as error:
            told = service_error_from(error)
            if isinstance(told, ModelError):
                self._unusable.append(str(told))
            if told is error:
                raise
            raise told from error
        self._used += 1
        return found


def _adapter_for(program: Any) -> Any:
    """The one for questions that a word answers, or the one for answers in JSON."""
    from claimcheck.lm.adapters import compact_adapter, word_adapter

    return word_adapter() if one_word(program.signature) else compact_adapter()
