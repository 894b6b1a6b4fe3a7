"""The model's answers kept as they were written: a run resumes, and changed rules are scored without the model."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck.claims.drafts import SentenceDraft
from claimcheck.claims.extraction import Ask
from claimcheck.domain import Frozen, Usage
from claimcheck.errors import ModelError


class Spent(Frozen):
    """What answers took; tokens are those read and written."""

    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        seconds = round(self.seconds + other.seconds, 2)
        return Spent(calls=self.calls + other.calls, tokens=self.tokens + other.tokens, seconds=seconds)


class Answer(Frozen):
    """One answer, under the hash of all that was asked. `failure` stands where the answer could not be used."""

    key: str
    fields: dict[str, str]
    draft: SentenceDraft | None
    failure: str = ""
    spent: Spent = Spent()


class KeptAnswers:
    """Asks through a file of answers: what stands in it is not asked again.

    `identity` names everything else that an answer depends on: the model and the prompts.
    """

    def __init__(self, ask: Ask, usage: Callable[[], Usage], identity: str, kept: Path | None = None) -> None:
        self._ask, self._usage, self._identity, self._kept = ask, usage, identity, kept
        self._held = _read(kept)
        self.spent = Spent()

    async def __call__(self, **fields: str) -> SentenceDraft:
        """The draft for these fields. Raises what asking raises; a `ModelError` is kept like an answer."""
        key = hashlib.sha256(json.dumps([self._identity, fields], sort_keys=True).encode()).hexdigest()[:24]
        answer = self._held.get(key) or await self._new(key, fields)
        self.spent += answer.spent
        if answer.draft is None:
            raise ModelError(answer.failure)
        return answer.draft

    async def _new(self, key: str, fields: dict[str, str]) -> Answer:
        before, begun = self._usage(), time.perf_counter()
        draft, failure = None, ""
        try:
            draft = await self._ask(**fields)
        except ModelError as error:
            failure = str(error)
        after = self._usage()
        tokens = (after.prompt_tokens + after.completion_tokens) - (
            before.prompt_tokens + before.completion_tokens
        )
        seconds = round(time.perf_counter() - begun, 2)
        spent = Spent(calls=after.calls - before.calls, tokens=tokens, seconds=seconds)
        answer = Answer(key=key, fields=fields, draft=draft, failure=failure, spent=spent)
        self._held[key] = answer
        if self._kept is not None:
            with self._kept.open("a", encoding="utf-8") as file:
                file.write(answer.model_dump_json() + "\n")
        return answer


def _read(kept: Path | None) -> dict[str, Answer]:
    """What a file holds; a last line that was torn by an interruption is closed and passed over."""
    if kept is None or not kept.is_file():
        return {}
    text = kept.read_text(encoding="utf-8")
    if text and not text.endswith("\n"):
        kept.write_text(text + "\n", encoding="utf-8")
    held = {}
    for line in text.splitlines():
        try:
            answer = Answer.model_validate_json(line)
        except ValueError:
            continue
        held[answer.key] = answer
    return held
