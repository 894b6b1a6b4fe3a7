"""What a reader must know beside a verdict's quotations, in a few words each."""

from __future__ import annotations

from datetime import UTC

from claimcheck.domain import Passage, Verdict


def remarks(passage: Passage) -> list[str]:
    """The marks of a passage, the trust that the user set, the revision, and when it was fetched."""
    said = [*passage.marks]
    if passage.trust is not None:
        said.append(f"trust {passage.trust:g}, as set")
    if passage.revision:
        said.append(f"revision {passage.revision}")
    if passage.accessed is not None:
        said.append(f"fetched {passage.accessed.astimezone(UTC):%Y-%m-%d %H:%M} UTC")
    return said


def compared(verdict: Verdict) -> list[str]:
    """What code compared, where the justification does not say it already.

    Of a verdict with quotations, only in the passages quoted: what another passage has may be of another matter.
    """
    quoted = {citation.passage for citation in verdict.citations}
    told = dict.fromkeys(f.detail for f in verdict.findings if not quoted or f.passage in quoted)
    return [detail for detail in told if detail not in verdict.justification]
