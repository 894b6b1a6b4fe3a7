"""Scores of retrieval as a person reads them: a table, and two runs side by side."""

from __future__ import annotations

from claimcheck.evaluation.comparing import apart, gains, in_common
from claimcheck.evaluation.retrieval import RetrievalScores, parts_of
from claimcheck.evaluation.score_table import head_table


def retrieval_table(scores: RetrievalScores) -> str:
    """Recall with its intervals; "any" is the share of claims with a gold passage found."""
    by = f"by words and by meaning, {scores.ranker}" if scores.ranker else "by words"
    title = f"{scores.task}: {scores.passages} passages, ranked {by}"
    return head_table(title, ("score", "value", "95 % interval", "claims"), scores.scores)


def retrieval_compared(one: RetrievalScores, other: RetrievalScores) -> str:
    """Two runs side by side on the claims that both have: each score's gain, its interval and its p."""
    pairs = in_common(one.outcomes, other.outcomes, lambda o: (o.id, o.among), lambda o: o.gold)
    return "\n".join([*apart(one, other), *gains(pairs, "ranking", parts_of)])
