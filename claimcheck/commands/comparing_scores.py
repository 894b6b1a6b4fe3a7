"""`claimcheck diff` of two files of scores: what `--against` says, without running anything."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.errors import InputError


def scores_compared(old: Path, new: Path) -> str | None:
    """The comparison of two files that `claimcheck evaluate --json` wrote; None where neither is one.

    Raises `InputError` where only one is, where they are of different kinds, and where one is damaged.
    """
    one, other = task_of(old), task_of(new)
    if one is None and other is None:
        return None
    if one is None or other is None:
        without = old if one is None else new
        raise InputError(f"{without} holds no scores of `claimcheck evaluate`, and the other file does")
    if _kind(one) != _kind(other):
        raise InputError(f"scores of {one!r} and of {other!r} measure different things")
    return _compared(_kind(other), old, new)


def task_of(path: Path) -> str | None:
    """The task that a file holds scores of; None for any other file, and for a pipe, which can be read only once."""
    if not path.is_file():
        return None
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    task = held.get("task") if isinstance(held, dict) and "data_sha256" in held else None
    return task if isinstance(task, str) else None


def _kind(task: str) -> str:
    """The module of `claimcheck.evaluation` that measures a task."""
    from claimcheck.evaluation import expressions, pages, retrieval

    known = dict.fromkeys(pages.TASKS, "pages") | dict.fromkeys(expressions.TASKS, "expressions")
    known |= {retrieval.TASK: "retrieval", "factcheckbench": "extraction"}
    return known.get(task, "verdicts")


def _compared(kind: str, old: Path, new: Path) -> str:
    from claimcheck.evaluation import (
        expression_table,
        expressions,
        page_table,
        pages,
        retrieval,
        retrieval_table,
        running,
        table,
    )
    from claimcheck.evaluation.extraction import running as extraction
    from claimcheck.evaluation.extraction import table as extraction_table

    if kind == "pages":
        return page_table.pages_compared(pages.read_page_scores(old), pages.read_page_scores(new))
    if kind == "expressions":
        one, other = (expressions.read_expression_scores(path) for path in (old, new))
        return expression_table.expressions_compared(one, other)
    if kind == "retrieval":
        first, second = (retrieval.read_retrieval_scores(path) for path in (old, new))
        return retrieval_table.retrieval_compared(first, second)
    if kind == "extraction":
        before, after = (extraction.read_extraction_scores(path) for path in (old, new))
        return extraction_table.extraction_compared(before, after)
    return table.compared(running.read_scores(old), running.read_scores(new))
