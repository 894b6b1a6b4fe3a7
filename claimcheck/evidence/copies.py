"""The same text counts once: copies among passages, and passages of syndicated documents.

Runs of five words are compared exactly. MinHash approximates this same resemblance (Broder 1997) and pays
from thousands of texts on; a claim has some dozens, and the exact share also tells a text that holds another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock

from cachetools import LRUCache, cached

from claimcheck.domain import Passage
from claimcheck.evidence.independence import DOCUMENT_LEAST, DOCUMENT_RUN, runs_of, words_of, words_of_passage
from claimcheck.evidence.passages import page_of

PASSAGE_SHARE = 0.7  # of a passage's runs, that the better one has too
DOCUMENT_SHARE = 0.5  # of the shorter document's runs, that the other has too; and of the passage's
LONGEST = 20_000  # words of a document that are compared
COMPARED = 200_000  # runs of words that are remembered, of all documents together: 30 MB

_WORD = re.compile(r"[^\W\d_][^\W_]+")
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|denie[sd])\b|n['’]t\b", re.IGNORECASE
)

Runs = frozenset[tuple[str, ...]]


def counted_once(passages: Sequence[Passage], document_of: Callable[[Passage], str]) -> list[Passage]:
    """The passages without copies of better ones, in their order.

    A passage with other figures is no copy, however alike: monthly reports differ in nothing else. Nor is one with
    another name, or that denies: an update differs from what it puts right by one word. What is left out is named in a mark of the one that stays. A passage that stands in another document too, which shares most
    of its own document's text, stays, with `copy_of` naming the first of them. `document_of` gives the text of the
    document around a passage, "" where that is not known.
    """
    kept: list[Passage] = []
    for passage in passages:
        place = next((i for i, other in enumerate(kept) if _same(passage, other)), None)
        if place is None:
            kept.append(passage)
        elif _elsewhere(passage, kept[place]):
            kept[place] = _marked(kept[place], f"the same text in: {_named(passage)}")
    return _syndicated(kept, document_of)


def _same(one: Passage, other: Passage) -> bool:
    """Whether the first adds nothing to the other: it shares most of its text, and has no word of its own that tells."""
    words, others = words_of_passage(one.text), words_of_passage(other.text)
    if one.id == other.id or words == others:
        return True
    if _figures(one.text) != _figures(other.text) or _denials(one.text) != _denials(other.text):
        return False
    runs, held = _passage_runs(one.text), _passage_runs(other.text)
    alike = bool(runs) and len(runs & held) / len(runs) >= PASSAGE_SHARE
    return alike and _named_in(one, frozenset(others))


def _named_in(passage: Passage, words: frozenset[str]) -> bool:
    """Whether every name of a passage is among the words, or is its own publisher's: "(Reuters)"."""
    return _names(passage.text) <= words.union(words_of(f"{passage.publisher} {passage.title}"))


@lru_cache(128)  # the passages of a claim are compared each with each, and found again for the next
def _passage_runs(text: str) -> Runs:
    return _runs(words_of_passage(text))


@lru_cache(512)
def _figures(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of_passage(text) if word[0].isdigit())


@lru_cache(512)
def _names(text: str) -> frozenset[str]:
    return frozenset(words_of(" ".join(word for word in _WORD.findall(text) if word[0].isupper())))


@lru_cache(512)
def _denials(text: str) -> int:
    return len(_DENIES.findall(text))


def _syndicated(passages: list[Passage], document_of: Callable[[Passage], str]) -> list[Passage]:
    known: list[tuple[Passage, str]] = []
    told: list[Passage] = []
    for passage in passages:
        text = document_of(passage)
        first = next((p for p, held in known if _elsewhere(passage, p) and _taken(passage, text, held)), None)
        known.append((passage, text))
        if first is None:
            told.append(passage)
        else:
            origin = first.copy_of or _named(first)
            told.append(_marked(passage, f"shares its text with: {origin}", origin))
    return told


def _taken(passage: Passage, text: str, other: str) -> bool:
    """Whether a passage of a document says what another document says, which shares most of its text.

    Reports that come every month share theirs and differ in the passage that counts: in its figures, or in a name.
    """
    if _share(_document_runs(text), _document_runs(other)) < DOCUMENT_SHARE:
        return False
    runs = _passage_runs(passage.text)
    stands = not runs or len(runs & _document_runs(other)) / len(runs) >= DOCUMENT_SHARE
    known = _document_words(other)
    return stands and _figures(passage.text) <= known and _named_in(passage, known)


@cached(LRUCache(COMPARED, getsizeof=lambda runs: len(runs) + 1), lock=Lock())
def _document_runs(text: str) -> Runs:
    words = words_of(text)[:LONGEST]
    return _runs(words) if len(words) >= DOCUMENT_LEAST else frozenset()


@lru_cache(64)
def _document_words(text: str) -> frozenset[str]:
    return frozenset(words_of(text)[:LONGEST])


def _runs(words: list[str]) -> Runs:
    return runs_of(words, DOCUMENT_RUN)


def _share(one: Runs, other: Runs) -> float:
    """The share of the smaller set that the other has too; 0 where one is empty."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _elsewhere(one: Passage, other: Passage) -> bool:
    """Whether two passages are from different documents."""
    places = [(passage.source, passage.path, passage.url, page_of(passage)) for passage in (one, other)]
    return places[0] != places[1]


def _named(passage: Passage) -> str:
    return passage.publisher or page_of(passage)


def _marked(passage: Passage, mark: str, copy_of: str = "") -> Passage:
    marks = tuple(dict.fromkeys((*passage.marks, mark)))
    return passage.model_copy(update={"marks": marks, "copy_of": copy_of or passage.copy_of})
