"""Opens the model that a command asks for, fetching the embedded one on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.lm import LanguageModel
    from claimcheck.reports.progress import Progress


@contextmanager
def opened(model: str | None, base_url: str | None, progress: Progress) -> Iterator[LanguageModel]:
    """The model of the flags and the environment, for a block. Raises `UsageError` and `ServiceError`."""
    from claimcheck.lm import open_model
    from claimcheck.settings import model_access

    name, address, key = model_access(model, base_url)
    with open_model(name, address, key, weights=weights_for(name, address, key, progress)) as held:
        yield held


def weights_for(model: str | None, base_url: str | None, key: str | None, progress: Progress) -> Path | None:
    """The embedded model's file, fetched on first use; None where another model was asked for."""
    from claimcheck.lm import DEFAULT_MODEL, MODELS, path_of, pull

    if base_url or (key and model):
        return None
    name = model or DEFAULT_MODEL
    if name not in MODELS:
        return None
    there = path_of(name)
    return there if there else pull(name, progress=download_bar(progress))


def download_bar(progress: Progress) -> Callable[[int, int], None]:
    """Shows a download in `progress`, in megabytes."""
    state = {"done": 0, "begun": False}

    def show(done: int, total: int) -> None:
        if not state["begun"]:
            progress.stage("fetching the embedded model (MB)", total // 1_000_000)
            state["begun"] = True
        step = done // 1_000_000 - state["done"]
        state["done"] += step
        progress.advance(step)

    return show


def counter(progress: Progress, stage: str) -> Callable[[int, int], None]:
    """Shows `(done, total)` in `progress` as the steps of a stage."""

    def hear(done: int, total: int) -> None:
        if done == 0:
            progress.stage(stage, total)
        else:
            progress.advance(1)

    return hear


def written(output: Path, text: str) -> None:
    """Writes a file of results. Raises `InputError` where it cannot be written."""
    from claimcheck.errors import InputError

    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{output} cannot be written ({error.strerror})") from error
