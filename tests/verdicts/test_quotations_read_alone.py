"""A verdict on what a search found stands on a quotation that says so also when it is read by itself."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.domain import Claim, Label, Passage, Span, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts import Judge, Programs
from claimcheck.verdicts.calibration import JUDGED, Calibration
from claimcheck.verdicts.overlap import nearest_sentence
from tests.verdicts.samples import claimed

ORBIT = Claim(
    id="c1",
    text="The comet Vik comes back every 70 years.",
    spans=(Span(start=0, end=3, quotation="The"),),
    sentences=(0,),
)
NOTES = Passage(
    id="p1",
    text="Ida Holm had a telescope. She saw that the comet comes back. The comet Vik has an orbit that brings it back every time. It is icy.",
    source="notes",
    title="Vik",
)
TELESCOPE, FOUND, COMET = (
    "Ida Holm had a telescope.",
    "She saw that the comet comes back.",
    "The comet Vik has an orbit that brings it back every time.",
)
OTHER = Passage(id="p2", text="The comet Vik was seen in Oulu.", source="notes", title="Sky")
SIDES = [Label.SUPPORTED, Label.REFUTED]


def says(supports: float, refutes: float, neither: float) -> SimpleNamespace:
    rest = 1 - supports - refutes - neither
    return SimpleNamespace(given={"supports": supports, "refutes": refutes, "neither": neither, "both": rest})


SUPPORTS, REFUTES, SILENT = says(0.6, 0.1, 0.1), says(0.1, 0.6, 0.1), says(0.1, 0.4, 0.35)
BOTH = says(0.1, 0.1, 0.1)
ELSEWHERE = says(0.05, 0.05, 0.85)
SAYS_SO = {Label.SUPPORTED: SUPPORTS, Label.REFUTED: REFUTES, Label.CONFLICTING: BOTH}
OTHERWISE = [
    (Label.SUPPORTED, REFUTES),
    (Label.SUPPORTED, SILENT),
    (Label.REFUTED, SUPPORTS),
    (Label.REFUTED, SILENT),
]


def judged(
    label: Label,
    *answers: Any,
    claim: Claim = ORBIT,
    passages: list[Passage] | None = None,
    named: int = 2,
    given: bool = False,
    measured: bool = True,
    why: str = "It is another one.",
    likely: float = 3.0,
) -> tuple[Verdict, list[str]]:
    """The verdict of a judge that leans to `label`, and the evidence of each question after the sentence was named."""
    held, sides = passages or [NOTES, OTHER], 2 if label is Label.CONFLICTING else 1
    others = [ELSEWHERE] * (len(held) - 1) if measured and not given else []
    first = [
        SAYS_SO[label],
        *others,
        *[SimpleNamespace(sentence=named, why=why)] * sides,
    ]
    queue, asked = [*first, *answers], list[str]()

    async def call(program: Any, fields: dict[str, str]) -> Any:
        asked.append(fields["evidence"].removeprefix("Vik: "))
        answer = queue.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    fitted = Calibration(
        fitted_on="cases of these tests",
        prompts="",
        weights={each: {"supports over refutes": 0.0} for each in JUDGED},
        intercepts={each: likely * (each is label) for each in JUDGED},
    )
    judge = Judge(
        Programs("judge", "cite"),
        call,
        lambda said, words: getattr(said, "given", None),
        fitted if measured else None,
        given,
    )
    return asyncio.run(judge.verdict(claim, held)), asked[len(first) :]


@pytest.mark.parametrize("label", SIDES)
def test_the_sentence_named_is_quoted_where_it_says_so_by_itself(label: Label) -> None:
    verdict, asked = judged(label, SAYS_SO[label])
    assert verdict.label is label
    assert [one.quotation for one in verdict.citations] == asked == [FOUND]
    assert verdict.justification == "It is another one."


@pytest.mark.parametrize("other", [REFUTES, SILENT])
def test_else_support_is_quoted_with_the_sentence_before_which_may_say_who_she_is(other: Any) -> None:
    verdict, asked = judged(Label.SUPPORTED, other, other, SUPPORTS)
    (citation,) = verdict.citations
    assert (verdict.label, citation.quotation, asked[2]) == (Label.SUPPORTED, *[f"{TELESCOPE} {FOUND}"] * 2)
    assert NOTES.text[citation.start : citation.end] == citation.quotation
    assert verdict.justification == "It is another one."


@pytest.mark.parametrize(("label", "other"), OTHERWISE)
def test_else_the_nearest_one_is_quoted_without_the_reason_that_was_given_for_another(
    label: Label, other: Any
) -> None:
    verdict, asked = judged(label, other, SAYS_SO[label])
    (citation,) = verdict.citations
    assert (verdict.label, citation.quotation, asked[-1]) == (label, COMET, COMET)
    assert "another one" not in verdict.justification


@pytest.mark.parametrize("other", [REFUTES, SILENT])
def test_support_that_only_the_whole_passage_gives_is_quoted_by_the_sentence_named(other: Any) -> None:
    verdict, asked = judged(Label.SUPPORTED, other, other, other)
    assert (verdict.label, asked) == (Label.SUPPORTED, [FOUND, COMET, f"{TELESCOPE} {FOUND}"])
    assert [one.quotation for one in verdict.citations] == [FOUND]
    assert "whole passage" in verdict.notes[-1]


@pytest.mark.parametrize(
    ("who", "label"), [("Ida Holm", Label.NOT_ENOUGH_EVIDENCE), ("Ada Berg", Label.SUPPORTED)]
)
def test_a_passage_that_does_not_name_whom_the_claim_names_bears_no_support(who: str, label: Label) -> None:
    rally = NOTES.model_copy(update={"text": "Ada Berg held the rally. All came at 20:00. It rained."})
    other = OTHER.model_copy(update={"text": "Ida Holm led a campaign in Oulu."})
    claim = claimed(f"{who} spoke at the rally.")
    verdict, _ = judged(Label.SUPPORTED, *[SUPPORTS] * 3, claim=claim, passages=[rally, other])
    assert verdict.label is label


def test_the_nearest_comes_behind_the_one_before_where_it_has_not_half_of_the_words() -> None:
    far = claimed("The comet Vik has an orbit, ice, dust, gas and a tail and comes from afar.")
    verdict, asked = judged(Label.SUPPORTED, SILENT, SUPPORTS, claim=far)
    assert asked == [FOUND, f"{TELESCOPE} {FOUND}"]
    verdict, asked = judged(Label.SUPPORTED, SILENT, SILENT, SUPPORTS, claim=far)
    assert (asked[2], verdict.citations[0].quotation) == (COMET, COMET)


INFERS = "She saw it come back, which implies that it does so every 70 years."


def test_what_the_reason_only_infers_is_said_by_the_nearest_sentence_or_by_none() -> None:
    verdict, asked = judged(Label.SUPPORTED, SUPPORTS, why=INFERS)
    assert (verdict.label, [one.quotation for one in verdict.citations], asked) == (
        Label.SUPPORTED,
        [COMET],
        [COMET],
    )
    assert "implies" not in verdict.justification
    verdict, asked = judged(Label.SUPPORTED, SILENT, why=INFERS)
    assert (verdict.label, asked) == (Label.NOT_ENOUGH_EVIDENCE, [COMET])
    assert "infers" in verdict.notes[-1]
    verdict, asked = judged(Label.SUPPORTED, why=INFERS, named=3)  # the nearest itself
    assert (verdict.label, asked) == (Label.NOT_ENOUGH_EVIDENCE, [])


def test_what_a_refutation_or_given_evidence_infers_is_asked_about_as_ever() -> None:
    verdict, asked = judged(Label.REFUTED, REFUTES, why=INFERS)
    assert (verdict.label, asked) == (Label.REFUTED, [FOUND])
    assert judged(Label.SUPPORTED, why=INFERS, given=True)[0].label is Label.SUPPORTED


def test_the_whole_passage_says_nothing_for_a_sentence_that_the_model_did_not_reach_in_it() -> None:
    far = NOTES.model_copy(update={"text": f"{'Ferries ran all day long. ' * 110}{COMET}"})
    verdict, asked = judged(Label.SUPPORTED, SILENT, SILENT, passages=[far], named=0)
    assert (verdict.label, asked) == (
        Label.NOT_ENOUGH_EVIDENCE,
        [COMET, f"Ferries ran all day long. {COMET}"],
    )


@pytest.mark.parametrize("other", [SUPPORTS, SILENT])
def test_where_no_sentence_refutes_by_itself_the_claim_is_left_open(other: Any) -> None:
    verdict, asked = judged(Label.REFUTED, other, other)
    assert (verdict.label, asked) == (Label.NOT_ENOUGH_EVIDENCE, [FOUND, COMET])
    assert not verdict.citations
    assert "by itself" in verdict.notes[-1]


def test_a_sentence_that_the_model_did_not_name_refutes_only_with_half_of_the_claims_words() -> None:
    far = NOTES.model_copy(update={"text": "Ida Holm had a telescope. She saw that. The comet Vik is icy."})
    verdict, asked = judged(Label.REFUTED, SILENT, REFUTES, passages=[far])
    assert (verdict.label, asked) == (Label.NOT_ENOUGH_EVIDENCE, ["She saw that."])


def test_a_passage_of_one_sentence_is_not_asked_about_twice() -> None:
    short = NOTES.model_copy(update={"text": COMET})
    for label in SIDES:
        verdict, asked = judged(label, passages=[short, OTHER], named=1)
        assert (verdict.label, asked) == (label, [])
        assert [one.quotation for one in verdict.citations] == [COMET]


LOST = ModelError("nonsense")


def test_an_answer_that_cannot_be_used_bears_no_quotation_out_and_the_next_is_asked_about() -> None:
    verdict, asked = judged(Label.REFUTED, LOST, REFUTES)
    assert ([one.quotation for one in verdict.citations], asked) == ([COMET], [FOUND, COMET])
    verdict, _ = judged(Label.SUPPORTED, LOST, LOST, LOST)  # the whole passage was read before
    assert (verdict.label, verdict.citations[0].quotation) == (Label.SUPPORTED, FOUND)


@pytest.mark.parametrize("answers", [(LOST, SILENT), (SILENT, LOST)])
def test_a_refutation_that_could_not_be_asked_about_once_more_leaves_the_claim_unchecked(
    answers: Any,
) -> None:
    verdict, _ = judged(Label.REFUTED, *answers)
    assert (verdict.label, verdict.citations) == (Label.UNCHECKED, ())


@pytest.mark.parametrize("label", SIDES)
def test_evidence_given_as_what_decides_and_a_model_that_nobody_measured_are_not_asked_again(
    label: Label,
) -> None:
    for verdict, asked in (judged(label, given=True), judged(label, measured=False)):
        assert (verdict.label, asked) == (label, [])


@pytest.mark.parametrize(
    ("day", "text", "label"),
    [
        (
            "on 8 January 2024",
            "The orbit of Vik was measured on 8 December 2023.",
            Label.REFUTED,
        ),  # seen by code
        ("in January 2024", "In 2024 the comet Vik's orbit was measured in Oulu.", Label.REFUTED),
        ("in January 2024", "Ida Holm measured an orbit.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_without_the_claims_day_a_sentence_refutes_only_where_it_plainly_speaks_of_the_same(
    day: str, text: str, label: Label
) -> None:
    dated = claimed(f"The orbit of the comet Vik was measured {day}.")
    notes = NOTES.model_copy(update={"text": f"{text} It rained."})
    verdict, _ = judged(Label.REFUTED, REFUTES, REFUTES, claim=dated, passages=[notes], named=1)
    assert verdict.label is label


def test_a_conflict_has_a_quotation_for_each_side_that_says_so_by_itself() -> None:
    verdict, asked = judged(Label.CONFLICTING, SUPPORTS, SUPPORTS, REFUTES)
    assert verdict.label is Label.CONFLICTING
    assert [(one.stance, one.quotation) for one in verdict.citations] == [
        ("supports", FOUND),
        ("refutes", COMET),
    ]
    assert asked == [FOUND, FOUND, COMET]
    verdict, _ = judged(Label.CONFLICTING, SUPPORTS, SUPPORTS, SUPPORTS)
    assert (verdict.label, verdict.citations) == (Label.NOT_ENOUGH_EVIDENCE, ())
    assert "both sides" in verdict.notes[-1]


def test_of_two_sentences_as_near_that_is_quoted_which_has_more_than_the_names() -> None:
    claim = claimed("Storm Vera blocked roads.")
    text = "Storm Vera came to Oulu at night. Fallen trees blocked all roads."
    passage = NOTES.model_copy(update={"text": text})
    assert nearest_sentence(claim, [passage], 0.5) == (passage, 2)
    assert nearest_sentence(claim, [passage], 0.6) is None


def test_a_sentence_on_something_else_of_the_same_person_refutes_nothing() -> None:
    claim = claimed("Ida Holm recorded songs with Ola Berg.")
    notes = NOTES.model_copy(
        update={"text": "Ida Holm, the astronomer, died at her home in Oulu. It rained."}
    )
    verdict, _ = judged(Label.REFUTED, REFUTES, REFUTES, claim=claim, passages=[notes], named=1)
    assert (verdict.label, verdict.citations) == (Label.NOT_ENOUGH_EVIDENCE, ())
    for text in ("Ida Holm never recorded anything.", "Ida Holm recorded songs alone."):
        notes = NOTES.model_copy(update={"text": f"{text} It rained."})
        verdict, _ = judged(Label.REFUTED, REFUTES, REFUTES, claim=claim, passages=[notes], named=1)
        assert [one.quotation for one in verdict.citations] == [text]


def test_the_opposite_word_refutes_without_another_one_of_the_claim() -> None:
    claim = claimed("In Oulu prices rose.")
    notes = NOTES.model_copy(update={"text": "In Oulu they fell. It rained."})
    verdict, _ = judged(Label.REFUTED, REFUTES, REFUTES, claim=claim, passages=[notes], named=1)
    assert verdict.label is Label.REFUTED


@pytest.mark.parametrize(
    ("text", "label"), [("worried", Label.SUPPORTED), ("died", Label.NOT_ENOUGH_EVIDENCE)]
)
def test_a_sentence_with_no_word_of_the_claim_supports_it_only_where_that_is_sure(
    text: str, label: Label
) -> None:
    claim = claimed("There were concerns about the health of Ida Holm.")
    notes = NOTES.model_copy(update={"text": f"Ida Holm {text} in Oulu. It rained."})
    sure = label is Label.SUPPORTED
    verdict, _ = judged(
        Label.SUPPORTED,
        SUPPORTS,
        SUPPORTS,
        claim=claim,
        passages=[notes],
        named=1,
        likely=3.0 if sure else 1.4,
    )
    assert verdict.label is label
