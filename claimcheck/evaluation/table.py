"""Scores as a person reads them: tables, and the worst cases to read."""

from __future__ import annotations

from io import StringIO

from claimcheck.domain import Label
from claimcheck.evaluation.running import Scores
from claimcheck.evaluation.scores import Outcome, mcnemar
from claimcheck.reports.safe import one_line


def table(scores: Scores, worst: int = 10) -> str:
    """The scores with their intervals, the confusion table, and the most confident mistakes."""
    from rich.console import Console
    from rich.table import Table

    head = Table(title=f"{scores.task}: {len(scores.outcomes)} cases, {scores.model}", title_justify="left")
    for column in ("score", "value", "95 % interval"):
        head.add_column(column)
    for name, score in scores.scores.items():
        head.add_row(name, f"{score.value:.3f}", f"{score.low:.3f} to {score.high:.3f}")
    matrix = Table(title="gold (rows) and given (columns)", title_justify="left")
    matrix.add_column("")
    for label in Label:
        matrix.add_column(label.value.split("/")[0])
    for gold, row in scores.confusion.items():
        matrix.add_row(gold.value.split("/")[0], *(str(row.get(label, 0)) for label in Label))
    console = Console(file=StringIO(), width=100, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(head, matrix, _cost(scores), *_worst(scores, worst), sep="\n")
    return capture.get().rstrip()


def _cost(scores: Scores) -> str:
    count = len(scores.outcomes)
    calls, tokens = sum(o.calls for o in scores.outcomes), sum(o.tokens for o in scores.outcomes)
    seconds = sum(o.seconds for o in scores.outcomes)
    return f"per case: {calls / count:.1f} calls, {tokens / count:.0f} tokens, {seconds / count:.1f} s"


def _worst(scores: Scores, most: int) -> list[str]:
    wrong = [o for o in scores.outcomes if o.given is not o.gold]
    return [_line(o) for o in sorted(wrong, key=lambda o: (-o.confidence, o.id))[:most]]


def _line(outcome: Outcome) -> str:
    verdict = f"{outcome.given} ({outcome.confidence:.2f}), gold {outcome.gold}"
    return f"- {one_line(outcome.claim)[:160]}\n  {verdict}: {one_line(outcome.justification)[:160]}"


def compared(one: Scores, other: Scores) -> str:
    """Two runs side by side, with McNemar's exact test on the cases that both have."""
    first, second, p = mcnemar(one.outcomes, other.outcomes)
    lines = [
        f"{name}: {one.scores[name].value:.3f} → {score.value:.3f}" for name, score in other.scores.items()
    ]
    return "\n".join([*lines, f"only the earlier right: {first}; only this one right: {second}; p = {p:.3f}"])
