"""A case's evidence: its passages as they are, or, where gold stands among others, what claimcheck's look-up keeps."""

from __future__ import annotations

from claimcheck.domain import Article, Claim, Passage, SourceAnswer, SourceStatus
from claimcheck.evaluation.datasets import Case
from claimcheck.evidence import EvidenceOptions, look_up, query_for
from claimcheck.evidence.memory import Shelf
from claimcheck.evidence.query import Query

FOUND = 5  # passages that are kept for a claim, as in a run of `claimcheck check`


def found_for(case: Case, claim: Claim, options: EvidenceOptions | None = None) -> tuple[Passage, ...]:
    """The passages for the judge, best first; with a ranking by meaning where `options` sets one."""
    if case.ranked:
        return case.passages
    nothing = Article(text="", sentences=())
    found = look_up(query_for(claim), [_Given(case)], nothing, FOUND, options or EvidenceOptions())
    return found.passages


def share_found(case: Case, passages: tuple[Passage, ...]) -> float | None:
    """The share of the gold passages that are among those found; None where gold did not stand among others."""
    if not case.wanted:
        return None
    return len({passage.id for passage in passages} & set(case.wanted)) / len(case.wanted)


class _Given:
    """The passages of a case as a source."""

    name = "gold evidence"

    def __init__(self, case: Case) -> None:
        self._shelf = Shelf(case.passages)

    def search(self, query: Query, limit: int) -> SourceAnswer:
        return SourceAnswer(source=self.name, passages=tuple(self._shelf.best(query, limit)))

    def status(self) -> SourceStatus:
        return SourceStatus(name=self.name, kind="folder", passages=len(self._shelf))
