"""The DSPy programs of the judge: what the passages say of a claim, the second look, and which sentence decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.lm.prompts import Prompt

Stance = Literal["supports", "refutes", "neither", "both"]
STANCES: tuple[Stance, ...] = ("supports", "refutes", "neither", "both")


class CitationDraft(BaseModel):
    """The model's whole answer about what decides. `sentence` counts from 1; 0 is none."""

    sentence: int = Field(ge=0, le=200)
    why: str = Field(max_length=400)


def build_judge(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that says in one word what passages say about one claim."""
    import dspy

    fields: dict[str, Any] = {
        "evidence": (str, dspy.InputField(desc="what references say, a passage a line")),
        "exact": (str, dspy.InputField(desc="what code computed of dates and figures")),
        "claim": (str, dspy.InputField()),
        "stance": (Stance, dspy.OutputField()),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "JudgeClaim"))
    program.demos = [
        dspy.Example(**example).with_inputs("evidence", "exact", "claim") for example in examples
    ]
    return program


def build_second_look(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that asks whether claim and passage are about the same subject, time and place."""
    import dspy

    fields: dict[str, Any] = {
        "evidence": (str, dspy.InputField()),
        "claim": (str, dspy.InputField()),
        "same": (Literal["yes", "no"], dspy.OutputField()),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "SecondLook"))
    program.demos = [dspy.Example(**example).with_inputs("evidence", "claim") for example in examples]
    return program


def build_citing(prompt: Prompt) -> Any:
    """A `dspy.Predict` that names the numbered sentence that decides, and says why."""
    import dspy

    fields: dict[str, Any] = {
        "evidence": (str, dspy.InputField(desc="references, their sentences numbered")),
        "claim": (str, dspy.InputField()),
        "stance": (str, dspy.InputField()),
        "sentence": (int, dspy.OutputField(desc="number of the deciding sentence, or 0")),
        "why": (str, dspy.OutputField(desc="one short sentence", max_length=200)),
    }
    return dspy.Predict(dspy.make_signature(fields, prompt.text, "CiteSentence"))


def drafted(prediction: Any) -> CitationDraft:
    """The prediction as a draft. Raises `ModelError` where its shape is not the one asked for."""
    try:
        return CitationDraft(
            sentence=max(0, min(200, prediction.sentence)), why=str(prediction.why or "")[:400]
        )
    except (ValidationError, AttributeError, TypeError) as error:
        raise ModelError("the model's answer was not of the shape asked for") from error
