"""What a row of each data set has to hold: checked before it is read, so that what is wrong can be named."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field
from pydantic_core import PydanticCustomError

Text = Annotated[str, BeforeValidator(lambda held: str(held) if isinstance(held, int | float) else held)]
Upper = Annotated[str, BeforeValidator(lambda held: held.upper() if isinstance(held, str) else held)]


def _day(held: Any) -> Any:
    """AVeriTeC as it is published writes 25-8-2020."""
    try:
        return datetime.strptime(held, "%d-%m-%Y").date()
    except (TypeError, ValueError):
        return held or None


def _said(held: str) -> str:
    """A model that is asked about nothing answers all the same, and that would be paid for and scored."""
    if not held.strip():
        raise PydanticCustomError("empty", "it is empty")
    return held


Claim = Annotated[str, AfterValidator(_said)]
Day = Annotated[date | None, BeforeValidator(_day)]


class Answered(BaseModel):
    """A question about a claim with one answer of people."""

    question: str | None = None
    answer: Text | None
    explanation: str | None = None
    url: str | None = None


class AveritecRow(BaseModel):
    """A claim of AVeriTeC (Schlichtkrull et al. 2023)."""

    id: Text
    claim: Claim
    label: Upper
    evidence: list[Answered]
    claim_date: Day = None


class Piece(BaseModel):
    """A passage of the page that a claim was written from."""

    text: str
    section_header: str | None = None


class FoolMeTwiceRow(BaseModel):
    """A claim of Fool Me Twice (Eisenschlos et al. 2021)."""

    id: Text
    claim: Claim
    label: Upper
    page: str
    gold_evidence: list[Piece]
    retrieved_evidence: list[Piece] = []


class StanceRow(BaseModel):
    """A claim and a piece of a web page of Factcheck-Bench (Wang et al. 2024)."""

    id: Text
    claim: Claim
    label: Upper
    evidence: str


class WiceRow(BaseModel):
    """A claim of WiCE (Kamoi et al. 2023) with the page that it cites."""

    id: Text
    claim: Claim
    label: Upper
    title: str = ""
    claim_context: str = ""
    evidence_sentences: list[str] = Field(min_length=1)
    gold_sentence_sets: list[list[int]]


class Published(BaseModel):
    """A row of the form in which a data set is published; errors then name the fields that its file has."""

    def ours(self, number: int) -> BaseModel:
        """The same as a row of ours; `number` is its place in the file, for what has no id."""
        raise NotImplementedError


class _GivenAnswer(BaseModel):
    answer: Text | None = None
    boolean_explanation: str | None = None
    source_url: str | None = None


class _Question(BaseModel):
    question: str | None = None
    answers: list[_GivenAnswer] = []


class PublishedAveritec(Published):
    """github.com/MichSchli/AVeriTeC, `data/dev.json`: questions with their answers are the evidence."""

    id: Text = ""
    claim: Claim
    label: Upper
    questions: list[_Question]
    claim_date: Day = None

    def ours(self, number: int) -> AveritecRow:
        """Each answer is a piece of evidence."""
        evidence = [
            Answered(
                question=question.question,
                answer=answer.answer,
                explanation=answer.boolean_explanation,
                url=answer.source_url,
            )
            for question in self.questions
            for answer in question.answers
        ]
        return AveritecRow(
            id=self.id or f"case-{number}",
            claim=self.claim,
            label=self.label,
            evidence=evidence,
            claim_date=self.claim_date,
        )


class PublishedFoolMeTwice(Published):
    """github.com/google-research/fool-me-twice, `dataset/dev.jsonl`: the claim is `text`, labels are verbs."""

    id: Text = ""
    text: Claim
    label: Upper
    wikipedia_page: str
    gold_evidence: list[Piece]
    retrieved_evidence: list[Piece] = []

    def ours(self, number: int) -> FoolMeTwiceRow:
        """The labels become participles."""
        return FoolMeTwiceRow(
            id=self.id or f"case-{number}",
            claim=self.text,
            label={"SUPPORTS": "SUPPORTED", "REFUTES": "REFUTED"}.get(self.label, self.label),
            page=self.wikipedia_page,
            gold_evidence=self.gold_evidence,
            retrieved_evidence=self.retrieved_evidence,
        )


class _Meta(BaseModel):
    id: Text | None = None
    claim_title: str | None = None
    claim_context: str | None = None


class PublishedWice(Published):
    """github.com/ryokamoi/wice, `data/entailment_retrieval/claim/dev.jsonl`: names in `meta`, labels in words."""

    claim: Claim
    label: Upper
    meta: _Meta
    evidence: list[str] = Field(min_length=1)
    supporting_sentences: list[list[int]]

    def ours(self, number: int) -> WiceRow:
        """The labels become ours."""
        return WiceRow(
            id=self.meta.id or f"case-{number}",
            claim=self.claim,
            label={"PARTIALLY_SUPPORTED": "PARTIAL", "NOT_SUPPORTED": "NEI"}.get(self.label, self.label),
            title=self.meta.claim_title or "",
            claim_context=self.meta.claim_context or "",
            evidence_sentences=self.evidence,
            gold_sentence_sets=self.supporting_sentences,
        )


PUBLISHED: dict[type[BaseModel], tuple[str, type[Published]]] = {
    AveritecRow: ("questions", PublishedAveritec),
    FoolMeTwiceRow: ("wikipedia_page", PublishedFoolMeTwice),
    WiceRow: ("meta", PublishedWice),
}
"""Our row → the field by which a row of the published form is known, and that form."""
