"""Documents → passages: paragraphs, and long ones cut where a sentence ends."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from claimcheck.domain import Passage
from claimcheck.evidence.documents import Document
from claimcheck.evidence.notices import notices_of

LONGEST = 600  # characters
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n\s*\n|\Z))", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(A-Z0-9])")


def passages_of(document: Document, source: str, path: str) -> Iterator[Passage]:
    """The passages of a document; each text stands verbatim in the document, and its id follows from both."""
    whole = hashlib.sha256(f"{document.title}\n{document.text}".encode()).hexdigest()
    marks = notices_of(document.title, document.text)
    for start, end in pieces(document.text):
        yield Passage(
            id=hashlib.sha256(f"{whole}:{start}".encode()).hexdigest()[:12],
            text=document.text[start:end],
            source=source,
            title=document.title,
            publisher=document.publisher,
            url=document.url,
            path=path,
            published=document.published,
            marks=marks,
        )


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each passage: a paragraph, or as many of its sentences as fit in `LONGEST`."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > LONGEST:
            borders = [m.end() for m in _SENTENCE_END.finditer(text, start, min(end, start + LONGEST))]
            cut = borders[-1] if borders else _space_before(text, start, start + LONGEST)
            yield start, start + len(text[start:cut].rstrip())
            start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
        if start < end:
            yield start, end


def _space_before(text: str, start: int, limit: int) -> int:
    space = text.rfind(" ", start + 1, limit)
    return space if space > start else limit
