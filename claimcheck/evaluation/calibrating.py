"""A calibration from public data: the signs of many cases, fitted on one half and measured on the other.

The signs of a case cost its first question; what was asked is kept, so that an interrupted run goes on.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import __version__
from claimcheck.domain import Frozen, Label
from claimcheck.errors import InputError, ModelError, UsageError
from claimcheck.evaluation.datasets import Case, Half, balanced, drawn, half_with, load
from claimcheck.evaluation.keeping import append, lines_of
from claimcheck.evaluation.running import claim_of, found_for
from claimcheck.evaluation.scores import Outcome
from claimcheck.verdicts.calibration import Calibration, chosen
from claimcheck.verdicts.fitting import PENALTY, PENALTY_FOUND, Seen, fit

if TYPE_CHECKING:
    from claimcheck.evidence import EvidenceOptions
    from claimcheck.lm import LanguageModel
    from claimcheck.verdicts import Judge

NAMES = {
    "averitec": "AVeriTeC",
    "fm2": "Fool Me Twice",
    "fm2-mixed": "Fool Me Twice among distractors",
    "fm2-distracted": "distractors of Fool Me Twice",
    "stance": "Factcheck-Bench",
    "found": "what was found for claims of Factcheck-Bench",
}


OF_ITS_WRITERS = {"words in all"}
"""Signs that tell how a data set was written: who invents false claims from a page takes its words (Fool Me Twice), and
what a search finds has them whether it is for or against. A claim that is stated word for word must not suffer from it."""

TOO_RARE = {"both over either", "one of the two denies", "figure not found", "answers yes and no"}
"""Signs that say nothing sure in the few hundred cases of found evidence: without them a case that was not fitted on is
likelier (benchmarks/steps/found_evidence.md)."""


class Signed(Frozen):
    """A case and its signs; None where no model was asked, or its answer was of no use."""

    task: str
    id: str
    gold: Label
    signs: dict[str, float] | None


class _Line(Frozen):
    key: str
    signed: Signed


def collect(
    tasks: Mapping[str, Path],
    model: LanguageModel,
    *,
    limit: int | None = None,
    kept: Path | None = None,
    listen: Callable[[int, int], None] | None = None,
    found: bool = False,
    evidence: EvidenceOptions | None = None,
) -> list[Signed]:
    """The signs of the cases of every task, at most `limit` of a task: balanced over its labels, or for what holds
    where evidence was `found`, as frequent as they are. `evidence` holds the settings of the look-up.

    Raises `UsageError` for a task with labels of its own, `InputError` for data that cannot be read and
    `ServiceError` where the model is gone; what was asked until then is in `kept`.
    """
    from claimcheck.pipeline import judge_prompts

    cases: list[tuple[str, Case]] = []
    key = f"{__version__} {model.name} {model.endpoint.label} {judge_prompts()}"
    for task, (held, digest) in loaded(tasks).items():
        cases += [(task, case) for case in (drawn if found else balanced)(held, limit)]
        key += f" {digest[:12]}"
    key = f"{key} {evidence.ranker if evidence else ''}".rstrip()
    return asyncio.run(_signed(cases, model, evidence, key, kept, listen or (lambda done, total: None)))


def loaded(tasks: Mapping[str, Path]) -> dict[str, tuple[list[Case], str]]:
    """The cases of every task and the SHA-256 of its file. Raises `UsageError` and `InputError` as `collect` does."""
    for task in tasks:
        if task not in NAMES:
            raise UsageError(f"nothing is fitted on {task!r}; there are: {', '.join(NAMES)}")
    return {task: load(task, path) for task, path in tasks.items()}


async def _signed(
    cases: Sequence[tuple[str, Case]],
    model: LanguageModel,
    evidence: EvidenceOptions | None,
    key: str,
    kept: Path | None,
    listen: Callable[[int, int], None],
) -> list[Signed]:
    from claimcheck.pipeline import judge_for

    judges = {given: judge_for(model, given=given) for given in (True, False)}
    done, found = _kept(kept, key), []
    if any(signed.signs for signed in done.values()):
        model.known_to_answer()
    try:
        for number, (task, case) in enumerate(cases):
            listen(number, len(cases))
            signed = done.get((task, case.id)) or await _one(task, case, judges[case.ranked], evidence)
            if (task, case.id) not in done:
                append(kept, _Line(key=key, signed=signed).model_dump_json())
            found.append(signed)
    finally:
        await model.aclose()
    listen(len(cases), len(cases))
    return found


async def _one(task: str, case: Case, judge: Judge, evidence: EvidenceOptions | None) -> Signed:
    try:
        signs = await judge.signs(claim_of(case), found_for(case, evidence))
    except ModelError:
        signs = None
    return Signed(
        task=task, id=case.id, gold=Label(case.gold), signs=dict(signs) if signs is not None else None
    )


def _kept(kept: Path | None, key: str) -> dict[tuple[str, str], Signed]:
    held = {}
    for text in lines_of(kept):
        try:
            line = _Line.model_validate_json(text)
        except ValueError:
            continue  # torn by an interruption
        if line.key == key:
            held[line.signed.task, line.signed.id] = line.signed
    return held


def calibrated(
    cases: Sequence[Signed], prompts: str, everything: bool = False, found: bool = False
) -> Calibration:
    """What is fitted on the half to develop on, or on everything, once that half has shown how well it does.

    Each task counts the same. Of evidence that is given as what decides, each label within a task does, too: with
    AVeriTeC and Fool Me Twice, alone and among distractors, this takes Supported and Refuted for five times as frequent as
    Not Enough Evidence and as Conflicting. Where a search `found` the evidence, labels are as frequent as they are
    there: how often it decides nothing is what a confidence has to know.

    Raises `InputError` where there is nothing to fit on.
    """
    usable = [case for case in cases if case.signs is not None]
    seen = [case for case in usable if everything or half_with(case.id) is Half.DEVELOPED_ON]
    if not seen:
        raise InputError("no case to fit on has signs: does the server give probabilities?")
    count = Counter((case.task, case.gold) for case in seen)
    labels = Counter(task for task, _ in count)
    tasks = Counter(case.task for case in seen)
    rows = [
        Seen(c.signs or {}, c.gold, 1 / (tasks[c.task] if found else count[c.task, c.gold] * labels[c.task]))
        for c in seen
    ]
    names = set(seen[0].signs or {}) - (OF_ITS_WRITERS | TOO_RARE if found else set())
    weights, intercepts = fit(rows, sorted(names), PENALTY_FOUND if found else PENALTY)
    named = ", ".join(NAMES[task] for task in dict.fromkeys(case.task for case in seen))
    return Calibration(
        fitted_on=f"{len(seen)} cases of {named}", prompts=prompts, weights=weights, intercepts=intercepts
    )


def measured(
    cases: Sequence[Signed], calibration: Calibration, half: Half, found: bool = False
) -> dict[str, list[Outcome]]:
    """Task → the label chosen for each case of that half, before rules and citations; `found` as for `calibrated`."""
    told: dict[str, list[Outcome]] = {}
    for case in cases:
        if case.signs is not None and half_with(case.id) is half:
            chances = calibration.probabilities(case.signs)
            label = chosen(chances, given=not found)
            outcome = Outcome(id=case.id, gold=case.gold, given=label, confidence=chances[label])
            told.setdefault(case.task, []).append(outcome)
    return told
