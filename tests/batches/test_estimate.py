"""What a run may take: told by how the model is asked, one thing a call or several."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.commands.opening import thinking_for
from claimcheck.estimate import estimate, sentences_in
from claimcheck.lm import DEFAULT_MODEL, ModelOptions, PerCall, per_call_of
from claimcheck.lm.prices import ModelPrice, Price

SMALL = per_call_of(ModelOptions(), small=True)
LARGE = per_call_of(ModelOptions(), small=False)


def test_one_thing_a_call_takes_what_the_example_took() -> None:
    told = estimate([13], SMALL, None)
    assert (told.calls, told.prompt_tokens, told.completion_tokens) == (52, 47434, 738)


def test_several_things_a_call_take_few_calls_and_fewer_tokens_read() -> None:
    one, several = estimate([15], SMALL, None), estimate([15], LARGE, None)
    assert several.calls <= 10 < one.calls
    assert several.prompt_tokens < one.prompt_tokens / 2
    assert several.completion_tokens > one.completion_tokens, "verdicts with reasons, not one word each"


def test_blocks_are_of_one_article_each() -> None:
    assert estimate([4] * 4, LARGE, None).calls > estimate([16], LARGE, None).calls


def test_the_cost_is_of_what_is_read_and_written() -> None:
    price = Price("of the test", "m", set=ModelPrice(input=1.0, output=10.0))
    told = estimate([100], LARGE, price)
    assert told.cost_usd == (told.prompt_tokens + 10 * told.completion_tokens) / 1e6


def test_thinking_is_told_apart_as_the_most_that_it_may_take() -> None:
    price = Price("of the test", "m", set=ModelPrice(input=1.0, output=10.0))
    plain, told = estimate([13], LARGE, price), estimate([13], LARGE, price, thinking=4000)
    assert (told.cost_usd, told.thinking_tokens) == (plain.cost_usd, told.calls * 4000)
    assert str(told).startswith(str(plain))
    assert (
        f"; and up to {told.thinking_tokens} tokens, ${told.thinking_tokens / 1e5:.2f}, of thinking"
        in str(told)
    )
    assert "tokens of thinking" in str(estimate([13], LARGE, None, thinking=4000))
    assert "thinking" not in str(plain)


def test_an_embedded_model_does_not_think() -> None:
    options = ModelOptions(thinking=4000)
    assert [thinking_for(name, options) for name in (None, DEFAULT_MODEL, "m")] == [0, 0, 4000]


@given(st.lists(st.integers(0, 2000), max_size=20), st.sampled_from([SMALL, LARGE]), st.integers(1, 500))
def test_a_further_article_takes_more(sentences: list[int], per_call: PerCall, more: int) -> None:
    before, after = estimate(sentences, per_call, None), estimate([*sentences, more], per_call, None)
    assert before.calls < after.calls
    assert before.prompt_tokens < after.prompt_tokens
    assert before.completion_tokens < after.completion_tokens


def test_nothing_takes_nothing() -> None:
    told = estimate([sentences_in(0)], LARGE, None)
    assert (told.calls, told.prompt_tokens, told.completion_tokens) == (0, 0, 0)
