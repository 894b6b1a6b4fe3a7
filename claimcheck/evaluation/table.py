"""Scores as a person reads them: tables, and the worst cases to read."""

from __future__ import annotations

from claimcheck.domain import Label
from claimcheck.evaluation.comparing import apart, gains, in_common, told_p
from claimcheck.evaluation.running import Scores
from claimcheck.evaluation.score_table import head_table, printed
from claimcheck.evaluation.scores import Outcome, mcnemar, parts_of
from claimcheck.reports.safe import one_line


def table(scores: Scores, worst: int = 10) -> str:
    """The scores with their intervals, the confusion table, and the most confident mistakes."""
    title = f"{scores.task}: {len(scores.outcomes)} cases, {scores.model}"
    head = head_table(title, ("score", "value", "95 % interval", "cases"), scores.scores)
    columns = list(next(iter(scores.confusion.values())))
    rows = [
        (gold.split("/")[0], *(str(row[label]) for label in columns))
        for gold, row in scores.confusion.items()
    ]
    names = ("", *(column.split("/")[0] for column in columns))
    matrix = printed("gold (rows) and given (columns)", names, rows)
    return "\n".join([head, matrix, _cost(scores), *_worst(scores, worst)])


def _cost(scores: Scores) -> str:
    count = len(scores.outcomes)
    calls, tokens = sum(o.calls for o in scores.outcomes), sum(o.tokens for o in scores.outcomes)
    seconds = sum(o.seconds for o in scores.outcomes)
    return f"per case: {calls / count:.1f} calls, {tokens / count:.0f} tokens, {seconds / count:.1f} s"


def _worst(scores: Scores, most: int) -> list[str]:
    """The most confident mistakes, and every case without a usable answer."""
    wrong = [o for o in scores.outcomes if o.given != o.gold]
    mistakes = [o for o in wrong if o.given != Label.UNCHECKED]
    unusable = [o for o in wrong if o.given == Label.UNCHECKED]
    return [_line(o) for o in sorted(mistakes, key=lambda o: (-o.confidence, o.id))[:most] + unusable]


def _line(outcome: Outcome) -> str:
    verdict = f"{one_line(outcome.given)} ({outcome.confidence:.2f}), gold {one_line(outcome.gold)}"
    return f"- {one_line(outcome.claim)[:160]}\n  {verdict}: {one_line(outcome.justification)[:160]}"


def compared(one: Scores, other: Scores) -> str:
    """Two runs side by side on the cases that both have: each score's gain, its interval and its p.

    A case is the same where id, claim and gold label are. The p of a score is that of swapping within pairs;
    McNemar's exact test is added for the labels.
    """
    pairs = in_common(one.outcomes, other.outcomes, lambda o: o.id, lambda o: (o.claim, o.gold))
    lines = [*apart(one, other), *gains(pairs, "case", parts_of)]
    if pairs:
        first, second, p = mcnemar(pairs)
        told = f"only the earlier right: {first}; only this one right: {second}; {told_p(p)} (McNemar)"
        lines.append(told)
    return "\n".join(lines)
