"""Scores of verdicts against gold labels, each with its 95 % interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from pydantic import Field

from claimcheck.domain import Frozen, Label
from claimcheck.evaluation.intervals import Part, Score, always, scored_parts
from claimcheck.verdicts.signs import SUPPORT_OVER_REFUTATION

SIDES = frozenset({Label.SUPPORTED, Label.REFUTED})
BINS = 10  # of confidence, for the calibration error
SURE = 0.8  # the confidence from which a wrong Supported or Refuted is confident and wrong


class Outcome(Frozen):
    """What was given for one case, and what it took. `given` is the verdict in the words of the data set."""

    id: str
    gold: str
    given: str
    confidence: float = Field(ge=0, le=1)
    verdict: Label | None = None  # where `given` is not a label of claimcheck's
    found: float | None = None  # the share of the gold passages among those that our index put first
    cited: float | None = None  # F1 of the sentences that we cite, against those that people named
    justification: str = ""
    claim: str = ""
    signs: dict[str, float] | None = None  # what the verdict was weighed by, where a model was asked
    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0


Measure = Callable[[Sequence[Outcome]], float]


def accuracy(outcomes: Sequence[Outcome]) -> float:
    """The share of cases whose label is the gold one. *Unchecked* is wrong."""
    return sum(o.given == o.gold for o in outcomes) / len(outcomes)


def macro_f1(outcomes: Sequence[Outcome]) -> float:
    """The mean over the gold labels of F1; a label that is never given rightly counts 0."""
    labels = sorted({o.gold for o in outcomes})
    return sum(_f1(outcomes, label) for label in labels) / len(labels)


def _f1(outcomes: Sequence[Outcome], label: str) -> float:
    both = sum(o.given == label and o.gold == label for o in outcomes)
    either = sum(o.given == label for o in outcomes) + sum(o.gold == label for o in outcomes)
    return 2 * both / either if either else 0.0


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Expected calibration error (Naeini et al. 2015) over `BINS` equal bins of confidence; 0 for no verdict.

    Without *Unchecked*: no confidence was stated there, and a 0 that is always wrong would pass for calibrated.
    """
    stated, error = [o for o in outcomes if judged(o)], 0.0
    for number in range(BINS):
        held = [o for o in stated if min(int(o.confidence * BINS), BINS - 1) == number]
        if held:
            mean = sum(o.confidence for o in held) / len(held)
            error += len(held) / len(stated) * abs(accuracy(held) - mean)
    return error


def judged(outcome: Outcome) -> bool:
    """Whether a case was given a verdict, of whatever label, with its confidence."""
    return outcome.given != Label.UNCHECKED


def confident_and_wrong(outcomes: Sequence[Outcome]) -> float:
    """Of the Supported and Refuted given with confidence `SURE` or more, the share that is wrong; 0 for none."""
    sure = [o for o in outcomes if surely(o)]
    return sum(o.given != o.gold for o in sure) / len(sure) if sure else 0.0


def surely(outcome: Outcome) -> bool:
    """Whether a case was given Supported or Refuted with confidence."""
    return settled(outcome) and outcome.confidence >= SURE


def settled(outcome: Outcome) -> bool:
    """Whether a case was given Supported or Refuted."""
    return (outcome.verdict or outcome.given) in SIDES


def right_where_settled(outcomes: Sequence[Outcome]) -> float:
    """Of the Supported and Refuted given, the share that is right; 0 for none (selective accuracy: Geifman and El-Yaniv
    2017, "Selective classification for deep neural networks").
    """
    held = [o for o in outcomes if settled(o)]
    return accuracy(held) if held else 0.0


def error_where_settled(outcomes: Sequence[Outcome]) -> float:
    """The calibration error of the Supported and Refuted given; 0 for none. What is left open is not in it: a set in
    which each claim is true or false calls all of that wrong, whatever its confidence.
    """
    return calibration_error([o for o in outcomes if settled(o)])


def accuracy_by_side(outcomes: Sequence[Outcome]) -> float:
    """The share that is right where every case has to be decided: one that was left open goes to the side that the
    model's word is likelier for, and is wrong where nothing is known of that word. For gold labels of two sides.
    """
    return sum(_side(o) == o.gold for o in outcomes) / len(outcomes)


def _side(outcome: Outcome) -> str | None:
    if settled(outcome):
        return outcome.given
    leaning = (outcome.signs or {}).get(SUPPORT_OVER_REFUTATION, 0.0)
    return None if leaning == 0 else Label.SUPPORTED if leaning > 0 else Label.REFUTED


def _two_sided(outcomes: Sequence[Outcome]) -> bool:
    """Whether all gold labels are Supported or Refuted, and the model's word is known of the cases."""
    return all(o.gold in SIDES for o in outcomes) and any(o.signs for o in outcomes)


def gold_passages_found(outcomes: Sequence[Outcome]) -> float:
    """The mean share of a case's gold passages that our index put first."""
    held = [o.found for o in outcomes if o.found is not None]
    return sum(held) / len(held) if held else 0.0


def supporting_sentences_f1(outcomes: Sequence[Outcome]) -> float:
    """The mean over the cases of F1 of the sentences cited, against the nearest set that people named."""
    held = [o.cited for o in outcomes if o.cited is not None]
    return sum(held) / len(held) if held else 0.0


MEASURES: dict[str, Measure] = {
    "accuracy": accuracy,
    "macro-F1": macro_f1,
    "expected calibration error": calibration_error,
    "confident and wrong": confident_and_wrong,
}
COUNTED: dict[str, Callable[[Outcome], bool]] = {
    "expected calibration error": judged,
    "confident and wrong": surely,
}
"""The measure → the cases that it looks at, where these are not all."""


def parts_of(outcomes: Sequence[Outcome]) -> dict[str, Part[Outcome]]:
    """The scores that these cases allow. A confidence is a verdict's: it is no probability of other labels."""
    held = {name: Part(outcomes, measure, COUNTED.get(name, always)) for name, measure in MEASURES.items()}
    if any(o.verdict is not None and o.verdict != o.given for o in outcomes):
        del held["expected calibration error"]
    held["right, of Supported and Refuted"] = Part(outcomes, right_where_settled, settled)
    if "expected calibration error" in held:
        held["calibration error, of the same"] = Part(outcomes, error_where_settled, settled)
    if _two_sided(outcomes):
        held["accuracy, if each were decided"] = Part(outcomes, accuracy_by_side)
    held["gold passages found"] = Part([o for o in outcomes if o.found is not None], gold_passages_found)
    held["supporting sentences, F1"] = Part(
        [o for o in outcomes if o.cited is not None], supporting_sentences_f1
    )
    return {name: part._replace(group=_claim) for name, part in held.items() if part.cases}


def _claim(outcome: Outcome) -> str:
    """Several pieces of evidence on one claim say little more than one: they are drawn together."""
    return outcome.claim or outcome.id


def scored(outcomes: Sequence[Outcome]) -> dict[str, Score]:
    """Every measure with its 95 % interval; `cases` is how many a measure looks at.

    Resamples without a confident verdict say nothing of "confident and wrong", and are left out of its interval.
    """
    return scored_parts(parts_of(outcomes))


def confusion(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """How many cases of each gold label were given each label."""
    golds = in_order({o.gold for o in outcomes})
    every = in_order({label for o in outcomes for label in (o.gold, o.given)})
    return {
        gold: {given: sum(o.gold == gold and o.given == given for o in outcomes) for given in every}
        for gold in golds
    }


def in_order(labels: set[str]) -> list[str]:
    """Labels in claimcheck's order, and others by their names before *Unchecked*."""
    known = {str(label): number for number, label in enumerate(Label)}
    return sorted(labels, key=lambda label: (known.get(label, len(known) - 1.5), label))


def mcnemar(pairs: Sequence[tuple[Outcome, Outcome]]) -> tuple[int, int, float]:
    """Cases that only the first run got right, only the second, and the two-sided exact p (McNemar 1947)."""
    right = [(a.given == a.gold, b.given == b.gold) for a, b in pairs]
    first = sum(a and not b for a, b in right)
    second = sum(b and not a for a, b in right)
    n, k = first + second, min(first, second)
    tail = sum(math.comb(n, i) for i in range(k + 1)) / 2**n if n else 1.0
    return first, second, min(1.0, 2 * tail)
