"""`claimcheck calibrate`: fits the judge's confidence for a model, on public data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.commands.opening import opened_to_measure
from claimcheck.commands.options import BaseUrl, Model
from claimcheck.commands.results import counter, kept_answers, refuse_unwritable, resumable, written
from claimcheck.commands.saying import bar
from claimcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from claimcheck.evaluation.calibrating import Signed
    from claimcheck.evaluation.scores import Outcome
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
        Path | None,
        typer.Option(help="Keeps what was asked here, else beside the output; a run goes on from it."),
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
    from claimcheck.evaluation.calibrating import calibrated, collect, loaded
    from claimcheck.pipeline import judge_prompts
    from claimcheck.settings import evidence_settings
    from claimcheck.verdicts.calibration import kind_of

    tasks = _tasks(data)
    loaded(tasks)  # what is wrong with data or files is told before a model is opened
    refuse_unwritable("--output", output, *tasks.values())
    refuse_unwritable("--kept", kept, output, *tasks.values())
    _calibrations(output)
    kept = kept or kept_answers(output, f"calibrate {sorted(tasks.items())}", *tasks.values(), fresh=False)
    progress = bar()
    options = evidence_settings(None, None)[1]
    with resumable(kept), progress, opened_to_measure(model, base_url, progress) as held:
        fetch_encoder(options, progress)
        hear = counter(progress, "judging cases")
        cases = collect(tasks, held, limit=limit, kept=kept, listen=hear, found=found, evidence=options)
    fitted = calibrated(cases, judge_prompts(), everything, found)
    _write(output, held.endpoint.model, kind_of(not found), fitted)
    print(f"fitted on {fitted.fitted_on}" if everything else _measured(cases, fitted, found))


def _tasks(data: Sequence[str]) -> dict[str, Path]:
    tasks: dict[str, Path] = {}
    for word in data:
        task, found, path = word.partition("=")
        if not found or not path:
            raise UsageError(f"{word!r} is not of the form TASK=FILE")
        if task in tasks:
            raise UsageError(f"{task} is named twice: put its cases into one file")
        tasks[task] = Path(path)
    return tasks


def _calibrations(output: Path) -> dict[str, dict[str, object]]:
    """The calibrations that a file holds, by model and kind; none where it is new. Raises `InputError`."""
    from pydantic import TypeAdapter

    try:
        held = output.read_bytes() if output.is_file() else b""
        return TypeAdapter(dict[str, dict[str, object]]).validate_json(held) if held else {}
    except (OSError, ValueError) as error:
        raise InputError(f"{output} holds something else than calibrations: name another file") from error


def _write(output: Path, model: str, kind: str, fitted: Calibration) -> None:
    """Puts the model's calibration of that kind into the file, beside the other kind and those of other models."""
    held = _calibrations(output)
    held[model] = held.get(model, {}) | {kind: fitted.model_dump(mode="json")}
    written(output, json.dumps(held, indent=2, sort_keys=True) + "\n")


def _measured(cases: Sequence[Signed], fitted: Calibration, found: bool) -> str:
    """A line for each task and half, and one that says how many cases nothing is known of."""
    from claimcheck.evaluation.calibrating import measured
    from claimcheck.evaluation.datasets import Half

    lines = [f"fitted on {fitted.fitted_on}; before rules and citations:"]
    for half in Half:
        for task, outcomes in measured(cases, fitted, half, found).items():
            lines.append(f"{half}, {task}, {len(outcomes)} cases: {_scores(outcomes)}")
    without = sum(case.signs is None for case in cases)
    left_out = f"left out: {without} cases without evidence or without an answer that could be used"
    return "\n".join([*lines, *([left_out] if without else [])])


def _scores(outcomes: Sequence[Outcome]) -> str:
    from claimcheck.evaluation.scores import MEASURES, scored

    held = scored(outcomes)
    return ", ".join(
        f"{name} {score.value:.3f} ({score.low:.3f} to {score.high:.3f})"
        if score.cases
        else f"{name}: no such case"
        for name, score in held.items()
        if name in MEASURES
    )
