"""Scores against values worked out by hand; data that is wrong names its line; a run resumes."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Label
from claimcheck.errors import InputError, ServiceError, UsageError
from claimcheck.evaluation import evaluate
from claimcheck.evaluation.datasets import Half, balanced, half_named, half_with, load
from claimcheck.evaluation.running import found_for
from claimcheck.evaluation.scores import (
    Outcome,
    accuracy,
    calibration_error,
    confident_and_wrong,
    macro_f1,
    mcnemar,
    scored,
)
from claimcheck.evaluation.table import compared, table
from claimcheck.lm import Caller, Meter, PerCall
from claimcheck.lm.endpoints import Endpoint, LanguageModel
from claimcheck.verdicts.signs import SUPPORT_OVER_REFUTATION
from tests.evaluation.answering import stand_in

S, R, N = Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE


def outcomes(*rows: tuple[Label, Label, float]) -> list[Outcome]:
    return [Outcome(id=str(i), gold=g, given=v, confidence=c) for i, (g, v, c) in enumerate(rows)]


FOUR = outcomes((S, S, 0.9), (S, R, 0.9), (R, R, 0.5), (R, N, 0.5))


def test_scores_are_those_worked_out_by_hand() -> None:
    assert accuracy(FOUR) == 0.5
    assert macro_f1(FOUR) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert confident_and_wrong(FOUR) == 0.5
    assert calibration_error(FOUR) == pytest.approx(0.5 * 0.4 + 0.5 * 0.0)


def test_the_calibration_of_the_verdicts_given_leaves_out_what_is_open() -> None:
    held = scored(FOUR)["calibration error, of the same"]
    assert (held.value, held.cases) == (pytest.approx(2 / 3 * 0.4 + 1 / 3 * 0.5), 3)


def weighed(gold: Label, given: Label, leaning: float | None) -> Outcome:
    signs = None if leaning is None else {SUPPORT_OVER_REFUTATION: leaning}
    return outcomes((gold, given, 0.5))[0].model_copy(update={"signs": signs})


def test_verdicts_are_scored_where_they_are_given_and_as_if_each_had_to_be() -> None:
    cases = [weighed(S, S, -1), weighed(S, N, 0.4), weighed(R, N, 0.4), weighed(R, Label.UNCHECKED, None)]
    held = scored([case.model_copy(update={"id": str(i)}) for i, case in enumerate(cases)])
    given = held["right, of Supported and Refuted"]
    assert (given.value, given.cases) == (1.0, 1)
    assert held["accuracy, if each were decided"].value == 0.5
    assert held["accuracy"].value == 0.25


@pytest.mark.parametrize("case", [weighed(N, N, 0.4), weighed(S, S, None)])
def test_no_side_is_taken_where_a_third_label_is_right_or_no_word_is_known(case: Outcome) -> None:
    assert "accuracy, if each were decided" not in scored([case])


def test_an_interval_holds_its_value_and_is_the_same_twice() -> None:
    one = scored(FOUR)
    assert one == scored(FOUR)
    assert all(score.low <= score.value <= score.high for score in one.values())


def test_mcnemar_counts_what_only_one_run_got_right() -> None:
    better = outcomes((S, S, 0.9), (S, S, 0.9), (R, R, 0.5), (R, R, 0.5))
    assert mcnemar(list(zip(FOUR, better, strict=True))) == (0, 2, 0.5)


def row(number: int, label: str) -> str:
    gold = [{"section_header": "Span", "text": "The bridge is 640 metres long."}]
    held = {"id": f"r{number}", "claim": "The bridge is 640 metres long.", "label": label, "page": "Bridge"}
    return json.dumps(held | {"gold_evidence": gold})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "fm2.jsonl"
    path.write_text("\n".join(row(i, "SUPPORTED" if i % 2 else "REFUTED") for i in range(6)))
    return path


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 7: not JSON"),
        ("[]", "line 7: not an object"),
        (row(9, "MAYBE"), "line 7: the field 'label' is 'MAYBE'"),
        (row(9, "REFUTED").replace('"claim"', '"text"'), "line 7: the field 'claim'"),
    ],
)
def test_wrong_data_names_the_line_and_the_field(data: Path, line: str, words: str) -> None:
    data.write_text(data.read_text() + "\n" + line)
    with pytest.raises(InputError, match=words):
        load("fm2", data)
    with pytest.raises(UsageError, match="averitec"):
        load("papyrus", data)


def test_a_limit_is_balanced_and_the_same_twice(data: Path) -> None:
    cases, _ = load("fm2", data)
    chosen = balanced(cases, 4)
    assert chosen == balanced(cases, 4)
    assert [case.gold for case in chosen].count(S) == 2


SAYS = SimpleNamespace(why="So.", stance="supports", sentence=1)


def test_an_interrupted_evaluation_continues_where_it_was(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.jsonl"
    with pytest.raises(ServiceError):
        evaluate("fm2", data, stand_in(monkeypatch, SAYS, SAYS, ServiceError("gone")), kept=kept)
    kept.write_text(kept.read_text() + '{"key": "torn')
    first = len(kept.read_text().splitlines()) - 1
    assert first == 2
    scores = evaluate("fm2", data, stand_in(monkeypatch, SAYS), kept=kept)
    assert len(scores.outcomes) == 6
    assert scores.scores["accuracy"].value == 0.5
    again = evaluate("fm2", data, stand_in(monkeypatch, ServiceError("not to be asked")), kept=kept)
    assert again.outcomes == scores.outcomes


def test_several_cases_a_call_are_scored_as_one_run_of_its_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    async def call(self: Any, program: Any, fields: dict[str, str], longest: int | None = None) -> Any:
        asked.append(fields["claims"])
        answer = {
            "why": "So.",
            "supporting": 1,
            "refuting": 0,
            "same": "yes",
            "stance": "supports",
            "sure": 90,
        }
        return SimpleNamespace(answers=[answer | {"claim": n} for n in range(1, 4)])

    monkeypatch.setattr(Caller, "__call__", call)
    one = Endpoint("m", "e", embedded=False)
    model = LanguageModel(None, one, "m", Meter(), small=False, per_call=PerCall(1, 3, 16384))
    scores = evaluate("fm2", data, model, kept=tmp_path / "kept.jsonl")
    assert len(asked) == 2
    assert scores.model == "m, 3 claims a call"
    assert [outcome.given for outcome in scores.outcomes] == [S] * 6
    assert "judge_group" in scores.prompts
    assert evaluate("fm2", data, model, kept=tmp_path / "kept.jsonl").outcomes == scores.outcomes
    assert len(asked) == 2


def test_nonsense_counts_as_wrong_and_is_listed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = stand_in(monkeypatch, SimpleNamespace(why="", stance="perhaps", sentence="x"))
    scores = evaluate("fm2", data, model)
    assert scores.scores["accuracy"].value == 0
    assert {outcome.given for outcome in scores.outcomes} == {Label.UNCHECKED}
    assert table(scores, worst=0).count("Unchecked (0.00)") == 6
    assert "p = 1.000" in compared(scores, scores)


def mixed(path: Path) -> Path:
    gold = [{"section_header": "Span", "text": "It is 640 metres long."}]
    words = [
        "Trains cross it.",
        "Rain falls.",
        "Ships pass under it.",
        "Lamps hang there.",
        "It was painted red.",
    ]
    others = [{"section_header": "Life", "text": text} for text in words]
    held = {"id": "m", "claim": "The bridge is 640 metres long.", "label": "SUPPORTED", "page": "Bridge"}
    path.write_text(json.dumps(held | {"gold_evidence": gold, "retrieved_evidence": others + gold}))
    return path


def test_gold_among_distractors_is_found_by_our_own_look_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = evaluate("fm2-mixed", mixed(tmp_path / "fm2.jsonl"), stand_in(monkeypatch, SAYS))
    assert scores.scores["gold passages found"].value == 1.0
    (case,), _ = load("fm2-mixed", tmp_path / "fm2.jsonl")
    found = found_for(case)
    assert found[0].text == "It is 640 metres long."
    assert len(found) <= 5 < len(case.passages)


def test_the_halves_are_apart_and_a_claim_is_in_the_same_one_in_every_task(data: Path) -> None:
    cases, _ = load("fm2", data)
    fitted, held = ([c for c in cases if half_with(c.id) is half] for half in Half)
    assert {c.id for c in fitted} | {c.id for c in held} == {c.id for c in cases}
    assert not {c.id for c in fitted} & {c.id for c in held}
    with pytest.raises(UsageError, match="held back"):
        half_named("both")


def test_a_half_without_a_case_is_one_sentence(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data.write_text(row(1, "SUPPORTED"))
    (case,), _ = load("fm2", data)
    (other,) = set(Half) - {half_with(case.id)}
    with pytest.raises(InputError, match="holds no case of that half"):
        evaluate("fm2", data, stand_in(monkeypatch, SAYS), half=other)


def test_an_answer_of_yes_or_no_comes_with_its_explanation(tmp_path: Path) -> None:
    evidence = [{"question": "Is it long?", "answer": "No", "explanation": "It is 6 metres."}, {"answer": ""}]
    held = {"id": "a", "claim": "The bridge is long.", "label": "REFUTED", "evidence": evidence}
    path = tmp_path / "averitec.jsonl"
    path.write_text(json.dumps(held))
    (case,), _ = load("averitec", path)
    assert [p.text for p in case.passages] == ["No. It is 6 metres."]


def test_a_model_that_answers_nonsense_does_not_pass_for_calibrated() -> None:
    unusable = outcomes(*[(S, Label.UNCHECKED, 0.0)] * 12)
    assert calibration_error([*FOUR, *unusable]) == calibration_error(FOUR)
    score = scored([*FOUR, *(o.model_copy(update={"id": f"u{o.id}"}) for o in unusable)])
    assert score["expected calibration error"].cases == len(FOUR)
    assert score["accuracy"].cases == len(FOUR) + len(unusable)
