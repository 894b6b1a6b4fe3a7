"""The middle pane: the article as it was read, the claim's characters between ⟦ and ⟧."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual import events
from textual.message import Message
from textual.style import Style

from claimcheck.domain import Article
from claimcheck.reviews.marked_text import BEGIN, CURRENT, END, MarkedText, Piece, shown
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

    def show(self, claims: Sequence[ClaimState], current: int, *, anew: bool) -> None:
        """Marks the claims' characters; `anew` brings the one at hand into sight, else the place in the text is kept."""
        self.show_pieces(_pieces(self._article.text, claims, current))
        if anew:
            self.bring_into_sight()

    def on_click(self, event: events.Click) -> None:
        """Asks for the claim whose words were clicked."""
        index = event.style.meta.get("claim")
        if isinstance(index, int):
            self.post_message(self.Asked(index))


def _pieces(text: str, claims: Sequence[ClaimState], current: int) -> Iterator[Piece]:
    """The text cut where a claim begins or ends, each piece with its style, and the marks of the current one."""
    begin: dict[int, list[int]] = defaultdict(list)
    end: dict[int, list[int]] = defaultdict(list)
    for index, state in enumerate(claims):
        for span in (span for span in state.claim.spans if span.start < span.end):
            begin[span.start].append(index)
            end[span.end].append(index)
    over: list[int] = []  # the claims that the text at hand belongs to
    cuts = sorted({0, len(text), *begin, *end})
    for start, stop in pairwise([*cuts, len(text)]):
        if current in end[start]:
            yield END, CURRENT
        for index in end[start]:
            over.remove(index)
        over += begin[start]
        if current in begin[start]:
            yield BEGIN, CURRENT
        if start < stop:
            yield shown(text[start:stop]), _style(over, current)


def _style(over: list[int], current: int) -> Style:
    if not over:
        return Style()
    others = [index for index in over if index != current]
    clicked = Style.from_meta({"claim": (others or over)[0]})
    return (CURRENT if current in over else OTHER) + clicked
