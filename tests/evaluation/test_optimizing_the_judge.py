"""Learning examples, with a server on loopback that answers by rule: what helps is kept, what does not is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import ServiceError, UsageError
from claimcheck.evaluation.optimizing import Optimized, optimize_verdict, parts
from claimcheck.lm import ModelOptions, PerCall, load_prompt, open_model
from claimcheck.programs import examples_of, hashes, judge_for
from claimcheck.verdicts.learned import judge_examples, read_learned

WORDS = {"SUPPORTED": "supports", "REFUTED": "refutes"}
Rule = Callable[[str, str, list[dict[str, Any]]], str]


def right_word(evidence: str, claim: str) -> str:
    """The made-up cases are that plain: a balloon of the colour that the evidence gives."""
    return "supports" if claim.split()[-1] in evidence else "refutes"


def name_of(number: int) -> str:
    return f"{chr(65 + number // 10)}{chr(97 + number % 10)}lix"


EASY = {name_of(number) for number in range(60) if number % 4 < 2}
CHOOSE: set[str] = set()


class Service:
    """Answers the judge's questions by a rule on `(evidence, claim, earlier messages)`; counts what it is asked."""

    def __init__(self, rule: Rule, most: int = 10**6) -> None:
        self.asked, self.rule, self.most = 0, rule, most
        self.answers = 10**6  # beyond them it refuses what it is asked

    def answer(self, messages: list[dict[str, Any]]) -> str:
        self.asked += 1
        last = text_of(messages[-1])
        fields = dict(line.split(": ", 1) for line in last.splitlines() if ": " in line)
        if "stance: " in last:
            return json.dumps({"sentence": 1, "why": "It gives the colour."})
        if "second" in text_of(messages[0]) or "Look once more" in text_of(messages[0]):
            return "yes"
        return self.rule(fields.get("evidence", ""), fields.get("claim", ""), messages[1:-1])


def text_of(message: dict[str, Any]) -> str:
    content = message["content"]
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


@pytest.fixture
def serve(serve: Any, reply: Any) -> Callable[[Service], str]:
    """`serve(service)` starts a server that answers as the service does, and gives its address."""

    def start(service: Service) -> str:
        def answer(handler: Any) -> None:
            gone = service.asked >= service.most
            text = "" if gone else service.answer(json.loads(handler.body)["messages"])
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
            usage = {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10}
            held = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
            status = 401 if gone else 400 if service.asked > service.answers else 200
            body = json.dumps(held | {"choices": [choice], "usage": usage})
            reply(handler, status, body, content_type="application/json")

        return f"{serve(answer).url}/v1"

    return start


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = []
    for number in range(60):
        good, colour = number % 2 == 0, ["red", "green", "white"][number % 3]
        said = colour if good else "black"
        evidence = [{"question": "Notice", "answer": f"Balloon {name_of(number)} is {colour} all over."}]
        claim = f"Balloon {name_of(number)} is painted {said}"
        held = {"id": name_of(number), "claim": claim, "evidence": evidence}
        rows.append(json.dumps(held | {"label": "SUPPORTED" if good else "REFUTED"}))
    path = tmp_path / "balloons.jsonl"
    path.write_text("\n".join(rows))
    return path


def learns(evidence: str, claim: str, shown: list[dict[str, Any]]) -> str:
    """Right on every second balloon; on all of them once it was shown one of them."""
    known = any("Balloon" in text_of(message) for message in shown)
    return right_word(evidence, claim) if known or claim.split()[1] in EASY else "neither"


def spoilt(evidence: str, claim: str, shown: list[dict[str, Any]]) -> str:
    """Right until it was shown a balloon, then never."""
    known = any("Balloon" in text_of(message) for message in shown)
    return "neither" if known else right_word(evidence, claim)


def lucky(evidence: str, claim: str, shown: list[dict[str, Any]]) -> str:
    """What it was shown helps on the cases that choose, and spoils all others."""
    known = any("Balloon" in text_of(message) for message in shown)
    chooses = claim.split()[1] in CHOOSE
    return right_word(evidence, claim) if known == chooses else "neither"


SINGLY = ModelOptions(claims_per_call=1)


def optimize(
    url: str, data: Path, *, task: str = "averitec", asked: ModelOptions = SINGLY, **options: Any
) -> Optimized:
    with open_model("m", url, options=asked) as model:
        return optimize_verdict(task, data, model, limit=8, **options)


def test_examples_that_help_are_kept(serve: Callable[[Service], str], data: Path) -> None:
    found = optimize(serve(Service(learns)), data)
    assert found.learned is not None
    assert found.learned.after > found.learned.before
    assert any("Balloon" in example.claim for example in found.learned.examples)
    assert found.attempts[0].name == "as it is"


def test_examples_that_do_harm_are_refused(serve: Callable[[Service], str], data: Path) -> None:
    found = optimize(serve(Service(spoilt)), data)
    assert found.learned is None
    assert "no candidate" in found.why


def test_examples_that_only_seemed_to_help_are_refused_by_the_part_held_back(
    serve: Callable[[Service], str], data: Path
) -> None:
    from claimcheck.evaluation.datasets import load

    CHOOSE.update(case.id for case in parts(load("averitec", data)[0])[1])
    found = optimize(serve(Service(lucky)), data)
    assert found.gain is not None
    assert found.gain.value < 0
    assert found.learned is None


def test_a_spent_budget_keeps_nothing(serve: Callable[[Service], str], data: Path) -> None:
    service = Service(learns)
    found = optimize(serve(service), data, max_calls=40)
    assert found.learned is None
    assert "budget of 40 calls" in found.why
    assert service.asked <= 44


def test_questions_that_are_refused_are_of_the_budget_too(
    serve: Callable[[Service], str], data: Path
) -> None:
    service = Service(learns)
    service.answers = 5
    found = optimize(serve(service), data, max_calls=60)
    assert found.calls == service.asked > 5


def test_an_interrupted_search_asks_for_no_verdict_twice(
    serve: Callable[[Service], str], data: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "progress.jsonl"
    service = Service(learns)
    url = serve(service)
    expected = optimize(url, data)
    whole = service.asked
    service.most = 2 * whole - 5
    with pytest.raises(ServiceError):
        optimize(url, data, kept=kept)
    service.most = 10**6
    assert optimize(url, data, kept=kept).learned == expected.learned
    assert service.asked == 2 * whole
    service.most = 0
    assert optimize(url, data, kept=kept).learned == expected.learned  # nothing is learned anew, either


def test_what_another_data_set_was_judged_by_decides_nothing(
    serve: Callable[[Service], str], data: Path, tmp_path: Path
) -> None:
    kept, url = tmp_path / "progress.jsonl", serve(Service(learns))
    assert optimize(url, data, kept=kept).learned is not None
    turned = (
        data.read_text().replace("SUPPORTED", "?").replace("REFUTED", "SUPPORTED").replace("?", "REFUTED")
    )
    data.write_text(turned)
    fresh = optimize(url, data)
    assert fresh.learned is None
    assert optimize(url, data, kept=kept) == fresh


def test_another_address_is_asked_itself(serve: Callable[[Service], str], data: Path, tmp_path: Path) -> None:
    kept = tmp_path / "progress.jsonl"
    first, other = Service(learns), Service(learns)
    optimize(serve(first), data, kept=kept)
    optimize(serve(other), data, kept=kept)
    assert other.asked == first.asked


def test_a_model_that_judges_several_claims_a_call_is_told_what_to_set(
    serve: Callable[[Service], str], data: Path
) -> None:
    service = Service(learns)
    with pytest.raises(UsageError, match="claims_per_call = 1"):
        optimize(serve(service), data, asked=ModelOptions())
    assert service.asked == 0


def test_nonsense_is_wrong_and_stops_nothing(serve: Callable[[Service], str], data: Path) -> None:
    found = optimize(serve(Service(lambda evidence, claim, shown: "banana")), data)
    assert found.learned is None
    assert found.attempts[0].score == 0


def test_what_was_learned_is_what_the_judge_is_shown(
    serve: Callable[[Service], str], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = serve(Service(learns))
    learned = optimize(url, data).learned
    assert learned is not None
    path = tmp_path / "verdict.json"
    path.write_text(learned.model_dump_json())
    monkeypatch.setenv("CLAIMCHECK_VERDICT", str(path))
    assert "verdict.json" in hashes(PerCall(), "m")
    assert "verdict.json" not in hashes(PerCall(claims=10), "m")  # whose examples are others
    assert "verdict.json" not in hashes(PerCall(), "another model")
    with open_model("m", url) as model:
        shown = judge_for(model)._program.demos
    assert [dict(demo) for demo in shown] == [example.model_dump() for example in learned.examples]
    assert judge_examples("another model", examples_of("judge")) == examples_of("judge")


def test_a_stale_or_damaged_file_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match="is not what"):
        read_learned("{}", load_prompt("judge").sha256, "verdict.json")
    stale = {"model": "m", "prompt_sha256": "0" * 64, "learned_from": "x", "held_back_cases": 1}
    path = tmp_path / "verdict.json"
    path.write_text(json.dumps(stale | {"before": 0, "after": 1, "examples": []}))
    monkeypatch.setenv("CLAIMCHECK_VERDICT", str(path))
    with pytest.raises(UsageError, match="another judge's prompt"):
        judge_examples("m", [])
    monkeypatch.setenv("CLAIMCHECK_VERDICT", str(tmp_path / "nowhere.json"))
    with pytest.raises(UsageError, match="cannot be read"):
        judge_examples("m", [])
