"""An article's text cut at every boundary of a claim's span, so that each piece can be marked in place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.domain import Label, Report
from claimcheck.reports.standing import Standing, standings

GRAVE = [
    Label.REFUTED,
    Label.CONFLICTING,
    Label.NOT_ENOUGH_EVIDENCE,
    Label.UNCHECKED,
    Label.SUPPORTED,
    None,  # set aside by a person
]
_BREAK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Piece:
    """`article.text[start:end]`, and the claims whose spans cover it: shortest first, () for none.

    `begins` are the claims one of whose spans begins here, each with how many of them began before.
    """

    start: int
    end: int
    text: str
    covering: tuple[Standing, ...] = ()
    begins: tuple[tuple[Standing, int], ...] = ()

    @property
    def gravest(self) -> Standing:
        """Of the claims that cover it the one to look at first: words that are refuted must not look supported."""
        return min(self.covering, key=lambda standing: GRAVE.index(standing.label))


def paragraphs(report: Report) -> Iterator[list[Piece]]:
    """The pieces of each paragraph in turn; between paragraphs is white space alone."""
    text = report.article.text
    spans = _spans(report)
    place = 0
    for gap in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if gap[0] > place:
            yield _pieces(text, place, gap[0], [s for s in spans if s[0] < gap[0] and s[1] > place])
        place = gap[1]


Placed = tuple[int, int, Standing, int]  # start, end, whose span, how many of the claim's came before


def _spans(report: Report) -> list[Placed]:
    return [
        (span.start, span.end, standing, index)
        for standing in standings(report)
        for index, span in enumerate(standing.claim.spans)
        if 0 <= span.start < span.end <= len(report.article.text)
    ]


def _pieces(text: str, first: int, last: int, spans: list[Placed]) -> list[Piece]:
    cuts = {first, last}
    for start, end, _, _ in spans:
        cuts |= {max(first, start), min(last, end)}
    edges = sorted(cuts)
    return [_piece(text, start, end, spans) for start, end in itertools.pairwise(edges)]


def _piece(text: str, start: int, end: int, spans: list[Placed]) -> Piece:
    over = sorted(
        (s for s in spans if s[0] <= start and s[1] >= end), key=lambda s: (s[1] - s[0], s[2].number)
    )
    covering = tuple(dict.fromkeys(standing for _, _, standing, _ in over))
    begins = tuple((standing, index) for from_, _, standing, index in over if from_ == start)
    return Piece(start, end, text[start:end], covering, begins)
