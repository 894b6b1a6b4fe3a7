"""Each fault of a model service is one sentence, and only what may pass is tried again."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from httpx import Request as Sent
from httpx import Response
from openai import APIStatusError
from tenacity import AsyncRetrying, stop_after_attempt

from claimcheck.errors import ClaimcheckError, ModelError, ReplayError, ServiceError, UnansweredError
from claimcheck.lm import Meter, recording, service_error_from
from claimcheck.lm.engine import Connection, OpenAIEngine, SyncEngine
from claimcheck.lm.faults import wait_before_retry
from tests.serving import reply, serving

GOOD = {
    "id": "1",
    "object": "chat.completion",
    "created": 0,
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "yes"}}],
    "usage": {"prompt_tokens": 7, "completion_tokens": 1, "total_tokens": 8},
}
ASKED = Sent("POST", "http://localhost/v1")
Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def server(*answers: Answer) -> Iterator[tuple[str, list[bytes]]]:
    """A server that gives these answers in turn, the last one for ever; and what it was asked."""
    queue, asked = list(answers), []

    def answer(handler: Any) -> None:
        asked.append(handler.body)
        status, headers, body = queue.pop(0) if len(queue) > 1 else queue[0]
        reply(handler, status, body, **{"content-type": "application/json", **headers})

    with serving(answer) as site:
        yield f"{site.url}/v1", asked


def body(**changes: Any) -> bytes:
    return json.dumps(GOOD | changes).encode()


def ask(
    address: str, question: str = "?", attempts: int = 2, meter: Meter | None = None, timeout: float = 5.0
) -> str:
    from dspy.lm15 import Message, Request

    engine = SyncEngine(
        OpenAIEngine(Connection(address, "sk-secret-key", "m", timeout, attempts), meter or Meter())
    )
    request = Request(model="m", messages=(Message.user(question),))
    try:
        return str(engine.complete(request).text)
    except ClaimcheckError:
        raise
    except Exception as error:
        raise service_error_from(error) from error


def test_a_good_answer_is_returned_and_counted() -> None:
    meter = Meter()
    with server((200, {}, body())) as (address, _):
        assert ask(address, meter=meter) == "yes"
    assert (meter.usage().calls, meter.usage().prompt_tokens) == (1, 7)


def test_a_refused_connection_says_so() -> None:
    with pytest.raises(ServiceError, match="cannot be reached"):
        ask("http://127.0.0.1:9/v1", attempts=1)


def test_a_refused_key_is_not_tried_again() -> None:
    with server((401, {}, b"{}")) as (address, asked), pytest.raises(ServiceError, match="OPENAI_API_KEY"):
        ask(address)
    assert len(asked) == 1


def test_too_many_requests_waits_as_told_and_tries_again() -> None:
    with server((429, {"retry-after": "0"}, b"{}"), (200, {}, body())) as (address, asked):
        assert ask(address) == "yes"
    assert len(asked) == 2


def test_a_server_error_is_tried_again_and_then_told() -> None:
    with (
        server((500, {"retry-after": "0"}, b"{}")) as (address, asked),
        pytest.raises(ServiceError, match="500"),
    ):
        ask(address, attempts=3)
    assert len(asked) == 3


CUT_OFF = {"index": 0, "finish_reason": "length", "message": {"role": "assistant", "content": "ye"}}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (body(choices=[{"finish_reason": "stop", "message": None}]), "no text"),
        (body(choices=[CUT_OFF]), "cut off"),
    ],
)
def test_an_unusable_answer_is_a_model_error(answer: bytes, words: str) -> None:
    with server((200, {}, answer)) as (address, _), pytest.raises(ModelError, match=words):
        ask(address)


def test_what_gives_no_answer_at_all_is_no_model_service() -> None:
    path = (200, {}, b'{"error": "no such path"}')
    with server(path) as (address, _), pytest.raises(UnansweredError, match="no such path"):
        ask(address)


def test_a_page_in_the_place_of_an_answer_is_tried_again_and_is_no_matter_of_one_question() -> None:
    with server((200, {}, b"<html>"), (200, {}, body())) as (address, asked):
        assert ask(address) == "yes"
    assert len(asked) == 2
    page = (200, {}, b"<html>")
    with server(page) as (address, asked), pytest.raises(ServiceError, match="not JSON") as caught:
        ask(address, attempts=3)
    assert not isinstance(caught.value, ModelError)
    assert len(asked) == 3


@pytest.mark.parametrize("headers", [{"retry-after": "0"}, {"retry-after": "Mon, 01 Jan 2024 00:00:00 GMT"}])
def test_a_service_that_asks_for_no_wait_is_not_asked_without_pause(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.uniform", lambda low, high: high)
    refused = APIStatusError("no", response=Response(503, headers=headers, request=ASKED), body=None)

    async def refuse() -> None:
        raise refused

    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    policy = AsyncRetrying(stop=stop_after_attempt(6), wait=wait_before_retry, sleep=sleep, reraise=True)
    with pytest.raises(APIStatusError):
        asyncio.run(policy(refuse))
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0]


def test_a_recording_replays_without_the_server_and_holds_no_key(tmp_path: Path) -> None:
    cassette = tmp_path / "run.yaml"
    with server((200, {"set-cookie": "id=1"}, body())) as (address, _), recording(record=cassette):
        ask(address)
    held = cassette.read_text()
    assert "sk-secret" not in held
    assert "cookie" not in held.lower()
    with recording(replay=cassette):
        assert ask("http://127.0.0.1:9/v1") == "yes"


def test_a_recording_goes_where_a_link_leads(tmp_path: Path) -> None:
    linked, kept = tmp_path / "run.yaml", tmp_path / "kept.yaml"
    kept.write_text("")
    linked.symlink_to(kept)
    with server((200, {}, body())) as (address, _), recording(record=linked):
        ask(address)
    assert linked.is_symlink()
    assert "yes" in kept.read_text()


def test_a_question_that_was_not_recorded_is_a_replay_error(tmp_path: Path) -> None:
    cassette = tmp_path / "run.yaml"
    with server((200, {}, body())) as (address, _), recording(record=cassette):
        ask(address)
    with recording(replay=cassette), pytest.raises(ReplayError, match="holds no answer"):
        ask("http://127.0.0.1:9/v1", "another question")


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text("just words")
    with pytest.raises(ReplayError, match="not a recording"), recording(replay=path):
        pass
    with pytest.raises(ReplayError, match="not there"), recording(replay=tmp_path / "none.yaml"):
        pass


def test_a_slow_server_is_told_with_the_seconds() -> None:
    import socket

    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/v1"
        with pytest.raises(ServiceError, match="did not answer within 1 s"):
            ask(address, attempts=1, timeout=1.0)


def test_a_connection_that_is_cut_in_mid_answer_is_told() -> None:
    whole = body()
    cut = (200, {"content-length": str(len(whole) + 50)}, whole)
    with server(cut) as (address, _), pytest.raises(ServiceError, match="broke off"):
        ask(address, attempts=1)
