"""The dialogs that open a source: which one, and the text of a reference file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import OptionList, Static

from claimcheck.reports.safe import one_line
from claimcheck.reviews.choices import Choices
from claimcheck.reviews.marked_text import BEGIN, CURRENT, END, MarkedText, Piece, begun, shown
from claimcheck.reviews.opening import Opening

AROUND = 10_000  # characters of a file that are shown before and after the passage

PLAIN = Style()
MISSING = "The passage does not stand in this file word for word: the file may have changed. It begins:\n\n"


class Choosing(ModalScreen[Opening | None]):
    """Shows in full what could be opened, so that nothing opens that was not seen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, openings: Sequence[Opening]) -> None:
        super().__init__()
        self._openings = openings

    def compose(self) -> ComposeResult:
        """One line for each source, the address or the file in full."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Open a source (Enter; Esc leads back)")
            yield Choices(*map(_option, self._openings), markup=False, compact=True)

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Leaves with the source that was chosen."""
        self.dismiss(self._openings[event.option_index])


class Reading(ModalScreen[None]):
    """A file of references as text, scrolled to the passage."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,o", "dismiss(None)", "Back")]

    def __init__(self, title: str, text: str, passage: str) -> None:
        super().__init__()
        self._title, self._pieces = title, _around(text, passage)

    def compose(self) -> ComposeResult:
        """The text, and how to leave."""
        with Vertical(classes="dialog tall") as dialog:
            dialog.border_title = Content(f"{one_line(self._title)} (Esc leads back)")
            yield MarkedText()

    def on_mount(self) -> None:
        """Shows the passage in its place."""
        text = self.query_one(MarkedText)
        text.show_pieces(self._pieces)
        text.bring_into_sight()


class Showing(ModalScreen[None]):
    """A text to read: the keys, or what went wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss(None)", "Back")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The text in a frame."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = Content(f"{self._title} (Esc leads back)")
            yield Static(Content(shown(self._text)))

    def on_click(self) -> None:
        """A click leads back too."""
        self.dismiss(None)


def _option(opening: Opening) -> Content:
    where = opening.url or str(opening.file)
    at = f"at “{begun(opening.passage.text)}”\n" if opening.file else ""
    return Content.assemble((one_line(opening.passage.title), "bold"), "\n", at, one_line(where), "\n")


def _around(text: str, passage: str) -> list[Piece]:
    """The file's text around the passage, which is marked; its beginning, and a word of it, where the passage is not there."""
    start = text.find(passage) if passage else -1
    if start < 0:
        beginning = (shown(text[: 2 * AROUND]), PLAIN)
        return [(MISSING, "bold"), beginning, ("…" * (len(text) > 2 * AROUND), PLAIN)]
    end = start + len(passage)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return [
        ("…" * (first > 0) + shown(text[first:start]), PLAIN),
        (BEGIN, CURRENT),
        (shown(passage), CURRENT),
        (END, CURRENT),
        (shown(text[end:last]) + "…" * (last < len(text)), PLAIN),
    ]
