"""The DSPy programs for claim detection, disambiguation and decomposition, of one sentence or several a call.

The stages are those of Claimify (Metropolitansky & Larson 2025), asked for together because a small model's
time goes into tokens read, and code checks the answer afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from claimcheck.claims.checks import kind_of
from claimcheck.claims.drafts import LONGEST, MOST, BlockDraft, ClaimDraft, SentenceDraft
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.lm.prompts import Prompt

_Claim = Annotated[str, Field(max_length=220)]


def build(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` with the prompt's text as instructions and the examples as demonstrations."""
    import dspy

    from claimcheck.claims.drafts import Status

    fields: dict[str, Any] = {
        "published": (str, dspy.InputField(desc="day of publication")),
        "headline": (str, dspy.InputField()),
        "context": (str, dspy.InputField(desc="the sentences before it")),
        "dates": (str, dspy.InputField(desc="what the dates in the sentence mean")),
        "sentence": (str, dspy.InputField(desc="the sentence to read")),
        "status": (Status, dspy.OutputField()),
        "alone": (str, dspy.OutputField()),
        "speaker": (str, dspy.OutputField()),
        "claims": (list[_Claim], dspy.OutputField()),
    }
    signature = dspy.make_signature(fields, prompt.text, "FindClaims")
    program = dspy.Predict(signature)
    inputs = ("published", "headline", "context", "dates", "sentence")
    program.demos = [dspy.Example(**example).with_inputs(*inputs) for example in examples]
    return program


def build_block(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """The same for numbered sentences, whose answers carry their numbers."""
    import dspy

    fields: dict[str, Any] = {
        "published": (str, dspy.InputField(desc="day of publication")),
        "headline": (str, dspy.InputField()),
        "context": (str, dspy.InputField(desc="the sentences before them")),
        "sentences": (str, dspy.InputField(desc="the sentences to read, each with its number")),
        "answers": (list[BlockDraft], dspy.OutputField()),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "FindClaimsOfBlock"))
    inputs = ("published", "headline", "context", "sentences")
    program.demos = [dspy.Example(**example).with_inputs(*inputs) for example in examples]
    return program


def numbered(prediction: Any, count: int) -> dict[int, SentenceDraft]:
    """Number → draft, of those answers that are of the shape asked for; the first answer for a number stands.

    Raises `ModelError` where the prediction holds no list of answers.
    """
    from pydantic import ValidationError

    answers = getattr(prediction, "answers", None)
    if not isinstance(answers, list):
        raise ModelError("the model's answer was not of the shape asked for")
    found: dict[int, SentenceDraft] = {}
    for answer in answers:
        try:
            block = BlockDraft.model_validate(_held(answer))
            draft = SentenceDraft.model_validate(block.model_dump(include={"status", "claims"}))
        except ValidationError:
            continue
        if 1 <= block.sentence <= count:
            found.setdefault(block.sentence, draft)
    return found


def _held(answer: Any) -> Any:
    """An answer as plain values: DSPy gives models of its own making."""
    return answer.model_dump() if hasattr(answer, "model_dump") else answer


def validated(prediction: Any) -> SentenceDraft:
    """The prediction as a draft. Raises `ModelError` where its shape is not the one asked for."""
    from pydantic import ValidationError

    try:
        claims = [
            ClaimDraft(claim=text, kind=kind_of(text), speaker=(prediction.speaker or "")[:60])
            for text in (prediction.claims or [])[:MOST]
        ]
        alone = prediction.alone or ""
        return SentenceDraft(
            status=prediction.status, alone=alone if len(alone) <= LONGEST else "", claims=claims
        )
    except (ValidationError, AttributeError, TypeError) as error:
        raise ModelError("the model's answer was not of the shape asked for") from error
