"""Whether a claim puts for "she" the name of one whom the article calls "he"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.claims.names import NAME_WITHIN
from claimcheck.claims.splitting import subject

_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_KINDS = {"he": "he", "him": "he", "his": "he", "himself": "he"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "she"
)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_KINDS)})\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
FAR = 120  # characters behind a name in which a pronoun is taken for its own


def another_kind(claim: str, sentence: str, article: Iterable[str]) -> str:
    """The "she" of a sentence for which a claim has a name that the sentences of the `article` call "he"; else "".

    Whom they call so is told by the first pronoun behind the name, where no other name stands between and no sentence
    has it otherwise.
    """
    match = _SUBJECT.search(sentence)
    name = next(reversed(_NAME.findall(subject(claim))), "")
    if match is None or not name or name in sentence or NAME_WITHIN.search(sentence, 0, match.start()):
        return ""
    kinds = {kind for text in article for kind in _called(name, text)}
    return match.group() if kinds and kinds == {"he", "she"} - {_KINDS[match.group().lower()]} else ""


def _called(name: str, text: str) -> Iterable[str]:
    for found in re.finditer(rf"\b{re.escape(name)}\b(?!['’]s)", text):
        behind = text[found.end() : found.end() + FAR]
        pronoun = _PRONOUN.search(behind)
        if pronoun and not _NAME.search(behind, 0, pronoun.start()):
            yield _KINDS[pronoun.group().lower()]
