"""How much of an article's text was read, and how much else: shingles, as article-extraction-benchmark has it.

The score is the one that Zyte's article-extraction-benchmark defines (github.com/scrapinghub/
article-extraction-benchmark, `evaluate.py`): a text is the bag of its runs of four words; what two texts
share, what only the reading has and what only the gold text has are put in relation for each page, so
that a long page weighs as much as a short one; precision and recall are means over the pages, and F1 is
made from these two means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.domain import Frozen

LENGTH = 4  # words in a shingle
_WORD = re.compile(r"\w+")


class Overlap(Frozen):
    """Of all shingles of a gold text and a reading, the shares that both, only the reading, only the gold have."""

    both: float
    surplus: float
    missing: float

    @property
    def precision(self) -> float:
        """Of what was read, the share that is the article's; 1 where both texts are empty."""
        return _share(self.both, self.surplus, self.missing)

    @property
    def recall(self) -> float:
        """Of the article, the share that was read; 1 where both texts are empty."""
        return _share(self.both, self.missing, self.surplus)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, of this page alone."""
        return f1(self.precision, self.recall)


def overlap(gold: str, given: str) -> Overlap:
    """Compares two texts as bags of shingles; case counts, punctuation and white space do not."""
    wanted, found = _shingles(gold), _shingles(given)
    both, total = (wanted & found).total(), (wanted | found).total()
    if total == 0:
        return Overlap(both=0, surplus=0, missing=0)
    return Overlap(
        both=both / total,
        surplus=(found.total() - both) / total,
        missing=(wanted.total() - both) / total,
    )


def precision(overlaps: Sequence[Overlap]) -> float:
    """The mean precision of the pages for which anything was read; 0 where nothing was."""
    return _mean([o.precision for o in overlaps if o.both + o.surplus > 0])


def recall(overlaps: Sequence[Overlap]) -> float:
    """The mean recall of the pages that have an article; 0 where none has."""
    return _mean([o.recall for o in overlaps if o.both + o.missing > 0])


def shingle_f1(overlaps: Sequence[Overlap]) -> float:
    """The benchmark's F1: of the two means, not the mean of each page's."""
    return f1(precision(overlaps), recall(overlaps))


def f1(one: float, other: float) -> float:
    """The harmonic mean; 0 for two zeros."""
    return 2 * one * other / (one + other) if one + other else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + LENGTH]) for i in range(max(1, len(words) - LENGTH + 1)))


def _share(right: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return right / (right + wrong) if right + wrong else 0.0


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
