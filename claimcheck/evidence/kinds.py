"""The kinds of source by name, and how each is made from its options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimcheck.evidence.options import (
    EvidenceOptions,
    SourceOptions,
    archive_folder,
    fetcher_for,
    key_of,
)
from claimcheck.evidence.source import Source

WIKIPEDIA = "https://{language}.wikipedia.org/w/api.php"


class Unusable(Exception):
    """A source that cannot be made; `str()` says why and what to do, in one line."""


def made(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    """The source of that kind. Raises `Unusable`."""
    if options.kind not in KINDS:
        raise Unusable(f"the source {name} is of no known kind ({options.kind!r}); known: {', '.join(KINDS)}")
    return KINDS[options.kind](name, options, shared, cache)


def _folder(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.folder import FolderSource

    return FolderSource(options.path or name, cache)


def _zim(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.zim import ZimSource

    return ZimSource(options.path or name, name)


def _claimreview(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.claimreview import ClaimReviewSource

    return ClaimReviewSource(options.path or name, name)


def _mediawiki(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.mediawiki import MediaWikiSource

    language = options.language
    if not language.replace("-", "").isalnum():
        raise Unusable(f"the source {name}: {language!r} is no language of Wikipedia")
    api = options.url or WIKIPEDIA.format(language=language)
    return MediaWikiSource(api, fetcher_for(options, shared, api, _login(name, options, shared)), name)


def _google(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.googlefactcheck import API, KEY, GoogleFactCheckSource

    key = _key(name, options, KEY, shared)
    api = options.url or API
    return GoogleFactCheckSource(fetcher_for(options, shared, api), key, name, api, options.language)


def _web(name: str, options: SourceOptions, shared: EvidenceOptions, cache: Path | None) -> Source:
    from claimcheck.evidence.engines import ADDRESSES, KEYS, Asking
    from claimcheck.evidence.web import WebSource

    engine = options.kind
    key = _key(name, options, KEYS[engine], shared) if engine in KEYS else ""
    api = options.url or ADDRESSES.get(engine, "")
    if not api:
        raise Unusable(
            f"the source {name} needs the address of your SearXNG: url = … in claimcheck.toml, or SEARXNG_URL"
        )
    asking = Asking(api, key, "", options.limit or 8, options.language)
    pages = fetcher_for(options.model_copy(update={"private": False}), shared)
    login = "" if engine in KEYS else _login(name, options, shared)
    interface = fetcher_for(options, shared, api, login)
    return WebSource(engine, asking, interface, pages, archive_folder(shared), name)


def _key(name: str, options: SourceOptions, default: str, shared: EvidenceOptions) -> str:
    key = key_of(options, default)
    if not key and not shared.replaying:
        raise Unusable(f"the source {name} needs a key: set {options.key_env or default}")
    return key


def _login(name: str, options: SourceOptions, shared: EvidenceOptions) -> str:
    """`name:password` for an interface that is kept from the public, "" where none is set."""
    if not options.key_env or shared.replaying:
        return ""
    login = _key(name, options, "", shared)
    if ":" not in login:
        raise Unusable(f"the source {name}: {options.key_env} has to hold a name and password, name:password")
    return login


KINDS: dict[str, Callable[[str, SourceOptions, EvidenceOptions, Path | None], Source]] = {
    "folder": _folder,
    "zim": _zim,
    "mediawiki": _mediawiki,
    "claimreview": _claimreview,
    "google-factcheck": _google,
    "searxng": _web,
    "brave": _web,
    "tavily": _web,
}
