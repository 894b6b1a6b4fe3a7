"""Names → sources: folders, and what packages register under `claimcheck.sources`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from claimcheck.domain import SourceAnswer, SourceStatus
from claimcheck.evidence.folder import FolderSource
from claimcheck.evidence.query import Query
from claimcheck.evidence.source import Source


def resolve_sources(names: Sequence[str], cache: Path | None = None) -> list[Source]:
    """The sources of those names, each once, in their order.

    A name that is no existing path and is an entry point of the group `claimcheck.sources` (a callable
    without arguments that returns a `Source`) is that source; any other name is a folder. Raises nothing:
    a folder that is missing, or a plugin that cannot be loaded, says so in `status().failure`.
    """
    plugins = {point.name: point for point in entry_points(group="claimcheck.sources")}
    sources: list[Source] = []
    for name in dict.fromkeys(names):
        if name in plugins and not Path(name).exists():
            sources.append(_loaded(plugins[name]))
        else:
            sources.append(FolderSource(name, cache))
    return sources


def _loaded(point: EntryPoint) -> Source:
    try:
        source: Source = point.load()()
    except Exception as error:  # anybody's code: its fault costs this source only
        return _BrokenSource(point.name, f"the source {point.name} cannot be loaded: {error}")
    return source


class _BrokenSource:
    """Stands for a plugin that cannot be loaded."""

    def __init__(self, name: str, failure: str) -> None:
        self.name, self._failure = name, " ".join(failure.split())

    def search(self, query: Query, limit: int) -> SourceAnswer:
        return SourceAnswer(source=self.name, failure=self._failure)

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="plugin", failure=self._failure)
