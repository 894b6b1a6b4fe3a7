"""Which lines of a page's copy are its article.

The article is the run of lines whose weights have the largest sum: prose weighs for it, titles, buttons
and the headings of other stories against it. This is maximum subsequence segmentation (Pasternack & Roth
2009, "Extracting article text from the web with maximum subsequence segmentation"), with lines for tokens
and, for a classifier, the length and the ends of sentences, as in Kohlschütter, Fankhauser & Nejdl 2010.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.articles.signs import BULLET, Kind, ends, length

_MOST = 50  # words of one line that count
_AGAINST = {Kind.SHORT: -5.0, Kind.NOISE: -5.0, Kind.TAIL: -30.0, Kind.TALK: -150.0}


def main_part(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[int, int]:
    """`[first, last)` of the article's lines; (0, 0) where no line is prose."""
    best, span = 0.0, (0, 0)
    total, start = 0.0, 0
    for position, (line, what) in enumerate(zip(lines, kinds, strict=True)):
        if total <= 0:
            total, start = 0.0, position
        total += _weight(line, what)
        if total > best:
            best, span = total, (start, position + 1)
    return span


def _weight(line: str, what: Kind) -> float:
    if what is not Kind.PROSE:
        return _AGAINST[what]
    words = min(length(line), _MOST)
    return float(words) if words >= 10 or not ends(line) else words / 3


def within(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Of the article's run of lines, the positions of those that are the article's."""
    kept: list[int] = []
    position = 0
    while position < len(lines):
        what = kinds[position]
        if what is Kind.PROSE:
            kept.append(position)
        elif what is Kind.TAIL:
            position = _past_titles(lines, kinds, position)
        elif what is Kind.SHORT:
            run = _run(kinds, position)
            if not _other_titles(lines, run, bool(kept) and kept[-1] == position - 1):
                kept += run
            position = run[-1]
        position += 1
    return kept


def _past_titles(lines: Sequence[str], kinds: Sequence[Kind], position: int) -> int:
    """The last of the lines after a heading of other stories that are titles, even where they ask something."""
    while position + 1 < len(lines) and not _paragraph(lines[position + 1], kinds[position + 1]):
        position += 1
    return position


def _paragraph(line: str, what: Kind) -> bool:
    return what is Kind.PROSE and not BULLET.match(line) and length(line) >= 8 and not line.endswith("?")


def _run(kinds: Sequence[Kind], position: int) -> list[int]:
    last = position
    while last + 1 < len(kinds) and kinds[last + 1] is Kind.SHORT:
        last += 1
    return list(range(position, last + 1))


def _other_titles(lines: Sequence[str], run: list[int], after_prose: bool) -> bool:
    """Whether a run of short lines is a row of other stories' titles: no subheadings, no list.

    A list of the article is announced, by a colon or a subheading, or has short items.
    """
    bulleted = [i for i in run if BULLET.match(lines[i])]
    long = sum(length(lines[i]) >= 9 for i in bulleted)
    if len(bulleted) >= 3 and long * 2 > len(run):
        return True
    announced = not after_prose or lines[run[0] - 1].endswith(":") or len(bulleted) < len(run)
    return not announced and sum(length(lines[i]) for i in run) >= 5 * len(run)
