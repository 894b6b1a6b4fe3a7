"""A calibration is fitted to what it was shown: on data whose law is known, it finds that law."""

import math
import random

import pytest

from claimcheck.domain import Label
from claimcheck.verdicts.calibration import JUDGED, Calibration
from claimcheck.verdicts.fitting import Seen, fit

S, R, N, C = JUDGED


def drawn(count: int, seed: int = 1) -> list[Seen]:
    """Supported with the probability that a logistic law of one sign gives, else Refuted; the other sign is noise."""
    draw, cases = random.Random(seed), []
    for _ in range(count):
        sign = draw.gauss(0, 1)
        gold = S if draw.random() < 1 / (1 + math.exp(-2 * sign - 0.5)) else R
        cases.append(Seen({"sign": sign, "noise": draw.gauss(0, 1)}, gold, 1.0))
    return cases


def fitted(cases: list[Seen]) -> Calibration:
    weights, intercepts = fit(cases, ["noise", "sign"])
    return Calibration(fitted_on="x", prompts="y", weights=weights, intercepts=intercepts)


@pytest.mark.parametrize("sign", [-2.0, 0.0, 2.0])
def test_the_law_that_drew_the_cases_is_found(sign: float) -> None:
    chances = fitted(drawn(1200)).probabilities({"sign": sign, "noise": 0.0})
    assert chances[S] == pytest.approx(1 / (1 + math.exp(-2 * sign - 0.5)), abs=0.12)
    assert chances[N] + chances[C] < 0.06


def test_noise_weighs_little_and_more_weight_of_a_label_moves_the_intercept() -> None:
    even = fitted(drawn(800))
    assert abs(even.weights[S]["noise"]) < 0.2 < even.weights[S]["sign"]
    heavy = fitted([Seen(c.signs, c.gold, 4.0 if c.gold is R else 1.0) for c in drawn(800)])
    assert heavy.intercepts[R] - heavy.intercepts[S] > even.intercepts[R] - even.intercepts[S] + 0.5


def test_a_sign_that_never_changes_is_no_trouble() -> None:
    weights, intercepts = fit([Seen({"same": 0.1}, gold, 1.0) for gold in JUDGED * 3], ["same"])
    assert {label: weights[label]["same"] for label in Label if label in weights} == dict.fromkeys(
        JUDGED, 0.0
    )
    assert max(intercepts.values()) - min(intercepts.values()) < 0.01
