"""The look-up of a run on passages at hand, where gold ones stand among others."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Article, Claim, Passage, SourceAnswer, SourceStatus
from claimcheck.errors import ServiceError
from claimcheck.evidence import EvidenceOptions, Found, look_up, query_for
from claimcheck.evidence.memory import Shelf
from claimcheck.evidence.query import Query

FOUND = 5  # passages kept for a claim, as in a run


def looked_up(
    claim: Claim, passages: Sequence[Passage], options: EvidenceOptions | None = None
) -> tuple[Passage, ...]:
    """What a run would keep of the passages, best first; with a ranking by meaning where `options` sets one."""
    query, nothing = query_for(claim, claim.context), Article(text="", sentences=())
    found = look_up(query, [_AtHand(passages)], nothing, FOUND, options or EvidenceOptions())
    return without_failure(found).passages


def without_failure(found: Found) -> Found:
    """The same, where nothing failed: a ranking by words is not to be measured as one by meaning.

    Raises `ServiceError`.
    """
    if found.failures:
        raise ServiceError(found.failures[0])
    return found


class _AtHand:
    """Passages as a source."""

    name = "gold evidence"

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._shelf = Shelf(passages)

    def search(self, query: Query, limit: int) -> SourceAnswer:
        return SourceAnswer(source=self.name, passages=tuple(self._shelf.best(query, limit)))

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="folder", passages=len(self._shelf))
