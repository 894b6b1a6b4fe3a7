"""Learns worked examples for the judge from cases with known verdicts, and keeps them only if they help.

The optimiser is DSPy's BootstrapFewShot (Khattab et al. 2023): cases that the judge gets right become
demonstrations. Each set of them is a candidate; one part of the data gives the demonstrations, a second chooses
the best candidate, and a third, seen by neither, compares its verdicts with those of the judge as it is.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.domain import Frozen, Label, Relation
from claimcheck.errors import InputError, ModelError, UsageError
from claimcheck.evaluation.datasets import Case, balanced, load
from claimcheck.evaluation.intervals import Score, paired, swapping_p
from claimcheck.evaluation.keeping import append, lines_of
from claimcheck.evaluation.running import (
    asked_of,
    claim_of,
    found_for,
    judged_case,
    keep,
    kept_outcomes,
)
from claimcheck.evaluation.scores import Outcome, macro_f1
from claimcheck.exact import compare, compare_share
from claimcheck.verdicts.learned import Learned, LearnedExample, judge_examples
from claimcheck.verdicts.reading import MOST, in_context, plain, relevant

if TYPE_CHECKING:
    from claimcheck.lm import Caller, LanguageModel

WORDS = {
    Label.SUPPORTED: "supports",
    Label.REFUTED: "refutes",
    Label.NOT_ENOUGH_EVIDENCE: "neither",
    Label.CONFLICTING: "both",
}
LONGEST = 900  # characters of evidence in a demonstration: what is shown with every call has to be short
POOL = 3  # how many cases are tried for each demonstration that is wanted
CANDIDATES = ((4, True), (8, False))  # demonstrations learned, and whether those that ship stay before them

Listen = Callable[[str, int, int], None]
"""Hears `(stage, done, total)`."""


class Attempt(Frozen):
    """A candidate and its macro-F1 on the part that chooses; the judge as it is stands first."""

    name: str
    examples: int
    score: float


class Optimized(Frozen):
    """What came of it. `learned` is None where nothing is kept; `why` is a sentence; `spent`: the budget ended it."""

    why: str
    attempts: tuple[Attempt, ...]
    calls: int
    learned: Learned | None = None
    gain: Score | None = None
    p: float | None = None
    spent: bool = False


class _Spent(Exception):
    """The budget of calls is used up."""


def optimize_verdict(
    task: str,
    path: Path,
    model: LanguageModel,
    *,
    limit: int = 24,
    max_calls: int = 300,
    kept: Path | None = None,
    listen: Listen | None = None,
) -> Optimized:
    """Looks for better examples for the judge. `limit` is how many cases choose, and how many are held back.

    `kept` is a file to which every judged case and what was learned is appended; what it holds of the same data,
    model and prompts is not asked again. Raises `UsageError` for a model that judges several claims a call,
    `InputError` for data that cannot be read or is too little, and `ServiceError` where the model is gone.
    """
    from claimcheck.programs import hashes

    _refuse_groups(model)
    cases, digest = load(task, path)
    of = f"{task} {digest[:12]} {asked_of(model, hashes(model.per_call))}"  # candidates are named beside it
    work = _Work(model, of, max_calls, kept, listen or (lambda stage, done, total: None))
    learn, choose, hold = (balanced(part, limit) for part in parts(cases))
    try:
        return work.best(learn, choose, hold, f"{task}, sha256 {digest[:12]}")
    except _Spent:
        told = f"the budget of {max_calls} calls was spent before a comparison was finished: nothing is kept"
        return Optimized(why=told, attempts=tuple(work.attempts), calls=work.calls, spent=True)


def _refuse_groups(model: LanguageModel) -> None:
    if model.per_call.claims > 1:
        raise UsageError(
            f"examples are learned for one claim a call, and {model.name} judges {model.per_call.claims}: set "
            "claims_per_call = 1 under [model] in claimcheck.toml, for this and for the runs that are to use them"
        )


def parts(cases: Sequence[Case]) -> tuple[list[Case], list[Case], list[Case]]:
    """The cases that teach, that choose, and that are held back, by a hash of their ids. Raises `InputError`."""
    held: tuple[list[Case], list[Case], list[Case]] = ([], [], [])
    for case in cases:
        if case.gold in WORDS and case.passages:
            held[int(hashlib.sha256(case.id.encode()).hexdigest(), 16) % 3].append(case)
    if not all(held):
        raise InputError("there are too few cases with evidence and a verdict to learn from")
    return held


class _Work:
    """One search: the model, what it is `of` (data, model, prompts), what it may cost, and where all of it is kept."""

    def __init__(
        self, model: LanguageModel, of: str, max_calls: int, kept: Path | None, listen: Listen
    ) -> None:
        self._model, self._of, self._most, self._kept, self._listen = model, of, max_calls, kept, listen
        self.attempts: list[Attempt] = []

    @property
    def calls(self) -> int:
        return self._model.meter.requests  # what was refused, too, was asked

    def best(self, learn: list[Case], choose: list[Case], hold: list[Case], source: str) -> Optimized:
        """The best candidate, if it stands the comparison on the part held back."""
        from claimcheck.programs import examples_of

        now = judge_examples(self._model.name, examples_of("judge"))
        leading, best = self._tried("as it is", now, choose), None
        for examples, name in self._candidates(learn, now):
            score = self._tried(name, examples, choose)
            if score > leading:
                leading, best = score, examples
        if best is None:
            told = "no candidate did better than the judge as it is on the part that chooses: nothing is kept"
            return Optimized(why=told, attempts=tuple(self.attempts), calls=self.calls)
        return self._compared(now, best, hold, source)

    def _tried(self, name: str, examples: list[dict[str, Any]], cases: list[Case]) -> float:
        outcomes = self._each(f"choosing: {name}", cases, examples, _by_word)
        self.attempts.append(Attempt(name=name, examples=len(examples), score=macro_f1(outcomes)))
        return self.attempts[-1].score

    def _candidates(
        self, learn: list[Case], now: list[dict[str, Any]]
    ) -> Iterator[tuple[list[dict[str, Any]], str]]:
        for number, (count, beside) in enumerate(CANDIDATES):
            found = self._bootstrapped(learn, now, count, seed=number)
            if found:
                name = f"{len(found)} learned" + (" beside those there are" if beside else "")
                yield ([*now, *found] if beside else found), name

    def _bootstrapped(
        self, learn: list[Case], now: list[dict[str, Any]], count: int, seed: int
    ) -> list[dict[str, Any]]:
        """Demonstrations by BootstrapFewShot, or those of an earlier run; the judge as it is teaches."""
        pool = [example for example in map(_example, learn) if len(example["evidence"]) <= LONGEST]
        pool = random.Random(seed).sample(pool, min(len(pool), POOL * count))
        key = f"learned {count} {self._of} {_digest([now, pool])}"
        found = _kept_demonstrations(self._kept, key)
        if found is None:
            found = _Demonstrations(key=key, learned=self._learned(pool, now, count))
            append(self._kept, found.model_dump_json())
        return [example.model_dump() for example in found.learned]

    def _learned(
        self, pool: list[dict[str, str]], now: list[dict[str, Any]], count: int
    ) -> tuple[LearnedExample, ...]:
        import dspy
        from dspy.teleprompt import BootstrapFewShot

        from claimcheck.lm import service_error_from
        from claimcheck.lm.adapters import word_adapter

        self._check_budget(POOL * count)
        train = [dspy.Example(**example).with_inputs("evidence", "exact", "claim") for example in pool]
        self._listen(f"learning {count} examples", 0, len(train))
        optimiser = BootstrapFewShot(
            metric=lambda example, given, trace=None: given.stance == example.stance,
            max_bootstrapped_demos=count,
            max_labeled_demos=0,
            max_errors=5,
        )
        try:
            with dspy.context(lm=self._model.lm, adapter=word_adapter(), disable_history=True), _quiet():
                learned = optimiser.compile(_program(now), trainset=train)
        except Exception as error:
            known = service_error_from(error)
            if isinstance(known, ModelError):  # a model that cannot answer has nothing to teach
                return ()
            raise known from error
        fields = LearnedExample.model_fields
        return tuple(LearnedExample(**{name: demo[name] for name in fields}) for demo in learned.demos)

    def _compared(
        self, now: list[dict[str, Any]], best: list[dict[str, Any]], hold: list[Case], source: str
    ) -> Optimized:
        from claimcheck.lm import load_prompt

        before = self._each("held back: as it is", hold, now, _by_judge)
        after = self._each("held back: learned", hold, best, _by_judge)
        pairs = list(zip(before, after, strict=True))
        gain, p = paired(pairs, macro_f1), swapping_p(pairs, macro_f1)
        better = gain.value > 0
        learned = Learned(
            model=self._model.name,
            prompt_sha256=load_prompt("judge").sha256,
            learned_from=source,
            held_back_cases=len(hold),
            before=macro_f1(before),
            after=macro_f1(after),
            examples=tuple(LearnedExample(**example) for example in best),
        )
        told = "the verdicts are better on the part held back" if better else _NO_BETTER
        return Optimized(
            why=told,
            attempts=tuple(self.attempts),
            calls=self.calls,
            learned=learned if better else None,
            gain=gain,
            p=p,
        )

    def _each(
        self, stage: str, cases: list[Case], examples: list[dict[str, Any]], one: Callable[..., Any]
    ) -> list[Outcome]:
        """Every case judged with these examples, those that are kept from an earlier run without a call."""
        key = f"{one.__name__} {self._of} {_digest(examples)}"
        done = kept_outcomes(self._kept, key)
        if any(outcome.given != Label.UNCHECKED for outcome in done.values()):
            self._model.known_to_answer()

        async def all_of_them() -> list[Outcome]:
            from claimcheck.lm import Caller

            call, outcomes = Caller(self._model), []
            try:
                for number, case in enumerate(cases):
                    self._listen(stage, number, len(cases))
                    if case.id not in done:
                        self._check_budget(1)
                        done[case.id] = await one(case, self._model, call, examples)
                        keep(self._kept, key, done[case.id])
                    outcomes.append(done[case.id])
            finally:
                await self._model.aclose()
            self._listen(stage, len(cases), len(cases))
            return outcomes

        return asyncio.run(all_of_them())

    def _check_budget(self, wanted: int) -> None:
        if self.calls + wanted > self._most:
            raise _Spent


_NO_BETTER = "the verdicts are not better on the part held back: nothing is kept"


class _Demonstrations(Frozen):
    """A line of what is kept: what was learned."""

    key: str
    learned: tuple[LearnedExample, ...]


def _kept_demonstrations(kept: Path | None, key: str) -> _Demonstrations | None:
    for text in lines_of(kept):
        try:
            line = _Demonstrations.model_validate_json(text)
        except ValueError:
            continue  # a judged case, or torn by an interruption
        if line.key == key:
            return line
    return None


def _digest(held: Any) -> str:
    return hashlib.sha256(repr(held).encode(errors="backslashreplace")).hexdigest()[:12]


def _program(examples: list[dict[str, Any]]) -> Any:
    from claimcheck.lm import load_prompt
    from claimcheck.verdicts.program import build_judge

    return build_judge(load_prompt("judge"), examples)


def _example(case: Case) -> dict[str, str]:
    """A case as the judge's program reads it, with the right word."""
    claim, passages = claim_of(case), found_for(case)
    read = relevant(claim, passages, MOST)
    findings = dict.fromkeys((*compare(claim, read), *compare_share(claim, passages)))
    exact = " ".join(f.detail for f in findings if f.relation is not Relation.NOT_COMPARABLE)
    word = WORDS[Label(case.gold)]
    return {"evidence": plain(read), "exact": exact, "claim": in_context(claim), "stance": word}


async def _by_word(case: Case, model: LanguageModel, call: Caller, examples: list[dict[str, Any]]) -> Outcome:
    """The word alone, in one call: what chooses between candidates."""
    asked = _example(case)
    del asked["stance"]
    label = Label.UNCHECKED
    try:
        said = (await call(_program(examples), asked)).stance
        label = next((held for held, word in WORDS.items() if word == said), label)
    except ModelError:  # nonsense is wrong, and stays in the count
        pass
    return Outcome(id=case.id, gold=case.gold, given=label, confidence=0.0, claim=case.claim)


async def _by_judge(
    case: Case, model: LanguageModel, call: Caller, examples: list[dict[str, Any]]
) -> Outcome:
    """The whole verdict, as a run gives it with these examples."""
    from claimcheck.pipeline import judge_for

    return await judged_case(case, judge_for(model, call, examples, case.ranked), model)


@contextmanager
def _quiet() -> Iterator[None]:
    """BootstrapFewShot prints to both streams; its progress is told by `listen`."""
    with (
        open(os.devnull, "w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
    ):
        yield
