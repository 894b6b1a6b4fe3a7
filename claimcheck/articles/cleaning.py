"""Pasted web pages → the article: what is prose stays, what surrounds it goes.

By structure, not by a list for one site: every line is told by its form, the article is the run of lines
that has the most prose and the least of anything else, and within it only buttons, captions, prompts and
rows of other stories' titles are left out. A text without such noise stays whole.
"""

from __future__ import annotations

import re

from claimcheck.articles.blocks import paragraphs
from claimcheck.articles.datelines import Metadata, dated, note_dates
from claimcheck.articles.mainpart import main_part, within
from claimcheck.articles.mastheads import agency_in, byline_in, headline_of, publisher_of
from claimcheck.articles.signs import BIO, Kind, is_prose, kind, length

_CITY = re.compile(r"^(?P<place>[A-Z][A-Z .]{2,30}(?:, [A-Z][\w. ]{2,20})?)(?: \([^)]{2,20}\))? ?[—–-]{1,2} ")
_AROUND = 15  # lines before the article in which its date and its author stand
_AFTER = 6


def clean_paste(text: str) -> tuple[str, Metadata]:
    """The article's paragraphs, a blank line between them, and the metadata of the lines that went.

    The paragraphs are lines of the text, whole and in order, or several that were wrapped, with a space
    between. A text in which no line is prose stays as it is.
    """
    lines = paragraphs(text)
    meta = Metadata()
    kinds = [Kind.NOISE if dated(line) or byline_in(line) else kind(line) for line in lines]
    kept = _kept(lines, kinds)
    if not kept:
        return "\n\n".join(lines), meta
    _note(lines, kinds, kept, meta)
    if len(kept) < len(lines):
        meta.notes.append(f"{len(lines) - len(kept)} lines around the article were left out.")
    return "\n\n".join(lines[i] for i in kept), meta


def _kept(lines: list[str], kinds: list[Kind]) -> list[int]:
    """The positions of the article's lines."""
    first, last = main_part(lines, kinds)
    first = _past_standfirst(lines, kinds, first, last)
    first, last = _widened(lines, kinds, first, last)
    outside = {*lines[:first], *lines[last:]}
    inside = [
        Kind.NOISE if what is Kind.SHORT and line in outside else what
        for line, what in zip(lines[first:last], kinds[first:last], strict=True)
    ]
    kept = [first + i for i in within(lines[first:last], inside)]
    while len(kept) > 2 and BIO.search(lines[kept[-1]]):
        kept.pop()
    return kept


def _past_standfirst(lines: list[str], kinds: list[Kind], first: int, last: int) -> int:
    """Where the article begins after a summary that stands apart from it, before its author or its date."""
    for position in range(first + 1, min(first + 6, last)):
        if dated(lines[position]) or byline_in(lines[position]):
            before = sum(length(lines[i]) for i in range(first, position) if kinds[i] is Kind.PROSE)
            prose = [i for i in range(position, last) if kinds[i] is Kind.PROSE]
            if before <= 80 and len(prose) >= 3 and sum(length(lines[i]) for i in prose) > before:
                return prose[0]
    return first


def _widened(lines: list[str], kinds: list[Kind], first: int, last: int) -> tuple[int, int]:
    """A text of prose alone, but for a few short lines, is the article as a whole."""
    prose = sum(what is Kind.PROSE for what in kinds)
    if prose * 2 <= len(kinds):
        return first, last
    while first > 0 and kinds[first - 1] is Kind.PROSE:
        first -= 1
    while last < len(kinds) and kinds[last] in {Kind.PROSE, Kind.SHORT}:
        last += 1
    return first, last


def _note(lines: list[str], kinds: list[Kind], kept: list[int], meta: Metadata) -> None:
    """What the lines around the article say about it."""
    first, last = kept[0], kept[-1]
    inside = set(kept)
    near = [i for i in range(max(0, first - _AROUND), min(len(lines), last + 1 + _AFTER)) if i not in inside]
    for line in (lines[i] for i in near):
        note_dates(line, meta)
    meta.byline = byline_of_lines([lines[i] for i in near])
    body = [lines[i] for i in kept]
    meta.headline = headline_of(lines[:first], body)
    meta.publisher = publisher_of(lines, inside, meta.headline)
    if match := _CITY.match(body[0]):
        meta.dateline = match["place"].strip()


def byline_of_lines(lines: list[str]) -> str:
    """The first author that one of the lines names, or "".

    A line that says "Author" or "Written by" alone speaks of the next one.
    """
    for position, line in enumerate(lines):
        after = lines[position + 1] if position + 1 < len(lines) else ""
        if found := byline_in(line, after):
            return found
    return next(filter(None, map(agency_in, lines)), "")


__all__ = ["clean_paste", "is_prose"]
