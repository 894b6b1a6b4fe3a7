"""Which way: a claim that "fell" where its sentence has only "rose" says the contrary.

It counts where the sentence has words of one side only, the claim has one of the other side only, and most of its
other words are the sentence's. A "not" beside either word makes them meet again: "did not win" is "lost".
Converses have to stand in each other's place, too: "B lost to A" is "A beat B".
"""

from __future__ import annotations

import re
from itertools import product

from claimcheck.claims.words import covered, stems
from claimcheck.language.negation import NOT
from claimcheck.language.opposites import Kind, Opposed, in_its_place, opposed
from claimcheck.language.tokens import Token, tokens_of

LIKE = 0.6  # of a claim's other words, the least part that the sentence has
NEAR = 28  # characters before a word in which a "not" turns it
_NOT = re.compile(
    rf"\b(?:{NOT}|fail\w*|refus\w*|declin\w* to|den(?:y|ied|ies|ying)|stop\w*|prevent\w*"
    r"|un(?:able|likely)|avoid\w*|less|little|few|against|reject\w*|revers\w*|slow\w*|limit\w*|than)\b|n['’]t\b",
    re.IGNORECASE,
)


def contrary(claim: str, sentence: str) -> str:
    """The word of the claim of which the sentence has only the opposite; "" where there is none."""
    said, held = tokens_of(claim), tokens_of(sentence)
    for found in opposed(claim, sentence):
        here, there = [said[place] for place in found.own], [held[place] for place in found.other]
        if any(_denied(word, claim) for word in here) or any(_denied(word, sentence) for word in there):
            continue
        if _meets(found, said, held) and _like(here[0], claim, sentence):
            return claim[here[0].start : here[0].end]
    return ""


def _meets(found: Opposed, said: tuple[Token, ...], held: tuple[Token, ...]) -> bool:
    """Whether two opposites are of the same, as converses are only in each other's place."""
    kind = found.pair.kind
    places = product(found.own, found.other)
    return kind is Kind.PLAIN or any(in_its_place(kind, said, own, held, other) for own, other in places)


def _denied(word: Token, text: str) -> bool:
    return _NOT.search(text[max(0, word.start - NEAR) : word.start]) is not None


def _like(word: Token, claim: str, sentence: str) -> bool:
    rest = stems(f"{claim[: word.start]} {claim[word.end :]}")
    return covered(rest, stems(sentence)) >= LIKE
