"""The words of a sentence in their order, for what depends on the order: who did it to whom, and which way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.exact import folded

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NOT = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|without|fail(?:s|ed)? to)\b|n['’]t\b", re.IGNORECASE
)
_TIMES = frozenset(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


@dataclass(frozen=True)
class Token:
    """A word, and what stands between it and the one before."""

    text: str  # without case and accents
    capital: bool
    gap: str

    @property
    def stem(self) -> str:
        """The first five letters: as words are compared everywhere here."""
        return self.text[:5]

    @property
    def figure(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[:1].isdigit()

    @property
    def name(self) -> bool:
        """Whether it is written as a name, and is not that of a day or month."""
        return self.capital and len(self.text) > 1 and self.text not in _TIMES


@lru_cache(1024)  # a claim is held beside sentence after sentence
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    found, end = [], 0
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Token(folded(word), word[0].isupper(), text[end : match.start()]))
        end = match.end()
    return tuple(found)


def denied(text: str) -> bool:
    """Whether a text has a word that turns another round. Other than a sign of doubt, it is no word of its own, such as
    "false" or "rejected".
    """
    return _NOT.search(text) is not None


def forms(words: str) -> frozenset[str]:
    """The words, and of each that ends in "~" what English makes of it, with some that it does not."""
    found = set[str]()
    for word in words.split():
        found |= _inflected(word[:-1]) if word.endswith("~") else {word}
    return frozenset(found)


def _inflected(word: str) -> set[str]:
    if word.endswith("e"):
        return {word, f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    if word.endswith("y") and word[-2] not in "aeo":
        return {word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    doubled = word + word[-1]
    return {word, *(f"{word}{end}" for end in ("s", "es", "ed", "ing")), f"{doubled}ed", f"{doubled}ing"}
