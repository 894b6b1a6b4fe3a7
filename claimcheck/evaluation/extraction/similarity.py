"""How near two claims are: the words they share, with figures and negation compared exactly.

Overlap of words is what ROUGE and the token F1 of SQuAD measure (Rajpurkar et al. 2016). Claims of one
sentence share most of their words, though: "Stress can cause it" and "Diet can cause it" differ in one. So a
word weighs the less the more of the sentence's gold claims have it, as in inverse document frequency
(Spärck Jones 1972).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.claims.words import covered, stems

SAME = 0.65  # the similarity from which two claims are one; chosen on pairs that the tests hold
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_WRITTEN = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_ONE = re.compile(
    r"\bone (?=of\b)|\bone (?:another|can|may|should)\b|\b(?:no|any|some|every|each) one\b", re.IGNORECASE
)
_NEGATIVE = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|unable|fail(?:s|ed)? to)\b|n['’]t\b",
    re.IGNORECASE,
)


def similarities(ours: Sequence[str], gold: Sequence[str]) -> list[list[float]]:
    """A row for each of our claims, a column for each gold claim of the same sentence; 0 to 1."""
    held = Counter(word for claim in gold for word in _stems(claim))
    return [[similarity(one, other, held) for other in gold] for one in ours]


def similarity(one: str, other: str, held: Counter[str] | None = None) -> float:
    """F1 of the two claims' stems, each weighing 1 over the number of gold claims that have it (`held`).

    0 where the numbers differ, or where one is in the negative and the other is not.
    """
    if numbers(one) != numbers(other) or negative(one) != negative(other):
        return 0.0
    first, second = _stems(one), _stems(other)
    both = _weight(first, held) + _weight(second, held)
    return 2 * _weight(first & second, held) / both if both else 0.0


def numbers(text: str) -> frozenset[float]:
    """The numbers of a text, in digits or as words up to twelve."""
    plain = _ONE.sub(" ", text)
    found = {float(match.group().replace(",", "")) for match in _NUMBER.finditer(plain)}
    written = {float(_WORDS.index(m.group().casefold()) + 1) for m in _WRITTEN.finditer(plain)}
    return frozenset(found | written)


def _stems(text: str) -> frozenset[str]:
    """The stems that carry meaning, with small numbers in digits."""
    plain = _ONE.sub(" ", text)
    return stems(_WRITTEN.sub(lambda match: str(_WORDS.index(match.group().casefold()) + 1), plain))


def negative(text: str) -> bool:
    """Whether a text denies something."""
    return bool(_NEGATIVE.search(text))


def _weight(words: frozenset[str], held: Counter[str] | None) -> float:
    return sum((1 / max(1, held[word]) if held else 1.0) for word in words)


def coverage(claim: str, text: str) -> float:
    """The share of a claim's stems that a text has, 0 to 1; 0 for a claim without any."""
    return covered(stems(claim), stems(text))
