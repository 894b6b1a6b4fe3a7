"""Scores of several data sets taken together: one table over all of their cases, as if they were one set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from claimcheck.domain import Label
from claimcheck.errors import InputError
from claimcheck.evaluation.running import Scores, read_scores
from claimcheck.evaluation.scores import Outcome, confusion, scored
from claimcheck.evaluation.table import table
from claimcheck.reports.safe import one_line


def read_together(paths: Sequence[Path]) -> list[Scores]:
    """The scores of verdicts in each file, which can be counted as one.

    Raises `InputError` where a file holds none, where its data have labels of their own, and where a case is in two
    files, since it would count twice.
    """
    held: list[Scores] = []
    seen: dict[tuple[str, str], Path] = {}
    for path in paths:
        scores = read_scores(path)
        if any(outcome.gold not in set(Label) for outcome in scores.outcomes):
            raise InputError(
                f"{path} has other labels than those of verdicts: it cannot be taken with others"
            )
        for outcome in scores.outcomes:
            before = seen.setdefault((scores.task, outcome.id), path)
            if before is not path:
                raise InputError(f"the case {outcome.id!r} of {scores.task} is in {before} and in {path}")
        held.append(scores)
    return held


def joined(held: Sequence[Scores]) -> Scores:
    """The scores over all cases of several sets (at least one); a case's id then begins with its set's name.

    One claim may be in several sets with other evidence: its cases are drawn together for the intervals.
    """
    outcomes = tuple(_of_set(scores.task, outcome) for scores in held for outcome in scores.outcomes)
    prompts = [scores.prompts for scores in held]
    return Scores(
        task=", ".join(dict.fromkeys(scores.task for scores in held)),
        data_sha256=hashlib.sha256(" ".join(scores.data_sha256 for scores in held).encode()).hexdigest(),
        model=", ".join(dict.fromkeys(scores.model for scores in held)),
        prompts=prompts[0] if all(each == prompts[0] for each in prompts) else {},
        scores=scored(outcomes),
        confusion=confusion(outcomes),
        outcomes=outcomes,
    )


def _of_set(task: str, outcome: Outcome) -> Outcome:
    return outcome.model_copy(update={"id": f"{task} {outcome.id}"})


def together_table(held: Sequence[Scores], whole: Scores) -> str:
    """How many cases each set brings, in what the sets were measured differently, and the table over all cases."""
    sets = [f"{one_line(scores.task)}: {len(scores.outcomes)} cases" for scores in held]
    differing = [
        what
        for what, values in (("model", [s.model for s in held]), ("prompts", [s.prompts for s in held]))
        if any(value != values[0] for value in values)
    ]
    told = [f"the files differ in {' and in '.join(differing)}: no one judge has these scores"]
    return "\n".join([f"together: {'; '.join(sets)}", *(told if differing else []), table(whole)])
