"""Scores of dates and quantities as a person reads them: a table, the worst cases, and two runs side by side."""

from __future__ import annotations

from claimcheck.evaluation.comparing import apart, gains, in_common
from claimcheck.evaluation.expressions import KEPT, ExpressionOutcome, ExpressionScores, parts_of
from claimcheck.evaluation.score_table import head_table
from claimcheck.reports.safe import one_line


def expression_table(scores: ExpressionScores, worst: int = 20) -> str:
    """The scores with their intervals, and expressions that were read wrongly, in scope ones alone.

    A wrong value comes before one that was not found, since it does more harm. The part of the data
    that nobody reads is not shown.
    """
    columns = ("kind", "exactly right", "95 % interval", "cases")
    head = head_table(f"{scores.task}: {len(scores.outcomes)} expressions", columns, scores.scores)
    note = [f"{scores.left_out} expressions without a gold value are left out."] if scores.left_out else []
    return "\n".join([head, *note, *_worst(scores, worst)])


def expressions_compared(one: ExpressionScores, other: ExpressionScores) -> str:
    """Two runs side by side on the expressions that both have: each score's gain, its interval and its p."""
    pairs = in_common(one.outcomes, other.outcomes, lambda o: o.id, lambda o: (o.wanted, o.kind, o.in_scope))
    return "\n".join([*apart(one, other), *gains(pairs, "expression", parts_of)])


def _worst(scores: ExpressionScores, most: int) -> list[str]:
    wrong = [o for o in scores.outcomes if o.in_scope and not o.right and o.part != KEPT]
    return [_line(o) for o in sorted(wrong, key=lambda o: (not o.given, o.id))[:most]]


def _line(outcome: ExpressionOutcome) -> str:
    given = "; ".join(outcome.given) or "nothing"
    return (
        f"- {one_line(outcome.expression)[:80]} ({one_line(outcome.kind)}) in: {one_line(outcome.text)[:160]}\n"
        f"  wanted {one_line(' or '.join(outcome.wanted))[:100]}, given {one_line(given)[:100]}"
    )
