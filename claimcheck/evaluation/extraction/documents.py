"""Factcheck-Bench (Wang et al. 2024): documents whose sentences people marked, rewrote and took apart."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from claimcheck.articles.sentences import split_sentences
from claimcheck.domain import Article, Frozen, Sentence
from claimcheck.errors import InputError
from claimcheck.evaluation.intervals import SEED
from claimcheck.evaluation.objects import Row, objects, read_bytes, refuse_twice, validated

LIKE = 0.6  # a sentence of the document with this share of its words in gold sentences is what they were made from


class SentenceRow(BaseModel):
    """What a row of the data set has to hold."""

    id: str
    document: str
    prompt: str = ""
    sentence: str
    decontext: str
    checkworthy: Literal["yes", "other", "opinion", "not_a_claim"]
    gold_claims: list[str]
    claim_checkworthy: list[Literal["factual", "other", "opinion", "not_a_claim"]]


class GoldSentence(Frozen):
    """A sentence as people read it. `claims` are the factual ones, `others` opinions and the like."""

    id: str
    text: str
    standing_alone: str
    check_worthy: bool
    claims: tuple[str, ...]
    others: tuple[str, ...] = ()


class Document(Frozen):
    """An article with its gold sentences: `article.sentences[places[i]]` is `gold[i]`."""

    id: str
    article: Article
    gold: tuple[GoldSentence, ...]
    places: tuple[int, ...]
    held_back: bool = False


def load(path: Path) -> tuple[list[Document], str]:
    """The documents of a file, one JSON object a sentence, and the SHA-256 of its bytes.

    Every second document, in the file's order, is held back from development. Raises `InputError` naming the
    line and the field that is wrong.
    """
    data = read_bytes(path)
    rows: dict[str, list[SentenceRow]] = {}
    seen = set[str]()
    for where, held in objects(path, data):
        row = _row(where, held)
        refuse_twice(where, row.id, seen)
        rows.setdefault(row.document, []).append(row)
    if not rows:
        raise InputError(f"{path} holds no case")
    documents = [_document(text, held, number % 2 == 1) for number, (text, held) in enumerate(rows.items())]
    return documents, hashlib.sha256(data).hexdigest()


def _row(where: str, held: Row) -> SentenceRow:
    row = validated(SentenceRow, where, held)
    if len(row.gold_claims) != len(row.claim_checkworthy):
        raise InputError(f"{where}: the field 'claim_checkworthy' has not one value for each gold claim")
    return row


def _document(text: str, rows: list[SentenceRow], held_back: bool) -> Document:
    gold = tuple(_gold(row) for row in rows)
    pieces = _pieces(text, [sentence.text for sentence in gold])
    sentences: list[Sentence] = []
    whole = ""
    for piece, _ in pieces:
        start = len(whole) + bool(whole)
        whole = f"{whole}\n{piece}" if whole else piece
        sentences.append(Sentence(index=len(sentences), start=start, end=len(whole), text=piece, paragraph=0))
    places = tuple(index for index, (_, is_gold) in enumerate(pieces) if is_gold)
    headline = rows[0].prompt
    article = Article(text=whole, sentences=tuple(sentences), headline=headline)
    return Document(id=gold[0].id, article=article, gold=gold, places=places, held_back=held_back)


def _gold(row: SentenceRow) -> GoldSentence:
    kinds = list(zip(row.gold_claims, row.claim_checkworthy, strict=True))
    return GoldSentence(
        id=row.id,
        text=row.sentence,
        standing_alone=row.decontext,
        check_worthy=row.checkworthy == "yes",
        claims=tuple(claim for claim, kind in kinds if kind == "factual"),
        others=tuple(claim for claim, kind in kinds if kind != "factual"),
    )


def _pieces(text: str, gold: list[str]) -> list[tuple[str, bool]]:
    """The document as sentences in order, each with whether it is a gold one.

    What stands between two gold sentences is kept as it is, since it is their context; but a gold sentence
    that is written otherwise in the document takes the place of the one it was made from.
    """
    pieces: list[tuple[str, bool]] = []
    position = 0
    missing: list[str] = []
    for sentence in gold:
        at = text.find(sentence, position)
        if at < 0:
            missing.append(sentence)
            continue
        pieces += _between(text[position:at], missing)
        pieces.append((sentence, True))
        position, missing = at + len(sentence), []
    return pieces + _between(text[position:], missing)


def _between(text: str, missing: list[str]) -> list[tuple[str, bool]]:
    """The sentences of a gap without those that the `missing` were made from, and then the missing ones."""
    words = {word for sentence in missing for word in sentence.casefold().split()}
    kept = [s.text for s in split_sentences(text) if not _like(s.text, words)]
    return [*((sentence, False) for sentence in kept), *((sentence, True) for sentence in missing)]


def _like(sentence: str, words: set[str]) -> bool:
    own = set(sentence.casefold().split())
    return len(own & words) >= LIKE * len(own)


def chosen(documents: Sequence[Document], limit: int | None) -> list[Document]:
    """Whole documents drawn at random until `limit` gold sentences are there; the same ones each time."""
    if limit is None:
        return list(documents)
    kept: list[Document] = []
    for document in random.Random(SEED).sample(list(documents), len(documents)):
        if sum(len(held.gold) for held in kept) < limit:
            kept.append(document)
    return sorted(kept, key=list(documents).index)
