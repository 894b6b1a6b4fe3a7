"""Article → claims: detection, decontextualisation, decomposition, grounding, merging."""

from claimcheck.claims.blocks import Blocks
from claimcheck.claims.extraction import asker, block_asker, read_sentence, with_claims
from claimcheck.claims.merging import merge

__all__ = ["Blocks", "asker", "block_asker", "merge", "read_sentence", "with_claims"]
