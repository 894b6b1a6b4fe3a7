"""`claimcheck evaluate together`: what several files of scores come to over all of their cases; nothing is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.commands.results import give_out, refuse_unwritable

TOGETHER = "together"


def evaluate_together(files: Sequence[Path], *, output: Path | None, against: Path | None) -> None:
    """Prints the scores of verdicts over the cases of all files, and writes them to `output`.

    Raises `InputError`, `UsageError`.
    """
    from claimcheck.evaluation.running import read_scores
    from claimcheck.evaluation.table import compared
    from claimcheck.evaluation.together import joined, read_together, together_table

    refuse_unwritable("--json", output, *files)
    earlier = read_scores(against) if against else None
    held = read_together(files)
    whole = joined(held)
    told = [together_table(held, whole), *([compared(earlier, whole)] if earlier else [])]
    give_out(told, output, whole)
