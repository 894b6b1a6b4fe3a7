"""What a reader must know of a cited passage beside its text, in a few words each."""

from __future__ import annotations

from datetime import UTC

from claimcheck.domain import Passage


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
