"""The model's answers kept as they were written: a run resumes, and changed rules are scored without the model."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.claims import Refer, TakeApart
from claimcheck.claims.drafts import SentenceDraft
from claimcheck.claims.extraction import Ask
from claimcheck.domain import Frozen, Usage
from claimcheck.errors import ModelError
from claimcheck.evaluation.keeping import append, lines_of


class Spent(Frozen):
    """What answers took; tokens are those read and written."""

    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        seconds = round(self.seconds + other.seconds, 2)
        return Spent(calls=self.calls + other.calls, tokens=self.tokens + other.tokens, seconds=seconds)


class Answer(Frozen):
    """One answer, under the hash of all that was asked: a sentence's draft, the facts of a claim, or who is meant.

    `failure` stands where the answer could not be used.
    """

    key: str
    fields: dict[str, str]
    draft: SentenceDraft | None = None
    facts: tuple[str, ...] | None = None
    meant: str | None = None
    failure: str = ""
    spent: Spent = Spent()


class KeptAnswers:
    """Asks through a file of answers: what stands in it is not asked again.

    `identity` names everything else that an answer depends on, the model and the prompt, for each of the questions:
    "draft", "facts" and "meant".
    """

    def __init__(
        self,
        ask: Ask,
        take_apart: TakeApart,
        refer: Refer,
        usage: Callable[[], Usage],
        identity: Mapping[str, str],
        kept: Path | None = None,
    ) -> None:
        self._ask, self._take_apart, self._refer, self._usage = ask, take_apart, refer, usage
        self._identity, self._kept, self._held = identity, kept, _read(kept)
        self.spent = Spent()

    async def ask(self, **fields: str) -> SentenceDraft:
        """The draft for these fields. Raises what asking raises; a `ModelError` is kept like an answer."""
        draft = (await self._answer(fields, "draft", lambda: self._ask(**fields))).draft
        assert draft is not None, "an answer without one has a failure, which is raised"
        return draft

    async def take_apart(self, claim: str) -> Sequence[str]:
        """The facts of a claim; the same of errors."""
        return (await self._answer({"claim": claim}, "facts", lambda: self._take_apart(claim))).facts or ()

    async def refer(self, fields: Mapping[str, str]) -> str:
        """Who or what is meant; the same of errors."""
        return (await self._answer(dict(fields), "meant", lambda: self._refer(fields))).meant or ""

    async def _answer(
        self, fields: dict[str, str], name: str, asking: Callable[[], Awaitable[Any]]
    ) -> Answer:
        asked = json.dumps([self._identity[name], fields], sort_keys=True)
        key = hashlib.sha256(asked.encode()).hexdigest()[:24]
        answer = self._held.get(key) or await self._new(key, fields, name, asking)
        self.spent += answer.spent
        if answer.failure:
            raise ModelError(answer.failure)
        return answer

    async def _new(
        self, key: str, fields: dict[str, str], name: str, asking: Callable[[], Awaitable[Any]]
    ) -> Answer:
        before, begun = self._usage(), time.perf_counter()
        held: dict[str, Any] = {}
        try:
            held[name] = await asking()
        except ModelError as error:
            held["failure"] = str(error)
        answer = Answer(key=key, fields=fields, spent=self._since(before, begun), **held)
        self._held[key] = answer
        append(self._kept, answer.model_dump_json())
        return answer

    def _since(self, before: Usage, begun: float) -> Spent:
        after = self._usage()
        read, written = (
            after.prompt_tokens - before.prompt_tokens,
            after.completion_tokens - before.completion_tokens,
        )
        seconds = round(time.perf_counter() - begun, 2)
        return Spent(calls=after.calls - before.calls, tokens=read + written, seconds=seconds)


def _read(kept: Path | None) -> dict[str, Answer]:
    """What a file holds; what is no answer, or was torn by an interruption, is passed over."""
    held = {}
    for line in lines_of(kept):
        try:
            answer = Answer.model_validate_json(line)
        except ValueError:
            continue
        held[answer.key] = answer
    return held
