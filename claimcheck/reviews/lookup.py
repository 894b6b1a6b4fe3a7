"""Looks a claim up again, in words of the reviewer's own, in the sources that the report names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.domain import Claim, Passage, Report

if TYPE_CHECKING:
    from claimcheck.evidence import Source

PASSAGES = 8  # as many as a person reads through


@dataclass(frozen=True)
class Found:
    """What a query gave: passages, best first, and a sentence for every source that could not answer."""

    passages: tuple[Passage, ...]
    failures: tuple[str, ...] = ()


class Lookup:
    """The sources of a report, opened when they are first asked.

    `references` stand in for the sources that the report names: folders may be elsewhere on this machine.
    """

    def __init__(self, report: Report, references: Sequence[str] = ()) -> None:
        self._report = report
        self.names = tuple(references) or tuple(source.name for source in report.provenance.sources)

    @cached_property
    def _sources(self) -> list[Source]:
        from claimcheck.evidence import resolve_sources

        return resolve_sources(self.names)

    def look_up(self, claim: Claim, words: str) -> Found:
        """The passages for those words; slow where a source is slow. Raises nothing: see `failures`."""
        from claimcheck.evidence import gather, query_for

        if not self.names:
            return Found((), ("the report names no sources: name a folder with -r",))
        asked = query_for(claim.model_copy(update={"text": words, "dates": ()}))
        answers = gather(asked, self._sources, PASSAGES, self._report.article)
        passages = [passage for answer in answers for passage in answer.passages]
        best = sorted(passages, key=lambda passage: (-passage.score, passage.id))[:PASSAGES]
        return Found(tuple(best), tuple(answer.failure for answer in answers if answer.failure))
