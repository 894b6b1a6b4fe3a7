"""The window of calls and the allowances of rates, by their rules; what headers say, in their forms."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lm.headers import Left, asked_to_wait, duration, left_of
from claimcheck.lm.limits import Allowance, Window
from claimcheck.lm.options import ModelOptions, per_call_of


def answered(window: Window, times: int) -> None:
    for _ in range(times):
        window.answered(window.size)


def test_a_window_doubles_with_every_round_until_the_first_refusal() -> None:
    window = Window(ceiling=100, start=8)
    answered(window, 8)
    assert window.size == 16
    window.refused(call=16, latest=24)
    assert window.size == 8
    answered(window, 8)
    assert window.size == 8
    answered(window, 1)
    assert window.size == 9


def test_calls_under_way_at_a_refusal_halve_it_once() -> None:
    window = Window(ceiling=64, start=64)
    for call in range(1, 65):
        window.refused(call, latest=64)
    assert window.size == 32
    window.refused(call=65, latest=70)
    assert window.size == 16


def test_a_window_that_is_not_used_does_not_grow() -> None:
    window = Window(ceiling=64, start=8)
    for _ in range(100):
        window.answered(under_way=2)
    assert window.size == 8


@given(st.integers(1, 80), st.lists(st.integers(-1, 80), max_size=300))
def test_a_window_stays_between_one_and_its_ceiling(ceiling: int, happened: list[int]) -> None:
    window = Window(ceiling)
    for number, event in enumerate(happened):
        if event < 0:
            window.refused(number, number)
        else:
            window.answered(event)
        assert 1 <= window.size <= ceiling


def test_a_rate_refills_evenly_and_what_was_taken_since_counts() -> None:
    rate = Allowance()
    assert rate.wait(1e9, now=0.0) == 0.0
    rate.told(Left(remaining=100, reset=50, limit=600), taken_since=80, now=0.0)
    assert rate.wait(20, now=0.0) == 0.0
    assert rate.wait(120, now=0.0) == pytest.approx(10.0)
    assert rate.wait(120, now=10.0) == pytest.approx(0.0)
    rate.take(20)
    assert rate.wait(120, now=10.0) == pytest.approx(2.0)
    assert rate.wait(1e9, now=50.0) == 0.0


def test_without_a_limit_what_is_left_lasts_to_the_reset() -> None:
    rate = Allowance()
    rate.told(Left(remaining=5, reset=30), taken_since=0, now=0.0)
    assert rate.wait(5, now=1.0) == 0.0
    assert rate.wait(6, now=1.0) == 29.0


@given(st.floats(0, 1e4), st.floats(0.001, 100), st.floats(0, 1e4), st.floats(0, 1e4), st.floats(0, 200))
def test_a_wait_is_never_longer_than_to_the_reset(
    left: float, reset: float, more: float, amount: float, now: float
) -> None:
    rate = Allowance()
    rate.told(Left(left, reset, left + more), taken_since=0, now=0.0)
    assert 0 <= rate.wait(amount, now) <= reset + 1e-6


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1s", 1), ("6m0s", 360), ("120ms", 0.12), ("1h2m3.5s", 3723.5), ("59", 59), ("", None), ("soon", None)],
)
def test_durations_in_their_forms(text: str, seconds: float | None) -> None:
    assert duration(text) == (seconds if seconds is None else pytest.approx(seconds))


def test_retry_after_in_its_forms() -> None:
    assert asked_to_wait({"retry-after": "2.5"}) == 2.5
    assert asked_to_wait({"retry-after-ms": "40", "retry-after": "1"}) == 0.04
    assert asked_to_wait({"retry-after": "next week"}) is None
    assert asked_to_wait({}) is None
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 25 < (asked_to_wait({"retry-after": then}) or 0) <= 30


def test_minus_one_means_that_nothing_is_told() -> None:
    told = {"x-ratelimit-remaining-tokens": "-1", "x-ratelimit-reset-tokens": "0"}
    assert left_of(told, "tokens") is None
    told = {"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "1m0s"}
    assert left_of(told, "requests") == Left(3, 60)


def test_what_is_asked_per_call_follows_the_model_and_its_context() -> None:
    assert (per_call_of(ModelOptions(), small=True).sentences, per_call_of(ModelOptions(), True).claims) == (
        1,
        1,
    )
    large = per_call_of(ModelOptions(), small=False)
    assert (large.sentences, large.claims) == (8, 10)
    narrow = per_call_of(ModelOptions(context=2048, sentences_per_call=40, claims_per_call=40), small=False)
    assert (narrow.sentences, narrow.claims) == (1, 1)
    assert large.evidence(8) > 10_000


def test_a_date_to_wait_for_is_by_the_clock_of_the_service() -> None:
    told = {"retry-after": "Tue, 01 Jan 2019 00:00:20 GMT", "date": "Tue, 01 Jan 2019 00:00:00 GMT"}
    assert asked_to_wait(told) == 20
