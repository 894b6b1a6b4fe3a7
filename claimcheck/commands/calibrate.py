"""`claimcheck calibrate`: fits the judge's confidence for a model, on public data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.commands.opening import opened_to_measure
from claimcheck.commands.options import BaseUrl, Model
from claimcheck.commands.results import counter, refuse_unwritable, resumable
from claimcheck.commands.saying import bar
from claimcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from claimcheck.evaluation.calibrating import Signed
    from claimcheck.verdicts.calibration import Calibration


def calibrate(
    data: Annotated[
        list[str],
        typer.Argument(
            metavar="TASK=FILE...", help="Data sets, as averitec=dev.jsonl; tasks as in evaluate."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file that CLAIMCHECK_CALIBRATION names.")
    ],
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="So many cases of a set, evenly over its labels without --found."),
    ] = None,
    kept: Annotated[
        Path | None, typer.Option(help="Keeps what was asked here; a run goes on from it.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="Fit on both halves: nothing is left to measure on.")
    ] = False,
    found: Annotated[
        bool,
        typer.Option(
            "--found", help="Fit what holds where a search found the evidence, and it may not decide."
        ),
    ] = False,
    model: Model = None,
    base_url: BaseUrl = None,
) -> None:
    """Fits a model's confidence on one half of public data sets, and measures it on the other."""
    from claimcheck.commands.weights import fetch_encoder
    from claimcheck.evaluation.calibrating import calibrated, collect
    from claimcheck.pipeline import judge_prompts
    from claimcheck.settings import evidence_settings
    from claimcheck.verdicts.calibration import kind_of

    tasks = dict(_task(word) for word in data)
    refuse_unwritable("--output", output, *tasks.values())
    refuse_unwritable("--kept", kept, output, *tasks.values())
    progress = bar()
    options = evidence_settings(None, None)[1]
    with resumable(kept), progress, opened_to_measure(model, base_url, progress) as held:
        fetch_encoder(options, progress)
        hear = counter(progress, "judging cases")
        cases = collect(tasks, held, limit=limit, kept=kept, listen=hear, found=found, evidence=options)
    fitted = calibrated(cases, judge_prompts(), everything, found)
    _write(output, held.endpoint.model, kind_of(not found), fitted)
    print(f"fitted on {fitted.fitted_on}" if everything else _measured(cases, fitted, found))


def _task(word: str) -> tuple[str, Path]:
    task, found, path = word.partition("=")
    if not found or not path:
        raise UsageError(f"{word!r} is not of the form TASK=FILE")
    return task, Path(path)


def _write(output: Path, model: str, kind: str, fitted: Calibration) -> None:
    """Puts the model's calibration of that kind into the file, beside the other kind and those of other models."""
    try:
        held = json.loads(output.read_text(encoding="utf-8")) if output.exists() else {}
        held[model] = held.get(model, {}) | {kind: fitted.model_dump(mode="json")}
        output.write_text(json.dumps(held, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"{output} cannot be written, or holds something else than calibrations") from error


def _measured(cases: Sequence[Signed], fitted: Calibration, found: bool) -> str:
    """A line for each task and half."""
    from claimcheck.evaluation.calibrating import measured
    from claimcheck.evaluation.datasets import Half
    from claimcheck.evaluation.scores import MEASURES

    lines = [f"fitted on {fitted.fitted_on}; before rules and citations:"]
    for half in Half:
        for task, outcomes in measured(cases, fitted, half, found).items():
            scores = ", ".join(f"{name} {measure(outcomes):.3f}" for name, measure in MEASURES.items())
            lines.append(f"{half}, {task}, {len(outcomes)} cases: {scores}")
    return "\n".join(lines)
