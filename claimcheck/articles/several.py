"""Whether a text may hold more than one article. It is read as one all the same: a chronicle looks much alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.articles.datelines import day_in
from claimcheck.articles.signs import Kind

_BETWEEN = 4  # lines at most from a headline to its day and from that to the article: who wrote it, a button
_PROSE = 2  # lines of it in a row are an article's


def day_of_second(lines: Sequence[str], kinds: Sequence[Kind], first: date) -> date | None:
    """The day of an article within the text that begins with a headline and a day other than `first`, None where none does.

    A day alone over prose heads a part of a chronicle; over prose and under a headline, after prose, it does what
    an article's own does.
    """
    for place in range(_PROSE, len(lines)):
        day = day_in(lines[place]) if kinds[place] is Kind.NOISE else None
        if day is not None and day != first and _has_article(kinds, place):
            return day
    return None


def _has_article(kinds: Sequence[Kind], place: int) -> bool:
    """Whether a headline stands above the line, with prose of another article before it, and an article below."""
    above = [what for what in kinds[max(0, place - _BETWEEN) : place] if what is not Kind.NOISE]
    below = [what for what in kinds[place + 1 : place + _BETWEEN + _PROSE] if what is not Kind.NOISE]
    begun = kinds[:place].count(Kind.PROSE) >= _PROSE
    return begun and above[-1:] == [Kind.SHORT] and below[:_PROSE] == [Kind.PROSE] * _PROSE
