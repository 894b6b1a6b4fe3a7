"""When it was not: "Instead, they won a minority" does not say so of the year that the sentence before is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.exact import find_dates

_ANOTHER_TIME = re.compile(
    r"(?:Instead|By contrast|In contrast|This time|Now|Today|Nowadays|Currently|Since then|Later|Then|Thereafter|Afterwards|"
    r"Previously|Formerly|Earlier|Before that|Before then|Until then)\b(?!-)",
    re.IGNORECASE,
)


def borrowed_time(claim: str, sentence: str, before: Iterable[str]) -> str:
    """The day or year that a claim takes from a sentence before, where its own sentence begins by telling that it was at
    another time, or otherwise then; else "".
    """
    if not _ANOTHER_TIME.match(sentence):
        return ""
    own, others = _times(sentence), {time for text in before for time in _times(text)}
    return next((time for time in _times(claim) if time not in own and time in others), "")


def _times(text: str) -> list[str]:
    return [text[mention.start : mention.end].casefold() for mention in find_dates(text, None)]
