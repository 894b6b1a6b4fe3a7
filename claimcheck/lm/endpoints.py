"""Opens a language model: any OpenAI-compatible endpoint, or the embedded one where none is named."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from claimcheck.errors import ServiceError
from claimcheck.lm.access import without_secrets
from claimcheck.lm.budget import Budget
from claimcheck.lm.embedded import EMBEDDED, serve
from claimcheck.lm.engine import Connection, OpenAIEngine, Relay, SyncEngine
from claimcheck.lm.kept import KeptAnswers
from claimcheck.lm.meter import Meter
from claimcheck.lm.options import ONE_THING, ModelOptions, PerCall, per_call_of
from claimcheck.lm.standing import Standing
from claimcheck.lm.verifying import refuse_changed
from claimcheck.lm.weights import DEFAULT_MODEL, MODELS, is_embedded, path_of

OPENAI = "https://api.openai.com/v1"
LONGEST = 500  # tokens of an answer, where a question sets no other
_ANY_NAME = "openai/model"  # DSPy refuses the settings of some names; the engine asks for the true one


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers. `label` is what a report calls it: an address without secrets, or "embedded"."""

    model: str
    label: str
    embedded: bool


async def _nothing() -> None:
    """Closes nothing."""


@dataclass(frozen=True)
class LanguageModel:
    """An open model: `name` for the report, `small` where it answers one call after another."""

    made: Callable[[], Any] | None
    """Makes it as DSPy takes it: who only passes questions on needs no DSPy."""
    endpoint: Endpoint
    name: str
    meter: Meter
    small: bool
    aclose: Callable[[], Awaitable[None]] = _nothing
    """Closes the connections of the running event loop, unless a call of that loop is under way."""
    per_call: PerCall = ONE_THING
    """How much is asked in one call."""
    engine: OpenAIEngine | None = None

    @cached_property
    def lm(self) -> Any:
        """The model as DSPy takes it."""
        return self.made() if self.made else None

    def counted_by(self, meter: Meter, standing: Standing | None = None) -> LanguageModel:
        """The same model on the same connections, counted apart: for articles that share it.

        `standing` tells whether it answers this article: it may refuse all from some article on, as when credit ends.
        """
        assert self.engine is not None
        engine = copy(self.engine)
        engine.meter = meter
        engine.standing = standing or engine.standing
        return replace(self, made=partial(_lm, engine), meter=meter, engine=engine, aclose=_nothing)

    def relayed(self, relay: Relay) -> LanguageModel:
        """The same model, answered by another process, which counts and pays."""
        relayed = self.counted_by(Meter())
        assert relayed.engine is not None
        relayed.engine.relay = relay
        return relayed

    def known_to_answer(self) -> None:
        """Says that it has answered before, so that a refusal is of one question and not of how it is asked."""
        if self.engine is not None:
            self.engine.standing.answered = True

    async def answer(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """What is relayed to this process: see `OpenAIEngine.answer`."""
        assert self.engine is not None
        return await self.engine.answer(arguments)


@contextmanager
def open_model(
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    *,
    meter: Meter | None = None,
    options: ModelOptions | None = None,
    weights: Path | None = None,
    replay: bool = False,
    taped: bool = False,
    kept: KeptAnswers | None = None,
    budget: Budget | None = None,
    patience: float = 0.0,
) -> Iterator[LanguageModel]:
    """Opens the model and closes it with the block; where none is named, the embedded one.

    `replay` opens no engine: every answer comes from a recording; `taped` says that one is replayed or made. `kept`
    are answers that are not asked for again; `budget` may refuse calls; `patience` is for how many seconds a service
    that is away is tried.
    Raises `ServiceError` where the embedded model is not there or cannot be loaded.
    """
    meter, options = meter or Meter(), options or ModelOptions()
    with ExitStack() as stack:
        if is_embedded(model):
            name = model or DEFAULT_MODEL
            address = EMBEDDED if replay else stack.enter_context(serve(_weights(name, weights)))
            endpoint = Endpoint(name, "embedded", embedded=True)
            label = name_of(name)
            connection = Connection(address, "none", name, options.timeout, concurrency=1, who=label)
        else:
            address = base_url or OPENAI
            endpoint = Endpoint(model or "", without_secrets(address), embedded=False)
            label = endpoint.model
            connection = Connection(
                address,
                api_key or "none",
                endpoint.model,
                options.timeout,
                concurrency=options.concurrency,
                outage=patience,
                thinking=options.thinking,
                taped=taped,
            )
        engine = OpenAIEngine(connection, meter, kept, budget)
        yield LanguageModel(
            partial(_lm, engine),
            endpoint,
            label,
            meter,
            endpoint.embedded,
            engine.aclose,
            per_call_of(options, small=endpoint.embedded),
            engine,
        )


def name_of(model: str | None) -> str:
    """What reports call a model, and what is kept of it: an embedded one, which None is too, with the hash of its file."""
    name = model or DEFAULT_MODEL
    return f"{name} (embedded, sha256 {MODELS[name].sha256[:12]})" if name in MODELS else name


def _weights(name: str, weights: Path | None) -> Path:
    path = weights or path_of(name)
    if path is None:
        raise ServiceError(f"the embedded model {name} is not here yet: claimcheck model pull {name}")
    since = f"published: claimcheck model pull {name} fetches it anew"
    refuse_changed(MODELS[name], path, "the embedded model", since)
    return path


def _lm(engine: OpenAIEngine) -> Any:
    import dspy

    return dspy.LM(
        _ANY_NAME,
        engine=SyncEngine(engine),
        async_engine=engine,
        cache=False,
        num_retries=0,
        temperature=0.0,
        max_tokens=LONGEST,
    )
