"""Which sentence of a passage speaks of a claim, and whether the passage names what the claim names."""

from __future__ import annotations

import re

from claimcheck.domain import Claim, Passage
from claimcheck.verdicts.citing import sentences_of

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NAME = re.compile(r"\b[A-Z][^\W\d_]+")
_SMALL = frozenset(
    "the a an and or of in on at to for from by with as is are was were be been will has have had "
    "that this it its said between their his her in on january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)


def _words(text: str) -> set[str]:
    return {word.casefold()[:5] for word in _WORD.findall(text) if word.casefold() not in _SMALL}


def names(text: str) -> set[str]:
    """The first five letters of each capitalised word that is not the name of a day or month."""
    found = (match.group().casefold() for match in _NAME.finditer(text))
    return {name[:5] for name in found if name not in _SMALL}


def share_of_words(claim: Claim, passage: Passage) -> float:
    """The share, 0 to 1, of the claim's words that the passage or its title has."""
    return share_in(claim, f"{passage.title} {passage.text}")


def share_in(claim: Claim, text: str) -> float:
    """The share, 0 to 1, of the claim's words that a text has."""
    wanted = _words(claim.text)
    return len(wanted & _words(text)) / len(wanted) if wanted else 0.0


def names_met(claim: Claim, passage: Passage) -> bool:
    """Whether the passage or its title has at least half of the claim's names."""
    wanted = names(claim.text) - {"the"} or names(claim.context)
    have = _words(f"{passage.title} {passage.text}")
    return not wanted or len(wanted & have) * 2 >= len(wanted)


def best_sentence(claim: Claim, passage: Passage) -> int:
    """The number, from 1, of the sentence that shares most words with the claim; 0 where none shares any."""
    wanted = _words(claim.text)
    scores = [len(wanted & _words(passage.text[a:b])) for a, b in sentences_of(passage.text)]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best else 0
