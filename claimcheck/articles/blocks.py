"""The lines of a text as paragraphs: what was wrapped at the width of a page is put together again."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.articles.hyphens import divides, rejoined, words_of
from claimcheck.articles.signs import BULLET, ends

_NARROW = 40  # characters; text is not wrapped at less,
_COLUMN = 24  # but in a newspaper's columns, where half of the lines begin in the middle of a sentence
_MANY = 20  # lines of which
_NEARLY_ALL = 0.95  # are as wide as the text at most
_FULL = 0.8  # of the widest line: a line that the next word would have made longer than this was wrapped
_SMALL = 0.25  # of the lines of wrapped prose, at least so many begin in the middle of a sentence


def paragraphs(text: str) -> list[str]:
    """The paragraphs in order, each one line with single spaces.

    A line is joined to the one before where both stand in a run of lines that is wrapped: its lines are
    about equally long, and some begin in the middle of a sentence. Where a text is wrapped as a whole,
    that is so for every run. A word that was divided at the end of a line is put together again.
    """
    runs = _runs(text)
    width = _width_of_all(runs)
    widths = [width or (_width(run) if _wrapped([run]) else 0) for run in runs]
    known = words_of(text) if any(widths) else frozenset()
    return [line for run, wide in zip(runs, widths, strict=True) for line in _joined(run, wide, known)]


def _runs(text: str) -> list[list[str]]:
    """The lines between two empty ones, with single spaces."""
    runs: list[list[str]] = [[]]
    for line in text.splitlines():
        clean = " ".join(line.split())
        if clean:
            runs[-1].append(clean)
        elif runs[-1]:
            runs.append([])
    return runs


def _width_of_all(runs: list[list[str]]) -> int:
    """The width at which a text is wrapped throughout; 0 where it is not."""
    several = [run for run in runs if len(run) > 1]
    return max(map(_width, several)) if len(several) > 1 and _wrapped(several) else 0


def _width(run: list[str]) -> int:
    """The length of its widest line, or of many lines, that which hardly any passes: a footer may be wider by far."""
    lengths = sorted(map(len, run))
    return (
        lengths[int(_NEARLY_ALL * (len(lengths) - 1))] if len(lengths) >= _MANY else max(lengths, default=0)
    )


def _wrapped(runs: list[list[str]]) -> bool:
    """Whether enough lines begin in the middle of a sentence, and one ends it, for wrapped prose."""
    following = [line for run in runs for line in run[1:]]
    small = sum(line[0].islower() for line in following)
    width = max(map(_width, runs))
    wide = width >= _NARROW or (width >= _COLUMN and small * 2 >= len(following))
    return wide and small > 0 and small >= _SMALL * len(following) and any(map(ends, following))


def _joined(run: list[str], width: int, known: frozenset[str]) -> list[str]:
    """The lines of a run, joined where they were wrapped at a width; 0 for no width."""
    if not width or not run:
        return run
    joined = [run[0]]
    for before, line in pairwise(run):
        full = len(before) + 1 + len(line.split(" ", 1)[0]) > _FULL * width
        if (full or divides(before, line)) and not BULLET.match(line):
            joined[-1] = rejoined(joined[-1], line, known)
        else:
            joined.append(line)
    return joined
