"""The article is never evidence for itself: tells copies of it among the passages that sources give."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol, TypeGuard, runtime_checkable

from claimcheck.domain import Article, Passage
from claimcheck.evidence.notices import puts_right
from claimcheck.language.tokens import folded

_WORD = re.compile(r"[^\W_]+")
# A passage that quotes the article and denies it is not the article.
_DENIES = frozenset(
    "not no never denied denies false untrue wrong incorrect hoax fake misleading debunked baseless".split()
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
DOCUMENT_RUN, DOCUMENT_SHARE, DOCUMENT_LEAST = 5, 0.5, 20  # words in a row, share of runs, words at least
PASSAGE_RUN, PASSAGE_SHARE = 8, 0.6  # longer runs: a passage may quote the article's own sources


@runtime_checkable
class KnowsDocuments(Protocol):
    """A source that can give the document around a passage; then whole copies are told, not only passages."""

    def document_of(self, passage: Passage) -> str:
        """The text of the document in which a passage of this source stands, "" where it is not known."""
        ...


def knows_documents(source: object) -> TypeGuard[KnowsDocuments]:
    """Whether a source is one: `isinstance` asks the same of a protocol, fifty times slower."""
    return callable(getattr(source, "document_of", None))


class Independence:
    """Tells, for one article, which passages are the article itself. Remembers what it has told."""

    def __init__(self, article: Article) -> None:
        words = words_of(article.text)
        self._origin, self._words = article.origin, words
        self._known = frozenset(words)
        self._fives, self._eights = runs_of(words, DOCUMENT_RUN), runs_of(words, PASSAGE_RUN)
        self._told: dict[tuple[str, ...], bool] = {}
        self._documents: dict[str, bool] = {}

    def is_copy(self, passage: Passage, source: object = None) -> bool:
        """Whether a passage, or the document it is from where `source` knows it, is the article's text."""
        key = (passage.source, passage.id, passage.url, passage.text)
        if key not in self._told:
            self._told[key] = self._is_copy(passage, source)
        return self._told[key]

    def _is_copy(self, passage: Passage, source: object) -> bool:
        if passage.url and passage.url == self._origin:
            return True
        if self._is_copied_passage(words_of_passage(passage.text)):
            return True
        if puts_right(passage.text):  # the article was put right since: that is news of it
            return False
        whole = source.document_of(passage) if knows_documents(source) else ""
        if whole and whole not in self._documents:
            self._documents[whole] = self._is_copied_document(whole)
        return bool(whole) and self._documents[whole]

    def _is_copied_passage(self, words: list[str]) -> bool:
        may_share = _has_run(words, PASSAGE_RUN, self._known)  # of most passages not one run need be made
        copied = may_share and _share(words, PASSAGE_RUN, self._eights) > PASSAGE_SHARE
        return copied and not any(word in _DENIES for word in self._own(words))

    def _own(self, words: list[str]) -> list[str]:
        """The words of a passage outside the runs that it shares with the article."""
        shared = set[int]()
        for place in range(len(words) - PASSAGE_RUN + 1):
            if tuple(words[place : place + PASSAGE_RUN]) in self._eights:
                shared.update(range(place, place + PASSAGE_RUN))
        return [word for place, word in enumerate(words) if place not in shared]

    def _is_copied_document(self, text: str) -> bool:
        words = words_of(text)
        if words == self._words:
            return True
        if len(words) < DOCUMENT_LEAST or not _has_run(words, DOCUMENT_RUN, self._known):
            return False
        return _share(words, DOCUMENT_RUN, self._fives) > DOCUMENT_SHARE


def words_of(text: str) -> list[str]:
    """The words of a text, without case, accents, punctuation and what is not seen.

    The same article comes from two programs with its accents in one letter or two, and with soft hyphens or without.
    """
    return _WORD.findall(_UNSEEN.sub("", folded(text)))


words_of_passage = lru_cache(512)(words_of)  # passages are compared for one claim after another


def _has_run(words: list[str], length: int, known: frozenset[str]) -> bool:
    """Whether so many words in a row are all known."""
    row = 0
    for word in words:
        row = row + 1 if word in known else 0
        if row == length:
            return True
    return False


def runs_of(words: list[str], length: int) -> frozenset[tuple[str, ...]]:
    """Every run of so many words in a row, each once."""
    return frozenset(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _share(words: list[str], length: int, known: frozenset[tuple[str, ...]]) -> float:
    """The share of the runs of `words` that are known, 0 where there is none."""
    runs = runs_of(words, length)
    return len(runs & known) / len(runs) if runs else 0.0
