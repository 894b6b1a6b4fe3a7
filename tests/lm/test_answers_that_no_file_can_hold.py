"""Half characters and odd logarithms in a model's answer are made harmless where the answer comes in."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.lm import KeptAnswers, open_model, probabilities
from claimcheck.lm.surrogates import whole_characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"bad \ud800 one", "bad � one"),
        (r"\udC00\uD800", "��"),
        (r"\ud83d\ude00", r"\ud83d\ude00"),  # a pair
        (r"\ud800\ud83d\ude00", "�" + r"\ud83d\ude00"),
        (r"\\ud800 \\\ud800 \n", r"\\ud800 \\" + "�" + r" \n"),  # after a backslash, letters
        ("raw \ud800 one", "raw � one"),
        ("plain 😀 é", "plain 😀 é"),
        ("\\", "\\"),
    ],
)
def test_half_a_character_is_replaced_and_nothing_else(text: str, expected: str) -> None:
    assert whole_characters(text) == expected


@pytest.mark.parametrize("said", [r'{"why": "bad \ud800 one"}', '{"why": "bad \ud800 one"}'])
def test_an_answer_with_half_a_character_is_read_and_kept(
    serve: Any, reply: Any, tmp_path: Path, said: str
) -> None:
    from dspy.lm15 import Message, Request

    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
    held = {"id": "\ud800", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
    site = serve(lambda handler: reply(handler, body=json.dumps(held), content_type="application/json"))
    request = Request(model="m", messages=(Message.user("?"),))
    for _ in range(2):  # the second time from what is kept
        kept = KeptAnswers(tmp_path / "answers.db")
        with open_model("m", f"{site.url}/v1", kept=kept) as model:
            text = model.lm.engine.complete(request).text
        assert json.loads(text)["why"] == "bad � one"
        assert not kept.notes
    assert len(site.asked) == 1


def alternatives(*rows: Any) -> Any:
    return SimpleNamespace(logprobs={"content": [{"top_logprobs": list(rows)}]})


GOOD = {"token": "yes", "logprob": -0.1}


@pytest.mark.parametrize(
    "odd",
    [
        {"token": "no", "logprob": float("nan")},
        {"token": "no", "logprob": float("-inf")},
        {"token": "no", "logprob": float("inf")},
        {"token": "no", "logprob": -(10**400)},
        {"token": "no", "logprob": "-0.1"},
        {"token": "no", "logprob": None},
        {"token": None, "logprob": -0.1},
        {"token": "no"},
        "no",
    ],
)
def test_an_alternative_without_a_finite_logarithm_counts_for_nothing(odd: Any) -> None:
    assert probabilities(alternatives(GOOD, odd), ("yes", "no")) == {"yes": 1.0, "no": 0.0}


def test_no_probability_is_above_one() -> None:
    one, other = {"token": "yes", "logprob": 9999}, {"token": "no", "logprob": 0.0}
    assert probabilities(alternatives(one, other), ("yes", "no")) == {"yes": 0.5, "no": 0.5}


def test_where_no_alternative_is_of_use_there_are_no_probabilities() -> None:
    assert probabilities(alternatives({"token": "no", "logprob": float("nan")}), ("yes", "no")) is None
    assert probabilities(SimpleNamespace(logprobs={"content": [{"top_logprobs": None}]}), ("yes",)) is None
