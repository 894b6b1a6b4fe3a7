"""A list whose chosen line is seen without colour too."""

from __future__ import annotations

from textual.style import Style
from textual.widgets import OptionList


class Choices(OptionList):
    """An `OptionList` that shows its highlighted option in reverse video, also while the focus is elsewhere.

    Style sheets cannot ask for it: Textual leaves `reverse` out of the styles of a widget's parts.
    """

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of a part; that of the highlighted option is reversed."""
        style = super().get_visual_style(*component_classes, partial=partial)
        if "option-list--option-highlighted" in component_classes:
            return style + Style(reverse=True)
        return style
