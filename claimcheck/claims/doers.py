"""Who did what nobody else is said to have done: "A beat B, who resigned" does not make A resign."""

from __future__ import annotations

import re

from claimcheck.claims.words import stems

_NAMES = r"(?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"
_DID = r"(?P<did>(?!and\b|or\b|of\b|in\b|on\b|at\b|was\b|is\b|are\b|were\b|has\b|had\b|have\b|also\b|then\b|later\b)[a-z]{4,})"
_OWN_CLAUSE = re.compile(rf"\b(?:after|before|when|while|because|although|but) {_NAMES} {_DID}\b")
_WHO = re.compile(
    rf"\b(?!of |and |or |with |to |from |by |for |in |at |than |as |including |like )[a-z]+ {_NAMES}, who {_DID}\b"
)
_CLAIM = re.compile(rf"{_NAMES} {_DID}\b")


def another_did(claim: str, sentence: str) -> str:
    """Who did it in the sentence, where the claim says it of another whom the sentence names as well; else ""."""
    told = _CLAIM.match(claim)
    if told is None or len(re.findall(rf"\b{told['did']}\b", sentence)) != 1:
        return ""
    for pattern in (_OWN_CLAUSE, _WHO):
        for match in pattern.finditer(sentence):
            other = match["did"] == told["did"] and not stems(match["who"]) & stems(told["who"])
            if other and told["who"].split()[-1] in sentence[: match.start()] + sentence[match.end() :]:
                return match["who"]
    return ""
