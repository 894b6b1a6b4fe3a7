"""95 % intervals of any measure, by the percentile bootstrap over cases."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from claimcheck.domain import Frozen

Case = TypeVar("Case")


class Score(Frozen):
    """A number with its 95 % interval; `cases` is how many it was computed from."""

    value: float
    low: float
    high: float
    cases: int


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
        return _difference(sample, measure)

    return interval(pairs, gain, seed, resamples)


def swapping_p(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    seed: int = 7,
    resamples: int = 2000,
) -> float:
    """The two-sided p that a measure differs between the two sides of pairs by chance alone.

    Approximate randomisation (Noreen 1989; Yeh 2000 for F1): the sides of each pair are swapped by a coin, and
    p is the share of such swaps whose difference is at least the one seen, counting the one seen.
    """
    draw = random.Random(seed)
    seen = abs(_difference(pairs, measure))
    extreme = 0
    for _ in range(resamples):
        swapped = [(b, a) if draw.random() < 0.5 else (a, b) for a, b in pairs]
        extreme += abs(_difference(swapped, measure)) >= seen - 1e-12
    return (extreme + 1) / (resamples + 1)


def _difference(pairs: Sequence[tuple[Case, Case]], measure: Callable[[Sequence[Case]], float]) -> float:
    return measure([second for _, second in pairs]) - measure([first for first, _ in pairs])
