"""Clauses that a semicolon parts: what is said in one is not said of what the other says it of."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.claims.splitting import subject
from claimcheck.claims.words import content_words, covered, stems

WHOLE = 0.9  # of a sentence's words: a claim that has these says all of its clauses
_JOINT = re.compile(r";\s+(?![\"“])")  # what is quoted is told once more
_FOR_ANOTHER = re.compile(
    r"(?:and |but |then |later )?(?:he|she|it|they|who|which|this|these)\b", re.IGNORECASE
)


def joined(claim: str, sentence: str) -> str:
    """Two words of a claim, "sensor … days", that stand in different clauses of the sentence; else "".

    "The plane flew for days with a broken gauge; its sensor was new" does not say that the gauge was new. What a clause
    is about may be named in a later one, and anything for the pronoun that a later one begins with.
    """
    clauses = _JOINT.split(sentence)
    words = stems(claim)
    if len(clauses) < 2 or ";" in claim or covered(stems(sentence), words) >= WHOLE:
        return ""
    if any(map(_FOR_ANOTHER.match, clauses[1:])):
        words -= stems(subject(claim))
    of = {word: number for number in range(len(clauses)) for word in words & _own(number, clauses)}
    order = [(of[word], word) for word, _, _ in content_words(claim) if word in of]
    for (place, word), (later, other) in pairwise(order):
        if place < later:  # a later clause may leave out what one before it says, but no earlier one
            return f"{word} … {other}"
    return ""


def _own(number: int, clauses: list[str]) -> frozenset[str]:
    """The stems that only this clause has, without those of its subject where another follows."""
    others = frozenset[str]().union(*(stems(text) for place, text in enumerate(clauses) if place != number))
    about = stems(subject(clauses[number])) if number < len(clauses) - 1 else frozenset[str]()
    return stems(clauses[number]) - others - about
