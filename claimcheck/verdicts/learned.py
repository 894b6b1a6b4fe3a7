"""Worked examples that optimisation found for the judge, in place of those that ship with it.

A file of them names the model and the prompt that they were learned with. They hold for that model alone; with
another prompt they are refused, since an example teaches what a prompt asked for.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from claimcheck.domain import Frozen
from claimcheck.errors import UsageError
from claimcheck.lm.prompts import learned_prompt, load_prompt
from claimcheck.verdicts.program import Stance


class LearnedExample(Frozen):
    """One case as the judge sees it, with the right word."""

    evidence: str
    exact: str
    claim: str
    stance: Stance


class Learned(Frozen):
    """What optimisation wrote: the examples, for what, and how they did on the part that was held back."""

    model: str
    prompt_sha256: str
    learned_from: str
    held_back_cases: int
    before: float  # macro-F1 on the part held back, without these examples
    after: float
    examples: tuple[LearnedExample, ...]


def read_learned(text: str, prompt_sha256: str, where: str) -> Learned:
    """The examples of a file's text. Raises `ValueError` with a sentence where it is stale or none."""
    try:
        held = Learned.model_validate_json(text)
    except ValidationError as error:
        raise ValueError(f"{where} is not what `claimcheck optimize verdict` writes") from error
    if held.prompt_sha256 != prompt_sha256:
        raise ValueError(
            f"{where} was learned with another judge's prompt: run `claimcheck optimize verdict` again, or remove it"
        )
    return held


def judge_examples(model: str, shipped: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The judge's worked examples: those that were learned for this model, where there are any, else the shipped.

    Raises `UsageError` where what was learned is stale or damaged.
    """
    prompt = learned_prompt()
    if prompt is None:
        return shipped
    try:
        learned = read_learned(prompt.text, load_prompt("judge").sha256, prompt.name)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return [example.model_dump() for example in learned.examples] if learned.model == model else shipped
