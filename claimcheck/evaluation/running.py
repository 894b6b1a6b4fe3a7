"""An evaluation: every case through the real judge, each answer kept, so that a run can be resumed."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from claimcheck import __version__
from claimcheck.domain import Claim, Frozen, Passage, Span, Verdict
from claimcheck.errors import UnansweredError
from claimcheck.evaluation.datasets import Case, Half, balanced, half_with, load
from claimcheck.evaluation.facts import by_fact
from claimcheck.evaluation.finding import looked_up
from claimcheck.evaluation.intervals import Score
from claimcheck.evaluation.keeping import append, lines_of
from claimcheck.evaluation.objects import kept_scores, some_of
from claimcheck.evaluation.scores import Outcome, confusion, scored
from claimcheck.evaluation.wice import cited_sentences, sentences_f1, support_of
from claimcheck.exact import find_dates, find_figures

if TYPE_CHECKING:
    from claimcheck.evidence import EvidenceOptions
    from claimcheck.lm import LanguageModel
    from claimcheck.verdicts import Judge


class Scores(Frozen):
    """An evaluation's result: what was measured, on what, by what, and every case."""

    task: str
    data_sha256: str
    model: str
    prompts: dict[str, str]
    scores: dict[str, Score]
    confusion: dict[str, dict[str, int]]
    outcomes: tuple[Outcome, ...] = Field(min_length=1)


def evaluate(
    task: str,
    path: Path,
    model: LanguageModel,
    *,
    limit: int | None = None,
    half: Half | None = None,
    kept: Path | None = None,
    listen: Callable[[int, int], None] | None = None,
    evidence: EvidenceOptions | None = None,
) -> Scores:
    """Gives a verdict on every case of a data set, or of one half of it, and scores the verdicts.

    `evidence` holds the settings of the look-up, which ranks passages where gold ones stand among others.
    `kept` is a file to which each finished case is appended; cases that it already holds for the same
    data, model, address, prompts and version are not asked again. Raises `InputError` for data that cannot be read and
    `ServiceError` where the model is gone, with what was finished kept.
    """
    from claimcheck.pipeline import hashes

    cases, digest = load(task, path)
    cases = some_of([c for c in cases if half is None or half_with(c.id) is half], path)
    chosen = balanced(cases, limit)
    ranker = evidence.ranker if evidence else ""
    prompts = hashes(model.per_call, model.name)
    key = f"{task} {digest[:12]} {asked_of(model, prompts)} {ranker}".rstrip()
    done = kept_outcomes(kept, key)
    if any(outcome.calls for outcome in done.values()):
        model.known_to_answer()
    hear = listen or (lambda done, total: None)
    outcomes = asyncio.run(_all(chosen, model, evidence, done, kept, key, hear))
    return Scores(
        task=task,
        data_sha256=digest,
        model=_named(model),
        prompts=prompts,
        scores=scored(outcomes),
        confusion=confusion(outcomes),
        outcomes=tuple(outcomes),
    )


async def _all(
    cases: list[Case],
    model: LanguageModel,
    evidence: EvidenceOptions | None,
    done: dict[str, Outcome],
    kept: Path | None,
    key: str,
    listen: Callable[[int, int], None],
) -> list[Outcome]:
    """Every case once, as many in one call as suits the model; those of one call are neighbours in the data."""
    from claimcheck.lm.many import evenly

    judge, found = _judging(model, cases, evidence), dict(done)
    left = [case for case in cases if case.id not in done]
    listen(0, len(left))

    def hear(outcome: Outcome) -> None:
        found[outcome.id] = outcome
        keep(kept, key, outcome)
        listen(len(found) - len(done), len(left))

    parts, put_off = deque(evenly(left, model.per_call.claims)), False
    try:
        while parts:
            part = parts.popleft()
            try:
                await _asked(part, judge, model, evidence, hear)
            except UnansweredError:
                if put_off or not parts:
                    raise
                put_off = True  # whether all is refused or this alone, the next will tell
                parts.append(part)
    finally:
        await model.aclose()
    return [found[case.id] for case in cases]


Given = Sequence[tuple[Case, tuple[Passage, ...]]]
"""Cases with the passages found for each."""

Hear = Callable[[Verdict, Mapping[str, float] | None], None]
"""Hears of a case as soon as it is judged: the verdict, whose claim is the case's id, and the signs it was weighed by."""

Judging = Callable[[Given, Hear], Awaitable[None]]


def _judging(model: LanguageModel, cases: Sequence[Case], evidence: EvidenceOptions | None) -> Judging:
    """The judge of one claim a call, or of several. A small model judges the facts of a claim against a whole page."""
    from claimcheck.programs import group_judge_for, judge_for

    given = all(case.ranked for case in cases)
    if model.per_call.claims == 1:
        judge = judge_for(model, given=given)
        return _fact_by_fact(judge, model, evidence) if _whole_pages(cases) else _one_by_one(judge)
    group = group_judge_for(model, given=given)

    async def at_once(given: Given, hear: Hear) -> None:
        items = [(claim_of(case), passages) for case, passages in given]
        await group.judge(items, lambda verdict: hear(verdict, None))

    return at_once


def _one_by_one(judge: Judge) -> Judging:
    async def judging(given: Given, hear: Hear) -> None:
        for case, passages in given:
            hear(*await judge.judged(claim_of(case), passages))

    return judging


def _named(model: LanguageModel) -> str:
    """The model, and how many claims it judges in one call where that is not one."""
    claims = model.per_call.claims
    return model.name if claims == 1 else f"{model.name}, {claims} claims a call"


def asked_of(model: LanguageModel, prompts: Mapping[str, str]) -> str:
    """Who is asked, by which claimcheck and with which prompts (name → digest): what is kept holds for the same alone."""
    room = f" in {model.per_call.context} tokens" if model.per_call.claims > 1 else ""
    named = f"{_named(model)}{room} at {model.endpoint.label}"
    return f"claimcheck {__version__} {named} {sorted(prompts.items())}"


def _whole_pages(cases: Sequence[Case]) -> bool:
    return any(case.sentences for case in cases)


def _fact_by_fact(judge: Judge, model: LanguageModel, evidence: EvidenceOptions | None) -> Judging:
    """Each fact of a claim with what is found for it in the case's passages."""
    from claimcheck.claims import taking_apart
    from claimcheck.lm import Caller
    from claimcheck.programs import decomposition_program

    take_apart = taking_apart(decomposition_program(), Caller(model))

    async def one(case: Case) -> Verdict:
        async def judged(fact: str) -> Verdict:
            of = case.model_copy(update={"claim": fact})
            return await judge.verdict(claim_of(of), found_for(of, evidence))

        return await by_fact(case.claim, judged, take_apart)

    async def judging(given: Given, hear: Hear) -> None:
        for case, _ in given:
            hear(await one(case), None)

    return judging


async def judged_case(case: Case, judge: Judge, model: LanguageModel) -> Outcome:
    """The verdict on a case and what it took."""
    outcomes: list[Outcome] = []
    await _asked([case], _one_by_one(judge), model, None, outcomes.append)
    return outcomes[0]


async def _asked(
    cases: Sequence[Case],
    judge: Judging,
    model: LanguageModel,
    evidence: EvidenceOptions | None,
    hear: Callable[[Outcome], None],
) -> None:
    """Hears of the cases that are judged together, each at once; what a call took is put down to the first it settled."""
    spent = _Spent(model)
    given = {case.id: (case, found_for(case, evidence)) for case in cases}

    def heard(verdict: Verdict, signs: Mapping[str, float] | None) -> None:
        case, passages = given[verdict.claim]
        hear(_outcome(case, passages, verdict, signs).model_copy(update=spent.since()))

    await judge(list(given.values()), heard)


class _Spent:
    """What a model took since it was last looked at."""

    def __init__(self, model: LanguageModel) -> None:
        self._model, self._used, self._at = model, model.meter.usage(), time.perf_counter()

    def since(self) -> dict[str, float]:
        """The calls, tokens and seconds since then, as an outcome has them."""
        before, begun = self._used, self._at
        after, self._at = self._model.meter.usage(), time.perf_counter()
        self._used = after
        tokens = (
            after.prompt_tokens + after.completion_tokens - before.prompt_tokens - before.completion_tokens
        )
        return {
            "calls": after.calls - before.calls,
            "tokens": tokens,
            "seconds": round(self._at - begun, 2),
        }


def _outcome(
    case: Case, passages: Sequence[Passage], verdict: Verdict, signs: Mapping[str, float] | None
) -> Outcome:
    given, cited = str(verdict.label), None
    if case.sentences:
        given = support_of(claim_of(case), verdict)
        cited = sentences_f1(cited_sentences(verdict.citations, case.sentences), case.deciding)
    return Outcome(
        id=case.id,
        gold=case.gold,
        given=given,
        verdict=verdict.label,
        confidence=verdict.confidence,
        found=_share({passage.id for passage in passages}, case.wanted),
        cited=cited,
        justification=verdict.justification,
        claim=case.claim,
        signs=None if signs is None else {name: round(value, 4) for name, value in signs.items()},
    )


def _share(found: set[str], wanted: tuple[str, ...]) -> float | None:
    return sum(one in found for one in wanted) / len(wanted) if wanted else None


def found_for(case: Case, evidence: EvidenceOptions | None = None) -> tuple[Passage, ...]:
    """The case's passages as a source would give them: those that people ranked, or what our look-up keeps."""
    return case.passages if case.ranked else looked_up(claim_of(case), case.passages, evidence)


def claim_of(case: Case) -> Claim:
    """The case's claim as the pipeline would have it, with its dates and quantities."""
    return Claim(
        id=case.id,
        text=case.claim,
        spans=(Span(start=0, end=len(case.claim), quotation=case.claim),),
        sentences=(0,),
        context=case.context,
        dates=tuple(m.interval for m in find_dates(case.claim, case.published) if m.interval),
        quantities=tuple(m.quantity for m in find_figures(case.claim)),
    )


class _Line(Frozen):
    key: str
    outcome: Outcome


def keep(kept: Path | None, key: str, outcome: Outcome) -> None:
    """Appends a finished case to a file, where there is one. Raises `InputError`."""
    append(kept, _Line(key=key, outcome=outcome).model_dump_json())


def kept_outcomes(kept: Path | None, key: str) -> dict[str, Outcome]:
    """The finished cases of the same run; what is no line of ours, or was torn by an interruption, is passed over."""
    done = {}
    for text in lines_of(kept):
        try:
            line = _Line.model_validate_json(text)
        except ValueError:
            continue
        if line.key == key:
            done[line.outcome.id] = line.outcome
    return done


def read_scores(path: Path) -> Scores:
    """Scores that were written before. Raises `InputError`."""
    return kept_scores(path, Scores, "averitec")
