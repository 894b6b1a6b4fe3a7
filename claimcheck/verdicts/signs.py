"""What speaks for and against a claim, in numbers: the signs from which a confidence is made."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.verdicts.overlap import by_nearness, share_in_all
from claimcheck.verdicts.program import STANCES
from claimcheck.verdicts.turns import negative, qualified, reply, unknown

SUPPORT_OVER_REFUTATION = "supports over refutes"
NEITHER = "neither over both"
NEAREST = "words in one sentence"
FIRST, FIRST_NEITHER = "first passage: supports over refutes", "first passage: neither over both"
NEAREST_SIDE = "nearest passage: supports over refutes"
WRITTEN = 0.7  # the probability of a word of which only the writing is known: stated
FLOOR = 0.001  # a probability below this counts as this: its logarithm must not decide alone

Stances = Mapping[str, float]
"""Stance → the model's probability of that word."""


def signs_of(claim: Claim, passages: Sequence[Passage], stances: Stances, missing: bool) -> dict[str, float]:
    """Name → value of every sign. `stances` are probabilities; `missing` says that the passages lack a figure
    or date of the claim.
    """
    return _signs(claim, passages, stances, missing, _nearest(claim, passages))


def signs_apart(
    claim: Claim, passages: Sequence[Passage], apart: Sequence[Stances], missing: bool
) -> dict[str, float]:
    """The same, and some more, of passages that were read each by itself: `apart` has the stances of each, in their order."""
    nearest = _nearest(claim, passages)
    return {
        **_signs(claim, passages, strongest(apart), missing, nearest),
        FIRST: _side(apart[0]),
        FIRST_NEITHER: _over_sides(apart[0], "neither"),
        NEAREST_SIDE: _side(apart[nearest.place]),
    }


def strongest(apart: Sequence[Stances]) -> dict[str, float]:
    """What several passages come to: for each side what says so most, and "neither" only as far as each says so."""
    return {
        stance: (min if stance == "neither" else max)(stances[stance] for stances in apart)
        for stance in apart[0]
    }


def written(word: str) -> Stances:
    """Stances where only the word that the model wrote is known, and no probability."""
    rest = (1 - WRITTEN) / (len(STANCES) - 1)
    return {stance: WRITTEN if stance == word else rest for stance in STANCES}


def by_words(apart: Sequence[Stances]) -> Stances:
    """What several passages come to by the words on them alone: both sides where one stands against another."""
    said = {max(stances, key=lambda stance: stances[stance]) for stances in apart}
    if {"supports", "refutes"} <= said:
        return written("both")
    return written(next(word for word in ("both", "supports", "refutes", "neither") if word in said))


def _log(share: float) -> float:
    return math.log(max(FLOOR, share))


def _side(stances: Stances) -> float:
    return _log(stances["supports"]) - _log(stances["refutes"])


def _over_sides(stances: Stances, stance: str) -> float:
    return _log(stances[stance]) - max(_log(stances["supports"]), _log(stances["refutes"]))


class _Nearest(NamedTuple):
    """The sentence with the largest share of the claim's words, and the place of its passage."""

    share: float
    place: int
    words: str


def _nearest(claim: Claim, passages: Sequence[Passage]) -> _Nearest:
    places = by_nearness(claim, passages)
    if not places:
        return _Nearest(0.0, 0, "")
    share, passage, number = places[0]
    start, end = sentences_of(passage.text)[number - 1]
    return _Nearest(share, passages.index(passage), passage.text[start:end])


def _signs(
    claim: Claim, passages: Sequence[Passage], stances: Stances, missing: bool, nearest: _Nearest
) -> dict[str, float]:
    return {
        SUPPORT_OVER_REFUTATION: _side(stances),
        NEITHER: _over_sides(stances, "neither"),
        "both over either": _over_sides(stances, "both"),
        NEAREST: nearest.share,
        "words in all": share_in_all(claim, passages),
        "figure not found": float(missing),
        "one of the two denies": float(negative(nearest.words) is not negative(claim.text)),
        **_turns([passage.text for passage in passages]),
    }


def _turns(texts: Sequence[str]) -> dict[str, float]:
    """How the evidence turns, as shares of the passages."""
    replies = [reply(text) for text in texts]
    return {
        "says that it is unknown": _share(map(unknown, texts)),
        "qualifies what it says": _share(map(qualified, texts)),
        "answers yes and no": float({1, -1} <= set(replies)),
    }


def _share(found: Iterable[bool]) -> float:
    held = list(found)
    return sum(held) / len(held) if held else 0.0
