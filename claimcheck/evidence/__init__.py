"""Claim → evidence: queries, sources, passages, ranking."""

from claimcheck.evidence.folder import FolderSource
from claimcheck.evidence.gathering import gather
from claimcheck.evidence.independence import Independence
from claimcheck.evidence.looking import Found, look_up
from claimcheck.evidence.options import EmbeddingOptions, EvidenceOptions, SourceOptions
from claimcheck.evidence.query import Query, query_for
from claimcheck.evidence.registry import resolve_sources
from claimcheck.evidence.source import Source, failures_known_here, inspected, is_at_hand

__all__ = [
    "EmbeddingOptions",
    "EvidenceOptions",
    "FolderSource",
    "Found",
    "Independence",
    "Query",
    "Source",
    "SourceOptions",
    "failures_known_here",
    "gather",
    "inspected",
    "is_at_hand",
    "look_up",
    "query_for",
    "resolve_sources",
]
