"""How much of what a claim says a sentence has, by the beginnings of its words."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.language.calendar import MONTHS
from claimcheck.language.tokens import PARTICLES, folded

STRONG = 0.6  # the share of the claim's words in a sentence from which a difference is one

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    "the and was were has had that this with from which for its are is than more about will".split()
)


@lru_cache(maxsize=2048)  # of a claim for each sentence, and of a sentence for each claim
def words(text: str) -> frozenset[str]:
    """The first five letters of each word of three letters or more; no months, no small words."""
    found = _WORD.findall(folded(text))
    return frozenset(word[:5] for word in found if word not in _STOP and word not in MONTHS)


def overlap(claim: str, sentence: str) -> float:
    """The share, 0 to 1, of the claim's words that the sentence has."""
    wanted = words(claim)
    return len(wanted & words(sentence)) / len(wanted) if wanted else 0.0


def overlaps_beside_names(claim: str, sentence: str) -> bool:
    """Whether a sentence has a word of what the claim says beside its names; true where it says nothing beside them."""
    plain = words(" ".join(word for word in claim.split() if not word[:1].isupper())) - PARTICLES
    return not plain or bool(plain & words(sentence))
