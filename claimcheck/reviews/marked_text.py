"""A text that scrolls, with one place in it marked and brought into sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from claimcheck.reports.safe import safe

CURRENT = Style(bold=True, reverse=True)
BEGIN, END = "⟦", "⟧"  # so that the place is seen without colour, and in a copy


class MarkedText(VerticalScroll):
    """Shows pieces of text; the first that is `BEGIN` is where it scrolls to."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Static(markup=False)
        self._before = Content()  # its height in lines is where the marked place is

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield self._text

    def show_pieces(self, pieces: Sequence[tuple[str, Style]]) -> None:
        """Shows the pieces, each made safe already, and scrolls to the marked one."""
        self._text.update(Content.assemble(*pieces))
        marked = next((index for index, piece in enumerate(pieces) if piece == (BEGIN, CURRENT)), 0)
        self._before = Content("".join(text for text, _ in pieces[:marked]))
        self.call_after_refresh(self._bring_into_sight)

    def on_resize(self) -> None:
        """Lines break elsewhere now."""
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        width = self._text.content_size.width
        if width > 0:
            line = len(self._before.wrap(width)) - 1
            self.scroll_to(y=max(0, line - self.size.height // 4), animate=False)


def shown(text: str) -> str:
    """The text made safe, with tabs as spaces: a terminal's tab stops would shift the panes."""
    return safe(text).replace("\t", "    ")
