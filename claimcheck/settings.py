"""One settings object: flags over environment over defaults, read once and passed down."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from claimcheck.domain import Frozen
from claimcheck.errors import UsageError
from claimcheck.evidence.options import EmbeddingOptions, EvidenceOptions
from claimcheck.lm.budget import Limits
from claimcheck.lm.options import ModelOptions
from claimcheck.lm.prices import ModelPrice


class Settings(Frozen):
    """What a run was asked to do. `model`, `base_url` and `api_key` all None: the embedded model."""

    article: str
    references: tuple[str, ...] = ()
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = None
    record: Path | None = None
    replay: Path | None = None
    published: str | None = None
    form: str | None = None
    outputs: tuple[Path, ...] = ()
    fail_on: str = "never"
    passages: int = 5
    evidence: EvidenceOptions = EvidenceOptions()
    limits: Limits = Limits()
    options: ModelOptions = ModelOptions()
    prices: Mapping[str, ModelPrice] = {}
    fresh: bool = False


def evidence_settings(
    config: Path | None,
    references: Sequence[str] | None,
    as_of: str | None = None,
    taped: Path | None = None,
    replay: Path | None = None,
    meaning: bool | None = None,
) -> tuple[tuple[str, ...], EvidenceOptions]:
    """`(references, options)` of the flags over those of claimcheck.toml.

    `taped` is the file of a recording or replay: neither may be answered from the HTTP cache. `meaning` is the
    flag for the ranking by meaning; see `ranking_by_meaning`.
    Raises `UsageError`.
    """
    from claimcheck.configuration import read_configuration

    read = read_configuration(config)
    changes: dict[str, object] = {"embeddings": ranking_by_meaning(meaning, read.evidence.embeddings, replay)}
    if as_of is not None:
        try:
            changes["as_of"] = date.fromisoformat(as_of)
        except ValueError as error:
            raise UsageError(f"--as-of takes a day such as 2024-02-08, not {as_of!r}") from error
    if taped is not None:
        changes |= {"http_cache": False, "replaying": replay is not None}
    named = tuple(references) if references else read.references
    if any(not name.strip() for name in named):
        raise UsageError("a name of references is empty: name a folder or a source with -r")
    if any(_holds_secrets(name) for name in named):  # the name stands in every report
        raise UsageError(
            "a source's address holds a name, password or key: give the source a name in claimcheck.toml, and its "
            "key_env the variable that holds them"
        )
    return named, read.evidence.model_copy(update=changes)


def _holds_secrets(name: str) -> bool:
    from claimcheck.evidence.registry import PREFIXES
    from claimcheck.lm.access import secrets_of

    prefix = next((prefix for prefix in PREFIXES if name.startswith(prefix)), None)
    try:
        return prefix is not None and bool(secrets_of(name.removeprefix(prefix)))
    except ValueError:  # it is no address, which the source says
        return False


def ranking_by_meaning(
    flag: bool | None, told: EmbeddingOptions | None, replay: Path | None = None
) -> EmbeddingOptions | None:
    """What ranks by meaning: by the flag, else by claimcheck.toml, else the encoder where it is here already.

    In a replay the recording alone decides whether the encoder does: it was asked then, or it was not.
    """
    from claimcheck.lm import ENCODER, path_of
    from claimcheck.lm.recording import holds_embeddings

    if flag is False:
        return None
    if told is not None and told.model:
        return told
    wanted = flag if flag is not None else told.embedded if told is not None else path_of(ENCODER) is not None
    if replay is not None:
        wanted = holds_embeddings(replay, ENCODER)
    return EmbeddingOptions(embedded=True) if wanted else None


def model_access(
    model: str | None,
    base_url: str | None,
    environment: Mapping[str, str] | None = None,
    replaying: bool = False,
) -> tuple[str | None, str | None, str | None]:
    """`(model, base_url, api_key)` from the flags and OPENAI_BASE_URL, OPENAI_API_KEY; `replaying` needs no key.

    Raises `UsageError` where a flag is empty, or a model is named that neither a key nor an address can reach.
    """
    from claimcheck.lm import MODELS
    from claimcheck.lm.access import ADDRESS, KEY, reachable, refuse_bad_address

    for flag, value in {"--model": model, "--base-url": base_url}.items():
        if value is not None and not value.strip():  # as of a variable that is not set
            raise UsageError(f"{flag} is empty: give it a value, or leave it out")
    env = os.environ if environment is None else environment
    model, base_url = (model.strip() if model else None), (base_url or "").strip()
    if model in MODELS:
        if base_url:
            raise UsageError(f"{model} is an embedded model, which runs here: leave --base-url out")
        return model, None, None
    address = base_url or env.get(ADDRESS, "").strip() or None
    if model is None and address and not base_url and not env.get(KEY):
        raise UsageError("OPENAI_BASE_URL is set: name the server's model with --model")
    if model is None:
        if base_url:
            raise UsageError("--base-url needs --model: the name that the server knows the model by")
        return None, None, None  # a key alone does not spend money: --model asks for it
    if address:
        refuse_bad_address(address)
    return model, address, None if replaying else reachable(model, address, env)
