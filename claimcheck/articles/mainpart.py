"""Which lines of a page's copy are its article.

The article is the run of lines whose weights have the largest sum: prose weighs for it, titles, buttons
and the headings of other stories against it. This is maximum subsequence segmentation (Pasternack & Roth
2009, "Extracting article text from the web with maximum subsequence segmentation"), with lines for tokens
and, for a classifier, the length and the ends of sentences, as in Kohlschütter, Fankhauser & Nejdl 2010.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.articles.signs import BULLET, Kind, ends, length

_MOST = 50  # words of one line that count
_AGAINST = {Kind.SHORT: -5.0, Kind.NOISE: -5.0, Kind.TAIL: -30.0, Kind.TALK: -150.0}
_SUBJECT = 150  # words from which on a text's subject is known
_SUBJECT_BEFORE_TAIL = 25  # the same, where a heading of other stories came
_STRANGE, _AT_HOME = 0.1, 0.3  # shares of a line's words that came before: not about the subject; about it
_FLOWING = 0.4  # how far prose that follows prose, or a subheading after prose, belongs at least
_ENOUGH = 80.0  # the weight of a text that may be an article
_LATER = 1.5  # how much heavier than one before it a later text has to be to be the article
_WORD = re.compile(r"\w{5,}")


@dataclass
class _Part:
    """A run of lines in the making."""

    start: int = 0
    weight: float = 0.0
    words: int = 0
    apart: int = 99  # lines since the last prose
    tailed: bool = False  # a heading of other stories came
    known: set[str] = field(default_factory=set)

    def add(self, line: str, what: Kind) -> None:
        if what is not Kind.PROSE:
            self.weight += _AGAINST[what]
            self.apart += 1
            self.tailed = self.tailed or what is Kind.TAIL
            return
        own = [word.casefold() for word in _WORD.findall(line)]
        flows = self.apart <= (0 if self.tailed else 1)
        belongs = max(self._belongs(own), _FLOWING if flows else 0.0)
        self.apart = 0
        self.weight += _weight(line) * belongs
        if belongs > 0.5:
            self.known.update(own)
            self.words += len(own)

    def _belongs(self, own: list[str]) -> float:
        """From 0 to 1, how far a line speaks of what the lines before it speak of."""
        if self.words < (_SUBJECT_BEFORE_TAIL if self.tailed else _SUBJECT) or len(own) < 4:
            return 1.0
        share = sum(word in self.known for word in own) / len(own)
        return min(1.0, max(0.0, (share - _STRANGE) / (_AT_HOME - _STRANGE)))


def main_part(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[int, int]:
    """`[first, last)` of the article's lines; (0, 0) where no line is prose.

    Other stories and readers' comments come after an article: what comes later has to be heavier by far.
    """
    best, span = 0.0, (0, 0)
    part = _Part()
    for position, (line, what) in enumerate(zip(lines, kinds, strict=True)):
        if what is Kind.TALK and best >= _ENOUGH:
            break
        if part.weight <= 0:
            part = _Part(start=position)
        part.add(line, what)
        later = part.start != span[0] and best >= _ENOUGH
        if part.weight > best * (_LATER if later else 1.0):
            best, span = part.weight, (part.start, position + 1)
    return span


def _weight(line: str) -> float:
    words = min(length(line), _MOST)
    whole = words >= 10 and not (BULLET.match(line) and line.endswith("?"))
    return float(words) if whole or not ends(line) else words / 3


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
