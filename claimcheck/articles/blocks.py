"""The lines of a text as paragraphs: what was wrapped at the width of a page is put together again."""

from __future__ import annotations

import itertools

from claimcheck.articles.signs import BULLET, ends

_NARROW = 40  # characters; text is not wrapped at less
_FULL = 0.8  # of the widest line: a line that the next word would have made longer than this was wrapped


def paragraphs(text: str) -> list[str]:
    """The paragraphs in order, each one line with single spaces, and "" for each gap between them.

    A line is joined to the one before where both stand in a run of lines that is wrapped: its lines are
    about equally long, and some begin in the middle of a sentence.
    """
    found: list[str] = []
    run: list[str] = []
    for line in [*text.splitlines(), ""]:
        clean = " ".join(line.replace("\u00a0", " ").split())
        if clean:
            run.append(clean)
        elif run:
            found += [*_unwrapped(run), ""]
            run = []
    return found[:-1]


def _unwrapped(run: list[str]) -> list[str]:
    width = max(map(len, run))
    if width < _NARROW or not _mid_sentence(run):
        return run
    joined = [run[0]]
    for before, line in itertools.pairwise(run):
        if _goes_on(before, line, width):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined


def _mid_sentence(run: list[str]) -> bool:
    """Whether enough lines begin in the middle of a sentence for the run to be wrapped prose."""
    small = sum(line[0].islower() for line in run[1:])
    return small > 0 and small * 4 >= len(run) - 1


def _goes_on(before: str, line: str, width: int) -> bool:
    first = line.split(" ", 1)[0]
    full = len(before) + 1 + len(first) > _FULL * width
    return full and not ends(before) and not BULLET.match(line)
