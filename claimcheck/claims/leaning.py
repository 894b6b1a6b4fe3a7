"""What leans on something unsaid: a pronoun, "the company", "did so", "is larger"."""

from __future__ import annotations

import re

from claimcheck.claims.names import LIKE_A_PRONOUN, NAME_WITHIN, NAMED_AT_ONCE

_BARE = re.compile(
    rf"^(?!{LIKE_A_PRONOUN}|{NAMED_AT_ONCE})(?:according to (?:him|her|them|it)|he|she|it|they|this|that|these|those|his|her|their|its|both leaders|the two|the duo|the country"
    r"|both countries|the leaders|the company|the former|the latter)\b",
    re.IGNORECASE,
)
_BARE_END = re.compile(r"\b(?P<what>this|these|those)[.]?$")
_ADVERB = r"(?:(?:much|far|slightly|somewhat|even|a little) )?"
_MORE = (
    r"(?:(?:more|less) [a-z]+"
    r"|(?:larg|small|bigg|great|high|low|cool|hott|warm|cold|heavi|light|dens|fast|slow|old|young|long|short|tall|rich|poor|strong|weak"
    r"|cheap|saf|easi|hard|clos|deep|thick|thinn|bright|dark|wid|narrow|loud|near)er|better|worse|farther|further)"
)
_COMPARED = re.compile(  # "than" would have to follow; "the number is higher" is told by nothing else either
    rf"^(?!.*\bthan\b).*\b(?:is|are|was|were|be|been|being) {_ADVERB}(?P<with>{_MORE})(?:,? (?:and|but) {_ADVERB}{_MORE})?[.]?$"
)
_THAN = re.compile(
    rf"\b(?P<more>(?!more than\b|less than\b){_MORE})\b(?:(?!\bthan\b)[^.;:,])*\bthan\b(?! (?:ever|usual|before|expected|not)\b)"
)
_DID_SO = re.compile(
    r"[^,;]*?\b(?P<did>(?:did|does|do|done|doing) (?:so|the same|likewise))(?! (?:much|many|well)\b)\b"
)
_ANOTHER_VERB = re.compile(
    r"\b(?:and|but|who|which|that|to|when|if|after|before|while|because|as|said|says)\b"
)
_POINTING = re.compile(
    rf"\b(?!{LIKE_A_PRONOUN})(?:he|she|it|they|him|her|them|his|its|their|I|we|you|my|our|your|this|these|those|such|said|says|told)\b|[\"“?!]",
    re.IGNORECASE,
)
_TWO_WHO_TALK = re.compile(r"\b(?:I|we|you|me|us|my|our|your)\b|[\"“?!]", re.IGNORECASE)
_DEFINITE = re.compile(
    r"^(?:(?:This|That|These|Those) (\w+)|The (\w+)\b(?!,)(?! (?:\w+ )?(?:of|that|which|who|between|in|for|from)\b))"
)


def begins_bare(text: str) -> bool:
    """Whether a text begins with a pronoun or with words such as "the company", which name nobody."""
    return _BARE.match(text) is not None


def ends_bare(text: str) -> str:
    """The "this" or "these" that a text ends with, which is nothing that it names; else ""."""
    match = _BARE_END.search(text)
    return match["what"] if match else ""


def did_so(claim: str) -> str:
    """The "did so" of a claim that says of nothing before it what was done; else ""."""
    match = _DID_SO.match(claim)
    alone = match is not None and not _ANOTHER_VERB.search(claim, 0, match.start("did"))
    return match["did"] if match and alone else ""


def compared_with_nothing(claim: str) -> str:
    """The "larger" or "less dense" that a claim ends with, which does not say than what; else ""."""
    match = _COMPARED.search(claim)
    return match["with"] if match else ""


def than_lost(claim: str, sentence: str) -> str:
    """The "more costly" of a claim whose sentence says than what, and the claim does not; else ""."""
    if re.search(r"\bthan\b", claim):
        return ""
    for match in _THAN.finditer(sentence):
        if re.search(rf"\b{re.escape(match['more'])}\b", claim):
            return match["more"]
    return ""


def leans(claim: str) -> str:
    """The noun of a bare reference such as "The election …" in a claim that names nobody and nothing; else "".

    "The laws of physics …" and "The paint that is made from lime …" say themselves which is meant.
    """
    match = _DEFINITE.match(claim)
    return (match[1] or match[2]) if match and not NAME_WITHIN.search(claim) else ""


def stands_alone(text: str) -> bool:
    """Whether a sentence has no pronoun or pointing word, and nobody's words, so that it can be a claim as it is."""
    return not (_BARE.match(text) or _POINTING.search(text))


def points(text: str) -> bool:
    """Whether a text speaks of its writer or its reader, quotes somebody, asks or calls out."""
    return _TWO_WHO_TALK.search(text) is not None
