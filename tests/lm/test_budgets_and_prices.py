"""Limits stop calls before they are made, also many at once; a price is known or said not to be."""

import asyncio
from typing import Any

import pytest
from httpx import ConnectError, ReadError, Request, Response
from openai import APIConnectionError, APIStatusError

from claimcheck.errors import BudgetError, ServiceError
from claimcheck.lm import Limits, Meter, ModelPrice, RunBudget, price_of
from claimcheck.lm.engine import Connection, OpenAIEngine

OPENAI = "https://api.openai.com/v1"
MINE = {"m": ModelPrice(input=1_000_000, output=2_000_000)}  # a dollar for a token read, two for one written


def engine(
    limits: Limits, tokens: tuple[int, int] | None = (1, 1), takes: float = 0.0
) -> tuple[OpenAIEngine, list[Any]]:
    """An engine whose service takes that long and so many tokens, and what it was asked."""
    price = price_of("m", "http://localhost/v1", MINE)
    made = OpenAIEngine(Connection("http://localhost/v1", "k", "m"), Meter(price), None, RunBudget(limits))
    sent: list[Any] = []

    async def request(arguments: dict[str, Any], seconds: float) -> Response:
        sent.append(arguments)
        await asyncio.sleep(takes)
        message = {"role": "assistant", "content": "yes"}
        usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]} if tokens else None
        return Response(
            200, json={"choices": [{"finish_reason": "stop", "message": message}], "usage": usage}
        )

    made._request = request  # type: ignore[method-assign]
    return made, sent


def ask(made: OpenAIEngine, times: int) -> list[Any]:
    question = {"messages": [{"role": "user", "content": "?" * 30}], "max_completion_tokens": 5}

    async def at_once() -> list[Any]:
        return await asyncio.gather(*(made.answer(question) for _ in range(times)), return_exceptions=True)

    return asyncio.run(at_once())


def test_calls_at_the_same_time_stay_within_the_number() -> None:
    made, sent = engine(Limits(calls=3), takes=0.01)
    found = ask(made, 10)
    assert len(sent) == 3
    assert sum(isinstance(one, BudgetError) for one in found) == 7
    assert "--max-calls" in str(next(one for one in found if isinstance(one, BudgetError)))


def test_calls_at_the_same_time_stay_within_the_cost() -> None:
    made, sent = engine(Limits(cost=60.0), takes=0.01)
    found = ask(made, 30)
    assert len(sent) > 8  # each may cost more than 20, and costs 3: those that follow wait for it
    assert made.meter.usage().cost_usd == 3.0 * len(sent) <= 60.0
    assert sum(isinstance(one, BudgetError) for one in found) == 30 - len(sent)


def test_what_a_call_did_not_cost_is_free_for_the_next() -> None:
    made, sent = engine(Limits(cost=60.0))
    for _ in range(12):
        ask(made, 1)
    assert len(sent) > 8
    assert (made.meter.usage().cost_usd or 0) <= 60.0


def test_time_ends_a_call_that_is_under_way() -> None:
    made, sent = engine(Limits(seconds=0.05), takes=5.0)
    [found] = ask(made, 1)
    assert isinstance(found, BudgetError)
    assert "--max-time" in str(found)
    assert len(sent) == 1
    assert isinstance(ask(made, 1)[0], BudgetError)
    assert len(sent) == 1


def failing(made: OpenAIEngine, *faults: Exception) -> list[Any]:
    """Has an engine's requests fail so, one after another, before they are answered; and what it was asked then."""
    working, left, sent = made._request, list(faults), list[Any]()

    async def request(arguments: dict[str, Any], seconds: float) -> Response:
        sent.append(arguments)
        if left:
            raise left.pop(0)
        return await working(arguments, seconds)

    made._request = request  # type: ignore[method-assign]
    return sent


ASKED = Request("POST", "http://localhost/v1")


def refusal(status: int) -> APIStatusError:
    return APIStatusError("no", response=Response(status, request=ASKED), body=None)


def cut() -> APIConnectionError:
    """A connection that broke off when the question was sent: it may have been answered, and paid for."""
    error = APIConnectionError(request=ASKED)
    error.__cause__ = ReadError("cut")
    return error


def not_there() -> APIConnectionError:
    error = APIConnectionError(request=ASKED)
    error.__cause__ = ConnectError("nobody")
    return error


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.lm.engine.wait_before_retry", lambda state: 0)


@pytest.mark.usefixtures("at_once")
def test_a_call_that_was_refused_or_never_arrived_costs_nothing() -> None:
    made, _ = engine(Limits(cost=60.0))
    failing(made, *([refusal(400)] * 10), *([not_there()] * 4))
    for _ in range(11):
        assert isinstance(ask(made, 1)[0], ServiceError)
    assert isinstance(ask(made, 1)[0], dict)


@pytest.mark.usefixtures("at_once")
def test_what_broke_off_may_have_been_paid_for_and_is_counted() -> None:
    made, _ = engine(Limits(cost=60.0))  # a call costs 33 at the most
    sent = failing(made, cut(), cut(), cut())
    [found] = ask(made, 1)
    assert isinstance(found, BudgetError)
    assert len(sent) == 1


@pytest.mark.usefixtures("at_once")
def test_what_is_asked_again_is_a_further_call() -> None:
    made, _ = engine(Limits(calls=3))
    sent = failing(made, *([refusal(503)] * 8))
    [found] = ask(made, 1)
    assert isinstance(found, BudgetError)
    assert len(sent) == made.meter.requests == 3
    assert made.meter.usage().calls == 0


def test_an_answer_that_does_not_tell_its_tokens_counts_as_the_most_it_may_have_cost() -> None:
    made, sent = engine(Limits(cost=60.0), tokens=None)
    found = [ask(made, 1)[0] for _ in range(4)]
    assert [type(one) for one in found[1:]] == [BudgetError] * 3
    assert len(sent) == 1
    assert made.meter.usage().cost_usd is None  # not 0: nobody knows
    assert made.meter.usage().prices == ""


@pytest.mark.parametrize(
    "usage",
    [
        "many",
        [],
        {"prompt_tokens": "7"},
        {"prompt_tokens": -3, "completion_tokens": None},
        {"prompt_tokens": float("nan")},
    ],
)
def test_an_answer_is_not_lost_for_a_usage_that_cannot_be_read(usage: Any) -> None:
    meter = Meter(price_of("m", "http://localhost/v1", MINE))
    meter.add(usage)
    assert (meter.usage().calls, meter.usage().prompt_tokens, meter.usage().cost_usd) == (1, 0, None)


def test_more_tokens_from_the_cache_than_were_read_are_those_that_were_read() -> None:
    price = price_of("gpt-4.1-mini", OPENAI)
    assert price is not None
    odd = {"prompt_tokens": 1000, "prompt_tokens_details": {"cached_tokens": 5000}}
    assert price.of_usage(odd) == price.of(1000, 1000, 0)


def test_the_embedded_model_costs_nothing() -> None:
    price = price_of("any", "http://127.0.0.1:1/v1", embedded=True)
    assert price is not None
    assert price.of(1000, 0, 1000) == 0


def test_a_vendors_price_is_in_the_table_with_its_date() -> None:
    price = price_of("gpt-4.1-mini", OPENAI)
    assert price is not None
    assert price.of(1_000_000, 0, 0) > price.of(1_000_000, 500_000, 0) > 0
    assert "prices as of 20" in price.basis


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("kimi-k2-0905-preview", "https://api.moonshot.ai/v1"),
        ("gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta/openai"),
        ("gpt-4o", "https://desk.openai.azure.com/openai/v1"),
        ("openai/gpt-4o", "https://openrouter.ai/api/v1"),
    ],
)
def test_an_address_of_a_vendor_has_its_price(model: str, address: str) -> None:
    assert price_of(model, address) is not None


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("no-such-model", OPENAI),
        ("gpt-4.1-mini", "http://localhost:11434/v1"),
        ("m", "https://example.org/v1"),
        ("gpt-4.1-mini", "https://api.openai.com.intern/v1"),
        ("kimi-k2-0905-preview", "https://api.moonshot.example.org/v1"),
        ("gemini-2.5-flash", "https://proxy.intern/to.googleapis.com/v1"),
    ],
)
def test_a_price_that_nobody_knows_is_none(model: str, address: str) -> None:
    assert price_of(model, address) is None
    assert Meter(None).usage().cost_usd is None


def test_a_price_of_the_settings_comes_before_the_table() -> None:
    price = price_of("gpt-4.1-mini", OPENAI, {"gpt-4.1-mini": ModelPrice(input=3, output=4, cached=1)})
    assert price is not None
    assert (
        price.of_usage({"prompt_tokens": 2_000_000, "prompt_tokens_details": {"cached_tokens": 1_000_000}})
        == 4
    )
    assert price.basis == "claimcheck.toml"
