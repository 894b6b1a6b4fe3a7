"""A text that is an article and nothing else: all of it stays, its lists and the days over its parts too.

What stands around articles on pages (menus, buttons, other stories) is looked for first: where there is any of it,
short lines are told from it by their neighbours (`claimcheck.articles.mainpart`), and a list at the end may be lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.articles.datelines import DATE, dated
from claimcheck.articles.mastheads import byline_in
from claimcheck.articles.signs import BULLET, Kind, ends

_MOST_SHORT = 3  # lines apart from items of lists for one of prose


def is_plain(lines: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Whether a text holds nothing but an article, and lines on its author, its day and its title."""
    prose = sum(what is Kind.PROSE for what in kinds)
    own = all(
        what in {Kind.PROSE, Kind.SHORT} or (what is Kind.NOISE and _of_an_article(line))
        for line, what in zip(lines, kinds, strict=True)
    )
    apart = sum(not BULLET.match(line) for line in lines)
    return own and prose > 0 and apart <= _MOST_SHORT * prose


def _of_an_article(line: str) -> bool:
    return dated(line) or bool(byline_in(line)) or line.isupper() or not any(map(str.isalnum, line))


def first_of(lines: Sequence[str], kinds: Sequence[Kind]) -> int:
    """The position of the first line of a plain text that is no title: of prose, or of a list."""
    first = next(i for i, what in enumerate(kinds) if what is Kind.PROSE or BULLET.match(lines[i]))
    while first > 0 and kinds[first - 1] is Kind.SHORT and ends(lines[first - 1]):
        first -= 1
    return first


def days_over_parts(lines: Sequence[str], kinds: Sequence[Kind]) -> set[int]:
    """The positions of the days that head the parts of a chronicle: several, each alone on a line over prose."""
    heads = [
        i
        for i, line in enumerate(lines[:-1])
        if DATE.fullmatch(line.strip(" :*#")) and kinds[i + 1] is Kind.PROSE
    ]
    return set(heads) if len({lines[i] for i in heads}) > 1 else set()
