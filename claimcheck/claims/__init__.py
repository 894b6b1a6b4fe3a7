"""Article → claims: detection, decontextualisation, decomposition, grounding, merging."""

from claimcheck.claims.blocks import Blocks
from claimcheck.claims.decomposition import TakeApart, taking_apart
from claimcheck.claims.extraction import asker, block_asker, read_sentence, with_claims
from claimcheck.claims.merging import merge

__all__ = [
    "Blocks",
    "TakeApart",
    "asker",
    "block_asker",
    "merge",
    "read_sentence",
    "taking_apart",
    "with_claims",
]
