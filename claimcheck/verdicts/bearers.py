"""Whether the sentence that a model numbered is the one that it speaks of: a small one counts wrong now and then.

The sentences it read are held against the claim and the reason it gave, a shared word counting less the more of them
have it (inverse document frequency, Spärck Jones 1972). Where another sentence has far more of both, that one is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.verdicts.bearing import figures_of, has_figure
from claimcheck.verdicts.contrary import turns_round
from claimcheck.verdicts.overlap import words_of
from claimcheck.verdicts.turns import negative, told_apart

TIMES = 2.0  # as much of the claim and the reason as the sentence named, from which another one is meant
MORE = 1.0  # and by how much more: a word that no other sentence has counts 1

Place = tuple[Passage, int]
"""A passage, and the number of a sentence in it, from 1."""


def sentence_meant(claim: Claim, why: str, passages: Sequence[Passage], named: Place) -> Place:
    """The place that a model `named`, or that of the sentence of its passages that it plainly means by its reason `why`.

    Only for support: what refutes a claim often has few of its words. A sentence without a figure of the claim that the
    one named has, or one that turns it round or only tells what others say, is never put in the place of another.
    """
    places = {
        (passage.id, number): (passage, number, passage.text[start:end])
        for passage in passages
        for number, (start, end) in enumerate(sentences_of(passage.text), 1)
    }
    words = {key: words_of(text) for key, (_, _, text) in places.items()}
    often = Counter(word for held in words.values() for word in held)
    said = words_of(f"{claim.text} {why}")
    scores = {key: sum(1 / often[word] for word in held & said) for key, held in words.items()}
    own = (named[0].id, named[1])
    best = max(scores, key=lambda key: scores[key])
    if own not in scores or scores[best] < max(TIMES * scores[own], scores[own] + MORE):
        return named
    passage, number, text = places[best]
    there = [figure for figure in figures_of(claim) if has_figure([places[own][2]], figure)]
    lacks = not all(has_figure([text], figure) for figure in there)
    return named if lacks or _turned(claim, text, places[own][2]) else (passage, number)


def _turned(claim: Claim, text: str, named: str) -> bool:
    """Whether a sentence may say the claim's contrary, or tells it apart, where neither claim nor sentence named do."""
    said = (claim.text, named)
    if told_apart(text) and not any(map(told_apart, said)):
        return True
    return all(negative(text) is not negative(one) for one in said) or turns_round(claim, text)
