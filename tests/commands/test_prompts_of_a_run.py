"""A run goes on with the prompts that it was begun with, whatever model it is on, and with no others."""

import pytest

from claimcheck.batches.job import Job, RunRow
from claimcheck.commands.batch_round import prompts_of, refuse_other_prompts
from claimcheck.errors import UsageError
from claimcheck.lm import ModelOptions

ONE_BY_ONE = ModelOptions(sentences_per_call=1, claims_per_call=1)


def run(model: str | None, options: ModelOptions, **other: str) -> RunRow:
    job = Job(inputs=(), folder="/", model=model, options=options, prompts=prompts_of(model, options) | other)
    return RunRow(id=job.id, job=job, begun=0.0, round=1)


@pytest.mark.parametrize("options", [ModelOptions(), ONE_BY_ONE])
@pytest.mark.parametrize("model", [None, "a-large-model"])
def test_a_run_with_the_prompts_of_today_goes_on(model: str | None, options: ModelOptions) -> None:
    refuse_other_prompts(run(model, options))


def test_what_is_asked_follows_from_the_model() -> None:
    assert "take_apart" in prompts_of(None, ModelOptions())
    assert "extract_block" in prompts_of("a-large-model", ModelOptions())


@pytest.mark.parametrize("model", [None, "a-large-model"])
def test_a_run_with_another_prompt_is_refused(model: str | None) -> None:
    with pytest.raises(UsageError, match="other prompts"):
        refuse_other_prompts(run(model, ModelOptions(), extract="000000000000"))
    older = run(model, ModelOptions())
    fewer = {
        name: one for name, one in older.job.prompts.items() if "apart" not in name and "block" not in name
    }
    held = older.model_copy(update={"job": older.job.model_copy(update={"prompts": fewer})})
    with pytest.raises(UsageError, match="other prompts"):  # a question that it was begun without
        refuse_other_prompts(held)
