"""What a source is: one protocol, so that a newsroom adds its archive without a fork."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from claimcheck.domain import SourceAnswer, SourceStatus
from claimcheck.evidence.query import Query


class Source(Protocol):
    """A place to look claims up in. A failure is an answer that says so, not an exception."""

    name: str

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages for a query, at most `limit`, best first."""
        ...

    def status(self) -> SourceStatus:
        """What the source holds and whether it answers."""
        ...


@runtime_checkable
class Inspectable(Protocol):
    """A source that can tell more than a report may hold: how old it is here and now, whether it answers."""

    def inspect(self) -> SourceStatus:
        """The status with that; asks one question where `status` asks none. Raises nothing."""
        ...


def is_at_hand(source: Source) -> bool:
    """Whether a source answers from this machine and waits for nobody; its attribute `at_hand` says so."""
    return bool(getattr(source, "at_hand", False))


def failures_known_here(sources: Sequence[Source]) -> list[SourceStatus]:
    """The statuses of the sources that cannot answer, of those whose attribute `known_here` says that they tell it offline.

    A folder is indexed for that, as for its first search.
    """
    told = (source.status() for source in sources if getattr(source, "known_here", False))
    return [status for status in told if status.failure]


def inspected(source: Source) -> SourceStatus:
    """All that a source can tell of itself."""
    return source.inspect() if isinstance(source, Inspectable) else source.status()
