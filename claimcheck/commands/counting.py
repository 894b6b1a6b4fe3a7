"""Work that counts its pieces, shown as a stage of progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.reports.progress import Progress


def counter(progress: Progress, stage: str) -> Callable[[int, int], None]:
    """A listener of `(done, total)`: the stage begins at 0 done."""

    def hear(done: int, total: int) -> None:
        if done == 0:
            progress.stage(stage, total)
        else:
            progress.advance(1)

    return hear
