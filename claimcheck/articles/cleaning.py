"""Pasted web pages → the article: what is prose stays, what surrounds it goes.

By structure, not by a list for one site: every line is told by its form, the article is the run of lines
that has the most prose and the least of anything else, and within it only buttons, captions, prompts and
rows of other stories' titles are left out. A text without such noise stays whole.
"""

from __future__ import annotations

import re
from itertools import takewhile

from claimcheck.articles.blocks import paragraphs
from claimcheck.articles.datelines import MONTH, Metadata, dated, moment, note_dates
from claimcheck.articles.mainpart import main_part, within
from claimcheck.articles.mastheads import agency_in, byline_in, headline_of, publisher_of
from claimcheck.articles.plain import days_over_parts, first_of, is_plain
from claimcheck.articles.several import day_of_second
from claimcheck.articles.signs import BIO, Kind, ends, is_prose, kind, length

_CITY = re.compile(
    rf"^(?P<place>[A-Z][A-Z .’'-]{{2,30}}(?:, (?!{MONTH})[A-Z][\w. ]{{2,20}})?)(?:, (?P<day>{MONTH} \d{{1,2}}(?:, \d{{4}})?))?"
    r"(?: ?[(/][^)/]{2,30}[)/])? ?[—–-]{1,2} "
)
_NAMES = re.compile(
    r"(?:[A-Z][\w.’'-]+ )+(?=(?:is|has been|works|covers|writes|reports|serves|contributes|joined)\b)"
)
_AROUND = 15  # lines before the article in which its date and its author stand
_AFTER = 6
_SUMMARY = 5  # lines of a summary above the author and the day


def clean_paste(text: str) -> tuple[str, Metadata]:
    """The article's paragraphs, a blank line between them, and the metadata of the lines that went.

    The paragraphs are lines of the text, whole and in order, or several that were wrapped, with a space
    between. A text in which no line is prose stays as it is.
    """
    lines = paragraphs(text)
    meta = Metadata()
    kinds = [Kind.NOISE if dated(line) or byline_in(line) else kind(line) for line in lines]
    kept = _without_author(lines, _all_kept(lines, kinds) if is_plain(lines, kinds) else _kept(lines, kinds))
    if not kept:
        return "\n\n".join(lines), meta
    _note(lines, kinds, kept, meta)
    if len(kept) < len(lines):
        left = len(lines) - len(kept)
        lines_were = "1 line around the article was" if left == 1 else f"{left} lines around the article were"
        meta.notes.append(f"{lines_were} left out.")
    inside = slice(kept[0], kept[-1] + 1)
    if meta.published and (day := day_of_second(lines[inside], kinds[inside], meta.published.date())):
        meta.notes.append(
            f"A second headline stands in the text over {day}: if that is another article, it needs a file of its own, since "
            f"days are counted from {meta.published.date()}."
        )
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
    return [first + i for i in within(lines[first:last], inside)]


def _all_kept(lines: list[str], kinds: list[Kind]) -> list[int]:
    """The positions of the lines of a text that is an article and nothing else."""
    heads = days_over_parts(lines, kinds)
    first = first_of(lines, kinds)
    return [i for i in range(first, len(lines)) if i in heads or kinds[i] is not Kind.NOISE]


def _without_author(lines: list[str], kept: list[int]) -> list[int]:
    """The lines without the last ones, where these say who wrote the article."""
    while len(kept) > 2 and _about_its_author(lines[kept[-1]], [lines[i] for i in kept[:-1]]):
        kept.pop()
    return kept


def _about_its_author(line: str, before: list[str]) -> bool:
    """Whether a last line says who wrote the article. One on a journalist that the article told of is a part of it."""
    if not BIO.search(line):
        return False
    names = _NAMES.match(line)
    told_of = names and re.search(
        rf"\b{re.escape(names[0].split()[-1])}\b", " ".join(filter(is_prose, before))
    )
    return not told_of


def _past_standfirst(lines: list[str], kinds: list[Kind], first: int, last: int) -> int:
    """Where the article begins after a summary that stands apart from it, before its author or its date."""
    for position in range(first + 1, min(first + 1 + _SUMMARY, last)):
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
    while first > 0 and (
        kinds[first - 1] is Kind.PROSE or (kinds[first - 1] is Kind.SHORT and ends(lines[first - 1]))
    ):
        first -= 1
    while last < len(kinds) and kinds[last] in {Kind.PROSE, Kind.SHORT}:
        last += 1
    return first, last


def _note(lines: list[str], kinds: list[Kind], kept: list[int], meta: Metadata) -> None:
    """What the lines around the article say about it."""
    inside = set(kept)
    before = range(max(0, kept[0] - _AROUND), kept[0])
    between = [i for i in range(kept[0], kept[-1]) if i not in inside]
    after = _directly_after(kinds, kept[-1])
    for line in (lines[i] for i in [*before, *between, *after]):
        note_dates(line, meta)
    # Where a summary stands above the author and the day, both come within what was kept.
    top = [i for i in between if i <= kept[0] + _SUMMARY]
    for line in (lines[i] for i in [*reversed(before), *top, *after]):
        note_dates(line, meta, bare=True)
    meta.byline = byline_of_lines([lines[i] for i in [*before, *between, *_lines_after(kinds, kept[-1])]])
    body = [lines[i] for i in kept]
    meta.headline = headline_of(lines[: kept[0]], body)
    meta.publisher = publisher_of(lines, inside, meta.headline)
    if match := _CITY.match(body[0]):
        meta.dateline = match["place"].strip(" ,")
        if meta.published is None and match["day"] and (day := moment(match["day"])):
            meta.published, meta.source = day, "text"


def _lines_after(kinds: list[Kind], last: int) -> range:
    return range(last + 1, min(len(kinds), last + 1 + _AFTER))


def _directly_after(kinds: list[Kind], last: int) -> list[int]:
    """The lines after the article up to another story's title."""
    return list(takewhile(lambda i: kinds[i] is Kind.NOISE, _lines_after(kinds, last)))


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
