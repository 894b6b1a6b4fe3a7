"""Which sentence of a passage speaks of a claim, and whether the passage names what the claim names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.language.calendar import MONTHS, WEEKDAYS
from claimcheck.language.demonyms import stem_of
from claimcheck.language.opposites import opposed
from claimcheck.language.tokens import PARTICLES, folded

PLAIN = 0.7  # the share of the claim's words from which a sentence plainly speaks of it
NEAR = 1 / 3  # the share from which it can be quoted where the model named none

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LETTERS = re.compile(r"\b[^\W\d_]{2,}")
_NAME = re.compile(r"\b[A-Z]\w+")
_TWO_WORDS = re.compile(  # the last two of a run: "Pope Francis" of "Roman Catholic Pope Francis"
    r"\b([A-Z][a-z’'-]{2,}) (?:[A-Z]\. )?([A-Z][a-z’'-]{2,})\b(?! (?:[A-Z]\. )?[A-Z][a-z’'-]{2,}\b)"
)
_SMALL = frozenset(
    "the a an and or of in on at to for from by with as is are was were be been will has have had"
    " that this it its said between their his her".split()
).union(MONTHS, WEEKDAYS)


@lru_cache(4096)  # a passage and its sentences are looked at for each claim that they may speak of
def words_of(text: str) -> frozenset[str]:
    """The first five letters of each word that says something."""
    words = _WORD.findall(folded(text))
    return frozenset(word[:5] for word in words if word not in _SMALL)


def names(text: str) -> set[str]:
    """The stem of each capitalised word that is not the name of a day or month: five letters, or its country."""
    found = (folded(word) for word in _LETTERS.findall(text) if word[0].isupper())
    return {stem_of(name) for name in found if name not in _SMALL}


@lru_cache(2048)
def stems_of(text: str) -> frozenset[str]:
    """The stems of all words of a text, for names to be looked for among them."""
    return frozenset(stem_of(word) for word in _WORD.findall(folded(text)))


def share_of_words(claim: Claim, passage: Passage) -> float:
    """The share, 0 to 1, of the claim's words that the passage or its title has."""
    return share_in(claim, f"{passage.title} {passage.text}")


def share_in(claim: Claim, text: str) -> float:
    """The share, 0 to 1, of the claim's words that a text has."""
    wanted = words_of(claim.text)
    return len(wanted & words_of(text)) / len(wanted) if wanted else 0.0


def share_beside_names(claim: Claim, text: str) -> float:
    """The share, 0 to 1, that a text has of what the claim says beside its names; 1 where it says nothing beside them."""
    wanted = _beside_names(claim)
    return len(wanted & words_of(text)) / len(wanted) if wanted else 1.0


def of_the_same(claim: Claim, text: str) -> bool:
    """Whether a text has a word of what the claim says beside its names and figures, or an opposite; without one it tells
    something else of the same people. True for a claim that says nothing beside them.
    """
    wanted = {word for word in _beside_names(claim) if not word[0].isdigit()}
    return not wanted or bool(wanted & words_of(text)) or bool(opposed(claim.text, text))


def _beside_names(claim: Claim) -> frozenset[str]:
    return words_of(claim.text) - words_in_names(claim.text) - PARTICLES


def words_in_names(text: str) -> frozenset[str]:
    """Those of the words of a text that are written as names, each by its first five letters."""
    return words_of(" ".join(_NAME.findall(text)))


def share_in_all(claim: Claim, passages: Sequence[Passage]) -> float:
    """The share, 0 to 1, of the claim's words that one or another of the passages or its title has."""
    wanted = words_of(claim.text)
    have = (wanted & words_of(f"{passage.title} {passage.text}") for passage in passages)
    return len(frozenset[str]().union(*have)) / len(wanted) if wanted else 0.0


def names_met(claim: Claim, passage: Passage) -> bool:
    """Whether the passage or its title has at least half of the claim's names."""
    wanted = names(claim.text) - {"the"} or names(claim.context)
    have = stems_of(f"{passage.title} {passage.text}")
    return not wanted or len(wanted & have) * 2 >= len(wanted)


def unnamed(claim: Claim, passages: Sequence[Passage]) -> str:
    """The first name of two words in a claim neither of which any passage or title has; "" for none such."""
    have = frozenset[str]().union(*(stems_of(f"{passage.title} {passage.text}") for passage in passages))
    for match in _TWO_WORDS.finditer(claim.text):
        parts = [folded(word) for word in match.groups()]
        if not any(word in _SMALL or stem_of(word) in have for word in parts):
            return match.group()
    return ""


def nearest_sentence(claim: Claim, passages: Sequence[Passage], least: float) -> tuple[Passage, int] | None:
    """The passage and the number of the sentence to quote for a claim by its words; None where none has the share `least`.

    Of those that have it, the one with most of what the claim says beside its names, which many sentences may have.
    """
    places = [place for place in by_nearness(claim, passages) if place[0] >= least]
    return (
        max(places, key=lambda place: share_beside_names(claim, _sentence(*place[1:])))[1:]
        if places
        else None
    )


def _sentence(passage: Passage, number: int) -> str:
    start, end = sentences_of(passage.text)[number - 1]
    return passage.text[start:end]


def by_nearness(claim: Claim, passages: Sequence[Passage]) -> list[tuple[float, Passage, int]]:
    """The sentences of all passages by their number, that with the largest share of the claim's words first."""
    places = [
        (share_in(claim, passage.text[start:end]), passage, number)
        for passage in passages
        for number, (start, end) in enumerate(sentences_of(passage.text), 1)
    ]
    return sorted(places, key=lambda place: -place[0])
