"""An evaluation: every case through the real judge, each answer kept, so that a run can be resumed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.domain import Claim, Frozen, Label, Span, Verdict
from claimcheck.errors import InputError
from claimcheck.evaluation.datasets import Case, balanced, load
from claimcheck.evaluation.scores import Outcome, Score, confusion, scored
from claimcheck.exact import find_dates, find_quantities

if TYPE_CHECKING:
    from claimcheck.lm import LanguageModel


class Scores(Frozen):
    """An evaluation's result: what was measured, on what, by what, and every case."""

    task: str
    data_sha256: str
    model: str
    prompts: dict[str, str]
    scores: dict[str, Score]
    confusion: dict[Label, dict[Label, int]]
    outcomes: tuple[Outcome, ...]


def evaluate(
    task: str,
    path: Path,
    model: LanguageModel,
    *,
    limit: int | None = None,
    seed: int = 7,
    kept: Path | None = None,
    listen: Callable[[int, int], None] | None = None,
) -> Scores:
    """Gives a verdict on every case of a data set and scores the verdicts.

    `kept` is a file to which each finished case is appended; cases that it already holds for the same
    data, model and prompts are not asked again. Raises `InputError` for data that cannot be read and
    `ServiceError` where the model is gone, with what was finished kept.
    """
    from claimcheck.pipeline import hashes

    cases, digest = load(task, path)
    chosen = balanced(cases, limit, seed)
    name, prompts = _named(model), hashes(model.per_call)
    key = f"{task} {digest[:12]} {name} {sorted(prompts.items())}"
    done = _kept(kept, key)
    outcomes = asyncio.run(_all(chosen, model, done, kept, key, listen or (lambda done, total: None)))
    return Scores(
        task=task,
        data_sha256=digest,
        model=name,
        prompts=prompts,
        scores=scored(outcomes, seed),
        confusion=confusion(outcomes),
        outcomes=tuple(outcomes),
    )


async def _all(
    cases: list[Case],
    model: LanguageModel,
    done: dict[str, Outcome],
    kept: Path | None,
    key: str,
    listen: Callable[[int, int], None],
) -> list[Outcome]:
    """Every case once, as many in one call as suits the model; those of one call are neighbours in the data."""
    from claimcheck.lm.many import evenly

    judge, found = _judging(model), dict(done)
    left = [case for case in cases if case.id not in done]
    listen(0, len(left))
    try:
        for part in evenly(left, model.per_call.claims):
            for outcome in await _asked(part, judge, model):
                found[outcome.id] = outcome
                _keep(kept, key, outcome)
                listen(len(found) - len(done), len(left))
    finally:
        await model.aclose()
    return [found[case.id] for case in cases]


Judged = dict[str, tuple[Verdict, Mapping[str, float] | None]]
"""Case's id → its verdict, and the signs it was weighed by."""

Judging = Callable[[Sequence[Case]], Awaitable[Judged]]


def _judging(model: LanguageModel) -> Judging:
    """The judge of one claim a call, or of several."""
    from claimcheck.pipeline import group_judge_for, judge_for

    if model.per_call.claims == 1:
        alone = judge_for(model)

        async def one_by_one(cases: Sequence[Case]) -> Judged:
            return {case.id: await alone.judged(claim_of(case), case.passages) for case in cases}

        return one_by_one
    group = group_judge_for(model)

    async def at_once(cases: Sequence[Case]) -> Judged:
        found: Judged = {}

        def hear(verdict: Verdict, signs: Mapping[str, float] | None) -> None:
            found[verdict.claim] = (verdict, signs)

        await group.judge([(claim_of(case), case.passages) for case in cases], hear)
        return found

    return at_once


def _named(model: LanguageModel) -> str:
    """The model, and how many claims it judges in one call where that is not one."""
    claims = model.per_call.claims
    return model.name if claims == 1 else f"{model.name}, {claims} claims a call"


async def _asked(cases: Sequence[Case], judge: Judging, model: LanguageModel) -> list[Outcome]:
    """The outcomes of cases that are judged together; what that took is put down to the first of them."""
    before, begun = model.meter.usage(), time.perf_counter()
    judged = await judge(cases)
    after, seconds = model.meter.usage(), round(time.perf_counter() - begun, 2)
    spent = after.prompt_tokens + after.completion_tokens - before.prompt_tokens - before.completion_tokens
    took = {"calls": after.calls - before.calls, "tokens": spent, "seconds": seconds}
    outcomes = [_outcome(case, *judged[case.id]) for case in cases]
    return [outcomes[0].model_copy(update=took), *outcomes[1:]]


def _outcome(case: Case, verdict: Verdict, signs: Mapping[str, float] | None) -> Outcome:
    return Outcome(
        id=case.id,
        gold=case.gold,
        given=verdict.label,
        confidence=verdict.confidence,
        justification=verdict.justification,
        claim=case.claim,
        signs=None if signs is None else {name: round(value, 4) for name, value in signs.items()},
    )


def claim_of(case: Case) -> Claim:
    """The case's claim as the pipeline would have it, with its dates and quantities."""
    return Claim(
        id=case.id,
        text=case.claim,
        spans=(Span(start=0, end=len(case.claim), quotation=case.claim),),
        sentences=(0,),
        dates=tuple(m.interval for m in find_dates(case.claim, case.published) if m.interval),
        quantities=tuple(m.quantity for m in find_quantities(case.claim)),
    )


class _Line(Frozen):
    key: str
    outcome: Outcome


def _keep(kept: Path | None, key: str, outcome: Outcome) -> None:
    if kept is not None:
        with kept.open("a", encoding="utf-8") as file:
            file.write(_Line(key=key, outcome=outcome).model_dump_json() + "\n")


def _kept(kept: Path | None, key: str) -> dict[str, Outcome]:
    """The finished cases of the same run; a last line that was torn by an interruption is passed over."""
    if kept is None or not kept.is_file():
        return {}
    done = {}
    held = kept.read_text(encoding="utf-8")
    if held and not held.endswith("\n"):
        kept.write_text(held + "\n", encoding="utf-8")
    for text in held.splitlines():
        try:
            line = _Line.model_validate_json(text)
        except ValueError:
            continue
        if line.key == key:
            done[line.outcome.id] = line.outcome
    return done


def read_scores(path: Path) -> Scores:
    """Scores that were written before. Raises `InputError`."""
    try:
        return Scores.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} holds no scores of `claimcheck evaluate`") from error
