"""The product's programs with their prompts and worked examples, each made once for a process."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.verdicts import GroupJudge, Judge, Programs

if TYPE_CHECKING:
    from claimcheck.lm import Caller, LanguageModel, PerCall

PROMPTS = ("extract", "judge", "cite")
EXAMPLES = ("extract", "judge")
SINGLE_PROMPTS = ("take_apart", "take_apart.examples.json", "refer", "refer.examples.json")
BLOCK_PROMPTS = ("extract_block", "extract_block.examples.json")
GROUP_PROMPTS = ("judge_group", "judge_group.examples.json")


@cache
def extraction_program() -> Any:
    """The program that reads one sentence."""
    from claimcheck.claims.program import build
    from claimcheck.lm import load_prompt

    return build(load_prompt("extract"), examples_of("extract"))


@cache
def decomposition_program() -> Any:
    """The program that takes one claim apart."""
    from claimcheck.claims.program import build_decomposition
    from claimcheck.lm import load_prompt

    return build_decomposition(load_prompt("take_apart"), examples_of("take_apart"))


@cache
def reference_program() -> Any:
    """The program that says what a sentence's first words stand for."""
    from claimcheck.claims.program import build_reference
    from claimcheck.lm import load_prompt

    return build_reference(load_prompt("refer"), examples_of("refer"))


@cache
def block_program() -> Any:
    """The program that reads several."""
    from claimcheck.claims.program import build_block
    from claimcheck.lm import load_prompt

    return build_block(load_prompt("extract_block"), examples_of("extract_block"))


@cache
def _judging(shown: str) -> Programs:
    """The judge's programs; `shown` are its worked examples as JSON, since a cache needs a key."""
    from claimcheck.lm import load_prompt
    from claimcheck.verdicts.program import build_citing, build_judge

    return Programs(
        build_judge(load_prompt("judge"), json.loads(shown)),
        build_citing(load_prompt("cite")),
    )


@cache
def _group_judging() -> Any:
    from claimcheck.lm import load_prompt
    from claimcheck.verdicts.program import build_group

    return build_group(load_prompt("judge_group"), examples_of("judge_group"))


def judge_for(
    model: LanguageModel,
    call: Caller | None = None,
    examples: list[dict[str, Any]] | None = None,
    given: bool = False,
) -> Judge:
    """The judge with the product's prompts, and what was fitted for that model; `given` as for `Judge`.

    `examples` are shown in place of those in use; what was fitted holds only for those that it was fitted with.
    """
    from claimcheck.lm import Caller, calibrations, probabilities
    from claimcheck.verdicts.calibration import calibration_for
    from claimcheck.verdicts.learned import judge_examples

    shown = judge_examples(model.name, examples_of("judge")) if examples is None else examples
    fitted = judge_prompts() if shown == examples_of("judge") else ""
    calibration = calibration_for(model.endpoint.model, fitted, calibrations().text, given)
    programs = _judging(json.dumps(shown))
    return Judge(programs, call or Caller(model), probabilities, calibration, given=given)


def group_judge_for(model: LanguageModel, call: Caller | None = None, given: bool = False) -> GroupJudge:
    """The judge of several claims a call, as many as the model's configuration says; `given` as for `Judge`."""
    from claimcheck.lm import Caller

    return GroupJudge(_group_judging(), call or Caller(model), model.per_call, given)


def judge_prompts() -> str:
    """The hash of all that the judge's first question is made of: a calibration holds for it alone."""
    from claimcheck.lm import load_prompt

    return "-".join(load_prompt(name).sha256[:12] for name in ("judge", "judge.examples.json"))


@cache
def examples_of(name: str) -> list[dict[str, Any]]:
    """The worked examples that are shown with a prompt: `prompts/<name>.examples.json`."""
    from claimcheck.lm import load_prompt

    examples: list[dict[str, Any]] = json.loads(load_prompt(f"{name}.examples.json").text)
    return examples


def hashes(per_call: PerCall | None = None, model: str = "") -> dict[str, str]:
    """Name → first 12 hex digits of the SHA-256, for every prompt and every file of worked examples in use.

    Those of several things a call are in use where `per_call` says so; what was learned, for one claim a call of the
    model that it was learned with. Raises `UsageError` where that is stale or damaged.
    """
    from claimcheck.lm import calibrations, learned_prompt, load_prompt

    names = [*PROMPTS, *(f"{name}.examples.json" for name in EXAMPLES)]
    names += BLOCK_PROMPTS if per_call and per_call.sentences > 1 else SINGLE_PROMPTS
    if per_call and per_call.claims > 1:
        names += GROUP_PROMPTS
    held = {name: load_prompt(name).sha256[:12] for name in names}
    held["calibration.json"] = calibrations().sha256[:12]
    learned = learned_prompt() if _learned_in_use(per_call, model) else None
    return dict(sorted(held.items())) | ({"verdict.json": learned.sha256[:12]} if learned else {})


def _learned_in_use(per_call: PerCall | None, model: str) -> bool:
    from claimcheck.verdicts.learned import judge_examples

    if not model or (per_call and per_call.claims > 1):
        return False
    shipped = examples_of("judge")
    return judge_examples(model, shipped) is not shipped
