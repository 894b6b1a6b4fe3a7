"""Scores of dates and quantities as a person reads them: a table, the worst cases, and two runs side by side."""

from __future__ import annotations

from io import StringIO

from claimcheck.evaluation.expressions import KEPT, ExpressionOutcome, ExpressionScores, accuracy
from claimcheck.evaluation.intervals import paired
from claimcheck.reports.safe import one_line


def expression_table(scores: ExpressionScores, worst: int = 20) -> str:
    """The scores with their intervals, and expressions that were read wrongly, in scope ones alone.

    A wrong value comes before one that was not found, since it does more harm. The part of the data
    that nobody reads is not shown.
    """
    from rich.console import Console
    from rich.table import Table

    head = Table(title=f"{scores.task}: {len(scores.outcomes)} expressions", title_justify="left")
    for column in ("kind", "exactly right", "95 % interval", "cases"):
        head.add_column(column)
    for name, score in scores.scores.items():
        head.add_row(name, f"{score.value:.3f}", f"{score.low:.3f} to {score.high:.3f}", str(score.cases))
    console = Console(file=StringIO(), width=100, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(head)
    note = [f"{scores.left_out} expressions without a gold value are left out."] if scores.left_out else []
    return "\n".join([capture.get().rstrip(), *note, *_worst(scores, worst)])


def expressions_compared(one: ExpressionScores, other: ExpressionScores) -> str:
    """Two runs side by side, with the paired bootstrap's interval of the difference over kinds in scope."""
    lines = [
        f"{name}: {one.scores[name].value:.3f} → {score.value:.3f}"
        for name, score in other.scores.items()
        if name in one.scores
    ]
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
        f"- {one_line(outcome.expression)[:80]} ({outcome.kind}) in: {one_line(outcome.text)[:160]}\n"
        f"  wanted {one_line(' or '.join(outcome.wanted))[:100]}, given {one_line(given)[:100]}"
    )
