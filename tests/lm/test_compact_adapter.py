"""The adapter asks for the same with fewer tokens, and constrains the answer to the schema."""

import json

import dspy

from claimcheck.claims.program import build
from claimcheck.lm import compact_adapter, load_prompt
from claimcheck.programs import examples_of

FIELDS = {"published": "P", "headline": "H", "context": "C", "dates": "D", "sentence": "S"}


def test_it_says_the_same_in_three_quarters_of_the_words() -> None:
    program = build(load_prompt("extract"), examples_of("extract"))
    lengths = [
        sum(
            len(str(message["content"]))
            for message in adapter.format(program.signature, program.demos, FIELDS)
        )
        for adapter in (compact_adapter(), dspy.JSONAdapter())
    ]
    assert lengths[0] < 0.75 * lengths[1]


def test_what_changes_least_comes_first() -> None:
    program = build(load_prompt("extract"), examples_of("extract"))
    messages = compact_adapter().format(program.signature, program.demos, FIELDS)
    assert messages[0]["role"] == "system"
    last = str(messages[-1]["content"])
    assert [last.index(f"{name}: ") for name in FIELDS] == sorted(last.index(f"{name}: ") for name in FIELDS)


def test_an_answer_on_one_line_is_parsed_into_types() -> None:
    program = build(load_prompt("extract"), [])
    answer = json.dumps({"status": "fact", "alone": "A is B.", "speaker": "", "claims": ["A is B."]})
    parsed = compact_adapter().parse(program.signature, answer)
    assert parsed["claims"] == ["A is B."]
