"""Article → claims: detection, decontextualisation, decomposition, grounding, merging."""

from claimcheck.claims.blocks import Blocks
from claimcheck.claims.decomposition import TakeApart, taking_apart
from claimcheck.claims.extraction import Further, asker, block_asker, read_sentence
from claimcheck.claims.ledger import with_claims
from claimcheck.claims.merging import merge
from claimcheck.claims.references import Refer, referring

__all__ = [
    "Blocks",
    "Further",
    "Refer",
    "TakeApart",
    "asker",
    "block_asker",
    "merge",
    "read_sentence",
    "referring",
    "taking_apart",
    "with_claims",
]
