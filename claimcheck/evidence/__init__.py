"""Claim → evidence: queries, sources, passages, ranking."""

from claimcheck.evidence.folder import FolderSource
from claimcheck.evidence.gathering import gather, resolve_sources
from claimcheck.evidence.types import Query, Source, query_for

__all__ = ["FolderSource", "Query", "Source", "gather", "query_for", "resolve_sources"]
