"""What a source is: one protocol, so that a newsroom adds its archive without a fork."""

from __future__ import annotations

from typing import Protocol

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
