"""How a batch is followed on standard error: a bar on a terminal, a line an article in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claimcheck.commands.batch_round import told

if TYPE_CHECKING:
    from claimcheck.batches.job import ArticleRow


class Lines:
    """A line for every article that is finished."""

    def __init__(self) -> None:
        self._done = self._total = 0

    def begin(self, rows: Sequence[ArticleRow]) -> None:
        """See `View`."""
        self._total = len(rows)

    def article(self, row: ArticleRow) -> None:
        """See `View`."""
        self._done += 1
        with suppress(OSError):  # nobody reads it any more: the run goes on
            print(f"[{self._done}/{self._total}] {told(row)}", file=sys.stderr, flush=True)

    def checked(self, claims: int) -> None:
        """What happens within articles is not told."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""


class Bar(Lines):
    """A bar of articles, with the claims checked and what it took; what went wrong stands above it."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bars = Progress(
            TextColumn("articles"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[told]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bars.add_task("articles", total=None, told="")
        self._claims, self._settled = 0, 0
        self._rows: list[ArticleRow] = []

    def begin(self, rows: Sequence[ArticleRow]) -> None:
        """See `View`."""
        super().begin(rows)
        self._bars.update(self._task, total=len(rows))

    def article(self, row: ArticleRow) -> None:
        """See `View`."""
        from rich.markup import escape

        self._rows.append(row)
        if row.reason:
            self._bars.console.print(escape(told(row)), style="bold", highlight=False)
        self._bars.advance(self._task)
        self._show()

    def checked(self, claims: int) -> None:
        """Counts the claims that are checked."""
        self._claims += claims
        self._show()

    def _show(self) -> None:
        from claimcheck.batches.summary import total

        usage = total(self._rows)
        cost = "" if usage.cost_usd is None else f", ${usage.cost_usd:.2f}"
        tokens = usage.prompt_tokens + usage.completion_tokens
        said = f"{self._claims} claims, {usage.calls} calls, {tokens:,} tokens{cost}"
        self._bars.update(self._task, told=said)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()


def view_of_batch() -> Lines:
    """The bar on a terminal, lines where standard error is none."""
    return Bar() if sys.stderr.isatty() else Lines()
