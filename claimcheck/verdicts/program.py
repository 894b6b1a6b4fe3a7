"""The DSPy programs of the judge: what the passages say of a claim, and which sentence decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel, ValidationError

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.lm.prompts import Prompt

Stance = Literal["supports", "refutes", "neither", "both"]
STANCES: tuple[Stance, ...] = ("supports", "refutes", "neither", "both")
LONGEST = 400  # characters of a reason that is shown


class CitationDraft(NamedTuple):
    """The model's whole answer about what decides. `sentence` counts from 1; another number is none."""

    sentence: int
    why: str


class GroupAnswer(BaseModel):
    """The model's answer on one claim among several; sentences count from 1, 0 is none; `sure` is in percent."""

    claim: int
    why: str
    supporting: int
    refuting: int
    same: Literal["yes", "no"]
    stance: Stance
    sure: int


def build_group(prompt: Prompt, examples: list[dict[str, Any]]) -> Any:
    """A `dspy.Predict` that judges several numbered claims, each by its own numbered sentences."""
    import dspy

    fields: dict[str, Any] = {
        "evidence": (str, dspy.InputField(desc="what references say, their sentences numbered")),
        "claims": (str, dspy.InputField(desc="the claims, each with its number and its evidence")),
        "answers": (list[GroupAnswer], dspy.OutputField()),
    }
    program = dspy.Predict(dspy.make_signature(fields, prompt.text, "JudgeClaims"))
    program.demos = [dspy.Example(**example).with_inputs("evidence", "claims") for example in examples]
    return program


def by_claim(prediction: Any) -> dict[int, GroupAnswer]:
    """Claim's number → answer, of those that are of the shape asked for; the first for a number stands.

    Raises `ModelError` where the prediction holds no list of answers.
    """
    answers = getattr(prediction, "answers", None)
    if not isinstance(answers, list):
        raise ModelError("the model's answer was not of the shape asked for")
    found: dict[int, GroupAnswer] = {}
    for each in answers:
        try:
            one = GroupAnswer.model_validate(each.model_dump() if isinstance(each, BaseModel) else each)
        except ValidationError:
            continue
        found.setdefault(one.claim, one)
    return found


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
    sentence, why = getattr(prediction, "sentence", None), getattr(prediction, "why", None)
    if not isinstance(sentence, int):
        raise ModelError("the model's answer was not of the shape asked for")
    return CitationDraft(sentence, str(why or "")[:LONGEST])
