"""Text that scrolls, and text of which one place is marked and brought into sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from claimcheck.reports.safe import one_line, safe

WORDS = 60  # characters of a text whose beginning is told
CURRENT = Style(bold=True, reverse=True)
BEGIN, END = "⟦", "⟧"  # so that the place is seen without colour, and in a copy


Piece = tuple[str, Style | str]  # a text, made safe already, and its style


class Paragraphs(VerticalScroll):
    """Shows pieces of text, a widget a paragraph: only what changed and is in sight is drawn."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs: list[tuple[Piece, ...]] = []
        self._widgets: list[Static] = []  # one a paragraph; the screen's own list lags behind

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Shows these pieces instead of those before."""
        before, self._paragraphs = self._paragraphs, _paragraphs(pieces)
        kept = min(len(before), len(self._paragraphs))
        for widget, old, new in zip(self._widgets, before, self._paragraphs, strict=False):
            if old != new:
                widget.update(Content.assemble(*new))
        added = [Static(Content.assemble(*paragraph)) for paragraph in self._paragraphs[kept:]]
        self.remove_children(self._widgets[kept:])
        self.mount_all(added)
        self._widgets = [*self._widgets[:kept], *added]


class MarkedText(Paragraphs):
    """Can bring the place that the first piece `BEGIN` marks into sight."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._place = (0, Content())  # the marked paragraph, and what stands in it before the mark

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Shows these pieces instead of those before; `bring_into_sight` scrolls to the marked one."""
        super().show_pieces(pieces)
        self._place = _place(self._paragraphs)

    def bring_into_sight(self) -> None:
        """Scrolls to the marked piece, as soon as it is drawn."""
        self.call_after_refresh(self._bring_into_sight)

    def on_resize(self) -> None:
        """Lines break elsewhere now."""
        self.bring_into_sight()

    def _bring_into_sight(self) -> None:
        number, before = self._place
        if number < len(self._widgets) and self._widgets[number].size.width > 0:
            paragraph = self._widgets[number]
            line = paragraph.virtual_region.y + len(before.wrap(paragraph.size.width)) - 1
            self.scroll_to(y=max(0, line - self.size.height // 4), animate=False)


def _paragraphs(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    paragraphs: list[list[Piece]] = [[]]
    for text, style in pieces:
        first, *rest = text.split("\n")
        paragraphs[-1].append((first, style))
        paragraphs += [[(line, style)] for line in rest]
    blank = ((" ", Style()),)  # a line without anything would have no height
    return [tuple(paragraph) if any(text for text, _ in paragraph) else blank for paragraph in paragraphs]


def _place(paragraphs: Sequence[tuple[Piece, ...]]) -> tuple[int, Content]:
    for number, paragraph in enumerate(paragraphs):
        if (BEGIN, CURRENT) in paragraph:
            pieces = paragraph[: paragraph.index((BEGIN, CURRENT))]
            return number, Content("".join(text for text, _ in pieces))
    return 0, Content()


def shown(text: str) -> str:
    """The text made safe, with tabs as spaces: a terminal's tab stops would shift the panes."""
    return safe(text).replace("\t", "    ")


def begun(text: str) -> str:
    """The beginning of the text, on one line."""
    words = one_line(text)
    return words if len(words) <= WORDS else words[: WORDS - 1] + "…"
