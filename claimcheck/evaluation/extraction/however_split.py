"""Whether claims say what the gold claims say, however either took the sentence apart.

People take one list apart and leave the next one whole, and a one-to-one score counts "Love involves passion" for
wrong beside "Love involves passion and care". Here a claim is right that says a part of a gold claim, or holds one;
a gold claim is found that a claim holds, or whose parts are found. These are the correctness and the completeness of
DecMetrics (Huang 2025), by words, figures and negation in place of a model.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.words import covered, stems, stems_of
from claimcheck.evaluation.extraction.similarity import negative, numbers

HELD = 0.8  # of a claim's words that carry meaning, the least part that what says as much has


def within(part: str, whole: str) -> bool:
    """Whether a text says nothing beyond another: figures and words that it has, and no "not" that it has not."""
    if not numbers(part) <= numbers(whole) or negative(part) != negative(whole):
        return False
    return covered(stems(part), stems(whole)) >= HELD


def correct(claim: str, gold: Sequence[str]) -> bool:
    """Whether a claim says a part of a gold claim, or holds one."""
    return any(within(claim, other) or within(other, claim) for other in gold)


def complete(gold: str, claims: Sequence[str]) -> bool:
    """Whether a claim holds a gold claim, or those that say parts of it say all of it together."""
    if any(within(gold, claim) for claim in claims):
        return True
    parts = [claim for claim in claims if within(claim, gold)]
    figures = frozenset[float]().union(*map(numbers, parts))
    return numbers(gold) <= figures and covered(stems(gold), stems_of(parts)) >= HELD
