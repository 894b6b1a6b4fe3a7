"""The benches' server: what it counts, how it answers, and that it keeps to its capacity and its faults."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.server.accounts import Call, heaviest_chain, rounds
from benchmarks.server.app import App, Settings
from benchmarks.server.recordings import key, load
from benchmarks.server.stand_in import completion

ROOT = Path(__file__).resolve().parents[2]
CASSETTE = ROOT / "cassettes" / "pipeline" / "example.yaml"


def question(text: str, **more: Any) -> dict[str, Any]:
    return {"model": "m", "messages": [{"role": "user", "content": text}], **more}


def shaped(**properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties}
    return {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}}


def written(body: dict[str, Any]) -> Any:
    return completion(body)["choices"][0]["message"]["content"]


async def asked(app: App, bodies: list[dict[str, Any]]) -> tuple[list[httpx.Response], dict[str, Any]]:
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://bench") as client:
        answers = await asyncio.gather(*(client.post("/v1/chat/completions", json=b) for b in bodies))
        return list(answers), (await client.get("/account")).json()


def test_rounds_are_the_most_calls_one_after_another() -> None:
    at_once = [Call(0.0, 1.0, 1.0), Call(0.1, 0.9, 0.8), Call(0.2, 1.5, 1.3)]
    assert rounds(at_once) == 1
    assert rounds([*at_once, Call(1.0, 2.0, 1.0)]) == 2
    assert rounds([]) == 0


def test_the_heaviest_chain_prefers_the_longer_latencies_over_the_more_calls() -> None:
    calls = [Call(0.0, 1.0, 1.0), Call(1.0, 2.0, 1.0), Call(0.0, 3.0, 3.0)]
    assert rounds(calls) == 2
    assert heaviest_chain(calls) == 3.0


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=8))
def test_rounds_and_chain_are_those_of_trying_every_chain(drawn: list[tuple[int, int]]) -> None:
    calls = [Call(float(start), float(start + took), float(took)) for start, took in drawn]

    def longest(after: float, weigh: bool) -> float:
        free = [call for call in calls if call.arrived >= after]
        return max(((c.latency if weigh else 1) + longest(c.ended, weigh) for c in free), default=0)

    assert rounds(calls) == longest(-1, weigh=False)
    assert heaviest_chain(calls) == longest(-1, weigh=True)


def test_no_more_calls_are_answered_at_once_than_the_capacity() -> None:
    app = App(Settings(latency=0.02, capacity=2))
    answers, account = asyncio.run(asked(app, [question(str(i)) for i in range(6)]))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert account["calls"] == 6
    assert account["most_in_flight"] == 6
    assert account["rounds"] == 1  # they were all there at the beginning
    assert account["span"] >= 3 * 0.02


def test_faults_come_in_their_share_and_are_counted() -> None:
    app = App(Settings(too_many=0.5))
    answers, account = asyncio.run(asked(app, [question(str(i)) for i in range(40)]))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert 5 < len(refused) < 35
    assert all(answer.headers["retry-after"] == "0" for answer in refused)
    assert account["answered_by"] == {"stand-in": 40 - len(refused), "too many": len(refused)}


def test_a_recorded_request_is_answered_as_recorded_whatever_the_models_name() -> None:
    recordings = load(CASSETTE)
    body = json.loads(next(iter(recordings)))
    app = App(Settings(), recordings)
    answers, account = asyncio.run(asked(app, [body | {"model": "another"}, question("new")]))
    assert answers[0].json() == recordings[key(body)]
    assert account["answered_by"] == {"recording": 1, "stand-in": 1}


def test_the_stand_in_says_the_same_to_the_same_question() -> None:
    body = question("evidence: x\nclaim: y", logprobs=True)
    assert completion(body) == completion(body)
    alternatives = completion(body)["choices"][0]["logprobs"]["content"][0]["top_logprobs"]
    assert {one["token"] for one in alternatives} == {"yes", "no"}


def test_the_stand_in_answers_with_a_word_of_the_demonstrations() -> None:
    shown = [{"role": "assistant", "content": word} for word in ("supports", "refutes")]
    body = {"messages": [*shown, {"role": "user", "content": "claim: z"}]}
    assert written(body) in {"supports", "refutes"}


def test_the_stand_in_copies_the_sentence_as_the_claim() -> None:
    item = {"type": "object", "properties": {"claim": {"type": "string"}, "speaker": {"type": "string"}}}
    form = shaped(status={"enum": ["opinion", "fact"]}, claims={"type": "array", "items": item})
    held = json.loads(written(question("dates: \nsentence: It cost 4 million.", **form)))
    assert held == {"status": "fact", "claims": [{"claim": "It cost 4 million.", "speaker": ""}]}


def test_the_stand_in_answers_every_numbered_sentence_and_claim() -> None:
    claim = {"type": "object", "properties": {"claim": {"type": "string"}}}
    item = {"sentence": {"type": "integer"}, "claims": {"type": "array", "items": claim}}
    form = shaped(answers={"type": "array", "items": {"type": "object", "properties": item}})
    text = "context: [9] none\nsentences: [1] In March it fell. (March = 2024-03)\n[2] It rose."
    assert json.loads(written(question(text, **form)))["answers"] == [
        {"sentence": 1, "claims": [{"claim": "In March it fell."}]},
        {"sentence": 2, "claims": [{"claim": "It rose."}]},
    ]
    item = {"claim": {"type": "integer"}, "supporting": {"type": "integer"}, "sure": {"type": "integer"}}
    form = shaped(answers={"type": "array", "items": {"type": "object", "properties": item}})
    text = "evidence: Notes\n[4] It fell.\nclaims: Claim 1 (evidence: 4-5): It fell.\nClaim 2 (evidence: 6): It rose."
    assert json.loads(written(question(text, **form)))["answers"] == [
        {"claim": 1, "supporting": 4, "sure": 90},
        {"claim": 2, "supporting": 6, "sure": 90},
    ]


def test_the_stand_in_halves_a_sentence_of_two_facts() -> None:
    item = {"type": "object", "properties": {"claim": {"type": "string"}}}
    form = shaped(claims={"type": "array", "items": item})
    held = json.loads(written(question("sentence: It cost 4 million, and the port lost 2.", **form)))
    assert [one["claim"] for one in held["claims"]] == ["It cost 4 million", "The port lost 2."]


def test_the_stand_in_writes_as_many_tokens_as_are_asked_for() -> None:
    assert completion(question("x", stand_in_tokens=30))["usage"]["completion_tokens"] == 30
