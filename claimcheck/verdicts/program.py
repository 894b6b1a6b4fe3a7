"""The DSPy programs of the judge: one claim against one passage, and the second look before Refuted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.lm.prompts import Prompt

Stance = Literal["supports", "refutes", "neither"]


class StanceDraft(BaseModel):
    """The model's whole answer about one passage. `sentence` counts from 1; 0 is none."""

    why: str = Field(max_length=400)
    stance: Stance
    sentence: int = Field(ge=0, le=60)


def build_judge(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that says what one numbered passage says about one claim."""
    import dspy

    fields: dict[str, Any] = {
        "claim": (str, dspy.InputField()),
        "findings": (str, dspy.InputField(desc="computed exactly")),
        "passage": (str, dspy.InputField(desc="a reference, its sentences numbered")),
        "why": (str, dspy.OutputField(desc="one short sentence", max_length=200)),
        "stance": (Stance, dspy.OutputField()),
        "sentence": (int, dspy.OutputField(desc="number of the deciding sentence, or 0")),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "JudgePassage"))
    inputs = ("claim", "findings", "passage")
    program.demos = [dspy.Example(**example).with_inputs(*inputs) for example in examples]
    return program


def build_second_look(prompt: Prompt) -> Any:
    """A `dspy.Predict` that asks whether claim and passage are about the same subject, time and place."""
    import dspy

    fields: dict[str, Any] = {
        "claim": (str, dspy.InputField()),
        "passage": (str, dspy.InputField()),
        "why": (str, dspy.OutputField(desc="one short sentence", max_length=200)),
        "same": (Literal["yes", "no"], dspy.OutputField()),
    }
    return dspy.Predict(dspy.make_signature(fields, prompt.text, "SecondLook"))


def validated(prediction: Any) -> StanceDraft:
    """The prediction as a draft. Raises `ModelError` where its shape is not the one asked for."""
    try:
        return StanceDraft(
            why=str(prediction.why)[:400],
            stance=prediction.stance,
            sentence=max(0, min(60, prediction.sentence)),
        )
    except (ValidationError, AttributeError, TypeError) as error:
        raise ModelError("the model's answer was not of the shape asked for") from error
