"""Public data sets of claims with evidence and a gold label, one JSON object a line."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from claimcheck.domain import Frozen, Label, Passage
from claimcheck.errors import InputError, UsageError


class Half(StrEnum):
    """The half of a data set that a calibration is fitted on, and the half that it is measured on."""

    FITTED = "fitted"
    HELD_BACK = "held-back"


class Case(Frozen):
    """A claim, what is known about it, and what people decided."""

    id: str
    claim: str
    passages: tuple[Passage, ...]
    gold: Label
    published: date | None = None
    ranked: bool = True  # False: the passages are put in order by our index first, as a source would
    wanted: tuple[str, ...] = ()  # the ids of the gold passages among others, where that is known


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


def _averitec(row: dict[str, Any]) -> Case:
    """AVeriTeC (Schlichtkrull et al. 2023): the gold questions and answers are the evidence."""
    passages = tuple(
        _passage(row["id"], i, _answer(item), str(item.get("question") or ""), str(item.get("url") or ""))
        for i, item in enumerate(row["evidence"])
        if item.get("answer")
    )
    when = row.get("claim_date")
    return Case(
        id=str(row["id"]),
        claim=row["claim"],
        passages=passages,
        gold=_LABELS[str(row["label"]).upper()],
        published=date.fromisoformat(when) if when else None,
    )


def _answer(item: dict[str, Any]) -> str:
    """An answer as people gave it: one of yes or no is explained in a field of its own."""
    return ". ".join(str(item[part]).strip() for part in ("answer", "explanation") if item.get(part))


def _fm2(row: dict[str, Any]) -> Case:
    """Fool Me Twice (Eisenschlos et al. 2021): the gold passages of the Wikipedia page."""
    return _fm2_with(row, row["gold_evidence"])


def _fm2_with(row: dict[str, Any], evidence: list[dict[str, Any]]) -> Case:
    passages = tuple(
        _passage(
            row["id"], i, item["text"], f"{row['page']}: {item.get('section_header') or ''}".rstrip(": ")
        )
        for i, item in enumerate(evidence)
    )
    return Case(id=str(row["id"]), claim=row["claim"], passages=passages, gold=_LABELS[row["label"].upper()])


def _fm2_mixed(row: dict[str, Any]) -> Case:
    """The same claims with gold and distracting passages of the page, all ranked by our index."""
    gold = {item["text"] for item in row["gold_evidence"]}
    seen: dict[str, dict[str, Any]] = {}
    for item in (*row["gold_evidence"], *row["retrieved_evidence"]):
        seen.setdefault(item["text"], item)
    case = _fm2_with(row, [seen[text] for text in sorted(seen)])
    return case.model_copy(
        update={"ranked": False, "wanted": tuple(p.id for p in case.passages if p.text in gold)}
    )


def _fm2_distracted(row: dict[str, Any]) -> Case:
    """The same claims with the distracting passages alone: nothing there decides, by construction."""
    gold = {item["text"] for item in row["gold_evidence"]}
    others = [item for item in row["retrieved_evidence"] if item["text"] not in gold]
    case = _fm2_with(row, others)
    return case.model_copy(update={"ranked": False, "gold": Label.NOT_ENOUGH_EVIDENCE})


def _stance(row: dict[str, Any]) -> Case:
    """Factcheck-Bench (Wang et al. 2024): a claim and a piece of a web page. Partial support is not support."""
    passage = _passage(row["id"], 0, row["evidence"], "A page of the web")
    return Case(
        id=str(row["id"]), claim=row["claim"], passages=(passage,), gold=_LABELS[row["label"].upper()]
    )


def _passage(case: str, number: int, text: str, title: str, url: str = "") -> Passage:
    return Passage(id=f"{case}-{number}", text=text, source="gold evidence", title=title, url=url)


READERS: dict[str, Callable[[dict[str, Any]], Case]] = {
    "averitec": _averitec,
    "fm2": _fm2,
    "fm2-mixed": _fm2_mixed,
    "fm2-distracted": _fm2_distracted,
    "stance": _stance,
}


def load(task: str, path: Path) -> tuple[list[Case], str]:
    """The cases of a file and the SHA-256 of its bytes.

    Raises `InputError` naming the line and the field that is wrong, `UsageError` for an unknown task.
    """
    if task not in READERS:
        raise UsageError(f"there is no task {task!r}; there are: {', '.join(READERS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    lines = data.decode("utf-8", errors="replace").splitlines()
    cases = [_case(task, path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise InputError(f"{path} holds no case")
    return cases, hashlib.sha256(data).hexdigest()


def _case(task: str, path: Path, number: int, line: str) -> Case:
    where = f"{path}, line {number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: not an object")
    try:
        return READERS[task](row)
    except KeyError as error:
        raise InputError(
            f"{where}: the field {error.args[0]!r} is missing or its value is unknown"
        ) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{where}: a field is not of the form that {task} has") from error


def half_named(name: str) -> Half:
    """The half of that name. Raises `UsageError` where there is none."""
    try:
        return Half(name)
    except ValueError:
        raise UsageError(f"there is no half {name!r}; there are: {', '.join(Half)}") from None


def half_of(cases: list[Case], half: Half) -> list[Case]:
    """The cases of one half, told by a hash of their ids: the same claim is in the same half in every task."""
    return [case for case in cases if half is half_with(case.id)]


def half_with(id: str) -> Half:
    """The half that a case is in."""
    even = hashlib.sha256(id.encode()).digest()[0] % 2 == 0
    return Half.FITTED if even else Half.HELD_BACK


def balanced(cases: list[Case], limit: int | None, seed: int) -> list[Case]:
    """At most `limit` cases, as many of each label as there are, the same ones for the same seed."""
    if limit is None or limit >= len(cases):
        return cases
    by_label: dict[Label, list[Case]] = {}
    for case in random.Random(seed).sample(cases, len(cases)):
        by_label.setdefault(case.gold, []).append(case)
    queues = [by_label[label] for label in sorted(by_label)]
    chosen: list[Case] = []
    while len(chosen) < limit:
        for queue in queues:
            if queue and len(chosen) < limit:
                chosen.append(queue.pop())
    return sorted(chosen, key=lambda case: case.id)
