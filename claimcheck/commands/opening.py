"""Opens the model that a run's settings ask for, with its kept answers, its budget and its price."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.commands.limits import refuse_unknown_price
from claimcheck.commands.weights import fetch_encoder_or_say, weights_for

if TYPE_CHECKING:
    from claimcheck.evidence import Source
    from claimcheck.lm import LanguageModel, ModelOptions, ModelPrice, PerCall, Price
    from claimcheck.reports.progress import Progress
    from claimcheck.settings import Settings


@contextmanager
def opened(settings: Settings, progress: Progress, say: Callable[[str], None]) -> Iterator[LanguageModel]:
    """The model until the block ends; `say` hears what became of kept answers. Raises what `open_model` does.

    While recording or replaying every answer comes from the service or from the recording alone.
    """
    from claimcheck.lm import KeptAnswers, Meter, RunBudget, open_model

    replaying, taped = settings.replay is not None, settings.record or settings.replay
    access = (settings.model, settings.base_url, settings.api_key)
    price = price_for(settings.model, settings.base_url, settings.prices)
    if replaying and price is not None and price.set is None:
        price = None  # today's table is not what was paid, and two replays are to be equal
    refuse_unknown_price(settings.limits, price, settings.model)
    if not replaying:
        fetch_encoder_or_say(settings.evidence, progress, say)
    kept = None if taped else KeptAnswers(since=time.time() if settings.fresh else 0.0)
    with open_model(
        *access,
        meter=Meter(price),
        options=settings.options,
        weights=None if replaying else weights_for(settings.model, progress),
        replay=replaying,
        taped=taped is not None,
        kept=kept,
        budget=RunBudget(settings.limits) if settings.limits.any else None,
    ) as model:
        try:
            yield model
        finally:
            for note in kept.notes if kept else ():
                say(note)


@contextmanager
def opened_to_measure(
    model: str | None, base_url: str | None, progress: Progress, claims_per_call: int | None = None
) -> Iterator[LanguageModel]:
    """The model of the flags, the environment and claimcheck.toml, as a run has it, until the block ends.

    Every answer is asked for anew. Raises `UsageError` and `ServiceError`.
    """
    from claimcheck.configuration import read_configuration
    from claimcheck.lm import open_model
    from claimcheck.settings import model_access

    access, options = model_access(model, base_url), read_configuration().model
    if claims_per_call is not None:
        options = options.model_copy(update={"claims_per_call": claims_per_call})
    with open_model(*access, options=options, weights=weights_for(access[0], progress)) as held:
        yield held


def refuse_without_evidence(sources: Sequence[Source]) -> list[str]:
    """Raises `ServiceError` where no source can answer, before claims are paid for that nothing could decide.

    Gives what is wrong with the others, a line each. Sources that are asked over a network are not asked here.
    """
    from claimcheck.errors import ServiceError
    from claimcheck.evidence import failures_known_here

    told = [f"{status.name}: {status.failure}" for status in failures_known_here(sources)]
    if sources and len(told) == len(sources):
        raise ServiceError(f"{'; '.join(told)}. No claim could be looked up, so nothing was asked")
    return told


def price_for(model: str | None, base_url: str | None, prices: Mapping[str, ModelPrice]) -> Price | None:
    """What a model costs, by the settings `prices` or the table; None where that is not known."""
    from claimcheck.lm import DEFAULT_MODEL, is_embedded, price_of
    from claimcheck.lm.endpoints import OPENAI

    return price_of(model or DEFAULT_MODEL, base_url or OPENAI, prices, embedded=is_embedded(model))


def thinking_for(model: str | None, options: ModelOptions) -> int:
    """The tokens that a model may think with in a call; an embedded one, which None is too, does not think."""
    from claimcheck.lm import is_embedded

    return 0 if is_embedded(model) else options.thinking


def per_call_for(model: str | None, options: ModelOptions) -> PerCall:
    """How much a model is asked in one call: an embedded one, which None is too, one thing."""
    from claimcheck.lm import is_embedded, per_call_of

    return per_call_of(options, small=is_embedded(model))
