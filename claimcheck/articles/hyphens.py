"""Words that were divided at the end of a line, put together again."""

from __future__ import annotations

import re

_DIVIDED = re.compile(r"(?P<first>[^\W_]+)(?P<mark>-|\u00ad)$")
_SECOND = re.compile(r"(?!(?:and|or|to|nor)\b)[^\W_]+")  # "pre-" and "and post-war" are not one word
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What compounds in the news begin and end with, mostly.
_FIRST = frozenset(
    "one two three four five six seven eight nine ten first second third long short high low well ill non anti pro post self co ex "
    "half multi full part mid old new open far right left so by off up down over under cross all semi inter vice large small "
    "state world year month week day cease fast record".split()
)
_LAST = frozenset(
    "old year month week day hour based led term long wide free related called elect level time backed owned like known style up "
    "down off out in run profile ranking winning making growing general president chief minister old range scale wing fire "
    "month mile foot point seat person man woman".split()
)


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

    The hyphen goes ("parlia-", "ment") unless the text has the word with it elsewhere, both parts are words of the
    text ("well-", "known"), one is such as compounds have, or there is more to it than small letters ("COVID-", "19").
    """
    divided, second = _DIVIDED.search(before), _SECOND.match(after)
    if divided is None or second is None:
        return f"{before} {after}"
    if divided["mark"] == "-" and _is_compound(divided["first"], second.group(), known):
        return before + after
    return before[:-1] + after


def _is_compound(first: str, last: str, known: frozenset[str]) -> bool:
    first = first.casefold()
    if not (first.isalpha() and last.isalpha() and last.islower()):
        return True
    if first + last in known:
        return False
    return f"{first}-{last}" in known or {first, last} <= known or first in _FIRST or last in _LAST
