"""The live view of a run on standard error: claims appear as they are found, verdicts as they come."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from claimcheck.domain import Claim, Event, Label
from claimcheck.reports.progress import ProgressView
from claimcheck.reports.safe import one_line
from claimcheck.reports.signs import SIGNS

if TYPE_CHECKING:
    from rich.console import Group

BESIDE = 3  # lines that the bar and what the terminal itself says take


class Ongoing:
    """What is known of a run's claims so far: `rows` of text and verdict, None where it is still to come."""

    def __init__(self) -> None:
        self._claims: list[Claim] = []
        self._labels: dict[str, Label] = {}

    def hear(self, event: Event) -> None:
        """Takes in what an event tells."""
        if event.entry is not None:
            self._claims = sorted([*self._claims, *event.claims], key=lambda claim: claim.spans[0].start)
        elif event.claims:
            self._claims = list(event.claims)  # merged and numbered
        if event.verdict is not None:
            self._labels[event.verdict.claim] = event.verdict.label

    def rows(self, limit: int) -> list[tuple[str, Label | None]]:
        """At most `limit` claims: the newest verdicts and what comes next, or what was found last."""
        rows = [(one_line(claim.text), self._labels.get(claim.id)) for claim in self._claims]
        latest = max((i for i, (_, label) in enumerate(rows) if label), default=len(rows) - 1)
        end = max(limit, min(len(rows), latest + 1 + limit // 3))
        return rows[max(0, end - limit) : end]


class LiveView(ProgressView):
    """The claims above the bar, gone when the work is done and the report takes their place."""

    def __init__(self) -> None:
        super().__init__()
        from rich.live import Live

        self.ongoing = Ongoing()
        self._live = Live(
            get_renderable=self._drawn, console=self._bars.console, transient=True, refresh_per_second=6
        )

    def hear(self, event: Event) -> None:
        """Shows what an event tells."""
        self.ongoing.hear(event)
        super().hear(event)

    def _drawn(self) -> Group:
        from rich.console import Group
        from rich.text import Text

        from claimcheck.reports.layout import STYLES

        lines = []
        for text, label in self.ongoing.rows(max(1, self._bars.console.height - BESIDE)):
            line = Text(no_wrap=True, overflow="ellipsis")
            line.append(f"{SIGNS[label]} {label}: " if label else "… ", style=STYLES[label] if label else "")
            lines.append(line.append(text))
        return Group(*lines, self._bars)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()
