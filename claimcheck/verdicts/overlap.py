"""Which sentence of a passage speaks of a claim, and whether the passage names what the claim names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.domain import Claim, Finding, Passage, Relation
from claimcheck.exact import compare, folded, sentences_of
from claimcheck.verdicts.bearing import figures_of
from claimcheck.verdicts.turns import negative, told_apart

PLAIN = 0.7  # the share of the claim's words from which a sentence plainly speaks of it
NEAR = 1 / 3  # the share from which it can be quoted where the model named none
MARGIN = 0.2  # by how much it must have more of them than the next

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LETTERS = re.compile(r"\b[^\W\d_]{2,}")
_SMALL = frozenset(
    "the a an and or of in on at to for from by with as is are was were be been will has have had "
    "that this it its said between their his her in on january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)


@lru_cache(4096)  # a passage and its sentences are looked at for each claim that they may speak of
def words_of(text: str) -> frozenset[str]:
    """The first five letters of each word that says something."""
    words = _WORD.findall(folded(text))
    return frozenset(word[:5] for word in words if word not in _SMALL)


def names(text: str) -> set[str]:
    """The first five letters of each capitalised word that is not the name of a day or month."""
    found = (folded(word) for word in _LETTERS.findall(text) if word[0].isupper())
    return {name[:5] for name in found if name not in _SMALL}


def share_of_words(claim: Claim, passage: Passage) -> float:
    """The share, 0 to 1, of the claim's words that the passage or its title has."""
    return share_in(claim, f"{passage.title} {passage.text}")


def share_in(claim: Claim, text: str) -> float:
    """The share, 0 to 1, of the claim's words that a text has."""
    wanted = words_of(claim.text)
    return len(wanted & words_of(text)) / len(wanted) if wanted else 0.0


def share_in_all(claim: Claim, passages: Sequence[Passage]) -> float:
    """The share, 0 to 1, of the claim's words that one or another of the passages or its title has."""
    wanted = words_of(claim.text)
    have = (wanted & words_of(f"{passage.title} {passage.text}") for passage in passages)
    return len(frozenset[str]().union(*have)) / len(wanted) if wanted else 0.0


def names_met(claim: Claim, passage: Passage) -> bool:
    """Whether the passage or its title has at least half of the claim's names."""
    wanted = names(claim.text) - {"the"} or names(claim.context)
    have = words_of(f"{passage.title} {passage.text}")
    return not wanted or len(wanted & have) * 2 >= len(wanted)


def plain_sentence(claim: Claim, passages: Sequence[Passage]) -> tuple[Passage, int] | None:
    """The passage and the number of the one sentence that plainly speaks of the claim; None where none stands out.

    It has most of the claim's words, clearly more than any other, and the claim's figures; or there is but one sentence.
    """
    places = _by_nearness(claim, passages)
    if len(places) == 1:
        return places[0][1:]
    if not places or places[0][0] < PLAIN or places[0][0] - places[1][0] < MARGIN:
        return None
    return None if _against(claim, *places[0][1:]) else places[0][1:]


def states_exactly(claim: Claim, passages: Sequence[Passage]) -> bool:
    """Whether one sentence has every figure and date of the claim, its names, and most of its words; all of them where
    the claim has a date and no figure, since more than one thing happens in a day or a month.
    """
    least = PLAIN if figures_of(claim) else 1.0
    return bool(figures_of(claim) or claim.dates) and any(
        share >= least and _names_all(claim, passage, number) and not _against(claim, passage, number)
        for share, passage, number in _by_nearness(claim, passages)
    )


def _names_all(claim: Claim, passage: Passage, number: int) -> bool:
    """Whether the sentence has all dates of the claim, and with the passage's title all names, or, of a claim without
    one, half of those that it leans on.
    """
    sentence = _sentence(passage, number)
    alone = passage.model_copy(update={"text": sentence})
    named = names(claim.text) - {"the"} <= words_of(f"{passage.title} {sentence}") and names_met(claim, alone)
    return named and {time.iso for time in claim.dates} <= _agreed(claim, passage, sentence, "date")


def _against(claim: Claim, passage: Passage, number: int) -> bool:
    """Whether a sentence with the claim's words says another thing: it denies, has not the claim's figures, or only
    tells what others say; or what stands above it does: "Myths", "The following are false:".
    """
    sentence, above = _sentence(passage, number), _above(passage, number)
    if any(map(told_apart, (*above, sentence))) is not told_apart(claim.text):
        return True
    if any(map(negative, above)) and not negative(claim.text):
        return True
    agreed = _agreed(claim, passage, sentence, "quantity")
    lacks = any(figure.text not in agreed for figure in figures_of(claim))
    differs = any(f.relation is Relation.DIFFERS for f in _compared(claim, passage, sentence))
    return differs or lacks or negative(sentence) is not negative(claim.text)


def _above(passage: Passage, number: int) -> list[str]:
    """The passage's title, and the headings and introductions in it before a sentence."""
    before = (passage.text[start:end] for start, end in sentences_of(passage.text)[: number - 1])
    return [passage.title, *(text for text in before if text.startswith("#") or text.endswith(":"))]


def _agreed(claim: Claim, passage: Passage, sentence: str, aspect: str) -> set[str]:
    """The claim's figures, or dates, that a sentence of the passage bears out."""
    found = _compared(claim, passage, sentence)
    return {f.of for f in found if f.aspect == aspect and f.relation is Relation.AGREES}


def _compared(claim: Claim, passage: Passage, sentence: str) -> list[Finding]:
    return compare(claim, [passage.model_copy(update={"text": sentence})])


def _sentence(passage: Passage, number: int) -> str:
    start, end = sentences_of(passage.text)[number - 1]
    return passage.text[start:end]


def nearest_sentence(claim: Claim, passages: Sequence[Passage], least: float) -> tuple[Passage, int] | None:
    """The passage and the number of the sentence that has most of the claim's words; None where none has `least`."""
    places = _by_nearness(claim, passages)
    return places[0][1:] if places and places[0][0] >= least else None


def _by_nearness(claim: Claim, passages: Sequence[Passage]) -> list[tuple[float, Passage, int]]:
    places = [
        (share_in(claim, passage.text[start:end]), passage, number)
        for passage in passages
        for number, (start, end) in enumerate(sentences_of(passage.text), 1)
    ]
    return sorted(places, key=lambda place: -place[0])
