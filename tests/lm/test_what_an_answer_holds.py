"""An answer is used whole or not at all, in whatever shape it comes; what is beside its text costs it nothing."""

import json
from typing import Any

import pytest

from claimcheck.errors import ModelError, RefusedError, ServiceError
from claimcheck.lm.answers import body_of, text_of
from tests.lm.test_faults_of_the_model_service import GOOD, ask, body, server


def choice(ended: str | None = "stop", **message: Any) -> bytes:
    return body(choices=[{"index": 0, "finish_reason": ended, "message": {"role": "assistant"} | message}])


@pytest.mark.parametrize(
    "ended", ["content_filter", "content_filter: SAFETY", "RECITATION", "prohibited_content", "safety"]
)
def test_what_a_filter_cut_off_is_not_read(ended: str) -> None:
    answer = choice(ended, content='{"answers": [{"claim": 1, "stance": "supports"}]}')
    with server((200, {}, answer)) as (address, asked), pytest.raises(RefusedError, match="a filter"):
        ask(address)
    assert len(asked) == 1


@pytest.mark.parametrize("ended", ["length", "max_tokens", "model_length"])
def test_what_was_cut_off_at_its_length_is_not_read(ended: str) -> None:
    with (
        server((200, {}, choice(ended, content="ye"))) as (address, _),
        pytest.raises(ModelError, match="cut off"),
    ):
        ask(address)


@pytest.mark.parametrize("ended", ["error", "abort", "insufficient_system_resource"])
def test_what_the_service_broke_off_is_not_read(ended: str) -> None:
    with (
        server((200, {}, choice(ended, content="ye"))) as (address, _),
        pytest.raises(ModelError, match="broke the answer off"),
    ):
        ask(address)


@pytest.mark.parametrize("ended", ["stop", "eos", "end_turn", "", None])
def test_whatever_else_a_service_says_of_the_end_the_answer_is_whole(ended: str | None) -> None:
    assert text_of(json.loads(choice(ended, content="yes"))) == "yes"


def test_a_model_that_thought_until_no_room_was_left_is_told_with_the_setting() -> None:
    answer = choice("length", content="", reasoning_content="Let me see")
    with server((200, {}, answer)) as (address, _), pytest.raises(ModelError, match="set thinking under"):
        ask(address)


def test_a_refusal_is_told_in_the_models_words() -> None:
    answer = choice(content=None, refusal="I cannot speak\nof that.")
    with (
        server((200, {}, answer)) as (address, _),
        pytest.raises(RefusedError, match="refused to answer: I cannot speak of that"),
    ):
        ask(address)


@pytest.mark.parametrize("content", ["", " \n", "<think>It is so</think>\n"])
def test_an_empty_answer_is_told(content: str) -> None:
    with server((200, {}, choice(content=content))) as (address, _), pytest.raises(ModelError, match="empty"):
        ask(address)


def test_text_in_parts_is_joined_without_the_thoughts() -> None:
    parts = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
        {"type": "text", "text": "ye"},
    ]
    with server((200, {}, choice(content=[*parts, {"type": "text", "text": "s"}]))) as (address, _):
        assert ask(address) == "yes"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('<think>perhaps {"a": 1}, {b}</think>\n{"a": 2}', '\n{"a": 2}'),
        ("so it is\n</think>yes", "yes"),  # where the template has written the beginning
        ('{"a": "he wrote </think> there"}', '{"a": "he wrote </think> there"}'),
    ],
)
def test_what_a_model_thinks_aloud_is_no_part_of_its_answer(written: str, left: str) -> None:
    assert text_of(json.loads(choice(content=written))) == left


@pytest.mark.parametrize(
    "kind", ["application/json; charset=iso-8859-1", "text/plain; charset=latin-1", "application/json"]
)
def test_json_is_utf_8_whatever_a_header_says(kind: str) -> None:
    held = json.loads(choice(content="1,000 people in Zürich’s “Altstadt”"))
    for raw in (json.dumps(held, ensure_ascii=False).encode(), b"\xef\xbb\xbf" + json.dumps(held).encode()):
        with server((200, {"content-type": kind}, raw)) as (address, _):
            assert ask(address) == "1,000 people in Zürich’s “Altstadt”"


@pytest.mark.parametrize("usage", ["x", {"prompt_tokens": None, "completion_tokens": "3"}, [1], None])
def test_an_odd_usage_costs_no_answer(usage: object) -> None:
    with server((200, {}, body(usage=usage))) as (address, _):
        assert ask(address) == "yes"


def test_a_fault_that_is_told_under_200_is_told_and_tried_again_where_it_may_pass() -> None:
    gone = json.dumps({"error": {"code": 502, "message": "Provider returned error"}}).encode()
    with server((200, {}, gone), (200, {}, body())) as (address, asked):
        assert ask(address) == "yes"
    assert len(asked) == 2
    with server((200, {}, gone)) as (address, asked), pytest.raises(ServiceError, match="Provider returned"):
        ask(address, attempts=2)
    assert len(asked) == 2
    wrong = json.dumps({"error": {"code": 400, "message": "no such model"}}).encode()
    with server((200, {}, wrong)) as (address, asked), pytest.raises(ServiceError, match="no such model"):
        ask(address)
    assert len(asked) == 1


def test_a_body_without_anything_but_its_text_is_enough() -> None:
    assert text_of(body_of(b'{"choices": [{"message": {"content": "yes"}}]}', "there")) == "yes"
    assert GOOD["choices"]
