"""95 % intervals of any measure, by the percentile bootstrap over cases, and the p of a difference in pairs."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimcheck.domain import Frozen

Case = TypeVar("Case")
SEED = 7  # of every draw: the same cases and the same intervals for the same data
RESAMPLES, SWAPS = 1000, 2000


class Score(Frozen):
    """A number with its 95 % interval; `cases` is how many it was computed from."""

    value: float
    low: float
    high: float
    cases: int


def always(case: object) -> bool:
    """Every case counts."""
    return True


class Part(NamedTuple, Generic[Case]):
    """What a score is made of: the cases, the measure, and which of the cases the measure looks at."""

    cases: Sequence[Case]
    measure: Callable[[Sequence[Case]], float]
    counts: Callable[[Case], bool] = always


def scored_parts(parts: Mapping[str, Part[Case]]) -> dict[str, Score]:
    """The score of every part that has cases; its `cases` are those that the measure looks at."""
    return {
        name: interval(part.cases, part.measure, counts=part.counts).model_copy(
            update={"cases": sum(map(part.counts, part.cases))}
        )
        for name, part in parts.items()
        if part.cases
    }


def interval(
    cases: Sequence[Case],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
) -> Score:
    """A measure over the cases with its interval (Efron & Tibshirani 1993).

    A resample in which no case `counts` says nothing of the measure and is left out: the interval is that of
    samples with at least one such case, and too narrow where they are few. Raises `ValueError` where there is no case.
    """
    return _bootstrapped(cases, measure, lambda sample: any(map(counts, sample)))


def paired(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
) -> Score:
    """How much higher a measure is for the second of each pair than for the first, with its interval.

    Resamples in which one side has no case that `counts` are left out.
    """

    def gain(sample: Sequence[tuple[Case, Case]]) -> float:
        return _difference(sample, measure)

    return _bootstrapped(pairs, gain, lambda sample: comparable(sample, counts))


def swapping_p(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
) -> float:
    """The two-sided p that a measure differs between the two sides of pairs by chance alone.

    Approximate randomisation (Noreen 1989; Yeh 2000 for F1): the sides of each pair are swapped by a coin, and
    p is the share of such swaps whose difference is at least the one seen, counting the one seen. Swaps after
    which one side has no case that `counts` are left out.
    """
    draw = random.Random(SEED)
    seen = abs(_difference(pairs, measure))
    extreme = drawn = 0
    for _ in range(SWAPS):
        swapped = [(b, a) if draw.random() < 0.5 else (a, b) for a, b in pairs]
        if comparable(swapped, counts):
            drawn += 1
            extreme += abs(_difference(swapped, measure)) >= seen - 1e-12
    return (extreme + 1) / (drawn + 1)


def comparable(pairs: Sequence[tuple[Case, Case]], counts: Callable[[Case], bool]) -> bool:
    """Whether on both sides of the pairs a case `counts`."""
    return any(counts(first) for first, _ in pairs) and any(counts(second) for _, second in pairs)


def _bootstrapped(
    cases: Sequence[Case],
    measure: Callable[[Sequence[Case]], float],
    holds: Callable[[Sequence[Case]], bool],
) -> Score:
    if not cases:
        raise ValueError("an interval needs at least one case")
    draw, value = random.Random(SEED), measure(cases)
    samples = (draw.choices(cases, k=len(cases)) for _ in range(RESAMPLES))
    values = sorted(measure(sample) for sample in samples if holds(sample)) or [value]
    low, high = values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
    return Score(value=value, low=low, high=high, cases=len(cases))


def _difference(pairs: Sequence[tuple[Case, Case]], measure: Callable[[Sequence[Case]], float]) -> float:
    return measure([second for _, second in pairs]) - measure([first for first, _ in pairs])
