"""95 % intervals of any measure, by the percentile bootstrap over cases."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from claimcheck.evaluation.scores import Score

Case = TypeVar("Case")


def interval(
    cases: Sequence[Case], measure: Callable[[Sequence[Case]], float], seed: int = 7, resamples: int = 1000
) -> Score:
    """A measure over the cases with its interval (Efron & Tibshirani 1993); the same for the same seed.

    Raises `ValueError` where there is no case.
    """
    if not cases:
        raise ValueError("an interval needs at least one case")
    draw = random.Random(seed)
    values = sorted(measure(draw.choices(cases, k=len(cases))) for _ in range(resamples))
    low, high = values[int(0.025 * resamples)], values[min(resamples - 1, int(0.975 * resamples))]
    return Score(value=measure(cases), low=low, high=high, cases=len(cases))


def paired(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    seed: int = 7,
    resamples: int = 1000,
) -> Score:
    """How much higher a measure is for the second of each pair than for the first, with its interval."""

    def gain(sample: Sequence[tuple[Case, Case]]) -> float:
        return measure([second for _, second in sample]) - measure([first for first, _ in sample])

    return interval(pairs, gain, seed, resamples)
