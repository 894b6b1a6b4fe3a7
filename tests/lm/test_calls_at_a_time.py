"""One limit for each endpoint, found by asking: what a service on loopback saw of it."""

import asyncio
import threading
from typing import Any

import pytest

from claimcheck.errors import ServiceError
from claimcheck.lm import Meter
from claimcheck.lm.engine import Connection, OpenAIEngine
from tests.lm.counting_server import Answer, service


def well(number: int, at_a_time: int) -> Answer:
    return 200, {}


def engine(address: str, timeout: float = 20.0, concurrency: int = 64) -> OpenAIEngine:
    return OpenAIEngine(Connection(address, "k", "m", timeout, concurrency=concurrency), Meter())


async def ask(one: OpenAIEngine, question: str = "?") -> Any:
    from dspy.lm15 import Message, Request

    return await one.complete(Request(model="m", messages=(Message.user(question),)))


def together(one: OpenAIEngine, calls: int) -> list[Any]:
    """So many calls at once on one event loop; an exception in the place of its answer."""

    async def all_of_them() -> list[Any]:
        try:
            return await asyncio.gather(*(ask(one) for _ in range(calls)), return_exceptions=True)
        finally:
            await one.aclose()

    return asyncio.run(all_of_them())


def test_calls_grow_with_the_answers_up_to_the_ceiling() -> None:
    with service(well, together=(8, 16, 20, 20)) as seen:
        answers = together(engine(seen.address, concurrency=20), 64)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert seen.most == 20


def test_sixty_four_calls_are_under_way_where_the_service_bears_them() -> None:
    with service(well, together=(8, 16, 32, 64)) as seen:
        answers = together(engine(seen.address), 120)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert seen.most == 64


def test_a_service_that_bears_few_is_found_out_and_all_are_answered() -> None:
    def bears_six(number: int, at_a_time: int) -> Answer:
        return (429, {"retry-after": "0"}) if at_a_time > 6 else (200, {})

    with service(bears_six, lambda question: 0.01) as seen:
        answers = together(engine(seen.address), 120)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert seen.statuses.count(429) < 60


def test_threads_and_event_loops_share_one_limit() -> None:
    with service(well, lambda question: 0.02) as seen:
        threads = [
            threading.Thread(target=together, args=(engine(seen.address, concurrency=5), 10))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(seen.came) == 60
    assert seen.most <= 5


def test_the_whole_endpoint_waits_for_as_long_as_one_call_was_told() -> None:
    def once(number: int, at_a_time: int) -> Answer:
        return (429, {"retry-after": "1"}) if number == 5 else (200, {})

    with service(once) as seen:
        together(engine(seen.address, concurrency=2), 60)
    assert len(seen.came) == 61
    told = seen.came[4]
    meanwhile = [moment for moment in seen.came if told < moment < told + 0.9]
    assert len(meanwhile) <= 2  # those that were on their way


def test_a_rate_of_requests_is_kept_as_the_headers_tell() -> None:
    left = 40

    def telling(number: int, at_a_time: int) -> Answer:
        nonlocal left
        left -= 1
        told = {"x-ratelimit-limit-requests": "40", "x-ratelimit-reset-requests": "60s"}
        return (429 if left < 0 else 200), told | {"x-ratelimit-remaining-requests": str(max(0, left))}

    async def some(one: OpenAIEngine) -> int:
        await asyncio.gather(*(ask(one) for _ in range(20)))
        _, rest = await asyncio.wait([asyncio.create_task(ask(one)) for _ in range(80)], timeout=1.0)
        for task in rest:
            task.cancel()
        await asyncio.wait(rest)
        await one.aclose()
        return len(rest)

    with service(telling) as seen:
        assert asyncio.run(some(engine(seen.address))) >= 59
    assert set(seen.statuses) == {200}


def test_a_call_that_hangs_holds_no_other() -> None:
    async def both(one: OpenAIEngine) -> list[Any]:
        hanging = asyncio.create_task(ask(one, "hang"))
        try:
            return await asyncio.gather(*(ask(one) for _ in range(30)))
        finally:
            assert not hanging.done()
            hanging.cancel()
            await asyncio.wait([hanging])
            await one.aclose()

    with service(well, lambda question: 5.0 if question == "hang" else 0.01) as seen:
        assert len(asyncio.run(both(engine(seen.address, concurrency=3)))) == 30


def test_a_call_that_was_given_up_gives_its_place_back() -> None:
    async def given_up(one: OpenAIEngine) -> Any:
        waiting = [asyncio.create_task(ask(one, "hang")) for _ in range(3)]
        await asyncio.sleep(0.2)
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)
        answer = await ask(one)
        await one.aclose()
        return answer

    with service(well, lambda question: 5.0 if question == "hang" else 0.01) as seen:
        assert asyncio.run(given_up(engine(seen.address, concurrency=1))).text == "yes"


def test_a_service_that_asks_for_an_hour_is_not_waited_for() -> None:
    with service(lambda number, at_a_time: (429, {"retry-after": "3600"}), lambda question: 0.0) as seen:
        answers = together(engine(seen.address), 3)
    assert len(seen.came) == 3
    assert all(isinstance(answer, ServiceError) and "wait 3600 s" in str(answer) for answer in answers)


def test_an_article_that_ends_leaves_the_connections_of_the_others() -> None:
    async def two(one: OpenAIEngine) -> Any:
        slow = asyncio.create_task(ask(one, "slow"))
        await ask(one)
        await one.aclose()
        answer = await slow
        await one.aclose()
        return answer

    with service(well, lambda question: 0.3 if question == "slow" else 0.0) as seen:
        assert asyncio.run(two(engine(seen.address))).text == "yes"
    assert len(seen.came) == 2


@pytest.mark.parametrize(("tokens", "seconds"), [(8, 62), (500, 180), (2000, 540)])
def test_a_time_out_follows_the_size_of_the_answer(tokens: int, seconds: int) -> None:
    assert round(Connection("", "", "", 180.0).time_for(tokens)) == seconds
