"""`claimcheck optimize verdict`: learns worked examples for the judge, and keeps them only if they help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.commands.limits import Fresh
from claimcheck.commands.options import BaseUrl, Model
from claimcheck.commands.saying import bar
from claimcheck.errors import BudgetError, UsageError

if TYPE_CHECKING:
    from claimcheck.evaluation.optimizing import Optimized


def optimize(
    program: Annotated[str, typer.Argument(help="What is to be optimised: verdict.")],
    train: Annotated[Path, typer.Option(help="A data set of claims with evidence and verdicts.")],
    out: Annotated[Path, typer.Option(help="Write what was learned here, if it helps.")] = Path(
        "prompts/verdict.json"
    ),
    task: Annotated[str, typer.Option(help="The data set's form, as for `evaluate`.")] = "averitec",
    limit: Annotated[int, typer.Option(min=4, help="So many cases choose, and so many are held back.")] = 24,
    max_calls: Annotated[int, typer.Option(min=1, help="Stop, and keep nothing, after so many calls.")] = 300,
    model: Model = None,
    base_url: BaseUrl = None,
    fresh: Fresh = False,
) -> None:
    """Learns examples for the judge from a data set; keeps them only if held-back verdicts get better.

    An interrupted search resumes. What was learned is used where it stands beside the prompts, or where
    CLAIMCHECK_VERDICT names it.
    """
    from claimcheck.commands.opening import opened_to_measure
    from claimcheck.commands.results import beside, counter, refuse_unwritable, resumable, written
    from claimcheck.evaluation.datasets import load
    from claimcheck.evaluation.optimizing import optimize_verdict, parts

    if program != "verdict":
        raise UsageError(f"what can be optimised is verdict, not {program!r}")
    cases, _ = load(task, train)  # what is wrong with data or files is told before a model is opened
    refuse_unwritable("--out", out, train)
    parts(cases)
    kept = beside(out, ".progress.jsonl", train, fresh=fresh)
    progress = bar()
    with resumable(kept, fresh=fresh), progress, opened_to_measure(model, base_url, progress) as held:
        found = optimize_verdict(
            task,
            train,
            held,
            limit=limit,
            max_calls=max_calls,
            kept=kept,
            listen=lambda stage, done, total: counter(progress, stage)(done, total),
        )
    print(_summary(found))
    if found.learned:
        written(out, found.learned.model_dump_json(indent=2) + "\n")
        print(f"{out} is written.")
    if found.spent:
        raise typer.Exit(BudgetError.exit_code)


def _summary(found: Optimized) -> str:
    from claimcheck.evaluation.comparing import told_p

    lines = [f"{each.name}: {each.examples} examples, macro-F1 {each.score:.3f}" for each in found.attempts]
    if found.gain is not None and found.p is not None:
        gain = found.gain
        lines.append(
            f"gain on the {gain.cases} cases held back: {gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f}; "
            f"{told_p(found.p)})"
        )
    lines.append(f"{found.calls} calls; {found.why}.")
    return "\n".join(lines)
