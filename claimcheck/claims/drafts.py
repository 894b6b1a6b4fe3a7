"""What a model writes about one sentence, before code has looked at it."""

from typing import Literal

from pydantic import BaseModel, Field

Status = Literal["fact", "opinion", "question", "advice", "prediction", "vague", "ambiguous"]
Kind = Literal["event", "quantity", "date", "quotation", "relation", "other"]


class ClaimDraft(BaseModel):
    """One claim as the model wrote it; lengths are bounded so that decoding is."""

    claim: str = Field(max_length=220)
    kind: Kind = "other"
    speaker: str = Field(default="", max_length=60)


class SentenceDraft(BaseModel):
    """The model's whole answer for one sentence."""

    status: Status
    claims: list[ClaimDraft] = Field(default_factory=list, max_length=5)
