"""From signs to probabilities of the verdicts: multinomial logistic regression, fitted for each model on data.

Guo et al. 2017 ("On Calibration of Modern Neural Networks") fit a temperature on held-out data; here the
other signs that code sees are weighed with it. For a model that nobody fitted, its own probabilities stand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

from claimcheck.domain import Frozen, Label
from claimcheck.errors import UsageError

JUDGED = (Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING)
LEAST = 0.35  # no verdict below it was right in cross-validation: benchmarks/steps/verdicts.md
NARROW = 0.1  # the difference of two probabilities that says little
EVEN = 0.5  # below it a verdict is likelier wrong than right
REFUTING = 0.65  # the same for a refutation by words alone, in articles: there are fewer false claims than was fitted on
_STANCES = {
    "supports": Label.SUPPORTED,
    "refutes": Label.REFUTED,
    "neither": Label.NOT_ENOUGH_EVIDENCE,
    "both": Label.CONFLICTING,
}


class Calibration(Frozen):
    """What was fitted for one model: a weight for each sign and an intercept, for each verdict.

    `fitted_on` says on what, in words that a report can show; `prompts` is the hash of the judge's prompt
    that it was fitted with, and it holds for no other.
    """

    fitted_on: str
    prompts: str
    weights: dict[Label, dict[str, float]]
    intercepts: dict[Label, float]

    def probabilities(self, signs: Mapping[str, float]) -> dict[Label, float]:
        """Verdict → probability; they sum to 1. A sign that was not fitted counts nothing."""
        scores = {
            label: intercept
            + sum(self.weights[label].get(name, 0.0) * value for name, value in signs.items())
            for label, intercept in self.intercepts.items()
        }
        return dict(zip(scores, softmax(list(scores.values())), strict=True))


def chosen(chances: Mapping[Label, float], given: bool = False, by_words: bool = False) -> Label:
    """The likeliest verdict; Not Enough Evidence where that is not likely enough.

    Where evidence was `given` as what decides, Supported and Refuted from `LEAST`. What a search found may say nothing
    of the claim, and the embedded model hardly tells: there, every verdict from an even chance. A refutation that is one `by_words` alone, with no
    figure or day that code sees to differ, from `REFUTING`: where one claim in twenty is false and not one in three, as
    in what was fitted on, a chance of 0.65 is one of 0.16 (Saerens et al. 2002).
    """
    label, least = likeliest(chances), LEAST if given else EVEN
    if by_words and label is Label.REFUTED:
        least = REFUTING
    as_it_is = given and label is Label.CONFLICTING
    return label if as_it_is or chances[label] >= least else Label.NOT_ENOUGH_EVIDENCE


def likeliest(chances: Mapping[Label, float]) -> Label:
    """The verdict with the highest probability."""
    return max(chances, key=lambda label: chances[label])


def leans_to(chances: Mapping[Label, float]) -> frozenset[Label]:
    """Which of Supported and Refuted is likely enough for code to settle it: the likeliest, or hardly less likely."""
    least = max(LEAST, max(chances.values()) - NARROW)
    return frozenset(side for side in (Label.SUPPORTED, Label.REFUTED) if chances.get(side, 0.0) >= least)


def leaning(chances: Mapping[Label, float], label: Label, by_words: bool = False) -> tuple[str, ...]:
    """A note on a likelier verdict than the one chosen; none where the likeliest was, nor on a refutation `by_words` alone:
    in articles nearly all claims are true of which it would be told (benchmarks/steps/found_evidence.md).
    """
    leans = likeliest(chances)
    if leans is label or (by_words and leans is Label.REFUTED):
        return ()
    return (f"Leans to {leans} ({chances[leans]:.2f}), which is not likely enough for a verdict.",)


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that sum to 1."""
    highest = max(scores)
    raised = [math.exp(score - highest) for score in scores]
    whole = sum(raised)
    return [value / whole for value in raised]


def uncalibrated(stances: Mapping[str, float]) -> dict[Label, float]:
    """The model's own probabilities as those of the verdicts; they sum to 1."""
    whole = sum(stances.values())
    return {label: stances[stance] / whole for stance, label in _STANCES.items()}


def kind_of(given: bool) -> str:
    """The name under which a calibration is kept: for evidence given as what decides, or for what a search found.

    It says how passages are read: what was fitted on all of them together, as it once was, is refused.
    """
    return "given" if given else "found, passage by passage"


def calibration_for(model: str, prompts: str, text: str, given: bool = False) -> Calibration | None:
    """What `text`, a file that `claimcheck calibrate` wrote, holds for a model, the hash of the judge's prompt, and
    evidence that was `given` as what decides, or found by a search; else None.

    Raises `UsageError` where the text is not of that form.
    """
    try:
        kinds = json.loads(text).get(model, {})
        if set(kinds) - {kind_of(True), kind_of(False)}:
            raise ValueError
        held = kinds.get(kind_of(given))
        fitted = Calibration.model_validate(held) if held else None
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError("the calibration is not of the form that `claimcheck calibrate` writes") from error
    return fitted if fitted and fitted.prompts == prompts else None
