"""Public data sets of claims with evidence and a gold label, one JSON object a line."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.domain import Frozen, Label, Passage
from claimcheck.errors import InputError, UsageError


class Case(Frozen):
    """A claim, what is known about it, and what people decided."""

    id: str
    claim: str
    passages: tuple[Passage, ...]
    gold: Label
    published: date | None = None


_AVERITEC = {
    "SUPPORTED": Label.SUPPORTED,
    "REFUTED": Label.REFUTED,
    "NOT ENOUGH EVIDENCE": Label.NOT_ENOUGH_EVIDENCE,
    "CONFLICTING EVIDENCE/CHERRYPICKING": Label.CONFLICTING,
    "CONFLICTING EVIDENCE/CHERRY-PICKING": Label.CONFLICTING,
}


def _averitec(row: dict[str, Any]) -> Case:
    """AVeriTeC (Schlichtkrull et al. 2023): the gold questions and answers are the evidence."""
    passages = tuple(
        _passage(
            row["id"], i, str(item["answer"]), str(item.get("question") or ""), str(item.get("url") or "")
        )
        for i, item in enumerate(row["evidence"])
        if item.get("answer")
    )
    when = row.get("claim_date")
    return Case(
        id=str(row["id"]),
        claim=row["claim"],
        passages=passages,
        gold=_AVERITEC[str(row["label"]).upper()],
        published=date.fromisoformat(when) if when else None,
    )


def _fm2(row: dict[str, Any]) -> Case:
    """Fool Me Twice (Eisenschlos et al. 2021): the gold passages of the Wikipedia page."""
    passages = tuple(
        _passage(
            row["id"], i, item["text"], f"{row['page']}: {item.get('section_header') or ''}".rstrip(": ")
        )
        for i, item in enumerate(row["gold_evidence"])
    )
    return Case(
        id=str(row["id"]), claim=row["claim"], passages=passages, gold=_AVERITEC[row["label"].upper()]
    )


def _passage(case: str, number: int, text: str, title: str, url: str = "") -> Passage:
    return Passage(id=f"{case}-{number}", text=text, source="gold evidence", title=title, url=url)


READERS: dict[str, Callable[[dict[str, Any]], Case]] = {"averitec": _averitec, "fm2": _fm2}


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
