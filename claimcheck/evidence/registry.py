"""Names → sources: what `claimcheck.toml` names, files and folders, interfaces, and what packages register."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence.independence import knows_documents
from claimcheck.evidence.kinds import Unusable, made
from claimcheck.evidence.marking import site_of
from claimcheck.evidence.named import folder_named
from claimcheck.evidence.options import EvidenceOptions, SourceOptions
from claimcheck.evidence.query import Query
from claimcheck.evidence.source import Source, inspected

PREFIXES = ("mediawiki+", "searxng+")
_OURS = ("wikipedia", "factchecks", "web")
_BY_ENDING = {".zim": "zim", ".json": "claimreview", ".jsonld": "claimreview"}


def resolve_sources(
    names: Sequence[str], cache: Path | None = None, options: EvidenceOptions | None = None
) -> list[Source]:
    """The sources of those names, each once, in their order.

    A name is, in this order: a source of `options.sources`; an existing folder, ZIM file or file of
    ClaimReview; an entry point of the group `claimcheck.sources` (a callable without arguments that returns a
    `Source`); `wikipedia`, `factchecks` or `web`; `mediawiki+` or `searxng+` and an address; a folder named by
    `claimcheck index`. Any other name is a folder. Raises nothing: a source that cannot be had says so in
    `status().failure`.
    """
    shared = options or EvidenceOptions()
    return [_resolved(name, cache, shared) for name in dict.fromkeys(names)]


def has_a_meaning(name: str) -> bool:
    """Whether that name is a source by itself, so that a folder cannot be given it: see `resolve_sources`."""
    points = {point.name for point in entry_points(group="claimcheck.sources")}
    return name in points or name in _OURS or Path(name).suffix.lower() in _BY_ENDING


def _resolved(name: str, cache: Path | None, shared: EvidenceOptions) -> Source:
    settings = shared.sources.get(name, SourceOptions())
    if not settings.kind:
        points = {point.name: point for point in entry_points(group="claimcheck.sources")}
        if name in points and not Path(name).exists():
            return _with_trust(_loaded(points[name]), settings, shared)
        settings = settings.model_copy(update=_meant(name, settings, cache))
    try:
        return _with_trust(made(name, settings, shared, cache), settings, shared)
    except Unusable as error:
        return _BrokenSource(name, str(error), settings.kind)


def _meant(name: str, settings: SourceOptions, cache: Path | None) -> dict[str, str]:
    """The kind, path and address that a name alone stands for."""
    path = Path(settings.path or name)
    ending = _BY_ENDING.get(path.suffix.lower(), "")
    if path.is_dir() or settings.path:
        return {"kind": ending if ending and not path.is_dir() else "folder"}
    for prefix in PREFIXES:
        if name.startswith((f"{prefix}http://", f"{prefix}https://")):
            return {"kind": prefix[:-1], "url": name.removeprefix(prefix)}
    if name == "wikipedia":
        return {"kind": "mediawiki"}
    if name == "factchecks":
        return {"kind": "google-factcheck"}
    if name == "web" and not path.exists():
        return _engine()
    if ending:
        return {"kind": ending}
    named = folder_named(name, cache)
    return {"kind": "folder", "path": str(named)} if named else {"kind": "folder"}


def _engine() -> dict[str, str]:
    """The search engine that the environment has an address or a key for; SearXNG, which needs none, first."""
    if os.environ.get("BRAVE_API_KEY") and not os.environ.get("SEARXNG_URL"):
        return {"kind": "brave"}
    if os.environ.get("TAVILY_API_KEY") and not os.environ.get("SEARXNG_URL"):
        return {"kind": "tavily"}
    return {"kind": "searxng", "url": os.environ.get("SEARXNG_URL", "")}


def _with_trust(source: Source, settings: SourceOptions, shared: EvidenceOptions) -> Source:
    if settings.trust is None and settings.limit is None and not shared.trust:
        return source
    return _Trusted(source, settings, shared)


class _Trusted:
    """A source within the limit and with the trust that the user set for it, or for the sites of its passages."""

    def __init__(self, source: Source, settings: SourceOptions, shared: EvidenceOptions) -> None:
        self.name, self._source, self._settings, self._shared = source.name, source, settings, shared
        self.known_here = getattr(source, "known_here", False)

    def search(self, query: Query, limit: int) -> SourceAnswer:
        answer = self._source.search(query, min(limit, self._settings.limit or limit))
        return answer.model_copy(update={"passages": tuple(self._trusted(p) for p in answer.passages)})

    def status(self) -> SourceStatus:
        return self._noted(self._source.status())

    def inspect(self) -> SourceStatus:
        return self._noted(inspected(self._source))

    def _noted(self, status: SourceStatus) -> SourceStatus:
        if self._settings.trust is None:
            return status
        return status.model_copy(update={"notes": (*status.notes, f"trust {self._settings.trust:g}, as set")})

    def document_of(self, passage: Passage) -> str:
        return self._source.document_of(passage) if knows_documents(self._source) else ""

    def _trusted(self, passage: Passage) -> Passage:
        site = site_of(passage.url)
        sites = [name for name in self._shared.trust if site == name or site.endswith(f".{name}")]
        trust = self._shared.trust[max(sites, key=len)] if sites else self._settings.trust
        return passage if trust is None else passage.model_copy(update={"trust": trust})


def _loaded(point: EntryPoint) -> Source:
    try:
        source: Source = point.load()()
    except Exception as error:  # anybody's code: its fault costs this source only
        return _BrokenSource(point.name, f"the source {point.name} cannot be loaded: {error}")
    return source


class _BrokenSource:
    """Stands for a source that cannot be had."""

    known_here = True

    def __init__(self, name: str, failure: str, kind: str = "plugin") -> None:
        self.name, self._failure, self._kind = name, " ".join(failure.split()), kind

    def search(self, query: Query, limit: int) -> SourceAnswer:
        return SourceAnswer(source=self.name, failure=self._failure)

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind=self._kind, failure=self._failure)
