"""Sentences with their exact characters: pysbd finds the borders, paragraphs are never crossed."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.domain import Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
_UNFINISHED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|No|vs|Inc|Corp|Ltd|U\.S|U\.K|U\.N)\.)$"
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order: every character that is not white space is in exactly one.

    `text[s.start:s.end] == s.text` holds for each.
    """
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False)
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        for start, end in _borders(segmenter.segment(paragraph.group()), paragraph.group()):
            first, last = paragraph.start() + start, paragraph.start() + end
            found.append(
                Sentence(index=len(found), start=first, end=last, text=text[first:last], paragraph=number)
            )
    return tuple(found)


def _borders(pieces: list[str], paragraph: str) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence: pysbd's pieces found again in the text, and gaps closed."""
    starts, position = [0], 0
    for piece in pieces:
        at = paragraph.find(piece.strip(), position)
        if at < 0 or not piece.strip():
            continue
        if at > 0 and not _UNFINISHED.search(paragraph[:at].rstrip()):
            starts.append(at)
        position = at + len(piece.strip())
    edges = [*sorted(set(starts)), len(paragraph)]
    borders = []
    for start, end in pairwise(edges):
        chunk = paragraph[start:end]
        if chunk.strip():
            left = len(chunk) - len(chunk.lstrip())
            borders.append((start + left, start + len(chunk.rstrip())))
    return borders
