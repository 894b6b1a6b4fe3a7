"""`claimcheck sources`: what is configured, whether it answers, and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claimcheck.commands.options import Config, References

if TYPE_CHECKING:
    from claimcheck.domain import SourceStatus


def sources(references: References = None, config: Config = None) -> None:
    """Says what would be looked up, whether it answers, and how old it is.

    A search engine and Google's fact-checks are asked one question to see whether they answer.
    """
    from claimcheck.evidence import inspected, resolve_sources
    from claimcheck.settings import evidence_settings

    named, evidence = evidence_settings(config, references)
    found = [inspected(source) for source in resolve_sources(named, options=evidence)]
    if not found:
        print("No references: name a folder with -r; without any, every claim is Not Enough Evidence.")
    for status in found:
        _tell(status)
    if found and evidence.ranker:
        print(f"Passages are ranked by words and by meaning: {evidence.ranker}.")
    if found and all(status.failure for status in found):
        raise typer.Exit(4)


def _tell(status: SourceStatus) -> None:
    from claimcheck.reports.made import held
    from claimcheck.reports.safe import one_line

    state = status.failure or (f"answers: {held(status)}" if status.documents else "answers")
    print(one_line(f"{status.name} ({status.kind}): {state}"))
    for note in status.notes:
        print(f"  {one_line(note)}")
