"""Whose it was: "The Lund choir confirmed their dates" does not say that the dates were those of the Malmö choir."""

from __future__ import annotations

import re

_THEIRS = re.compile(r"\btheir (?!own\b)[a-z]+\b")
_OWNER = re.compile(  # several, or those of one name who are several
    r"\b(?P<who>[a-z]+s['’]"
    r"|(?:team|group|choir|band|couple|family|crew|party|company|committee|council|court|jury|union|club|firm|police|army)['’]s)"
    r" (?P<what>[a-z]+)"
)
_WORD = re.compile(r"[\w-]+")
_SMALL = frozenset("the a an some all many both several these those two three other".split())


def whose_lost(claim: str, sentence: str) -> str:
    """The "their dates" of a claim, where its sentence has named others between who did it and that, whose the dates
    may be, and the claim leaves them out; else "".
    """
    theirs = _THEIRS.search(claim)
    if not theirs:
        return ""
    who = next((word for word in _WORD.findall(claim) if word.casefold() not in _SMALL), "")
    begins, ends = _place(who, sentence), sentence.find(theirs[0])
    if begins < 0:
        return ""
    others = (match for match in _OWNER.finditer(sentence) if begins < match.start() < ends)
    lost = any(_place(other["who"], claim) < 0 and _place(other["what"], claim) < 0 for other in others)
    return theirs[0] if lost else ""


def _place(word: str, text: str) -> int:
    """Where a word first stands in a text, in capitals or not; -1 where it does not."""
    match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    return match.start() if match else -1
