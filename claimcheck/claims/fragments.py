"""A draft that is no sentence: a bare name, or words that break off before what they are about to say."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_BREAKS_OFF = re.compile(
    r"\b(?:the|an?|and|or|including|such as|whose|includes?|included|(?P<is>is|are|was|were))[.:]?$"
)
_MAY_END_SO = re.compile(  # "where the mill was", "more than there are"
    r"\b(?:what|where|how|who|which|that|than|as|when|there|whatever|wherever|do|does|did|to)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?P<words>\w+ (?:of|with|by|for|from|to|in|on|at))[.]?$")
_NAMES = 4  # words of which each has a capital; more of them may be a headline


def fragment(claim: str, sentence: str) -> bool:
    """Whether a claim says nothing of anything, "Neve Ilan", "The largest brand in the country is", or breaks off in a
    phrase of its sentence.
    """
    text = claim.strip().strip("\"'“”‘’").rstrip()
    cut = _CUT.search(text)
    if cut and re.search(rf"\b{re.escape(cut['words'])} [\"“‘']?\w", sentence):
        return True
    words = _WORD.findall(text)
    if len(words) <= _NAMES and not any(word[0].islower() for word in words):
        return not any(character.isdigit() for character in text)
    found = _BREAKS_OFF.search(text)
    return found is not None and not (found["is"] and _MAY_END_SO.search(text, 0, found.start()))
