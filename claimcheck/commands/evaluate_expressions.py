"""`claimcheck evaluate dates|gum-dates|quantities`: exact values of expressions; no model is needed."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands.results import written

EXPRESSIONS = ("dates", "gum-dates", "quantities")


def evaluate_expressions(task: str, data: Path, *, output: Path | None, against: Path | None) -> None:
    """Measures dates or quantities, prints the table, and writes the scores to `output`. Raises `InputError`."""
    from claimcheck.evaluation.expression_table import expression_table, expressions_compared
    from claimcheck.evaluation.expressions import measure_expressions, read_expression_scores

    earlier = read_expression_scores(against) if against else None
    scores = measure_expressions(task, data)
    if output:
        written(output, scores.model_dump_json(indent=2) + "\n")
    print(expression_table(scores))
    if earlier:
        print(expressions_compared(earlier, scores))
