"""The dialog that looks a claim up again: a query, what it finds, and Enter to keep a passage as evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from claimcheck.domain import Passage
from claimcheck.reports.safe import one_line
from claimcheck.reports.standing import where_from
from claimcheck.reviews.apart import apart
from claimcheck.reviews.choices import Choices
from claimcheck.reviews.lookup import Answer, Lookup
from claimcheck.reviews.state import ClaimState


class LookingUp(ModalScreen[None]):
    """Asks the sources again; `keep` is called with each passage that the reviewer takes as evidence."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, lookup: Lookup, state: ClaimState, keep: Callable[[Passage], bool]) -> None:
        super().__init__()
        self._lookup, self._state, self._keep = lookup, state, keep
        self._found = Answer()
        self._kept: set[str] = set()  # the ids of passages

    def compose(self) -> ComposeResult:
        """The query, what was found, and how it went."""
        with Vertical(classes="dialog tall") as dialog:
            dialog.border_title = Content(f"Look claim {self._state.number} up again (Esc leads back)")
            query = Input(one_line(self._state.wording), id="query", select_on_focus=False)
            query.cursor_blink = False
            yield query
            yield Choices(id="found", markup=False, compact=True)
            names = ", ".join(one_line(name) for name in self._lookup.names) or "no sources"
            yield Static(f"Enter asks: {names}", id="state", markup=False)

    @on(Input.Submitted)
    def ask(self, event: Input.Submitted) -> None:
        """Asks the sources, off the screen's thread."""
        if event.value.strip():
            self._tell("looking…")
            self._ask(event.value)

    @work(exclusive=True)
    async def _ask(self, words: str) -> None:
        """Shows what is found, unless other words are asked meanwhile or the reviewer turns back."""
        self._show(await apart(lambda: self._lookup.look_up(self._state.claim, words)))

    def _show(self, found: Answer) -> None:
        self._found = found
        options = self.query_one("#found", OptionList)
        options.clear_options()
        options.add_options(_option(passage) for passage in found.passages)
        number = len(found.passages)
        said = f"{number} passage{'s' * (number != 1)}; Enter keeps one as evidence" if number else "nothing"
        self._tell("; ".join((said, *(one_line(failure) for failure in found.failures))))
        if number:
            options.highlighted = 0
            options.focus()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Keeps the passage, once."""
        passage = self._found.passages[event.option_index]
        if passage.id in self._kept or self._keep(passage):
            self._kept.add(passage.id)
            self._tell(f"passage {event.option_index + 1} is kept as evidence; Esc leads back")

    def _tell(self, text: str) -> None:
        self.query_one("#state", Static).update(Content(text))


def _option(passage: Passage) -> Content:
    origin = ", ".join(one_line(part) for part in where_from(passage))
    return Content.assemble((origin, "bold"), "\n", one_line(passage.text), "\n")
