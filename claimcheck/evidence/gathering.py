"""Asks every source, keeps failures apart, and leaves out what is the article itself."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from claimcheck.domain import Article, Passage, SourceAnswer
from claimcheck.errors import ReplayError
from claimcheck.evidence.independence import Independence
from claimcheck.evidence.query import Query
from claimcheck.evidence.source import Source

AT_ONCE = 8  # sources that are asked at the same time
ROUNDS = 4  # a source is asked again, for twice as many, where copies of the article took the places


def gather(
    query: Query,
    sources: Sequence[Source],
    limit: int,
    article: Article,
    independence: Independence | None = None,
) -> list[SourceAnswer]:
    """Each source's answer in the order of the sources, at most `limit` passages each, best first.

    A source that fails, also by an exception, becomes an answer with `failure`; the others go on. Passages
    that are the article's own text are left out: `independence` tells them, made once for many queries on an
    article. Raises nothing of its own.
    """
    independence = independence or Independence(article)
    if len(sources) < 2:
        return [_asked(source, query, limit, independence) for source in sources]
    with ThreadPoolExecutor(min(len(sources), AT_ONCE)) as pool:  # they wait for different servers
        return list(pool.map(lambda source: _asked(source, query, limit, independence), sources))


def _asked(source: Source, query: Query, limit: int, independence: Independence) -> SourceAnswer:
    try:
        return _independent(source, query, limit, independence)
    except ReplayError:  # the run cannot go on as it was recorded
        raise
    except Exception as error:  # a source may be anybody's code: its fault costs its answer only
        reason = " ".join(str(error).split()) or type(error).__name__
        return SourceAnswer(source=source.name, failure=f"the source {source.name} failed: {reason}")


def _independent(source: Source, query: Query, limit: int, independence: Independence) -> SourceAnswer:
    asked = limit
    for _ in range(ROUNDS):
        answer = source.search(query, asked)
        kept: list[Passage] = [p for p in answer.passages if not independence.is_copy(p, source)]
        if len(kept) >= limit or len(answer.passages) < asked:
            break
        asked *= 2
    return answer.model_copy(update={"passages": tuple(kept[:limit])})
