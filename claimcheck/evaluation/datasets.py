"""Public data sets of claims with evidence and a gold label: JSON objects, one a line or in one list."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from claimcheck.domain import Frozen, Label, Passage
from claimcheck.errors import InputError, UsageError
from claimcheck.evaluation.intervals import SEED
from claimcheck.evaluation.objects import Row, objects, read_bytes, refuse_twice, validated
from claimcheck.evaluation.rows import (
    PUBLISHED,
    Answered,
    AveritecRow,
    FoolMeTwiceRow,
    Piece,
    StanceRow,
    WiceRow,
)
from claimcheck.evaluation.wice import Support
from claimcheck.evidence.documents import Document
from claimcheck.evidence.passages import passages_of

CONTEXT = 200  # characters of the text before a claim that it is read with


class Half(StrEnum):
    """The half of a data set that is learned from, and the half that it is measured on."""

    DEVELOPED_ON = "developed on"
    HELD_BACK = "held back"


class Case(Frozen):
    """A claim, what is known about it, and what people decided."""

    id: str
    claim: str
    passages: tuple[Passage, ...]
    gold: str  # a `Label`, or the data set's own label, such as WiCE's
    published: date | None = None
    context: str = ""  # what the claim leans on
    ranked: bool = True  # False: the passages are put in order by our index first, as a source would
    wanted: tuple[str, ...] = ()  # the ids of the gold passages among others, where that is known
    sentences: tuple[str, ...] = ()  # of a whole page, where gold ones are known by number
    deciding: tuple[tuple[int, ...], ...] = ()  # for each annotator the numbers of the sentences that decide


_LABELS = {
    "SUPPORTED": Label.SUPPORTED,
    "REFUTED": Label.REFUTED,
    "NEI": Label.NOT_ENOUGH_EVIDENCE,
    "NOT ENOUGH EVIDENCE": Label.NOT_ENOUGH_EVIDENCE,
    "PARTIAL": Label.NOT_ENOUGH_EVIDENCE,
    "CONFLICTING": Label.CONFLICTING,
    "CONFLICTING EVIDENCE/CHERRYPICKING": Label.CONFLICTING,
    "CONFLICTING EVIDENCE/CHERRY-PICKING": Label.CONFLICTING,
}
_SUPPORT = {"SUPPORTED": Support.SUPPORTED, "PARTIAL": Support.PARTIALLY, "NEI": Support.NOT}
_PAGE_TITLE = re.compile(r"\(meta data\) TITLE: (?P<title>.+)")


def _averitec(row: AveritecRow) -> Case:
    """AVeriTeC: the gold questions and answers are the evidence."""
    passages = tuple(
        _passage(row.id, number, _answer(item), item.question or "", item.url or "")
        for number, item in enumerate(row.evidence)
        if item.answer
    )
    gold = _LABELS[row.label]
    return Case(id=row.id, claim=row.claim, passages=passages, gold=gold, published=row.claim_date)


def _answer(item: Answered) -> str:
    """An answer as people gave it: one of yes or no is explained in a field of its own."""
    return ". ".join(part.strip() for part in (item.answer, item.explanation) if part)


def _fm2(row: FoolMeTwiceRow) -> Case:
    """Fool Me Twice: the gold passages of the Wikipedia page."""
    return _fm2_with(row, row.gold_evidence)


def _fm2_with(row: FoolMeTwiceRow, evidence: list[Piece]) -> Case:
    passages = tuple(
        _passage(row.id, number, item.text, f"{row.page}: {item.section_header or ''}".rstrip(": "))
        for number, item in enumerate(evidence)
    )
    return Case(id=row.id, claim=row.claim, passages=passages, gold=_LABELS[row.label])


def _fm2_mixed(row: FoolMeTwiceRow) -> Case:
    """The same claims with gold and distracting passages of the page, all ranked by our index."""
    gold = {item.text for item in row.gold_evidence}
    seen: dict[str, Piece] = {}
    for item in (*row.gold_evidence, *row.retrieved_evidence):
        seen.setdefault(item.text, item)
    case = _fm2_with(row, [seen[text] for text in sorted(seen)])
    wanted = tuple(passage.id for passage in case.passages if passage.text in gold)
    return case.model_copy(update={"ranked": False, "wanted": wanted})


def _fm2_distracted(row: FoolMeTwiceRow) -> Case:
    """The same claims with the distracting passages alone: nothing there decides, by construction."""
    gold = {item.text for item in row.gold_evidence}
    case = _fm2_with(row, [item for item in row.retrieved_evidence if item.text not in gold])
    return case.model_copy(update={"ranked": False, "gold": Label.NOT_ENOUGH_EVIDENCE})


def _stance(row: StanceRow) -> Case:
    """Factcheck-Bench: a claim and a piece of a web page. Partial support is not support."""
    passage = _passage(row.id, 0, row.evidence, "A page of the web")
    return Case(id=row.id, claim=row.claim, passages=(passage,), gold=_LABELS[row.label])


def _piece_found(row: StanceRow) -> Case:
    """The same, as a part of all that was found for the claim: see `_together`."""
    return _stance(row).model_copy(update={"ranked": False})


def _together(pieces: Sequence[Case]) -> list[Case]:
    """Each claim with all the pieces of web pages that a search found for it, as a run meets them.

    Supported, Refuted or Conflicting as its pieces decide it; Not Enough Evidence where none does.
    """
    by_claim: dict[str, list[Case]] = {}
    for piece in pieces:
        by_claim.setdefault(piece.claim, []).append(piece)
    return [_of_pieces(held) for held in by_claim.values()]


def _of_pieces(pieces: Sequence[Case]) -> Case:
    deciding = [piece for piece in pieces if piece.gold in {Label.SUPPORTED, Label.REFUTED}]
    labels = {piece.gold for piece in deciding} or {Label.NOT_ENOUGH_EVIDENCE}
    gold = str(labels.pop() if len(labels) == 1 else Label.CONFLICTING)
    passages = tuple(passage for piece in pieces for passage in piece.passages)
    wanted = tuple(passage.id for piece in deciding for passage in piece.passages)
    return pieces[0].model_copy(update={"gold": gold, "passages": passages, "wanted": wanted})


def _wice(row: WiceRow) -> Case:
    """WiCE: the whole page, cut into passages as a reference is; ours to find the right ones."""
    title = _PAGE_TITLE.match(row.evidence_sentences[0])
    page = Document(text="\n".join(row.evidence_sentences), title=title["title"] if title else "")
    before = row.claim_context.split("\n")[-1][-CONTEXT:]
    return Case(
        id=row.id,
        claim=row.claim,
        passages=tuple(passages_of(page, "gold evidence", "")),
        gold=_SUPPORT[row.label],
        context=f"{row.title}: {before}".strip(": "),
        ranked=False,
        sentences=tuple(row.evidence_sentences),
        deciding=tuple(tuple(each) for each in row.gold_sentence_sets),
    )


def _passage(case: str, number: int, text: str, title: str, url: str = "") -> Passage:
    return Passage(id=f"{case}-{number}", text=text, source="gold evidence", title=title, url=url)


READERS: dict[str, tuple[type[BaseModel], Callable[[Any], Case], Mapping[str, str]]] = {
    "averitec": (AveritecRow, _averitec, _LABELS),
    "fm2": (FoolMeTwiceRow, _fm2, _LABELS),
    "fm2-mixed": (FoolMeTwiceRow, _fm2_mixed, _LABELS),
    "fm2-distracted": (FoolMeTwiceRow, _fm2_distracted, _LABELS),
    "stance": (StanceRow, _stance, _LABELS),
    "found": (StanceRow, _piece_found, _LABELS),
    "wice": (WiceRow, _wice, _SUPPORT),
}
"""Task → what a row has to hold, how it becomes a case, and the labels there are."""

JOINED: dict[str, Callable[[Sequence[Case]], list[Case]]] = {"found": _together}
"""Task → how cases of several rows are made of those of one."""


def load(task: str, path: Path) -> tuple[list[Case], str]:
    """The cases of a file and the SHA-256 of its bytes.

    Raises `InputError` naming the line and the field that is wrong, `UsageError` for an unknown task.
    """
    rows, digest = rows_of(task, path)
    reader = READERS[task][1]
    return JOINED.get(task, list)([reader(row) for _, row in rows]), digest


def rows_of(task: str, path: Path) -> tuple[list[tuple[str, Any]], str]:
    """The rows of a file in our form, each with its place, and the SHA-256 of the file's bytes.

    Their labels are known and no id stands twice. Raises what `load` does.
    """
    if task not in READERS:
        raise UsageError(f"there is no task {task!r}; there are: {', '.join(READERS)}")
    data = read_bytes(path)
    rows: list[tuple[str, Any]] = []
    seen = set[str]()
    for number, (where, held) in enumerate(objects(path, data), 1):
        row = _row(task, where, number, held)
        refuse_twice(where, row.id, seen)
        rows.append((where, row))
    if not rows:
        raise InputError(f"{path} holds no case")
    return rows, hashlib.sha256(data).hexdigest()


def _row(task: str, where: str, number: int, held: Row) -> Any:
    form, _, labels = READERS[task]
    mark, published = PUBLISHED.get(form, ("", None))
    if published and mark in held:
        row: Any = validated(published, where, held).ours(number)
    else:
        row = validated(form, where, held)
    if row.label not in labels:
        raise InputError(f"{where}: the field 'label' is {row.label!r}; known are {', '.join(labels)}")
    return row


def half_named(name: str) -> Half:
    """The half of that name. Raises `UsageError` where there is none."""
    try:
        return Half(name)
    except ValueError:
        raise UsageError(f"--half takes {' or '.join(map(repr, map(str, Half)))}, not {name!r}") from None


def half_with(id: str) -> Half:
    """The half that a case is in, by a hash of its id: a claim is in the same one in every task."""
    return Half.HELD_BACK if hashlib.sha256(id.encode()).digest()[0] % 2 else Half.DEVELOPED_ON


def drawn(cases: list[Case], limit: int | None) -> list[Case]:
    """At most `limit` cases, their labels as frequent as they are, the same ones each time.

    Those of a smaller limit are among those of a larger one, so that what was asked is not asked again.
    """
    if limit is None or limit >= len(cases):
        return cases
    return sorted(random.Random(SEED).sample(cases, len(cases))[:limit], key=lambda case: case.id)


def balanced(cases: list[Case], limit: int | None) -> list[Case]:
    """At most `limit` cases, as many of each label as there are, the same ones each time."""
    if limit is None or limit >= len(cases):
        return cases
    by_label: dict[str, list[Case]] = {}
    for case in random.Random(SEED).sample(cases, len(cases)):
        by_label.setdefault(case.gold, []).append(case)
    queues = [by_label[label] for label in sorted(by_label)]
    chosen: list[Case] = []
    while len(chosen) < limit:
        for queue in queues:
            if queue and len(chosen) < limit:
                chosen.append(queue.pop())
    return sorted(chosen, key=lambda case: case.id)
