"""Scores of reading as a person reads them: a table, the worst pages, and two runs side by side."""

from __future__ import annotations

from claimcheck.evaluation.comparing import apart, gains, in_common
from claimcheck.evaluation.pages import PageOutcome, PageScores, parts_of
from claimcheck.evaluation.score_table import head_table
from claimcheck.reports.safe import one_line


def page_table(scores: PageScores, worst: int = 10) -> str:
    """The scores with their intervals, and the pages that were read worst."""
    columns = ("score", "value", "95 % interval", "pages")
    head = head_table(f"{scores.task}: {len(scores.outcomes)} pages", columns, scores.scores)
    return "\n".join([head, *_worst(scores, worst)])


def pages_compared(one: PageScores, other: PageScores) -> str:
    """Two runs side by side on the pages that both have: each score's gain, its interval and its p."""
    pairs = in_common(one.outcomes, other.outcomes, lambda o: o.id, lambda o: o.url)
    return "\n".join([*apart(one, other), *gains(pairs, "page", parts_of)])


def _worst(scores: PageScores, most: int) -> list[str]:
    return [_line(o) for o in sorted(scores.outcomes, key=lambda o: (o.overlap.f1, o.id))[:most]]


def _line(outcome: PageOutcome) -> str:
    read = f"precision {outcome.overlap.precision:.2f}, recall {outcome.overlap.recall:.2f}"
    return f"- {one_line(outcome.url or outcome.id)[:160]}\n  {one_line(outcome.failure)[:160] or read}"
