"""Scores of reading as a person reads them: a table, the worst pages, and two runs side by side."""

from __future__ import annotations

from claimcheck.evaluation.intervals import paired
from claimcheck.evaluation.pages import PageOutcome, PageScores
from claimcheck.evaluation.score_table import head_table, side_by_side
from claimcheck.evaluation.shingles import shingle_f1
from claimcheck.reports.safe import one_line


def page_table(scores: PageScores, worst: int = 10) -> str:
    """The scores with their intervals, and the pages that were read worst."""
    columns = ("score", "value", "95 % interval", "pages")
    head = head_table(f"{scores.task}: {len(scores.outcomes)} pages", columns, scores.scores)
    return "\n".join([head, *_worst(scores, worst)])


def pages_compared(one: PageScores, other: PageScores) -> str:
    """Two runs side by side, with the paired bootstrap's interval of the difference in F1.

    Only pages that both runs have enter the difference.
    """
    lines = side_by_side(one.scores, other.scores)
    earlier = {o.id: o.overlap for o in one.outcomes}
    pairs = [(earlier[o.id], o.overlap) for o in other.outcomes if o.id in earlier]
    if pairs:
        gain = paired(pairs, shingle_f1)
        lines.append(
            f"gain in F1 on the {len(pairs)} pages that both have: {gain.value:+.3f}"
            f" ({gain.low:+.3f} to {gain.high:+.3f})"
        )
    return "\n".join(lines)


def _worst(scores: PageScores, most: int) -> list[str]:
    return [_line(o) for o in sorted(scores.outcomes, key=lambda o: (o.overlap.f1, o.id))[:most]]


def _line(outcome: PageOutcome) -> str:
    read = f"precision {outcome.overlap.precision:.2f}, recall {outcome.overlap.recall:.2f}"
    return f"- {one_line(outcome.url or outcome.id)[:160]}\n  {one_line(outcome.failure)[:160] or read}"
