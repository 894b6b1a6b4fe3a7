"""Whether a claim puts for "she" the name of one whom the article calls "he"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.domain import Article

_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_KINDS = {"he": "he", "him": "he", "his": "he", "himself": "he"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "she"
)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_KINDS)})\b", re.IGNORECASE)
_ASIDE = re.compile(r", [^,;]*,")  # "the parents of Holm, brother of Ada Brown, said": not put for a pronoun
_WHOSE = re.compile(r"['’]s?$")  # "his answer to Brown's letter" may leave whose it is to the article
FAR = 120  # characters behind a name in which a pronoun is taken for its own


def another_kind(claim: str, sentence: str, article: Article) -> str:
    """The "she" of a sentence for which a claim has a name that the `article` calls "he"; else "".

    Whom they call so is told by the first pronoun behind the name, where no other name stands between and no sentence
    has it otherwise. Of a sentence that has both nothing is known.
    """
    kinds = {_KINDS[found.group().lower()] for found in _PRONOUN.finditer(sentence)}
    if len(kinds) != 1:
        return ""
    named = _NAME.findall(_ASIDE.sub(" ", claim))
    put = {name for name in named if name not in sentence and not _WHOSE.search(name)}
    other = {"he", "she"} - kinds
    return next(iter(kinds)) if any(_kinds(name, article) == other for name in put) else ""


def nobodys(claim: str, article: Article) -> str:
    """The "her" of a claim that names only one whom the `article` calls "he"; else ""."""
    match = _PRONOUN.search(claim)
    if match is None:
        return ""
    known = [kinds for name in _names(claim) if (kinds := _kinds(name, article))]
    wrong = {"he", "she"} - {_KINDS[match.group().lower()]}
    return match.group() if known and all(kinds == wrong for kinds in known) else ""


def _names(text: str) -> set[str]:
    return {name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text)}


def _kinds(name: str, article: Article) -> set[str]:
    return {kind for sentence in article.sentences for kind in _called(name, sentence.text)}


def _called(name: str, text: str) -> Iterable[str]:
    for found in re.finditer(rf"\b{re.escape(name)}\b(?!['’]s)", text):
        behind = text[found.end() : found.end() + FAR]
        pronoun = _PRONOUN.search(behind)
        if pronoun and not _NAME.search(behind, 0, pronoun.start()):
            yield _KINDS[pronoun.group().lower()]
