"""The adapter asks for the same with fewer tokens, and constrains the answer to the schema."""

import json

import dspy
import pytest
from dspy.utils.exceptions import AdapterParseError

from claimcheck.claims.program import build
from claimcheck.lm import load_prompt
from claimcheck.lm.adapters import compact_adapter
from claimcheck.pipeline import examples_of

FIELDS = {"published": "P", "headline": "H", "context": "C", "dates": "D", "sentence": "S"}


def test_it_says_the_same_in_two_thirds_of_the_words() -> None:
    program = build(load_prompt("extract"), examples_of("extract"))
    lengths = [
        sum(
            len(str(message["content"]))
            for message in adapter.format(program.signature, program.demos, FIELDS)
        )
        for adapter in (compact_adapter(), dspy.JSONAdapter())
    ]
    assert lengths[0] < 0.67 * lengths[1]


def test_what_changes_least_comes_first() -> None:
    program = build(load_prompt("extract"), examples_of("extract"))
    messages = compact_adapter().format(program.signature, program.demos, FIELDS)
    assert messages[0]["role"] == "system"
    last = str(messages[-1]["content"])
    assert [last.index(f"{name}: ") for name in FIELDS] == sorted(last.index(f"{name}: ") for name in FIELDS)


def test_an_answer_on_one_line_is_parsed_into_types() -> None:
    program = build(load_prompt("extract"), [])
    answer = json.dumps({"status": "fact", "claims": [{"claim": "A is B.", "kind": "event", "speaker": ""}]})
    parsed = compact_adapter().parse(program.signature, answer)
    assert parsed["claims"][0].claim == "A is B."


CLAIM = {"claim": "A is B.", "kind": "event", "speaker": ""}


@pytest.mark.parametrize(
    "answer",
    [
        json.dumps({"status": "fact", "claims": [CLAIM]}),
        json.dumps({"claims": [], "status": "opinion"}),
        f"Here it is: {json.dumps({'status': 'fact', 'claims': [CLAIM]})}",
        json.dumps({"status": "fact", "claims": [CLAIM]})[:-1],
        json.dumps({"status": "'fact'", "claims": json.dumps([CLAIM]), "more": 1}),
    ],
)
def test_answers_are_read_as_dspy_reads_them(answer: str) -> None:
    program = build(load_prompt("extract"), [])
    read = [adapter.parse(program.signature, answer) for adapter in (compact_adapter(), dspy.JSONAdapter())]
    assert read[0] == read[1]
    assert list(read[0]) == list(read[1])


@pytest.mark.parametrize(
    "answer", ['{"status": "fact"}', '{"status": "fact", "claims": [{"kind": 3}]}', "no"]
)
def test_answers_that_dspy_refuses_are_refused(answer: str) -> None:
    program = build(load_prompt("extract"), [])
    for adapter in (compact_adapter(), dspy.JSONAdapter()):
        with pytest.raises(AdapterParseError):
            adapter.parse(program.signature, answer)
