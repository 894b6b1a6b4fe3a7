"""The one place where the stages meet: an article and its sources in, events on the way, a report out."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
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
    Verdict,
)
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence import EvidenceOptions, Found, Source, look_up, query_for
from claimcheck.verdicts import Judge, Programs, unchecked, with_fact_checks

if TYPE_CHECKING:
    from claimcheck.lm import Caller, LanguageModel

PROMPTS = ("extract", "judge", "second_look", "cite")
EXAMPLES = ("extract", "judge", "second_look")

T = TypeVar("T")


Listener = Callable[[Event], None]


@dataclass
class Run:
    """What a run has found so far; it turns into a report at any moment, finished or interrupted."""

    article: Article
    claims: list[Claim] = field(default_factory=list)
    ledger: dict[int, LedgerEntry] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    fatal: ClaimcheckError | None = None

    def failed(self, error: ClaimcheckError) -> None:
        """Keeps a failure that ends the run, once: what was finished before it is still reported."""
        self.fatal = self.fatal or error
        if str(error) not in self.failures:
            self.failures.append(str(error))


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
    work = _Work(article, model, sources, limit, options, listen or (lambda event: None))
    try:
        await work.find_claims(run)
        if run.fatal is None:
            await work.give_verdicts(run)
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


def judge_for(
    model: LanguageModel, call: Caller | None = None, examples: list[dict[str, Any]] | None = None
) -> Judge:
    """The judge with the product's prompts, and what was fitted for that model.

    `examples` are shown in place of those in use; what was fitted holds only for those that it was fitted with.
    """
    from claimcheck.lm import Caller, calibrations, load_prompt, probabilities
    from claimcheck.verdicts.calibration import calibration_for
    from claimcheck.verdicts.learned import judge_examples
    from claimcheck.verdicts.program import build_citing, build_judge, build_second_look

    shown = judge_examples(model.name, examples_of("judge")) if examples is None else examples
    programs = Programs(
        build_judge(load_prompt("judge"), shown),
        build_second_look(load_prompt("second_look"), examples_of("second_look")),
        build_citing(load_prompt("cite")),
    )
    fitted = judge_prompts() if shown == examples_of("judge") else ""
    calibration = calibration_for(model.endpoint.model, fitted, calibrations().text)
    return Judge(programs, call or Caller(model), probabilities, calibration)


def judge_prompts() -> str:
    """The hash of all that the judge's first question is made of: a calibration holds for it alone."""
    from claimcheck.lm import load_prompt

    return "-".join(load_prompt(name).sha256[:12] for name in ("judge", "judge.examples.json"))


def _account_for_the_rest(run: Run) -> None:
    """Every sentence stands in the ledger and every claim has a label, also where the run ended early."""
    reason = run.failures[-1] if run.fatal is not None else "the run was interrupted before it"
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
) -> Report:
    """The report of a run as it stands."""
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
            usage=model.meter.usage(),
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
    from claimcheck.lm import calibrations, learned_prompt, load_prompt

    names = [*PROMPTS, *(f"{name}.examples.json" for name in EXAMPLES)]
    held = {name: load_prompt(name).sha256[:12] for name in names}
    held["calibration.json"] = calibrations().sha256[:12]
    learned = learned_prompt()
    return dict(sorted(held.items())) | ({"verdict.json": learned.sha256[:12]} if learned else {})


__all__ = [
    "Event",
    "Listener",
    "Run",
    "check",
    "check_async",
    "hashes",
    "judge_for",
    "judge_prompts",
    "report_of",
]
