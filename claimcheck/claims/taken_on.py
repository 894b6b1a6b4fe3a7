"""Phrases with the same preposition one after the other: what the second is of, the first is not."""

from __future__ import annotations

import re

from claimcheck.claims.words import stems

_TWICE = re.compile(
    r"\b(?P<of>[a-z]+) (?P<by>with|by|for|from|in|at) (?P<first>[^,;]+), (?P=by) (?P<second>[^,;.]+)"
)


def taken_on(claim: str, sentence: str) -> bool:
    """Whether a claim has "popular with hotels" of a sentence that has "popular with visitors, with hotels": the second "with"
    is of something else.
    """
    for match in _TWICE.finditer(sentence):
        taken = re.search(rf"\b{re.escape(match['of'])} {match['by']} (?P<what>[^,.]+)", claim)
        if taken and stems(taken["what"]) <= stems(match["second"]) - stems(match["first"]):
            return True
    return False
