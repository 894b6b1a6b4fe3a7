"""Who "It" is: a sentence that begins with a pronoun goes on about what the one before it names.

Centering theory has it so (Grosz, Joshi and Weinstein 1995): what a sentence is about was named in the sentence before, or
referred to there in its turn. A small model now and then takes a name from further up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.names import LIKE_A_PRONOUN
from claimcheck.claims.splitting import subject
from claimcheck.claims.words import stems

_BEGINS = re.compile(
    rf"(?!{LIKE_A_PRONOUN})(?:[A-Z][a-z]+, )?(?P<pronoun>[Ii]t|[Hh]e|[Ss]he|[Tt]hey)\b(?!['’])"
)
_REFERS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|who|whose|this|these|those|the (?:two|company|country))\b",
    re.IGNORECASE,
)
_ABOUT_NOTHING = re.compile(
    r"It (?:is|was|has been|would be|will be|remains?|seems?|appears?|took|takes|became)\b"
)


def taken_from_afar(claim: str, sentence: str, before: Sequence[str]) -> str:
    """The pronoun that begins a sentence, for which a claim puts a name that the sentences right before do not have; else "".

    `before` are the sentences before it, the nearest last. Where one of them refers to somebody itself, what it refers
    to may be named further up.
    """
    match = _BEGINS.match(sentence)
    if match is None or _ABOUT_NOTHING.match(sentence) or not before:
        return ""
    who = stems(subject(claim))
    if not who or who & stems(sentence):
        return ""
    for text in reversed(before):
        if who & stems(text):
            return ""
        if _REFERS.search(text):
            continue
        return match["pronoun"]
    return ""
