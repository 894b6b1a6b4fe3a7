"""`claimcheck evaluate dates|gum-dates|quantities`: exact values of expressions; no model is needed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.results import give_out, refuse_unwritable

EXPRESSIONS = ("dates", "gum-dates", "quantities")


def evaluate_expressions(task: str, data: Path, *, output: Path | None, against: Path | None) -> None:
    """Measures dates or quantities, prints the table, and writes the scores to `output`.

    Raises `InputError`, `UsageError`.
    """
    from claimcheck.evaluation.expression_table import expression_table, expressions_compared
    from claimcheck.evaluation.expressions import measure_expressions, read_expression_scores

    refuse_unwritable("--json", output, data)
    earlier = read_expression_scores(against) if against else None
    scores = measure_expressions(task, data)
    compared = [expressions_compared(earlier, scores)] if earlier else []
    give_out([expression_table(scores), *compared], output, scores)
