"""`claimcheck evaluate`: which measurement a task is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.commands.limits import Fresh
from claimcheck.commands.options import BaseUrl, Meaning, Model
from claimcheck.errors import UsageError


def evaluate(
    task: Annotated[
        str,
        typer.Argument(
            help="averitec, fm2, fm2-mixed, fm2-distracted, wice, stance, found or factcheckbench; without a model: "
            "fm2-retrieval, pages, pages-pasted, plain-text, dates, gum-dates, quantities, or together, which takes "
            "files of scores as one."
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="DATA...",
            help="The data set: a file, one JSON object a line, or a folder of saved pages; together takes several "
            "files of scores.",
        ),
    ],
    limit: Annotated[int | None, typer.Option(min=1, help="So many cases, balanced over the labels.")] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    output: Annotated[
        Path | None, typer.Option("--json", help="Write the scores here; an interrupted run resumes.")
    ] = None,
    against: Annotated[Path | None, typer.Option(help="Scores of an earlier run to compare with.")] = None,
    per_call: Annotated[
        int | None,
        typer.Option(min=1, max=40, help="Claims judged in one call. Default: what suits the model."),
    ] = None,
    half: Annotated[
        str | None, typer.Option(help="Only the half 'developed on', or the one 'held back'.")
    ] = None,
    meaning: Meaning = None,
    fresh: Fresh = False,
) -> None:
    """Measures claims or verdicts on public data, how well evidence is found, or how rightly texts are read.

    Scores of verdicts on several data sets are taken together by `claimcheck evaluate together a.json b.json`.
    """
    from claimcheck.commands.evaluate_expressions import EXPRESSIONS, evaluate_expressions
    from claimcheck.commands.evaluate_pages import READING, evaluate_pages
    from claimcheck.commands.evaluate_retrieval import RETRIEVAL, evaluate_retrieval
    from claimcheck.commands.evaluate_together import TOGETHER, evaluate_together
    from claimcheck.commands.measuring_options import refuse_untaken

    cases, service = {"--limit": limit, "--half": half}, {"--model": model, "--base-url": base_url}
    asked: dict[str, object] = {"--per-call": per_call, "--meaning": meaning, "--fresh": fresh or None}
    refuse_untaken(task, cases | service | asked)
    if task == TOGETHER:
        return evaluate_together(files, output=output, against=against)
    if len(files) > 1:
        raise UsageError(f"evaluate {task} takes one data set, and {len(files)} are named")
    data = files[0]
    if task in READING:
        return evaluate_pages(task, data, limit=limit, output=output, against=against)
    if task in EXPRESSIONS:
        return evaluate_expressions(task, data, output=output, against=against)
    if task in RETRIEVAL:
        return evaluate_retrieval(data, output=output, against=against, meaning=meaning)
    if task == "factcheckbench":
        from claimcheck.commands.evaluate_claims import evaluate_claims

        return evaluate_claims(
            data, model, base_url, limit=limit, half=half, output=output, against=against, fresh=fresh
        )
    from claimcheck.commands.evaluate_verdicts import evaluate_verdicts

    return evaluate_verdicts(
        task,
        data,
        model,
        base_url,
        per_call=per_call,
        limit=limit,
        half=half,
        output=output,
        against=against,
        meaning=meaning,
        fresh=fresh,
    )
