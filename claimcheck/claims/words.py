"""Words of a text, reduced so that "Russian", "Russia's" and "Russia" meet: for overlap, never for display."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*", re.UNICODE)
_EMPTY = frozenset(
    "a an the and or but of in on at to for from by with as is are was were be been being it its "
    "this that these those he she they his her their him them who which will would has have had do "
    "does did not no than then there here also both after before between during into over under up "
    "about out said says s t".split()
)
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ians",
    "ian",
    "ies",
    "ied",
    "ed",
    "es",
    "n",
    "s",
    "y",
    "a",
    "e",
)


@lru_cache(8192)  # an article says the same words over and over
def stem(word: str) -> str:
    """A crude stem: enough to compare words of one article with words of a claim about it."""
    word = word.casefold()
    for ending in _ENDINGS:
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return word


@lru_cache(1024)  # a claim and its sentence are compared several times over
def content_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Stems of the words that carry meaning, each with its `[start, end)` in `text`."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.casefold() not in _EMPTY:
            found.append((stem(word), match.start(), match.end()))
    return tuple(found)


@lru_cache(2048)
def stems(text: str) -> frozenset[str]:
    """The set of stems of the words that carry meaning."""
    return frozenset(word for word, _, _ in content_words(text))


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several texts together."""
    return frozenset[str]().union(*map(stems, texts))


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of `part` that `whole` holds: 0 to 1, and 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what either holds that both hold: 0 to 1, and 1 for two empty sets."""
    return len(one & other) / len(one | other) if one | other else 1.0
