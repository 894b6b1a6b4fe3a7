"""Article → claims: detection, decontextualisation, decomposition, grounding, merging."""

from claimcheck.claims.extraction import asker, read_sentence, with_claims
from claimcheck.claims.merging import merge

__all__ = ["asker", "merge", "read_sentence", "with_claims"]
