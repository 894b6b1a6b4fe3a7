"""A service that does not take a parameter is asked without it, and no more than once with it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import ServiceError
from claimcheck.lm import Caller, ModelOptions, open_model, recording
from claimcheck.lm.parameters import Parameters
from tests.lm.test_faults_of_the_model_service import body

SCHEMA = {"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}
ASKED = {
    "messages": [],
    "model": "m",
    "max_completion_tokens": 500,
    "temperature": 0.0,
    "response_format": SCHEMA,
    "logprobs": True,
    "top_logprobs": 20,
}


def refusal(message: str, **more: Any) -> dict[str, Any]:
    return {"message": message, **more}


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        (
            refusal(
                "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1)."
            ),
            "temperature",
        ),
        (refusal("logprobs are not supported with reasoning models."), "logprobs"),
        (refusal("Unsupported parameter: 'top_logprobs' is not supported with this model."), "logprobs"),
        (
            [
                {
                    "error": {
                        "message": 'Invalid JSON payload received. Unknown name "logprobs": Cannot find field.'
                    }
                }
            ],
            "logprobs",
        ),
        (
            {
                "detail": [
                    {
                        "type": "extra_forbidden",
                        "loc": ["body", "max_completion_tokens"],
                        "msg": "Extra inputs",
                    }
                ]
            },
            "max_completion_tokens",
        ),
        (refusal("This response_format type is unavailable now"), "response_format"),
        (refusal("This model does not support response format `json_schema`."), "response_format"),
        ("'response_format.type' must be 'json_object' or 'text'", "response_format"),
    ],
)
def test_what_a_refusal_names_is_left_out_or_changed(said: object, gone: str) -> None:
    known = Parameters()
    known.learn(400, said, known.fitted(ASKED))
    sent = known.fitted(ASKED)
    changed = {name for name in ASKED if sent.get(name) != ASKED[name]}
    assert changed == {gone} | ({"top_logprobs"} if gone == "logprobs" else set())
    assert sent.get("response_format") == ({"type": "json_object"} if gone == "response_format" else SCHEMA)
    assert sent.get("max_tokens") == (500 if gone == "max_completion_tokens" else None)


def test_a_format_goes_in_two_steps() -> None:
    known, said = Parameters(), refusal("response_format is not supported")
    for _ in range(2):
        known.learn(422, said, known.fitted(ASKED))
    assert "response_format" not in known.fitted(ASKED)
    before = known.fitted(ASKED)
    known.learn(422, said, before)
    assert known.fitted(ASKED) == before


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, refusal("This model's maximum context length is 4096 tokens; the temperature is high")),
        (400, refusal("The response was filtered: the prompt is not allowed by the content policy")),
        (400, None),
        (404, refusal("temperature is not supported")),
        (500, refusal("response_format is not supported")),
    ],
)
def test_any_other_refusal_changes_nothing(status: int, said: object) -> None:
    known = Parameters()
    known.learn(status, said, ASKED)
    assert known.fitted(ASKED) == ASKED


class Thinker:
    """A service with a model that thinks: it refuses what such models refuse, a parameter at a time."""

    def __init__(self, reply: Callable[..., None]) -> None:
        self._reply = reply
        self.asked: list[dict[str, Any]] = []

    def __call__(self, handler: Any) -> None:
        asked = json.loads(handler.body)
        self.asked.append(asked)
        wrong = [name for name in ("temperature", "response_format") if name in asked]
        said = (
            {"error": {"message": f"Unsupported parameter: '{wrong[0]}'", "param": wrong[0]}} if wrong else {}
        )
        status, data = (400, json.dumps(said).encode()) if wrong else (200, body(choices=[ANSWER]))
        self._reply(handler, status, data, content_type="application/json")


ANSWER = {"finish_reason": "stop", "message": {"role": "assistant", "content": '{"facts": ["a"]}'}}


def program() -> Any:
    import dspy

    return dspy.Predict(dspy.Signature("sentence -> facts: list[str]", "Name the facts."))


def asked_of(model: Any, *sentences: str) -> list[list[str]]:
    import asyncio

    async def all_of_them() -> list[list[str]]:
        call = Caller(model)
        try:
            return [(await call(program(), {"sentence": one})).facts for one in sentences]
        finally:
            await model.aclose()

    return asyncio.run(all_of_them())


def test_a_model_that_thinks_is_asked_as_it_wants_to_be(
    serve: Callable[..., Any], reply: Callable[..., None]
) -> None:
    service = Thinker(reply)
    options = ModelOptions(thinking=4000)
    with open_model("gpt-5-mini", f"{serve(service).url}/v1", "k", options=options) as model:
        assert asked_of(model, "One.", "Two.") == [["a"], ["a"]]
    assert [request["model"] for request in service.asked] == ["gpt-5-mini"] * 5
    assert [request["max_completion_tokens"] for request in service.asked] == [4500] * 5
    assert "temperature" in service.asked[0]
    assert all("temperature" not in request for request in service.asked[1:])
    assert all("response_format" not in request for request in service.asked[3:])


def test_what_is_found_out_is_recorded_for_each_question_so_that_it_replays_in_any_order(
    serve: Callable[..., Any], reply: Callable[..., None], tmp_path: Path
) -> None:
    service, tape = Thinker(reply), tmp_path / "run.yaml"
    address = f"{serve(service).url}/v1"
    with recording(record=tape), open_model("m", address, "k", taped=True) as model:
        assert asked_of(model, "One.", "Two.") == [["a"], ["a"]]
    assert len(service.asked) == 8
    with recording(replay=tape), open_model("m", address, "k", taped=True) as model:
        assert asked_of(model, "Two.", "One.") == [["a"], ["a"]]
    assert len(service.asked) == 8


def test_a_service_that_refuses_all_the_same_is_told(
    serve: Callable[..., Any], reply: Callable[..., None]
) -> None:
    said = json.dumps({"error": {"message": "temperature is not supported, nor anything else"}})
    site = serve(lambda handler: reply(handler, 400, said, content_type="application/json"))
    with (
        open_model("m", f"{site.url}/v1", "k") as model,
        pytest.raises(ServiceError, match="nor anything else"),
    ):
        asked_of(model, "One.")
    assert len(site.asked) == 2
