"""Scores of verdicts against gold labels, each with a 95 % interval by the percentile bootstrap."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from claimcheck.domain import Frozen, Label

SURE = 0.8  # the confidence from which a wrong Supported or Refuted is confident and wrong


class Outcome(Frozen):
    """What was given for one case, and what it took."""

    id: str
    gold: Label
    given: Label
    confidence: float
    justification: str = ""
    claim: str = ""
    found: float | None = (
        None  # the share of the gold passages that were found, where they stood among others
    )
    signs: dict[str, float] | None = None  # what the verdict was weighed by, where a model was asked
    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0


class Score(Frozen):
    """A number with its 95 % interval; `cases` is how many it was computed from."""

    value: float
    low: float
    high: float
    cases: int


Measure = Callable[[Sequence[Outcome]], float]


def accuracy(outcomes: Sequence[Outcome]) -> float:
    """The share of cases whose label is the gold one. *Unchecked* is wrong."""
    return sum(o.given is o.gold for o in outcomes) / len(outcomes)


def macro_f1(outcomes: Sequence[Outcome]) -> float:
    """The mean over the gold labels of F1; a label that is never given rightly counts 0."""
    labels = sorted({o.gold for o in outcomes})
    return sum(_f1(outcomes, label) for label in labels) / len(labels)


def _f1(outcomes: Sequence[Outcome], label: Label) -> float:
    both = sum(o.given is label and o.gold is label for o in outcomes)
    either = sum(o.given is label for o in outcomes) + sum(o.gold is label for o in outcomes)
    return 2 * both / either if either else 0.0


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015) over `bins` equal bins of confidence."""
    error = 0.0
    for number in range(bins):
        held = [o for o in outcomes if min(int(o.confidence * bins), bins - 1) == number]
        if held:
            mean = sum(o.confidence for o in held) / len(held)
            error += len(held) / len(outcomes) * abs(accuracy(held) - mean)
    return error


def confident_and_wrong(outcomes: Sequence[Outcome]) -> float:
    """Of the Supported and Refuted given with confidence `SURE` or more, the share that is wrong; 0 for none."""
    sure = [o for o in outcomes if o.given in {Label.SUPPORTED, Label.REFUTED} and o.confidence >= SURE]
    return sum(o.given is not o.gold for o in sure) / len(sure) if sure else 0.0


def recall(outcomes: Sequence[Outcome]) -> float:
    """The mean share of the gold passages that were found among others."""
    return sum(o.found or 0.0 for o in outcomes) / len(outcomes)


MEASURES: dict[str, Measure] = {
    "accuracy": accuracy,
    "macro-F1": macro_f1,
    "expected calibration error": calibration_error,
    "confident and wrong": confident_and_wrong,
}


def scored(outcomes: Sequence[Outcome], seed: int = 7, resamples: int = 1000) -> dict[str, Score]:
    """Every measure with its interval (Efron & Tibshirani 1993, percentile method); the same for the same seed."""
    draw = random.Random(seed)
    samples = [draw.choices(outcomes, k=len(outcomes)) for _ in range(resamples)]
    found = {}
    mixed = any(o.found is not None for o in outcomes)
    for name, measure in (MEASURES | ({"recall of gold passages": recall} if mixed else {})).items():
        values = sorted(measure(sample) for sample in samples)
        low, high = values[int(0.025 * resamples)], values[min(resamples - 1, int(0.975 * resamples))]
        found[name] = Score(value=measure(outcomes), low=low, high=high, cases=len(outcomes))
    return found


def confusion(outcomes: Sequence[Outcome]) -> dict[Label, dict[Label, int]]:
    """How many cases of each gold label were given each label."""
    golds = [label for label in Label if any(o.gold is label for o in outcomes)]
    return {
        gold: {given: sum(o.gold is gold and o.given is given for o in outcomes) for given in Label}
        for gold in golds
    }


def mcnemar(one: Sequence[Outcome], other: Sequence[Outcome]) -> tuple[int, int, float]:
    """Cases that only one run got right, only the other, and the two-sided exact p (McNemar 1947).

    Only cases that both runs have are compared.
    """
    right = {o.id: o.given is o.gold for o in other}
    pairs = [(o.given is o.gold, right[o.id]) for o in one if o.id in right]
    first = sum(a and not b for a, b in pairs)
    second = sum(b and not a for a, b in pairs)
    n, k = first + second, min(first, second)
    tail = sum(math.comb(n, i) for i in range(k + 1)) / 2**n if n else 1.0
    return first, second, min(1.0, 2 * tail)
