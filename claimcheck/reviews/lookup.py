"""Looks a claim up again, in words of the reviewer's own, in the sources that the report names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.domain import Claim, Passage, Report

if TYPE_CHECKING:
    from claimcheck.evidence import EvidenceOptions, Source

PASSAGES = 8  # as many as a person reads through


@dataclass(frozen=True)
class Answer:
    """What a query gave: passages, best first, earlier fact-checks last, and what went wrong, a sentence each."""

    passages: tuple[Passage, ...] = ()
    failures: tuple[str, ...] = ()


class Lookup:
    """The sources of a report, opened when they are first asked.

    `references` stand in for the sources that the report names: folders may be elsewhere on this machine.
    `options` are the settings of `claimcheck.toml`, None for those without one.
    """

    def __init__(
        self, report: Report, references: Sequence[str] = (), options: EvidenceOptions | None = None
    ) -> None:
        self._article, self._given = report.article, options
        self.names = tuple(references) or tuple(source.name for source in report.provenance.sources)

    def look_up(self, claim: Claim, words: str) -> Answer:
        """The passages for those words; slow where a source is slow. Raises nothing: see `failures`."""
        from claimcheck.evidence import look_up, query_for

        if not self.names:
            return Answer(failures=("the report names no sources: name a folder with -r",))
        asked = query_for(claim.model_copy(update={"text": words, "dates": ()}))
        try:
            found = look_up(asked, self._sources, self._article, PASSAGES, self._options)
        except Exception as error:  # a name in a report may be anything, and the reviewer's work must go on
            return Answer(failures=(f"the sources cannot be asked: {error}",))
        return Answer((*found.passages, *found.fact_checks), (*found.failures, *found.notes))

    @cached_property
    def _options(self) -> EvidenceOptions:
        from claimcheck.evidence import EvidenceOptions

        return self._given or EvidenceOptions()

    @cached_property
    def _sources(self) -> list[Source]:
        from claimcheck.evidence import resolve_sources

        return resolve_sources(self.names, options=self._options)
