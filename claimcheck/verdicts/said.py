"""Whether what a claim says that somebody said stands in the evidence, by its words: that they said another thing is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.domain import Claim, ClaimKind, Passage
from claimcheck.exact import sentences_of
from claimcheck.verdicts.overlap import words_of

LEAST = 0.4  # of the words that are to be somebody's, the share from which a sentence may tell of the same: stated
_SAID = re.compile(
    r"\b(?:said|says|told [^,;:]{2,40}?|stated|claimed|announced|added|reported|confirmed|wrote|tweeted)"
    r"(?: (?:via|on|in|at|to) [\w’'-]+)?(?: that|[,:])? (?P<what>.+)",
    re.DOTALL,
)


def unsaid(claim: Claim, passages: Sequence[Passage]) -> bool:
    """Whether a claim that somebody said something has no sentence with `LEAST` of what they are to have said."""
    match = _SAID.search(claim.text) if claim.kind is ClaimKind.QUOTATION else None
    told = words_of(match["what"]) if match else frozenset[str]()
    held = (words_of(p.text[start:end]) for p in passages for start, end in sentences_of(p.text))
    return bool(told) and all(len(told & words) < LEAST * len(told) for words in held)
