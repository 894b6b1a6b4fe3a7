"""A dialog that asks for a few texts: a reason, a wording, a note, evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static, TextArea

from claimcheck.reports.safe import one_line, safe
from claimcheck.reviews.choices import Choices

Answers = dict[str, str]


@dataclass(frozen=True)
class Field:
    """One text that is asked for. `complaint` says what is wrong with it, "" where nothing is."""

    name: str
    label: str
    value: str = ""
    lines: int = 1
    complaint: Callable[[str], str] = lambda text: ""


def required(what: str) -> Callable[[str], str]:
    """The complaint about a text that is empty."""
    return lambda text: "" if text.strip() else f"{what} is needed"


class Asking(ModalScreen[Answers | None]):
    """Gives the texts by their names, and the choice as `choice`; None where the person turned back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(
        self, title: str, fields: Sequence[Field], choices: Sequence[str] = (), about: str = ""
    ) -> None:
        super().__init__()
        self._title, self._fields, self._choices, self._about = title, fields, choices, about

    def compose(self) -> ComposeResult:
        """The title, what it is about, the choices, the fields one below the other, what is wrong, and the buttons."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            if self._about:
                yield Static(one_line(self._about), id="about", markup=False)
            if self._choices:
                yield Choices(*self._choices, id="choice", markup=False, compact=True)
            for field in self._fields:
                yield Static(field.label, markup=False, classes="label")
                yield _widget(field)
            yield Static(id="complaint", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Save (Ctrl+S)", id="save", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def go_on(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Enter leads to the next field; after the last it saves."""
        if event.control.id == f"field-{self._fields[-1].name}":
            self.action_save()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Leaves with the answers, unless something is wrong with one: then that field is shown."""
        answers = {field.name: self._answer(field) for field in self._fields}
        for field in self._fields:
            wrong = field.complaint(answers[field.name])
            if wrong:
                self.query_one("#complaint", Static).update(Content(wrong))
                self.query_one(f"#field-{field.name}").focus()
                return
        if self._choices:
            answers["choice"] = self._choices[self.query_one("#choice", OptionList).highlighted or 0]
        self.dismiss(answers)

    @on(Button.Pressed, "#back")
    def turn_back(self) -> None:
        """Leaves without answers."""
        self.dismiss(None)

    def _answer(self, field: Field) -> str:
        widget = self.query_one(f"#field-{field.name}")
        return (widget.text if isinstance(widget, TextArea) else getattr(widget, "value", "")).strip()


def _widget(field: Field) -> Input | TextArea:
    name = f"field-{field.name}"
    if field.lines == 1:
        line = Input(one_line(field.value), id=name, select_on_focus=False)
        line.cursor_blink = False
        return line
    area = TextArea(safe(field.value), id=name, soft_wrap=True, tab_behavior="focus")
    area.cursor_blink = False
    area.styles.height = field.lines
    return area
