"""Multinomial logistic regression with a ridge penalty, by Nesterov's accelerated gradient (1983).

Written out, since it is a page, and scikit-learn with scipy would weigh more than all else that claimcheck needs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.domain import Label
from claimcheck.verdicts.calibration import JUDGED, softmax

PENALTY = 0.05  # of the squared weights of signs with a spread of 1, against the mean loss of a case
PENALTY_FOUND = 0.1  # the same where a search found the evidence: less is known of these cases
ROUNDS = 600
NO_SPREAD = 1e-9  # what rounding leaves of none
STEP = 0.2  # below the inverse of the loss's largest curvature for some twenty signs of spread 1


@dataclass(frozen=True)
class Seen:
    """A case to fit on: its signs, what people decided, and how much it counts."""

    signs: dict[str, float]
    gold: Label
    weight: float


Matrix = list[list[float]]
"""A row for each label; in it, a weight for each sign and the intercept last."""


def fit(
    cases: Sequence[Seen], names: Sequence[str], penalty: float = PENALTY
) -> tuple[dict[Label, dict[str, float]], dict[Label, float]]:
    """The weights of the signs named, and the intercepts, for each verdict. The order of cases does not matter."""
    spread = [_spread(cases, name) for name in names]
    rows = [
        [(c.signs[n] - mean) / width for n, (mean, width) in zip(names, spread, strict=True)] + [1.0]
        for c in cases
    ]
    found = _descended(rows, [JUDGED.index(c.gold) for c in cases], _shares(cases), penalty)
    weights, intercepts = {}, {}
    for label, row in zip(JUDGED, found, strict=True):
        plain = [w / width for w, (_, width) in zip(row, spread, strict=False)]
        weights[label] = {name: round(w, 4) for name, w in zip(names, plain, strict=True)}
        shift = sum(w * mean for w, (mean, _) in zip(plain, spread, strict=True))
        intercepts[label] = round(row[-1] - shift, 4)
    return weights, intercepts


def _spread(cases: Sequence[Seen], name: str) -> tuple[float, float]:
    """Mean and standard deviation of a sign; 1 for a sign that is the same everywhere."""
    values = [case.signs[name] for case in cases]
    mean = sum(values) / len(values)
    width = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))
    return mean, width if width > NO_SPREAD else 1.0


def _shares(cases: Sequence[Seen]) -> list[float]:
    whole = sum(case.weight for case in cases)
    return [case.weight / whole for case in cases]


def _descended(rows: Matrix, golds: Sequence[int], shares: Sequence[float], penalty: float) -> Matrix:
    width = len(rows[0])
    here = [[0.0] * width for _ in JUDGED]
    before = here
    for number in range(ROUNDS):
        ahead = number / (number + 3)
        point = [
            [w + ahead * (w - b) for w, b in zip(*pair, strict=True)]
            for pair in zip(here, before, strict=True)
        ]
        slope = _slope(rows, golds, shares, point, penalty)
        before = here
        here = [[w - STEP * s for w, s in zip(*pair, strict=True)] for pair in zip(point, slope, strict=True)]
    return here


def _slope(
    rows: Matrix, golds: Sequence[int], shares: Sequence[float], weights: Matrix, penalty: float
) -> Matrix:
    """The gradient of the loss; intercepts (the last column) are not penalised."""
    slope = [[penalty * w for w in row[:-1]] + [0.0] for row in weights]
    for row, gold, share in zip(rows, golds, shares, strict=True):
        chances = softmax([sum(map(float.__mul__, line, row)) for line in weights])
        for number, line in enumerate(slope):
            error = share * (chances[number] - (number == gold))
            for place, value in enumerate(row):
                line[place] += error * value
    return slope
