"""What a row of each data set has to hold: checked before it is read, so that what is wrong can be named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

Text = Annotated[str, BeforeValidator(lambda held: str(held) if isinstance(held, int | float) else held)]
Upper = Annotated[str, BeforeValidator(lambda held: held.upper() if isinstance(held, str) else held)]


def _day(held: Any) -> Any:
    """AVeriTeC as it is published writes 25-8-2020."""
    try:
        return datetime.strptime(held, "%d-%m-%Y").date()
    except (TypeError, ValueError):
        return held or None


class Answered(BaseModel):
    """A question about a claim with one answer of people."""

    question: str | None = None
    answer: Text | None
    explanation: str | None = None
    url: str | None = None


class AveritecRow(BaseModel):
    """A claim of AVeriTeC (Schlichtkrull et al. 2023)."""

    id: Text
    claim: str
    label: Upper
    evidence: list[Answered]
    claim_date: Annotated[date | None, BeforeValidator(_day)] = None


class Piece(BaseModel):
    """A passage of the page that a claim was written from."""

    text: str
    section_header: str | None = None


class FoolMeTwiceRow(BaseModel):
    """A claim of Fool Me Twice (Eisenschlos et al. 2021)."""

    id: Text
    claim: str
    label: Upper
    page: str
    gold_evidence: list[Piece]
    retrieved_evidence: list[Piece] = []


class StanceRow(BaseModel):
    """A claim and a piece of a web page of Factcheck-Bench (Wang et al. 2024)."""

    id: Text
    claim: str
    label: Upper
    evidence: str


class WiceRow(BaseModel):
    """A claim of WiCE (Kamoi et al. 2023) with the page that it cites."""

    id: Text
    claim: str
    label: Upper
    title: str = ""
    claim_context: str = ""
    evidence_sentences: list[str] = Field(min_length=1)
    gold_sentence_sets: list[list[int]]


def averitec(row: dict[str, Any], number: int) -> dict[str, Any]:
    """github.com/MichSchli/AVeriTeC, `data/dev.json`: questions with their answers are the evidence."""
    questions = row.get("questions")
    if not isinstance(questions, list):
        return row
    evidence = [
        {
            "question": question.get("question"),
            "answer": answer.get("answer"),
            "explanation": answer.get("boolean_explanation"),
            "url": answer.get("source_url"),
        }
        for question in questions
        for answer in question.get("answers", [])
    ]
    return {"id": f"case-{number}"} | row | {"evidence": evidence}


def fool_me_twice(row: dict[str, Any], number: int) -> dict[str, Any]:
    """github.com/google-research/fool-me-twice, `dataset/dev.jsonl`: the claim is `text`, labels are verbs."""
    if "wikipedia_page" not in row:
        return row
    label = {"SUPPORTS": "SUPPORTED", "REFUTES": "REFUTED"}.get(str(row.get("label")), row.get("label"))
    named = {"claim": row.get("text"), "page": row["wikipedia_page"], "label": label}
    return {"id": f"case-{number}"} | row | named


def wice(row: dict[str, Any], number: int) -> dict[str, Any]:
    """github.com/ryokamoi/wice, `data/entailment_retrieval/claim/dev.jsonl`: names in `meta`, labels in words."""
    meta = row.get("meta")
    if not isinstance(meta, dict):
        return row
    labels = {"partially_supported": "PARTIAL", "not_supported": "NEI"}
    return row | {
        "id": meta.get("id") or f"case-{number}",
        "label": labels.get(str(row.get("label")), row.get("label")),
        "title": meta.get("claim_title") or "",
        "claim_context": meta.get("claim_context") or "",
        "evidence_sentences": row.get("evidence"),
        "gold_sentence_sets": row.get("supporting_sentences"),
    }


PUBLISHED: dict[str, Callable[[dict[str, Any], int], dict[str, Any]]] = {
    "averitec": averitec,
    "fm2": fool_me_twice,
    "fm2-mixed": fool_me_twice,
    "fm2-distracted": fool_me_twice,
    "wice": wice,
}
"""How a row of the form in which a data set is published is read; one of ours is left as it is."""
