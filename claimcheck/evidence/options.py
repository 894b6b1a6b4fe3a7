"""What a user may set for the sources, as `claimcheck.toml` spells it, and how a source gets to the network."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from claimcheck.domain import Frozen

if TYPE_CHECKING:
    from claimcheck.evidence.fetching import Fetcher


class SourceOptions(Frozen):
    """One source. `limit` is how many pages or passages it is asked for, `timeout` is in seconds."""

    kind: str = ""  # folder, zim, mediawiki, claimreview, google-factcheck, searxng, brave or tavily
    path: str = ""  # of a folder or file
    url: str = ""  # of an interface
    language: str = "en"
    limit: int | None = Field(default=None, ge=1, le=50)
    timeout: float | None = Field(default=None, gt=0, le=300)
    trust: float | None = Field(default=None, ge=0, le=1)
    key_env: str = ""  # the environment variable that holds the key, or `name:password` of a wiki or SearXNG
    private: bool = False  # whether the interface may stand at a private address
    calls: int | None = Field(default=None, ge=1)  # requests in one run, at most

    @field_validator("url")
    @classmethod
    def _open(cls, url: str) -> str:
        return _without_secrets(url)


class EmbeddingOptions(Frozen):
    """What ranks the passages by meaning: the embedded encoder, or a server of the OpenAI protocol.

    Neither of them, as by default here: no such ranking.
    """

    embedded: bool = False
    model: str = ""
    base_url: str = ""
    key_env: str = ""

    @field_validator("base_url")
    @classmethod
    def _open(cls, url: str) -> str:
        return _without_secrets(url)

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if bool(self.model) != bool(self.base_url):
            raise ValueError("a server takes model and base_url both")
        if self.embedded and self.model:
            raise ValueError("either embedded = true or a server's model and base_url")
        return self

    @property
    def name(self) -> str:
        """What a report calls it, "" where there is none."""
        from claimcheck.lm.weights import ENCODER, ENCODERS

        if self.embedded:
            return f"{ENCODER} (embedded, sha256 {ENCODERS[ENCODER].sha256[:12]})"
        return self.model


class EvidenceOptions(Frozen):
    """What holds for all sources, and the sources by name."""

    sources: Mapping[str, SourceOptions] = Field(default_factory=dict)
    trust: Mapping[str, float] = Field(
        default_factory=dict
    )  # a site ("example.org", its subdomains too) → 0 to 1
    contact: str = ""  # an address of yours that the User-Agent names; Wikimedia asks for one
    tokens: int = Field(default=2000, ge=100)  # of passages for one claim, at most
    as_of: date | None = None  # evidence published later is kept out
    embeddings: EmbeddingOptions | None = None  # None where nobody said: see `settings.ranking_by_meaning`
    archive: str = ""  # the folder where texts of fetched pages are kept
    http_cache: bool = True
    replaying: bool = False  # answers come from a recording: no key is needed, and nobody waits

    @property
    def ranker(self) -> str:
        """What ranks by meaning, as a report calls it, "" where nothing does."""
        return self.embeddings.name if self.embeddings else ""


def _without_secrets(address: str) -> str:
    """The address. Raises `ValueError` where it holds a password or a key: settings are kept with a run, and read by others."""
    from claimcheck.lm.access import secrets_of

    if secrets_of(address):
        raise ValueError(
            "an address may hold no name, password or key: put it in a variable of the environment, and name that "
            "with key_env"
        )
    return address


def key_of(options: SourceOptions, default: str, environment: Mapping[str, str] | None = None) -> str:
    """The key of a source from the environment, "" where it is not set. Raises `UsageError` for what no header can hold."""
    from claimcheck.lm.access import key_in

    return key_in(environment, options.key_env or default) or ""


def fetcher_for(
    options: SourceOptions, shared: EvidenceOptions, interface: str = "", login: str = ""
) -> Fetcher:
    """A client for one source; `interface` is the address that the user named for it, `login` its `name:password`.

    An address that is written as a number or as localhost, or a source that is set `private`, may be private:
    that host and port alone, and not what it links or redirects to.
    """
    from claimcheck.evidence.fetching import Fetcher, Limits
    from claimcheck.evidence.index import cache_folder

    limits = Limits()
    limits = Limits(
        timeout=options.timeout or limits.timeout,
        deadline=max(limits.deadline, options.timeout or 0),
        calls=options.calls or limits.calls,
        interval=0.0 if shared.replaying else limits.interval,
    )
    keep = shared.http_cache and not shared.replaying
    return Fetcher(
        limits,
        allowed=_allowed(options, interface),
        logins={interface: login} if login else {},
        cache=cache_folder().parent / "http" if keep else None,
        contact=shared.contact,
        sleep=_not_at_all if shared.replaying else time.sleep,
    )


def archive_folder(shared: EvidenceOptions) -> Path:
    """Where texts of fetched pages are kept."""
    from claimcheck.evidence.index import cache_folder

    return Path(shared.archive) if shared.archive else cache_folder().parent / "pages"


def _allowed(options: SourceOptions, interface: str) -> list[tuple[str, int]]:
    if not interface:
        return []
    parts = urlsplit(interface)
    host = parts.hostname or ""
    numeric = host == "localhost" or ":" in host or host.replace(".", "").isdigit()
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return [(host, port)] if numeric or options.private else []


def _not_at_all(seconds: float) -> None:
    """A wait in a replay."""
