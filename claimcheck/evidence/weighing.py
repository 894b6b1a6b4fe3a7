"""BM25 over the few passages of one claim, without an index: to make an index for them takes 12 ms and 15 MB.

The formula, its two constants, the lengths rounded to one byte and the best of text and title are those of tantivy
(Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"), so that passages which come
from an index are ordered as an index of them alone would.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimcheck.domain import Passage
from claimcheck.evidence.query import Query
from claimcheck.evidence.ranking import TITLE, searched, stems, weights_of

K1, B = 1.2, 0.75


def weighed(query: Query, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that have a word of the query, best first, each id once; equal scores in the order of ids."""
    held = {passage.id: passage for passage in passages}
    fields = [searched(passage) for passage in held.values()]
    texts = _Field([_counted(text) for _, text in fields])
    titles = _Field([_counted(title) for title, _ in fields])
    scores = [0.0] * len(held)
    for word, weight in weights_of(query).items():
        for place, (text, title) in enumerate(zip(texts.scores(word), titles.scores(word), strict=True)):
            scores[place] += max(weight * text, weight * TITLE * title)
    found = [(-round(score, 4), id) for score, id in zip(scores, held, strict=True) if score > 0]
    return [held[id] for _, id in sorted(found)]


class _Field:
    """The words of one field of all passages."""

    def __init__(self, counted: Sequence[Mapping[str, int]]) -> None:
        self._counted = counted
        lengths = [sum(words.values()) for words in counted]
        mean = sum(lengths) / len(lengths) if lengths else 0.0
        self._norms = [K1 * (1 - B + B * _rounded(length) / mean) if mean else K1 for length in lengths]

    def scores(self, word: str) -> list[float]:
        """What the word counts in each passage; 0 where it does not stand."""
        have = sum(word in words for words in self._counted)
        rarity = math.log(1 + (len(self._counted) - have + 0.5) / (have + 0.5)) * (K1 + 1)
        pairs = zip(self._counted, self._norms, strict=True)
        return [rarity * n / (n + norm) if (n := words.get(word, 0)) else 0.0 for words, norm in pairs]


@lru_cache(maxsize=2048)  # the same passages are weighed for one claim after another
def _counted(text: str) -> Mapping[str, int]:
    return Counter(stems(text))


def _lengths() -> list[int]:
    """The lengths that one byte tells apart: all up to 40, then eight of each step, which doubles."""
    known, step = list(range(41)), 2
    while len(known) < 256:
        known += [known[-1] + step * n for n in range(1, 9)]
        step *= 2
    return known[:256]


_LENGTHS = _lengths()


def _rounded(length: int) -> int:
    return _LENGTHS[bisect_right(_LENGTHS, length) - 1]
