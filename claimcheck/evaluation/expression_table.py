"""Scores of dates and quantities as a person reads them: a table, the worst cases, and two runs side by side."""

from __future__ import annotations

from claimcheck.evaluation.expressions import KEPT, ExpressionOutcome, ExpressionScores, accuracy
from claimcheck.evaluation.intervals import paired
from claimcheck.evaluation.score_table import head_table, side_by_side
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
    """Two runs side by side, with the paired bootstrap's interval of the difference over kinds in scope."""
    lines = side_by_side(one.scores, other.scores)
    earlier = {o.id: o for o in one.outcomes}
    pairs = [(earlier[o.id], o) for o in other.outcomes if o.in_scope and o.id in earlier]
    if pairs:
        gain = paired(pairs, accuracy)
        lines.append(
            f"gain on the {len(pairs)} expressions that both have: {gain.value:+.3f}"
            f" ({gain.low:+.3f} to {gain.high:+.3f})"
        )
    return "\n".join(lines)


def _worst(scores: ExpressionScores, most: int) -> list[str]:
    wrong = [o for o in scores.outcomes if o.in_scope and not o.right and o.part != KEPT]
    return [_line(o) for o in sorted(wrong, key=lambda o: (not o.given, o.id))[:most]]


def _line(outcome: ExpressionOutcome) -> str:
    given = "; ".join(outcome.given) or "nothing"
    return (
        f"- {one_line(outcome.expression)[:80]} ({one_line(outcome.kind)}) in: {one_line(outcome.text)[:160]}\n"
        f"  wanted {one_line(' or '.join(outcome.wanted))[:100]}, given {one_line(given)[:100]}"
    )
