"""The DSPy programs for claim detection, disambiguation and decomposition, of one sentence or several a call.

The stages are those of Claimify (Metropolitansky & Larson 2025), asked for together because a small model's
time goes into tokens read, and code checks the answer afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, RootModel

from claimcheck.claims.drafts import BlockDraft, ClaimDraft, SentenceDraft
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.lm.prompts import Prompt


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
        "claims": (list[ClaimDraft], dspy.OutputField()),
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


class Facts(RootModel[list[Annotated[str, Field(max_length=200)]]]):
    """The facts of one claim. Bounds stand in a model of their own, since DSPy passes on none of a plain list."""

    root: list[Annotated[str, Field(max_length=200)]] = Field(max_length=7)


def build_decomposition(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that takes one claim apart into single facts."""
    import dspy

    fields: dict[str, Any] = {
        "claim": (str, dspy.InputField()),
        "facts": (Facts, dspy.OutputField()),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "TakeApart"))
    program.demos = [dspy.Example(**example).with_inputs("claim") for example in examples]
    return program


class Meant(RootModel[Annotated[str, Field(max_length=80)]]):
    """Who or what is meant, bounded as `Facts` are."""


def build_reference(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that says what a sentence's first words stand for."""
    import dspy

    fields: dict[str, Any] = {
        "headline": (str, dspy.InputField()),
        "context": (str, dspy.InputField(desc="the sentences before it")),
        "sentence": (str, dspy.InputField()),
        "words": (str, dspy.InputField(desc="words of the sentence")),
        "meant": (Meant, dspy.OutputField(desc="who or what they stand for")),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "WhoIsMeant"))
    inputs = ("headline", "context", "sentence", "words")
    program.demos = [dspy.Example(**example).with_inputs(*inputs) for example in examples]
    return program


def meant(prediction: Any) -> str:
    """What a prediction says is meant; "" where that is unclear. Raises `ModelError` as `listed` does."""
    found = getattr(prediction, "meant", None)
    if not isinstance(found, Meant):
        raise ModelError("the model's answer was not of the shape asked for")
    return "" if found.root.strip(" .").casefold() == "unclear" else found.root


def listed(prediction: Any) -> list[str]:
    """The facts of a prediction. Raises `ModelError` where its shape is not the one asked for."""
    facts = getattr(prediction, "facts", None)
    if not isinstance(facts, Facts):
        raise ModelError("the model's answer was not of the shape asked for")
    return facts.root


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
            draft if isinstance(draft, ClaimDraft) else ClaimDraft.model_validate(draft)
            for draft in prediction.claims or []
        ]
        return SentenceDraft(status=prediction.status, claims=claims[:5])
    except (ValidationError, AttributeError, TypeError) as error:
        raise ModelError("the model's answer was not of the shape asked for") from error
