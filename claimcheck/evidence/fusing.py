"""Answers of several sources → one order: reciprocal rank fusion, weighed by the user's trust."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.domain import Passage
from claimcheck.evidence.query import Query
from claimcheck.evidence.weighing import weighed

K = 60  # as in Cormack, Clarke and Büttcher 2009, "Reciprocal rank fusion outperforms Condorcet …"
MEANING = 8.0  # chosen on half of Fool Me Twice's dev set, see benchmarks/README.md
CHARACTERS = 4  # of English to a token, about


def fused(rankings: Sequence[Sequence[Passage]], near: Sequence[Passage] = ()) -> list[Passage]:
    """The passages of all rankings in one order; a passage's trust, 1 where it has none, weighs its ranks.

    `near` is a ranking by meaning, which counts `MEANING` times.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    held: dict[str, Passage] = {}
    for weight, ranking in (*((1.0, ranking) for ranking in rankings), (MEANING, near)):
        for rank, passage in enumerate(ranking, 1):
            kept = held.setdefault(passage.id, passage)
            trust = 1.0 if kept.trust is None else kept.trust
            scores[passage.id] += weight * trust / (K + rank)
    return sorted(held.values(), key=lambda passage: (-scores[passage.id], passage.id))


def side_by_side(query: Query, rankings: Sequence[Sequence[Passage]]) -> list[Passage]:
    """All passages ranked by one measure: scores of different sources cannot be compared."""
    passages = [passage for ranking in rankings for passage in ranking]
    return weighed(query, passages)


def within(passages: Iterable[Passage], limit: int, tokens: int) -> list[Passage]:
    """The first passages, at most `limit`, and no more than fit in `tokens`; the first always stays."""
    kept: list[Passage] = []
    left = tokens * CHARACTERS
    for passage in passages:
        left -= len(passage.text)
        if len(kept) >= limit or (kept and left < 0):
            break
        kept.append(passage)
    return kept
