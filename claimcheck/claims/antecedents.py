"""Who "It" is: a sentence that begins with a pronoun goes on about what the one before it names.

Centering theory has it so (Grosz, Joshi and Weinstein 1995): what a sentence is about was named in the sentence before, or
referred to there in its turn. A small model now and then takes a name from further up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.names import LIKE_A_PRONOUN
from claimcheck.claims.splitting import AUXILIARY, subject
from claimcheck.claims.words import covered, stems

HALF = 0.5
_BEHIND = re.compile(r" (?:of|about|from|in|with|for|at|on|to|by|that|who|which)\b|,")
_BEGINS = re.compile(
    rf"(?!{LIKE_A_PRONOUN})(?:[A-Z][a-z]+, )?(?P<pronoun>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|(?:This|That|These|Those)(?= {AUXILIARY}\b))\b(?!['’])"
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
    about = subject(claim)
    if match["pronoun"].lower() in {"he", "she", "they"} and not re.search(
        r"(?<!^)\b[A-Z]|^(?!The|An?\b)[A-Z]", about
    ):
        return ""  # "the man", "the suspect" and "the attacker" may be one
    head = _BEHIND.split(about, maxsplit=1)[0].rpartition(" ")[2]
    thing = head.islower() and not re.match(r"\w+ing\b", about)  # and no doing, of which "this" may be said
    who, what = stems(about), stems(head) if thing else frozenset[str]()
    if not who or _has(sentence, who, what):
        return ""
    for text in reversed(before):
        if _has(text, who, what):
            return ""
        if _REFERS.search(text):
            continue
        return match["pronoun"]
    return ""


def _has(text: str, who: frozenset[str], what: frozenset[str]) -> bool:
    """Whether a text has half of the words of somebody or something, or what it is: the "recorder" of "the recorder of Orm"."""
    words = stems(text)
    return what <= words if what else covered(who, words) >= HALF
