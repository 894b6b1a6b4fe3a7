"""Citations: verbatim by construction, since the model names a sentence and code cuts it out."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.domain import Citation, Passage

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep)\.$")


@lru_cache(1024)  # a passage is read for each claim that it may speak of, several times over
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """`[start, end)` of each sentence of a passage, without the white space around it."""
    edges, begin = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[begin : match.start()]):
            edges.append((begin, match.start()))
            begin = match.end()
    edges.append((begin, len(text)))
    return tuple(_trimmed(text, start, end) for start, end in edges if text[start:end].strip())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def cite(passage: Passage, number: int, stance: str) -> Citation | None:
    """The numbered sentence as a citation, or None where the passage has no such sentence."""
    pieces = sentences_of(passage.text)
    if not 1 <= number <= len(pieces):
        return None
    start, end = pieces[number - 1]
    return Citation(
        passage=passage.id, quotation=passage.text[start:end], start=start, end=end, stance=stance
    )


def verbatim(citation: Citation, passage: Passage) -> bool:
    """Whether a citation's characters are those of its passage."""
    return passage.text[citation.start : citation.end] == citation.quotation != ""
