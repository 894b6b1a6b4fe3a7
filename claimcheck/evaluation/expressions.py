"""Dates and quantities measured: is each expression of a text found, and with exactly the value it has?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.domain import Frozen
from claimcheck.errors import InputError
from claimcheck.evaluation.date_cases import gum_dates, recognizers_dates
from claimcheck.evaluation.expression import Expression
from claimcheck.evaluation.intervals import Part, Score, scored_parts
from claimcheck.evaluation.objects import kept_scores
from claimcheck.evaluation.quantity_cases import recognizers_quantities


class ExpressionOutcome(Frozen):
    """What was read where one expression stands; `given` is empty where nothing was found."""

    id: str
    kind: str
    in_scope: bool
    expression: str
    text: str
    wanted: tuple[str, ...]
    given: tuple[str, ...]
    right: bool
    either: bool  # right also where the expression has two readings and the other one was given
    part: str


class ExpressionScores(Frozen):
    """The result of measuring expressions on a data set."""

    task: str
    data_sha256: str
    left_out: int  # expressions of the data set that have no gold value
    scores: dict[str, Score]
    outcomes: tuple[ExpressionOutcome, ...]


TASKS: dict[str, Callable[[Path], tuple[list[Expression], int, str]]] = {
    "dates": recognizers_dates,
    "gum-dates": gum_dates,
    "quantities": recognizers_quantities,
}
PARTS = (
    "the half to develop on",
    "a quarter read in a second round",
    "the half to develop on",
    "the quarter kept longest",
)
HALF, SECOND, _, KEPT = PARTS
OVERALL = "exact value, all kinds above"


def measure_expressions(task: str, path: Path) -> ExpressionScores:
    """Reads every text of a data set and scores its expressions. Raises `InputError` for a wrong format.

    `task` is a name in `TASKS`.
    """
    cases, left_out, digest = TASKS[task](path)
    if not cases:
        raise InputError(f"{path} holds no expression with a gold value")
    outcomes = tuple(_outcome(case) for case in cases)
    return ExpressionScores(
        task=task,
        data_sha256=digest,
        left_out=left_out,
        scores=scored_parts(parts_of(outcomes)),
        outcomes=outcomes,
    )


def read_expression_scores(path: Path) -> ExpressionScores:
    """Scores that were written before. Raises `InputError`."""
    return kept_scores(path, ExpressionScores, "dates")


def accuracy(outcomes: Sequence[ExpressionOutcome]) -> float:
    """The share of expressions whose value is exactly right."""
    return sum(o.right for o in outcomes) / len(outcomes)


def _outcome(case: Expression) -> ExpressionOutcome:
    found = case.read()
    return ExpressionOutcome(
        id=case.id,
        kind=case.kind,
        in_scope=case.in_scope,
        expression=case.expression,
        text=case.text[max(0, case.start - 60) : case.end + 60],
        wanted=case.wanted,
        given=tuple(forms[0] for forms in found),
        right=_right(found, case.wanted),
        either=_right(found, (*case.wanted, *case.others)),
        part=part(case.group),
    )


def _right(found: Sequence[tuple[str, ...]], wanted: tuple[str, ...]) -> bool:
    """Where nothing is wanted, nothing must be found."""
    return any(set(forms) & set(wanted) for forms in found) if wanted else not found


def part(group: str) -> str:
    """Which part of the data set a group of cases is in, by a hash: a half, and two quarters."""
    return PARTS[hashlib.sha256(group.encode()).digest()[0] % 4]


def parts_of(outcomes: Sequence[ExpressionOutcome]) -> dict[str, Part[ExpressionOutcome]]:
    """By kind and over all kinds in scope, the parts, and beside them the kinds out of scope."""
    inside, outside = ([o for o in outcomes if o.in_scope is wanted] for wanted in (True, False))
    parts = _by_kind(inside, "") | {OVERALL: inside}
    parts |= {f"of these, {name}": [o for o in inside if o.part == name] for name in (HALF, SECOND, KEPT)}
    found = {name: Part(cases, accuracy) for name, cases in parts.items()}
    if any(o.right is not o.either for o in inside):
        found["either reading accepted"] = Part(inside, _either)
    return found | {name: Part(cases, accuracy) for name, cases in _by_kind(outside, "(beside) ").items()}


def _by_kind(outcomes: Sequence[ExpressionOutcome], before: str) -> dict[str, list[ExpressionOutcome]]:
    return {f"{before}{k}": [o for o in outcomes if o.kind == k] for k in sorted({o.kind for o in outcomes})}


def _either(outcomes: Sequence[ExpressionOutcome]) -> float:
    return sum(o.either for o in outcomes) / len(outcomes)
