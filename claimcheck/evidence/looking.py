"""A claim's query → its evidence: all sources asked, merged, copies counted once, a second round if need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.domain import Article, Passage, SourceAnswer
from claimcheck.evidence.copies import counted_once
from claimcheck.evidence.fetching import FetchError
from claimcheck.evidence.fusing import fused, side_by_side, within
from claimcheck.evidence.gathering import gather
from claimcheck.evidence.independence import Independence, knows_documents, words_of
from claimcheck.evidence.marking import known_by, marked
from claimcheck.evidence.meaning import MeaningRanker
from claimcheck.evidence.notices import kept_out, usable
from claimcheck.evidence.options import EvidenceOptions
from claimcheck.evidence.query import Query, keywords, second_query
from claimcheck.evidence.source import Source

SPARE = 2  # a source is asked for so many times the passages that are kept: copies and late ones fall away
CANDIDATES = 40  # passages that are ranked by meaning, where that is set: enough to lift one from far below
CHECKS = 3  # earlier fact-checks that are shown for a claim
ABOUT = 0.3  # the share of a query's keywords from which a passage speaks of it


@dataclass(frozen=True)
class Found:
    """What the sources had on one claim: evidence, earlier fact-checks apart, failures and notes as sentences."""

    passages: tuple[Passage, ...] = ()
    fact_checks: tuple[Passage, ...] = ()
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def look_up(
    query: Query,
    sources: Sequence[Source],
    article: Article,
    limit: int,
    options: EvidenceOptions,
    independence: Independence | None = None,
) -> Found:
    """Asks every source at most twice, the second time differently and only where the first found nothing.

    `independence` is the article's, where many of its claims are looked up: what it told of a passage it remembers.
    Raises `ReplayError` where a replay holds no answer.
    """
    query = query.model_copy(update={"before": options.as_of})
    wanted = _wanted(limit, len(sources), options)
    independence = independence or Independence(article)
    answers = gather(query, sources, wanted, article, independence)
    if not any(speaks_of(query, passage) for answer in answers for passage in answer.passages):
        other = second_query(query)
        answers += gather(other, sources, wanted, article, independence) if other else []
    barred = kept_out(passage for answer in answers for passage in answer.passages)
    failures = dict.fromkeys(f"{answer.source}: {answer.failure}" for answer in answers if answer.failure)
    rankings, late = _rankings(answers, article, options)
    evidence = [[p for p in ranking if p.fact_check is None] for ranking in rankings]
    passages, trouble = _merged(query, evidence, sources, options)
    checks = {p.id: p for ranking in rankings for p in ranking if p.fact_check is not None}
    return Found(
        passages=tuple(within(passages, limit, options.tokens)),
        fact_checks=tuple(checks.values())[:CHECKS],
        failures=(*failures, *trouble),
        notes=(
            *([f"{late} passages published after {options.as_of} were kept out."] if late else []),
            *barred,
        ),
    )


def _wanted(limit: int, sources: int, options: EvidenceOptions) -> int:
    """How many passages each source is asked for, so that `limit` are left."""
    if sources > 1 or options.as_of is not None:
        return SPARE * limit
    return max(limit, CANDIDATES) if options.ranker else limit


def speaks_of(query: Query, passage: Passage) -> bool:
    """Whether a passage has a name of the query, or where it has none a good part of its keywords."""
    words = _words_known(f"{passage.title} {passage.text}")
    if query.names:
        return any(set(words_of(name)) & words for name in query.names)
    asked = set(words_of(" ".join(keywords(query))))
    return not asked or len(asked & words) / len(asked) >= ABOUT


@lru_cache(512)  # a passage is found for one claim after another
def _words_known(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def _rankings(
    answers: Sequence[SourceAnswer], article: Article, options: EvidenceOptions
) -> tuple[list[list[Passage]], int]:
    """Each answer's passages that may be used, with their marks, and how many were too late."""
    rankings, late = [], set()
    for answer in answers:
        known = known_by(answer.passages, options.as_of)
        late |= {p.id for p in answer.passages} - {p.id for p in known}
        rankings.append([marked(p, article, options.as_of) for p in known if p.trust != 0 and usable(p)])
    return [ranking for ranking in rankings if ranking], len(late)


def _merged(
    query: Query, rankings: list[list[Passage]], sources: Sequence[Source], options: EvidenceOptions
) -> tuple[list[Passage], list[str]]:
    trouble: list[str] = []
    more = [side_by_side(query, rankings)] if len(rankings) > 1 else []
    passages = fused([*rankings, *more])
    if options.embeddings is not None and options.ranker:
        try:
            near = MeaningRanker(options.embeddings, options).ranked(query, passages[:CANDIDATES])
            passages = fused([*rankings, *more], near)
        except FetchError as error:
            trouble.append(f"the ranking by meaning: {error}")
    return counted_once(passages, _Documents(sources)), trouble


class _Documents:
    """The document around a passage, asked of the source that gave it."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._by_name = {source.name: source for source in sources}

    def __call__(self, passage: Passage) -> str:
        source = self._by_name.get(passage.source)
        try:
            return source.document_of(passage) if knows_documents(source) else ""
        except Exception:  # anybody's code: without the document, copies are told by the passage
            return ""
