"""What a model writes about a sentence, before code has looked at it."""

from typing import Literal

from pydantic import BaseModel, Field

Status = Literal["fact", "opinion", "question", "advice", "prediction", "vague", "ambiguous"]
Kind = Literal["event", "quantity", "date", "quotation", "relation", "other"]


LONGEST = 220  # characters of a claim


class ClaimDraft(BaseModel):
    """One claim as the model wrote it; lengths are bounded so that decoding is."""

    claim: str = Field(max_length=LONGEST)
    kind: Kind = "other"
    speaker: str = Field(default="", max_length=60)


class SentenceDraft(BaseModel):
    """The model's whole answer for one sentence."""

    status: Status
    claims: list[ClaimDraft] = Field(default_factory=list, max_length=5)


class BlockClaim(BaseModel):
    """One claim of an answer for several sentences: without bounds, so that one of them costs its own sentence only."""

    claim: str
    kind: Kind
    speaker: str


class BlockDraft(BaseModel):
    """The model's answer for one sentence among several."""

    sentence: int
    status: Status
    claims: list[BlockClaim]
