"""A passage cut at its quotations, so that each can be marked in place with the side that it is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.domain import Citation, Passage


@dataclass(frozen=True)
class Quoted:
    """A piece of a passage's text. `stances` are those of the quotations that it is part of, () for none."""

    text: str
    stances: tuple[str, ...] = ()


def quoted(passage: Passage, citations: Iterable[Citation]) -> list[Quoted]:
    """The whole passage in pieces; those of quotations that overlap are cut where one of them begins or ends."""
    text = passage.text
    mine = [
        citation
        for citation in citations
        if citation.passage == passage.id and text[citation.start : citation.end] == citation.quotation != ""
    ]
    cuts = {0, len(text)} | {place for citation in mine for place in (citation.start, citation.end)}
    return [_piece(text, start, end, mine) for start, end in pairwise(sorted(cuts))]


def stances_of(pieces: Iterable[Quoted]) -> list[str]:
    """The sides that a passage is quoted for, each once, in the order of its text."""
    return list(dict.fromkeys(stance for piece in pieces for stance in piece.stances))


def _piece(text: str, start: int, end: int, mine: list[Citation]) -> Quoted:
    over = (citation for citation in mine if citation.start <= start and citation.end >= end)
    return Quoted(text[start:end], tuple(dict.fromkeys(citation.stance or "cited" for citation in over)))
