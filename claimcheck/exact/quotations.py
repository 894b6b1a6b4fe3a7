"""Whether the words that a claim quotes stand in a passage, as the words of the one who is said to have said them."""

from __future__ import annotations

import re

from claimcheck.domain import Claim, Finding, Passage, Relation
from claimcheck.exact.sentences import sentences_of

_QUOTED = re.compile(r"[\"“]([^\"”]{10,})[\"”]")
_NAME = re.compile(r"\b[A-Z][^\W\d_]+")
_INNER = re.compile(  # a name by more than its place at the beginning
    r"(?<=[\w,;] )[A-Z][^\W\d_]+|^(?!He |She |They |It )[A-Z][^\W\d_]+ (?:said|says|told|wrote|writes|added|warned|tweeted)\b"
)


def quotations(claim: Claim, passage: Passage) -> list[Finding]:
    """All the words that the claim quotes, in sentences that name nobody else as the one who said them."""
    pieces = [_even(words) for words in _QUOTED.findall(claim.text)]
    named = set(_NAME.findall(_QUOTED.sub("", claim.text)))
    sentences = [
        s for start, end in sentences_of(passage.text) if _theirs(s := passage.text[start:end], named)
    ]
    if not pieces or not all(words in _even(" ".join(sentences)) for words in pieces):
        return []
    detail = "The quoted words stand in the passage."
    return [Finding(aspect="quotation", relation=Relation.AGREES, passage=passage.id, detail=detail)]


def in_quotation(text: str, place: int) -> bool:
    """Whether a place of a text stands between quotation marks."""
    before = text[:place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _theirs(sentence: str, named: set[str]) -> bool:
    """Whether a sentence names somebody of `named`, or nobody outside its quotation marks."""
    outside = _QUOTED.sub("", sentence)
    return not named or not _INNER.search(outside) or bool(named & set(_NAME.findall(outside)))


def _even(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()
