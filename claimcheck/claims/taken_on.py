"""A phrase of a sentence that is taken for another: of two with the same preposition, or what leads it for an object."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import DONE
from claimcheck.claims.words import stems

_TWICE = re.compile(
    r"\b(?P<of>[a-z]+) (?P<by>with|by|for|from|in|at) (?P<first>[^,;]+), (?P=by) (?P<second>[^,;.]+)"
)

_LED = re.compile(
    r"(?:Before|After|During|Following|Ahead of|Despite|Since|Until) (?P<lead>[^,;]{4,90}), (?P<rest>.+)",
    re.DOTALL,
)
_DID = re.compile(rf"\b(?P<verb>[a-z]{{3,}}ed|{DONE}) (?P<what>(?:[\w’'.-]+ ?)+)")
_PREPOSITION = re.compile(r" (?:at|in|on|of|for|from|to|by|with|after|before|during|and|or)\b")


def taken_on(claim: str, sentence: str) -> bool:
    """Whether a claim has "popular with hotels" of a sentence that has "popular with visitors, with hotels": the second "with"
    is of something else.
    """
    for match in _TWICE.finditer(sentence):
        taken = re.search(rf"\b{re.escape(match['of'])} {match['by']} (?P<what>[^,.]+)", claim)
        if taken and stems(taken["what"]) <= stems(match["second"]) - stems(match["first"]):
            return True
    return _led_by_its_object(claim, sentence)


def _led_by_its_object(claim: str, sentence: str) -> bool:
    """Whether a claim has "attended the burial" of "Before the burial, he attended prayers"."""
    led = _LED.match(" ".join(sentence.split()))
    if not led:
        return False
    for did in _DID.finditer(claim):
        what = stems(_PREPOSITION.split(did["what"], maxsplit=1)[0])
        behind = re.search(rf"\b{did['verb']} (?P<what>.+)", led["rest"])
        if behind and what and what <= stems(led["lead"]) and not what <= stems(behind["what"]):
            return True
    return False
