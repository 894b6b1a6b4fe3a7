"""The left pane: the claims, each with its verdict, and what is reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from claimcheck.domain import Label
from claimcheck.reports.signs import SIGNS
from claimcheck.reviews.choices import Choices
from claimcheck.reviews.marked_text import begun
from claimcheck.reviews.state import ClaimState

COLOURS = {
    Label.SUPPORTED: "ansi_green",
    Label.REFUTED: "ansi_red",
    Label.NOT_ENOUGH_EVIDENCE: "ansi_yellow",
    Label.CONFLICTING: "ansi_magenta",
}
SHORT = {Label.NOT_ENOUGH_EVIDENCE: "Not Enough", Label.CONFLICTING: "Conflicting"}


class ClaimList(Choices):
    """The claims in the article's order; the highlighted one is at hand."""

    def __init__(self) -> None:
        super().__init__(id="claims", markup=False, compact=True)

    def show(self, claims: Sequence[ClaimState]) -> None:
        """Shows how the claims stand, and leaves the highlight where it is."""
        if self.option_count != len(claims):
            self.clear_options()
            self.add_options(summary(state) for state in claims)
            self.highlighted = 0 if claims else None
            return
        for index, state in enumerate(claims):
            prompt = summary(state)
            if prompt.plain != str(self.get_option_at_index(index).prompt):
                self.replace_option_prompt_at_index(index, prompt)


def summary(state: ClaimState) -> Content:
    """A claim in a few lines: `[x] 3 ✗→✓ Supported` and the beginning of its words."""
    decision = state.decision
    label = decision.label if decision else state.machine
    name = SHORT.get(label, str(label)) if label else "not worth it"
    changed = decision is not None and label is not state.machine
    sign = f"{_sign(state.machine)}→{_sign(label)}" if changed else _sign(label)
    return Content.assemble(
        ("[x] " if decision else "[~] " if state.touched else "[ ] ", "bold"),
        (f"{state.number} ", "bold"),
        (f"{sign} {name}", f"bold {COLOURS.get(label, '') if label else ''}".strip()),
        "\n",
        begun(state.wording),
    )


def _sign(label: Label | None) -> str:
    return SIGNS[label] if label else "○"
