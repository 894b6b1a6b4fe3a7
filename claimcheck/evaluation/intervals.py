"""95 % intervals of any measure, by the percentile bootstrap over cases, and the p of a difference in pairs."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from claimcheck.domain import Frozen

Case = TypeVar("Case")
Group = Callable[[Case], Hashable] | None
"""Of a case, what it hangs together with others by, such as the claim that several pieces of evidence are about."""
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
    """What a score is made of: the cases, the measure, which of the cases the measure looks at, and which hang together."""

    cases: Sequence[Case]
    measure: Callable[[Sequence[Case]], float]
    counts: Callable[[Case], bool] = always
    group: Group[Case] = None


def scored_parts(parts: Mapping[str, Part[Case]]) -> dict[str, Score]:
    """The score of every part that has cases; its `cases` are those that the measure looks at."""
    return {
        name: interval(part.cases, part.measure, part.counts, part.group).model_copy(
            update={"cases": sum(map(part.counts, part.cases))}
        )
        for name, part in parts.items()
        if part.cases
    }


def interval(
    cases: Sequence[Case],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
    group: Group[Case] = None,
) -> Score:
    """A measure over the cases with its interval (Efron & Tibshirani 1993); cases of one `group` are drawn together.

    A resample in which no case `counts` says nothing of the measure and is left out: the interval is that of
    samples with at least one such case, and too narrow where they are few. Where all cases are alike, so is every
    resample: see `_at_an_edge`. Raises `ValueError` where there is no case.
    """
    units = _units(cases, group)
    score = _bootstrapped(units, measure, lambda sample: any(map(counts, sample)))
    if score.low < score.high:
        return score
    return _at_an_edge(score, sum(any(map(counts, unit)) for unit in units))


def _at_an_edge(score: Score, number: int) -> Score:
    """The exact bound of a share of `number` cases of which none or all are so (Clopper & Pearson 1934).

    It holds for the mean of any values from 0 to 1, of which all are 0 or all are 1. Of no case nothing is known.
    """
    room = 1 - 0.025 ** (1 / number) if number else 1.0
    if score.value == 0:
        return score.model_copy(update={"high": room})
    return score.model_copy(update={"low": 1 - room}) if score.value == 1 else score


def paired(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
    group: Group[Case] = None,
) -> Score:
    """How much higher a measure is for the second of each pair than for the first, with its interval.

    Resamples in which one side has no case that `counts` are left out. Pairs of one `group` are drawn together.
    """

    def gain(sample: Sequence[tuple[Case, Case]]) -> float:
        return _difference(sample, measure)

    return _bootstrapped(_pair_units(pairs, group), gain, lambda sample: comparable(sample, counts))


def swapping_p(
    pairs: Sequence[tuple[Case, Case]],
    measure: Callable[[Sequence[Case]], float],
    counts: Callable[[Case], bool] = always,
    group: Group[Case] = None,
) -> float:
    """The two-sided p that a measure differs between the two sides of pairs by chance alone.

    Approximate randomisation (Noreen 1989; Yeh 2000 for F1): the sides of each pair are swapped by a coin, those of one
    `group` by the same one, and p is the share of such swaps whose difference is at least the one seen, counting the
    one seen. Swaps after which one side has no case that `counts` are left out.
    """
    draw, units = random.Random(SEED), _pair_units(pairs, group)
    seen = abs(_difference(pairs, measure))
    extreme = drawn = 0
    for _ in range(SWAPS):
        coins = ((unit, draw.random() < 0.5) for unit in units)
        swapped = [(b, a) if swap else (a, b) for unit, swap in coins for a, b in unit]
        if comparable(swapped, counts):
            drawn += 1
            extreme += abs(_difference(swapped, measure)) >= seen - 1e-12
    return (extreme + 1) / (drawn + 1)


def comparable(pairs: Sequence[tuple[Case, Case]], counts: Callable[[Case], bool]) -> bool:
    """Whether on both sides of the pairs a case `counts`."""
    return any(counts(first) for first, _ in pairs) and any(counts(second) for _, second in pairs)


def _units(cases: Sequence[Case], group: Group[Case]) -> list[list[Case]]:
    """What is drawn as one: the cases of a group, else each case."""
    if group is None:
        return [[case] for case in cases]
    held: dict[Hashable, list[Case]] = {}
    for case in cases:
        held.setdefault(group(case), []).append(case)
    return list(held.values())


def _pair_units(pairs: Sequence[tuple[Case, Case]], group: Group[Case]) -> list[list[tuple[Case, Case]]]:
    return _units(pairs, None if group is None else lambda pair: group(pair[0]))


def _bootstrapped(
    units: Sequence[Sequence[Case]],
    measure: Callable[[Sequence[Case]], float],
    holds: Callable[[Sequence[Case]], bool],
) -> Score:
    if not units:
        raise ValueError("an interval needs at least one case")
    cases = list(chain.from_iterable(units))
    draw, value = random.Random(SEED), measure(cases)
    drawn = (draw.choices(units, k=len(units)) for _ in range(RESAMPLES))
    samples = (list(chain.from_iterable(sample)) for sample in drawn)
    values = sorted(measure(sample) for sample in samples if holds(sample)) or [value]
    low, high = values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
    return Score(value=value, low=low, high=high, cases=len(cases))


def _difference(pairs: Sequence[tuple[Case, Case]], measure: Callable[[Sequence[Case]], float]) -> float:
    return measure([second for _, second in pairs]) - measure([first for first, _ in pairs])
