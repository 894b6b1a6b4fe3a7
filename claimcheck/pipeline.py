"""The one place where the stages meet: an article and its sources in, events on the way, a report out."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck import __version__
from claimcheck.claims import asker, merge, read_sentence, with_claims
from claimcheck.domain import (
    Article,
    Claim,
    Event,
    LedgerEntry,
    Provenance,
    Report,
    SentenceStatus,
    Usage,
)
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence import EvidenceOptions, Found, Source, look_up, query_for
from claimcheck.run import Run
from claimcheck.verdicts import Judge, Programs, unchecked, with_fact_checks

if TYPE_CHECKING:
    from claimcheck.lm import Caller, LanguageModel

PROMPTS = ("extract", "judge", "second_look", "cite")
EXAMPLES = ("extract", "judge", "second_look")

T = TypeVar("T")


Listener = Callable[[Event], None]


async def check_async(
    article: Article,
    model: LanguageModel,
    sources: Sequence[Source] = (),
    *,
    limit: int = 5,
    evidence: EvidenceOptions | None = None,
    listen: Listener | None = None,
    deterministic: bool = False,
    run: Run | None = None,
) -> Report:
    """Checks an article. See `check`; `run`, where given, is filled as the work goes on."""
    run = run or Run(article)
    started, clock = datetime.now(UTC), time.monotonic()
    options = evidence or EvidenceOptions()
    try:
        await find_claims(run, model, listen=listen)
        if run.fatal is None:
            await give_verdicts(run, model, sources, limit=limit, evidence=options, listen=listen)
    finally:
        _account_for_the_rest(run)
        await model.aclose()
    return report_of(
        run,
        model,
        sources,
        started=None if deterministic else started,
        seconds=None if deterministic else round(time.monotonic() - clock, 1),
    )


async def find_claims(run: Run, model: LanguageModel, *, listen: Listener | None = None) -> None:
    """The first stage: fills `run.claims` and `run.ledger`. What ends it is in `run.fatal`, not raised."""
    await _Work(run.article, model, (), 0, EvidenceOptions(), listen or _unheard).find_claims(run)


async def give_verdicts(
    run: Run,
    model: LanguageModel,
    sources: Sequence[Source],
    *,
    limit: int = 5,
    evidence: EvidenceOptions | None = None,
    listen: Listener | None = None,
) -> None:
    """The second stage: fills `run.verdicts`. What ends it is in `run.fatal`, not raised."""
    options = evidence or EvidenceOptions()
    await _Work(run.article, model, sources, limit, options, listen or _unheard).give_verdicts(run)


def _unheard(event: Event) -> None:
    """Nobody listens."""


def check(
    article: Article,
    model: LanguageModel,
    sources: Sequence[Source] = (),
    *,
    limit: int = 5,
    evidence: EvidenceOptions | None = None,
    listen: Listener | None = None,
    deterministic: bool = False,
    run: Run | None = None,
) -> Report:
    """Finds the article's claims, looks each up in `sources`, and gives each a verdict.

    `limit` is how many passages are kept for a claim; `evidence` holds the settings of all sources; `listen` hears of every step; `deterministic`
    leaves times out of the report, so that two replays are equal byte for byte. A service that fails
    for good does not raise: `report.failures` says so, and what was finished is in the report.
    """
    return asyncio.run(
        check_async(
            article,
            model,
            sources,
            limit=limit,
            evidence=evidence,
            listen=listen,
            deterministic=deterministic,
            run=run,
        )
    )


class _Work:
    """One run's stages, sharing the model, its limit of calls at a time, and the listener."""

    def __init__(
        self,
        article: Article,
        model: LanguageModel,
        sources: Sequence[Source],
        limit: int,
        evidence: EvidenceOptions,
        listen: Listener,
    ) -> None:
        from claimcheck.lm import Caller

        self._article, self._model, self._sources, self._limit = article, model, sources, limit
        self._evidence, self._listen = evidence, listen
        self._call = Caller(model)

    async def find_claims(self, run: Run) -> None:
        """Fills `run.claims` and `run.ledger`, a sentence at a time."""
        from claimcheck.claims.program import build
        from claimcheck.lm import load_prompt

        ask = asker(build(load_prompt("extract"), examples_of("extract")), self._call)
        found: list[tuple[int, list[Claim]]] = []

        async def one(index: int) -> dict[str, Any]:
            claims, entry = await read_sentence(self._article, self._article.sentences[index], ask)
            found.append((index, claims))
            run.ledger[index] = entry
            return {"claims": tuple(claims), "entry": entry}

        try:
            await self._each("finding claims", range(len(self._article.sentences)), one, run)
        finally:
            run.claims = merge([claim for _, claims in sorted(found, key=lambda f: f[0]) for claim in claims])

    async def give_verdicts(self, run: Run) -> None:
        """Fills `run.verdicts`: evidence first, then the judge, a claim at a time."""
        judge = judge_for(self._model, self._call)

        async def one(claim: Claim) -> dict[str, Any]:
            found = await asyncio.to_thread(self._look_up, claim, run)
            verdict = await judge.verdict(claim, found.passages)
            run.verdicts[claim.id] = with_fact_checks(verdict, found.fact_checks, found.notes)
            return {"verdict": run.verdicts[claim.id]}

        await self._each("checking claims", run.claims, one, run, claims=tuple(run.claims))

    def _look_up(self, claim: Claim, run: Run) -> Found:
        query = query_for(claim, claim.context)
        found = look_up(query, self._sources, self._article, self._limit, self._evidence)
        run.failures += [failure for failure in found.failures if failure not in run.failures]
        return found

    async def _each(
        self,
        stage: str,
        items: Sequence[T],
        one: Callable[[T], Awaitable[dict[str, Any]]],
        run: Run,
        **known: Any,
    ) -> None:
        """Does `one` for every item, at once; the first failure for good stops the rest.

        `known` goes with the event that the stage begins, and what `one` returns with its own.
        """
        done = 0

        def tell(**more: Any) -> None:
            usage = self._model.meter.usage()
            self._listen(Event(stage=stage, done=done, total=len(items), usage=usage, **more))

        tell(**known)

        async def step(item: T) -> None:
            nonlocal done
            if run.fatal is not None:
                return
            news: dict[str, Any] = {}
            try:
                news = await one(item)
            except ClaimcheckError as error:
                run.failed(error)
            done += 1
            tell(**news)

        if self._model.small:  # in order, so that what is finished at an interruption is the beginning
            for item in items:
                await step(item)
        else:
            await asyncio.gather(*(step(item) for item in items))


def judge_for(model: LanguageModel, call: Caller | None = None) -> Judge:
    """The judge with the product's prompts, and what was fitted for that model."""
    from claimcheck.lm import Caller, load_prompt, probabilities
    from claimcheck.verdicts.calibration import calibration_for
    from claimcheck.verdicts.program import build_citing, build_judge, build_second_look

    programs = Programs(
        build_judge(load_prompt("judge"), examples_of("judge")),
        build_second_look(load_prompt("second_look"), examples_of("second_look")),
        build_citing(load_prompt("cite")),
    )
    calibration = calibration_for(model.endpoint.model, judge_prompts(), load_prompt("calibration.json").text)
    return Judge(programs, call or Caller(model), probabilities, calibration)


def judge_prompts() -> str:
    """The hash of all that the judge's first question is made of: a calibration holds for it alone."""
    from claimcheck.lm import load_prompt

    return "-".join(load_prompt(name).sha256[:12] for name in ("judge", "judge.examples.json"))


def _account_for_the_rest(run: Run) -> None:
    """Every sentence stands in the ledger and every claim has a label, also where the run ended early."""
    reason = str(run.fatal) if run.fatal is not None else "the run was interrupted before it"
    for sentence in run.article.sentences:
        run.ledger.setdefault(
            sentence.index,
            LedgerEntry(sentence=sentence.index, status=SentenceStatus.UNCHECKED, reason=reason),
        )
    for claim in run.claims:
        run.verdicts.setdefault(claim.id, unchecked(claim, f"Not looked up: {reason}"))


def report_of(
    run: Run,
    model: LanguageModel,
    sources: Sequence[Source],
    *,
    started: datetime | None = None,
    seconds: float | None = None,
    interrupted: bool = False,
    usage: Usage | None = None,
) -> Report:
    """The report of a run as it stands; `usage` is what it took, where the model's meter does not tell."""
    _account_for_the_rest(run)
    return Report(
        article=run.article,
        claims=tuple(run.claims),
        verdicts=tuple(run.verdicts[claim.id] for claim in run.claims),
        ledger=with_claims(list(run.ledger.values()), run.claims),
        provenance=Provenance(
            claimcheck_version=__version__,
            model=model.name,
            endpoint=model.endpoint.label,
            prompts=hashes(),
            sources=tuple(source.status() for source in sources),
            started=started,
            seconds=seconds,
            usage=usage or model.meter.usage(),
        ),
        interrupted=interrupted,
        failures=tuple(run.failures),
    )


def examples_of(name: str) -> list[dict[str, Any]]:
    """The worked examples that are shown with a prompt: `prompts/<name>.examples.json`."""
    from claimcheck.lm import load_prompt

    examples: list[dict[str, Any]] = json.loads(load_prompt(f"{name}.examples.json").text)
    return examples


def hashes() -> dict[str, str]:
    """Name → first 12 hex digits of the SHA-256, for every prompt and every file of worked examples."""
    from claimcheck.lm import load_prompt

    names = [*PROMPTS, *(f"{name}.examples.json" for name in EXAMPLES), "calibration.json"]
    return {name: load_prompt(name).sha256[:12] for name in sorted(names)}


__all__ = [
    "Event",
    "Listener",
    "Run",
    "check",
    "check_async",
    "find_claims",
    "give_verdicts",
    "hashes",
    "judge_for",
    "judge_prompts",
    "report_of",
]
