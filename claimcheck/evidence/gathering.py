"""Asks every source, keeps failures apart, and never takes the article as evidence for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path

from claimcheck.domain import Article, Passage, SourceAnswer
from claimcheck.evidence.folder import FolderSource
from claimcheck.evidence.types import Query, Source

_WORD = re.compile(r"\w+")
RUN = 8  # words in a row that two texts share only where one copies the other
COPY = 0.5  # the share of a passage's runs in the article from which it is a copy


def resolve_sources(names: Sequence[str], cache: Path | None = None) -> list[Source]:
    """The sources of those names: an existing path is a folder, else an entry point `claimcheck.sources`."""
    plugins = {point.name: point for point in entry_points(group="claimcheck.sources")}
    sources: list[Source] = []
    for name in dict.fromkeys(names):
        if name in plugins and not Path(name).exists():
            sources.append(plugins[name].load()())
        else:
            sources.append(FolderSource(name, cache))
    return sources


def gather(query: Query, sources: Sequence[Source], limit: int, article: Article) -> list[SourceAnswer]:
    """Each source's answer in the order of the sources; one that fails does not stop the others."""
    own = _runs(article.text)
    answers = []
    for source in sources:
        try:
            answer = source.search(query, limit)
        except Exception as error:  # a source may be anybody's code: its fault costs its answer only
            answer = SourceAnswer(source=source.name, failure=f"it failed ({type(error).__name__})")
        kept = tuple(p for p in answer.passages if not _copied(p, own))
        answers.append(answer.model_copy(update={"passages": kept}))
    return answers


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _copied(passage: Passage, own: frozenset[tuple[str, ...]]) -> bool:
    """Whether a passage is the article's own text."""
    runs = _runs(passage.text)
    return bool(runs) and len(runs & own) >= COPY * len(runs)
