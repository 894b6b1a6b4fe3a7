"""From what was read to a probability: signs are bounded, a calibration holds for its model and prompt alone."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import Claim, Label, Passage, Span
from claimcheck.errors import UsageError
from claimcheck.verdicts.calibration import (
    JUDGED,
    Calibration,
    calibration_for,
    chosen,
    kind_of,
    uncalibrated,
)
from claimcheck.verdicts.reading import located, numbered, plain, relevant
from claimcheck.verdicts.signs import by_words, signs_apart, signs_of, strongest, written

EVEN = {"supports": 0.25, "refutes": 0.25, "neither": 0.25, "both": 0.25}
FITTED = Calibration(
    fitted_on="60 cases that the tests made up",
    prompts="abc",
    weights={label: {"supports over refutes": float(i)} for i, label in enumerate(JUDGED)},
    intercepts=dict.fromkeys(JUDGED, 0.0),
)


def claim(text: str) -> Claim:
    return Claim(id="c", text=text, spans=(Span(start=0, end=1, quotation="x"),), sentences=(0,))


def note(text: str, name: str = "p") -> Passage:
    return Passage(id=name, text=text, source="notes", title="A note")


@given(st.text(max_size=200), st.text(max_size=200))
def test_signs_are_numbers_whatever_the_text(said: str, held: str) -> None:
    signs = signs_of(claim(said), [note(held)], EVEN, False)
    assert all(math.isfinite(value) for value in signs.values())


@given(st.floats(-20, 20))
def test_chances_sum_to_one(sign: float) -> None:
    chances = FITTED.probabilities({"supports over refutes": sign, "a sign of later": 3.0})
    assert math.isclose(sum(chances.values()), 1.0)


def test_a_calibration_holds_for_its_model_and_prompt_alone() -> None:
    text = json.dumps({"small": {kind_of(given=False): FITTED.model_dump(mode="json")}})
    assert calibration_for("small", "abc", text) == FITTED
    assert calibration_for("small", "abc", text, given=True) is None
    assert calibration_for("small", "another prompt", text) is None
    assert calibration_for("large", "abc", text) is None


def test_a_calibration_of_another_form_is_refused() -> None:
    older = json.dumps({"small": FITTED.model_dump(mode="json")})
    together = json.dumps({"small": {"found": FITTED.model_dump(mode="json")}})  # not passage by passage
    wrong = json.dumps({"small": {kind_of(given=False): {"weights": 3}}})
    for text in (older, together, wrong, "[]", "{", '{"small": 3}'):
        with pytest.raises(UsageError, match="calibrate"):
            calibration_for("small", "abc", text)


def test_without_calibration_the_words_are_the_verdicts() -> None:
    words = {"supports": 0.3, "refutes": 0.2, "neither": 0.1, "both": 0.4}
    assert uncalibrated(words)[Label.CONFLICTING] == pytest.approx(0.4)
    chances = uncalibrated(words | {"supports": 1.3})
    assert (chances[Label.SUPPORTED], sum(chances.values())) == (pytest.approx(0.65), pytest.approx(1))


def test_passages_read_apart_come_to_what_each_side_says_most_and_to_neither_where_all_say_so() -> None:
    first = {"supports": 0.7, "refutes": 0.1, "neither": 0.1, "both": 0.1}
    second = {"supports": 0.2, "refutes": 0.4, "neither": 0.3, "both": 0.1}
    assert strongest([first, second]) == {"supports": 0.7, "refutes": 0.4, "neither": 0.1, "both": 0.1}
    bridge = claim("The Portsmouth bridge is closed.")
    held = [note("Rain fell on the bridge."), note("The Portsmouth bridge is shut.", "q")]
    signs = signs_apart(bridge, held, [first, second], missing=False)
    assert signs["supports over refutes"] == pytest.approx(math.log(0.7 / 0.4))
    assert signs["first passage: supports over refutes"] == pytest.approx(math.log(7))
    assert signs["nearest passage: supports over refutes"] == pytest.approx(math.log(0.5))


@given(st.lists(st.text(max_size=120), max_size=4), st.integers(0, 200))
def test_a_numbered_sentence_is_found_again(texts: list[str], budget: int) -> None:
    held = [note(text, f"p{i}") for i, text in enumerate(texts)]
    lines = [line for line in numbered(held, budget).split("\n") if line.startswith("[")]
    assert all(located(held, number, budget) for number in range(1, len(lines) + 1))
    assert located(held, len(lines) + 1, budget) is None


def test_what_is_over_the_budget_is_left_out_from_the_end() -> None:
    text = plain([note("First it is said. Then more."), note("Too much.", "q")], budget=27)
    assert text == "A note: First it is said. Then more."


def test_only_what_touches_the_claim_is_read() -> None:
    bridge = claim("The Portsmouth bridge is closed.")
    held = [note("Rain fell on Wales."), note("The Portsmouth bridge was shut.", "q")]
    assert [p.id for p in relevant(bridge, held, 3)] == ["q"]


def test_passages_without_a_title_or_publisher_are_read() -> None:
    bridge = claim("The Portsmouth bridge is closed.")
    nameless = note("The Portsmouth bridge was shut.", "q").model_copy(update={"title": "", "publisher": ""})
    assert relevant(bridge, [nameless], 3) == [nameless]


def test_a_copy_is_not_read_beside_what_it_copies() -> None:
    bridge = claim("The Portsmouth bridge is closed.")
    first = note("The Portsmouth bridge was shut.", "p").model_copy(update={"publisher": "The Port"})
    copy = note("The Portsmouth bridge was shut.", "q").model_copy(update={"copy_of": "The Port"})
    assert relevant(bridge, [first, copy], 3) == [first]
    assert relevant(bridge, [copy], 3) == [copy]


@pytest.mark.parametrize(
    ("supported", "refuted", "label"),
    [
        (0.5, 0.2, Label.SUPPORTED),
        (0.34, 0.3, Label.NOT_ENOUGH_EVIDENCE),
        (0.1, 0.34, Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_what_is_hardly_likelier_than_the_rest_is_left_open(
    supported: float, refuted: float, label: Label
) -> None:
    rest = (1 - supported - refuted) / 2
    even = {Label.NOT_ENOUGH_EVIDENCE: rest, Label.CONFLICTING: rest}
    assert chosen({Label.SUPPORTED: supported, Label.REFUTED: refuted} | even, given=True) is label


def test_a_conflict_of_found_evidence_has_to_be_likelier_than_not() -> None:
    chances = {Label.CONFLICTING: 0.4, Label.SUPPORTED: 0.35, Label.REFUTED: 0.25}
    assert chosen(chances) is Label.NOT_ENOUGH_EVIDENCE
    assert chosen(chances, given=True) is Label.CONFLICTING


def test_passages_of_which_only_the_words_are_known_conflict_where_one_stands_against_another() -> None:
    words = {word: written(word) for word in ("supports", "refutes", "neither")}
    assert by_words([words["supports"], words["neither"]]) == written("supports")
    assert by_words([words["supports"], words["neither"], words["refutes"]]) == written("both")
    assert by_words([words["neither"]]) == written("neither")


@pytest.mark.parametrize(("refuted", "label"), [(0.6, Label.NOT_ENOUGH_EVIDENCE), (0.66, Label.REFUTED)])
def test_a_refutation_by_words_alone_has_to_be_likelier(refuted: float, label: Label) -> None:
    even = {Label.NOT_ENOUGH_EVIDENCE: (1 - refuted) / 2, Label.SUPPORTED: (1 - refuted) / 2}
    assert chosen({Label.REFUTED: refuted} | even, by_words=True) is label
    assert chosen({Label.REFUTED: refuted} | even) is Label.REFUTED


def test_another_part_of_the_text_that_a_copy_shares_is_read() -> None:
    bridge = claim("The Portsmouth bridge is closed.")
    first = note("The Portsmouth bridge has six arches.", "p").model_copy(update={"publisher": "The Port"})
    copy = note("It was shut to all traffic: the bridge is closed in winter.", "q").model_copy(
        update={"copy_of": "The Port"}
    )
    assert relevant(bridge, [first, copy], 3) == [first, copy]


def test_no_sentence_but_the_first_is_cut_to_fit_and_a_shorter_passage_is_read_in_its_place() -> None:
    held = [note("It was said to be so. It was found not to be so."), note("Then.", "q")]
    assert plain(held, budget=40) == "A note: It was said to be so.\nA note: Then."
    assert plain(held, budget=10) == "A note: It was sai"
    assert located(held, 2, budget=40) == (held[1], 1)
