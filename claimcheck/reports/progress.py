"""Progress on standard error: the stage, how much of it is done, tokens, and the time left."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Protocol, Self

from claimcheck.domain import Event


class Progress(Protocol):
    """Hears how work goes on."""

    def stage(self, name: str, total: int) -> None:
        """A new stage of `total` pieces begins."""
        ...

    def advance(self, pieces: int = 1) -> None:
        """So many more pieces are done."""
        ...

    def tokens(self, total: int) -> None:
        """So many tokens have been read and written so far."""
        ...

    def hear(self, event: Event) -> None:
        """Something happened in a run."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Quiet:
    """Shows nothing: standard error is no terminal."""

    def stage(self, name: str, total: int) -> None:
        """Shows nothing."""

    def advance(self, pieces: int = 1) -> None:
        """Shows nothing."""

    def tokens(self, total: int) -> None:
        """Shows nothing."""

    def hear(self, event: Event) -> None:
        """Shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""


class ProgressView:
    """A line with a bar on standard error, gone when the work is done."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[tokens]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task: Any = None

    def stage(self, name: str, total: int) -> None:
        """Shows the stage in the place of the one before it."""
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(name, total=total, tokens="")

    def advance(self, pieces: int = 1) -> None:
        """Moves the bar."""
        if self._task is not None:
            self._bars.advance(self._task, pieces)

    def tokens(self, total: int) -> None:
        """Shows the number of tokens."""
        if self._task is not None and total:
            self._bars.update(self._task, tokens=f"{total:,} tokens")

    def hear(self, event: Event) -> None:
        """Moves on with the run."""
        if event.done == 0:
            self.stage(event.stage, event.total)
        else:
            self.advance()
        self.tokens(event.usage.prompt_tokens + event.usage.completion_tokens)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()
