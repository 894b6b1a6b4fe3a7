"""The one place where the stages meet: an article and its sources in, events on the way, a report out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck import __version__
from claimcheck.claims import (
    Blocks,
    Further,
    asker,
    block_asker,
    merge,
    read_sentence,
    referring,
    taking_apart,
    with_claims,
)
from claimcheck.domain import (
    Article,
    Claim,
    Event,
    LedgerEntry,
    Provenance,
    Report,
    Sentence,
    SentenceStatus,
    Usage,
    Verdict,
)
from claimcheck.errors import ClaimcheckError, ServiceError
from claimcheck.evidence import EvidenceOptions, Found, Independence, Source, is_at_hand, look_up, query_for
from claimcheck.lm.many import evenly, together
from claimcheck.programs import (
    block_program,
    decomposition_program,
    examples_of,
    extraction_program,
    group_judge_for,
    hashes,
    judge_for,
    judge_prompts,
    reference_program,
)
from claimcheck.run import Run
from claimcheck.verdicts import unchecked, with_fact_checks

if TYPE_CHECKING:
    from claimcheck.lm import LanguageModel

T = TypeVar("T")
AT_HAND = 16  # claims that one thread looks up in sources on this machine: half an article
Listener = Callable[[Event], None]
Keep = Callable[[Sentence, list[Claim], LedgerEntry], dict[str, Any]]


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
        ranker=options.ranker,
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
    found: list[Report] = []

    async def kept() -> (
        None
    ):  # `asyncio.run` takes the repr of what it returns, which for a report takes long
        report = await check_async(
            article,
            model,
            sources,
            limit=limit,
            evidence=evidence,
            listen=listen,
            deterministic=deterministic,
            run=run,
        )
        found.append(report)

    asyncio.run(kept())
    return found[0]


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
        self._independence = Independence(article) if sources else None

    async def find_claims(self, run: Run) -> None:
        """Fills `run.claims` and `run.ledger`, as many sentences a call as suits the model."""
        found: list[tuple[int, list[Claim]]] = []

        def keep(sentence: Sentence, claims: list[Claim], entry: LedgerEntry) -> dict[str, Any]:
            found.append((sentence.index, claims))
            run.ledger[sentence.index] = entry
            return {"claims": tuple(claims), "entry": entry}

        try:
            await (self._in_blocks if self._model.per_call.sentences > 1 else self._singly)(keep, run)
            if self._call.useless:
                run.failed(ServiceError(f"no answer of the model could be used: {self._call.useless}"))
        finally:
            run.claims = merge([claim for _, claims in sorted(found, key=lambda f: f[0]) for claim in claims])

    async def _singly(self, keep: Keep, run: Run) -> None:
        ask = asker(extraction_program(), self._call)
        further = Further(
            taking_apart(decomposition_program(), self._call), referring(reference_program(), self._call)
        )

        async def one(sentence: Sentence) -> dict[str, Any]:
            return keep(sentence, *await read_sentence(self._article, sentence, ask, further))

        await self._each("finding claims", self._article.sentences, one, run)

    async def _in_blocks(self, keep: Keep, run: Run) -> None:
        per_call = self._model.per_call
        ask_block = block_asker(block_program(), self._call, lambda count: per_call.longest(sentences=count))
        blocks = Blocks(self._article, per_call.sentences, ask_block, asker(extraction_program(), self._call))
        tell = self._teller("finding claims", len(self._article.sentences))
        with _kept_failure(run):
            await blocks.read(lambda sentence, found: tell(**keep(sentence, *found)))

    async def give_verdicts(self, run: Run) -> None:
        """Fills `run.verdicts`: evidence first, then the judge, as many claims a call as suits the model."""
        await (self._in_groups if self._model.per_call.claims > 1 else self._claim_by_claim)(run)

    async def _claim_by_claim(self, run: Run) -> None:
        judge = judge_for(self._model, self._call)

        async def one(claim: Claim) -> dict[str, Any]:
            found = await asyncio.to_thread(self._look_up, claim, run)
            verdict = await judge.verdict(claim, found.passages)
            run.verdicts[claim.id] = with_fact_checks(verdict, found.fact_checks, found.notes)
            return {"verdict": run.verdicts[claim.id]}

        await self._each("checking claims", run.claims, one, run, claims=tuple(run.claims))

    async def _in_groups(self, run: Run) -> None:
        judge = group_judge_for(self._model, self._call)
        tell = self._teller("checking claims", len(run.claims), claims=tuple(run.claims))
        found: dict[str, Found] = {}

        def hear(verdict: Verdict) -> None:
            one = found[verdict.claim]
            run.verdicts[verdict.claim] = with_fact_checks(verdict, one.fact_checks, one.notes)
            tell(verdict=run.verdicts[verdict.claim])

        with _kept_failure(run):
            parts = evenly(run.claims, self._looked_up_at_once)
            looked = await together([asyncio.to_thread(self._look_up_all, part, run) for part in parts])
            found |= {claim: one for several in looked for claim, one in several.items()}
            await judge.judge([(claim, found[claim.id].passages) for claim in run.claims], hear)

    @property
    def _looked_up_at_once(self) -> int:
        """How many claims are looked up one after another: where nobody is waited for, threads are of no use."""
        return AT_HAND if not self._evidence.ranker and all(map(is_at_hand, self._sources)) else 1

    def _look_up_all(self, claims: Sequence[Claim], run: Run) -> dict[str, Found]:
        return {claim.id: self._look_up(claim, run) for claim in claims}

    def _look_up(self, claim: Claim, run: Run) -> Found:
        query = query_for(claim, claim.context)
        found = look_up(query, self._sources, self._article, self._limit, self._evidence, self._independence)
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
        tell = self._teller(stage, len(items), **known)

        async def step(item: T) -> None:
            if run.fatal is not None:
                return
            news: dict[str, Any] = {}
            with _kept_failure(run):
                news = await one(item)
            tell(**news)

        if self._model.small:  # in order, so that what is finished at an interruption is the beginning
            for item in items:
                await step(item)
        else:
            await asyncio.gather(*(step(item) for item in items))

    def _teller(self, stage: str, total: int, **known: Any) -> Callable[..., None]:
        """Tells that a stage begins; what it returns tells that one more piece is done, with the news of it."""
        done = -1

        def tell(**more: Any) -> None:
            nonlocal done
            done += 1
            self._listen(Event(stage=stage, done=done, total=total, usage=self._model.meter.usage(), **more))

        tell(**known)
        return tell


@contextmanager
def _kept_failure(run: Run) -> Iterator[None]:
    """A failure that ends the run is kept in it, and raised no further."""
    try:
        yield
    except ClaimcheckError as error:
        run.failed(error)


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
    ranker: str = "",
    started: datetime | None = None,
    seconds: float | None = None,
    interrupted: bool = False,
) -> Report:
    """The report of a run as it stands; `ranker` is what ranked by meaning (`EvidenceOptions.ranker`)."""
    made = provenance_of(model, sources, ranker=ranker, started=started, seconds=seconds)
    return report_with(run, made, interrupted=interrupted)


def provenance_of(
    model: LanguageModel,
    sources: Sequence[Source],
    *,
    ranker: str = "",
    started: datetime | None = None,
    seconds: float | None = None,
    usage: Usage | None = None,
) -> Provenance:
    """How a report was made; `usage` is what it took, where the model's meter does not tell. See `report_of`."""
    return Provenance(
        claimcheck_version=__version__,
        model=model.name,
        endpoint=model.endpoint.label,
        prompts=hashes(model.per_call, model.name),
        sources=tuple(source.status() for source in sources),
        ranker=ranker,
        started=started,
        seconds=seconds,
        usage=usage or model.meter.usage(),
    )


def report_with(run: Run, made: Provenance, *, interrupted: bool = False) -> Report:
    """The report of a run as it stands, and how it was made."""
    _account_for_the_rest(run)
    return Report(
        article=run.article,
        claims=tuple(run.claims),
        verdicts=tuple(run.verdicts[claim.id] for claim in run.claims),
        ledger=with_claims(list(run.ledger.values()), run.claims),
        provenance=made,
        interrupted=interrupted,
        failures=tuple(run.failures),
    )


__all__ = [
    "Event",
    "Listener",
    "Run",
    "check",
    "check_async",
    "examples_of",
    "find_claims",
    "give_verdicts",
    "group_judge_for",
    "hashes",
    "judge_for",
    "judge_prompts",
    "provenance_of",
    "report_of",
    "report_with",
]
