"""Claim → evidence: queries, sources, passages, ranking."""

from claimcheck.evidence.folder import FolderSource
from claimcheck.evidence.gathering import gather
from claimcheck.evidence.query import Query, query_for
from claimcheck.evidence.registry import resolve_sources
from claimcheck.evidence.source import Source

__all__ = ["FolderSource", "Query", "Source", "gather", "query_for", "resolve_sources"]
