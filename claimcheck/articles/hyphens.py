"""Words that were divided at the end of a line, put together again."""

from __future__ import annotations

import re

_DIVIDED = re.compile(r"(?P<first>[^\W\d_]+)(?P<mark>-|\u00ad)$")
_SECOND = re.compile(r"[a-z]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(text: str) -> frozenset[str]:
    """The words of a text that stand within its lines, in small letters; what tells how a divided one is written."""
    return frozenset(
        word.casefold()
        for line in text.splitlines()
        for match in _WORD.finditer(line.rstrip())
        if not line.rstrip().startswith("-", match.end())
        for word in {match.group(), *match.group().split("-")}
    )


def divides(before: str, after: str) -> bool:
    """Whether a word seems to be divided between two lines."""
    return bool(_DIVIDED.search(before) and _SECOND.match(after))


def rejoined(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one: with a space, or without one where a word was divided.

    The hyphen goes ("parlia-", "ment") unless the text has the word with it elsewhere, or both parts are words of
    the text ("well-", "known").
    """
    divided, second = _DIVIDED.search(before), _SECOND.match(after)
    if divided is None or second is None:
        return f"{before} {after}"
    first, last = divided["first"].casefold(), second.group()
    compound = f"{first}-{last}" in known or {first, last} <= known
    if divided["mark"] == "-" and compound and first + last not in known:
        return before + after
    return before[:-1] + after
