"""What commands that measure share: steps shown as they are done, and a file of results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.reports.progress import Progress


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
