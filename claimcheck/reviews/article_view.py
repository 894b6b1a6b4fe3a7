"""The middle pane: the article as it was read, the claim's characters between ⟦ and ⟧."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.message import Message
from textual.style import Style

from claimcheck.domain import Article
from claimcheck.reviews.marked_text import BEGIN, CURRENT, END, MarkedText, shown
from claimcheck.reviews.state import ClaimState

OTHER = Style(underline=True)


class ArticleView(MarkedText):
    """Shows the article, scrolled to the claim at hand; a click on a claim's words asks for that claim."""

    class Asked(Message):
        """The claim of that index was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, article: Article) -> None:
        super().__init__(id="article")
        self._article = article

    def show(self, claims: Sequence[ClaimState], current: int) -> None:
        """Marks the claims' characters and brings the one at hand into sight."""
        self.show_pieces(list(_pieces(self._article.text, claims, current)))

    def on_click(self, event: events.Click) -> None:
        """Asks for the claim whose words were clicked."""
        index = event.style.meta.get("claim")
        if isinstance(index, int):
            self.post_message(self.Asked(index))


def _pieces(text: str, claims: Sequence[ClaimState], current: int) -> Iterator[tuple[str, Style]]:
    """The text cut where a claim begins or ends, each piece with its style, and the marks of the current one."""
    spans = [
        (span.start, span.end, index) for index, state in enumerate(claims) for span in state.claim.spans
    ]
    own = [(start, end) for start, end, index in spans if index == current]
    cuts = sorted({0, len(text), *(place for start, end, _ in spans for place in (start, end))})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield from ((END, CURRENT) for _, last in own if last == start)
        yield from ((BEGIN, CURRENT) for first, _ in own if first == start)
        if start < end:
            over = [index for first, last, index in spans if first <= start and end <= last]
            yield shown(text[start:end]), _style(over, current)


def _style(over: list[int], current: int) -> Style:
    if not over:
        return Style()
    others = [index for index in over if index != current]
    clicked = Style.from_meta({"claim": (others or over)[0]})
    return (CURRENT if current in over else OTHER) + clicked
