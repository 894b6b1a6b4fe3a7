"""What a sentence states, or says otherwise, settles what the model only leans to."""

from datetime import date

import pytest

from claimcheck.domain import ClaimKind, DateInterval, Label
from tests.verdicts.judging import BRIDGE, OTHER, STATED, TRADE, UNSURE, WEIGHED, cites, judged, passage, says
from tests.verdicts.samples import claimed


def test_exact_figures_settle_what_the_model_leans_to() -> None:
    words = {"supports": 0.45, "refutes": 0.3, "neither": 0.2, "both": 0.05}
    note = passage("Trade between China and Russia reached 240.1 billion US dollars in 2023. It rained.")
    verdict, _ = judged(TRADE, [note], says("supports", **words), cites(1))
    assert (verdict.label, verdict.confidence) == (Label.SUPPORTED, 0.5)
    assert "figures" in verdict.notes[-1]
    for other in (
        "Trade between China and Russia reached 240.1 billion US dollars. In 2023 it rained.",
        "Trade between China and Japan reached 240.1 billion US dollars in 2023. It rained.",
        "Trade between China and Russia never reached 240.1 billion US dollars in 2023. It rained.",
    ):
        verdict, _ = judged(TRADE, [passage(other)], says("supports", **words))
        assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    verdict, _ = judged(TRADE, [note], says("refutes", supports=0.3, refutes=0.45, neither=0.2, both=0.05))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_a_sentence_that_states_the_claim_settles_what_is_nearly_as_likely_as_not() -> None:
    note = passage("Trade between China and Russia reached 240.1 billion US dollars in 2023. It rained.")
    for supports, label in ((0.4, Label.SUPPORTED), (0.3, Label.NOT_ENOUGH_EVIDENCE)):
        words = {"supports": supports, "refutes": 0.45, "neither": 0.1, "both": 0.05}
        verdict, _ = judged(TRADE, [note], says("refutes", **words), cites(1))
        assert verdict.label is label


def test_a_sentence_with_nearly_all_words_settles_a_leaning_and_no_more() -> None:
    verdict, calls = judged(BRIDGE, [OTHER, STATED], UNSURE, UNSURE, fitted=WEIGHED)
    assert (verdict.label, verdict.confidence, calls) == (Label.SUPPORTED, 0.5, 2)
    assert "stated value, not calibrated" in verdict.confidence_basis
    assert [note[:10] for note in verdict.notes] == ["A sentence"]  # and not that it is too unlikely
    against = says("neither", supports=0.2, refutes=0.1, neither=0.6, both=0.1)
    assert judged(BRIDGE, [OTHER, STATED], against)[0].label is Label.NOT_ENOUGH_EVIDENCE


def test_what_a_rule_settles_is_quoted_by_the_sentence_that_settled_it() -> None:
    twice = passage(
        "The Portsmouth harbour bridge is timber. It rained. The harbour bridge of Portsmouth is all timber."
    )
    verdict, calls = judged(BRIDGE, [OTHER, twice], UNSURE, UNSURE, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.SUPPORTED, 2)
    assert [c.quotation for c in verdict.citations] == ["The Portsmouth harbour bridge is timber."]


def test_a_leaning_is_not_settled_where_support_would_not_stand() -> None:
    text = "Ida Holm, elected chairwoman of the Portsmouth harbour board and mayor of the whole town, said farewell."
    said = BRIDGE.model_copy(update={"text": text, "kind": ClaimKind.QUOTATION})
    note = passage(
        "Ida Holm, elected chairwoman of the Portsmouth harbour board and mayor of the whole town, said no word more."
    )
    close = passage(note.text.replace("no word more", "hello"))
    words = {"supports": 0.45, "refutes": 0.3, "neither": 0.2, "both": 0.05}
    for label, one in ((Label.NOT_ENOUGH_EVIDENCE, close), (Label.SUPPORTED, passage(text))):
        assert judged(said, [one], says("supports", **words), cites(1))[0].label is label


def test_a_date_settles_a_leaning_only_where_the_sentence_has_nearly_all_words_of_the_claim() -> None:
    words = {"supports": 0.45, "refutes": 0.3, "neither": 0.2, "both": 0.05}
    day = DateInterval(start=date(1961, 5, 5), end=date(1961, 5, 5), text="5 May 1961")
    opened = BRIDGE.model_copy(update={"text": "The Gosport bridge opened on 5 May 1961.", "dates": (day,)})
    for told, label in (
        ("The Gosport bridge was opened on 5 May 1961. It rained.", Label.SUPPORTED),
        ("The Gosport bridge collapsed on 5 May 1961. It rained.", Label.NOT_ENOUGH_EVIDENCE),
        ("The Portsmouth bridge was opened on 5 May 1961. It rained.", Label.NOT_ENOUGH_EVIDENCE),
    ):
        verdict, _ = judged(opened, [passage(told)], says("supports", **words), cites(1))
        assert verdict.label is label


@pytest.mark.parametrize(
    ("title", "told", "states"),
    [
        ("Ida Holm: a life", "She became Mayor of Vik in July 1970, when she beat her rival.", True),
        ("Ida Holm: a life", "She moved to Vik in July 1970, when she beat her rival.", False),
        ("Ida Holm: a life", "She became Mayor of Vik in July 1974, when she beat her rival.", False),
        ("Ida Holm: a life", "She never became Mayor of Vik in July 1970, when she had a rival.", False),
        ("Vik: a history", "She became Mayor of Vik in July 1970, when she beat her rival.", False),
    ],
)
def test_whom_the_title_names_a_sentence_with_the_date_need_not_name_again(
    title: str, told: str, states: bool
) -> None:
    words = {"supports": 0.45, "refutes": 0.3, "neither": 0.2, "both": 0.05}
    verdict, _ = judged(
        claimed("Ida Holm became Mayor of Vik in 1970."),
        [passage(f"{told} It rained.", title=title)],
        says("supports", **words),
    )
    assert verdict.label is (Label.SUPPORTED if states else Label.NOT_ENOUGH_EVIDENCE)


def test_a_sentence_without_the_date_settles_no_leaning_to_a_claim_with_one() -> None:
    words = {"supports": 0.45, "refutes": 0.3, "neither": 0.2, "both": 0.05}
    text = "The Gosport harbour bridge was opened for trams by mayor Ortiz in 1961."
    year = DateInterval(start=date(1961, 1, 1), end=date(1961, 12, 31), text="1961")
    opened = BRIDGE.model_copy(update={"text": text, "dates": (year,)})
    note = passage("The Gosport harbour bridge was opened for trams by mayor Ortiz. It rained.")
    assert judged(opened, [note], says("supports", **words))[0].label is Label.NOT_ENOUGH_EVIDENCE


BUILT = BRIDGE.model_copy(
    update={
        "text": "The Portsmouth bridge was built in 1964.",
        "dates": (DateInterval(start=date(1964, 1, 1), end=date(1964, 12, 31), text="1964"),),
    }
)


@pytest.mark.parametrize(
    ("refutes", "told", "label"),
    [
        (0.4, "Vik is a town. The Portsmouth bridge is of steel. It was built in 1961.", Label.REFUTED),
        (0.3, "Vik is a town. The Portsmouth bridge is of steel. It was built in 1961.", None),
        (0.4, "Vik is a town. The Portsmouth bridge is of steel. It was painted in 1961.", None),
        (0.4, "The Portsmouth bridge was built in 1961. In 1964 it rained.", None),
    ],
)
def test_a_sentence_with_another_date_in_the_claims_words_settles_a_leaning_to_refutation(
    refutes: float, told: str, label: Label | None
) -> None:
    words = {"supports": 0.42, "refutes": refutes, "neither": 0.1, "both": 0.08}
    verdict, _ = judged(BUILT, [passage(told)], says("supports", **words))
    assert verdict.label is (label or Label.NOT_ENOUGH_EVIDENCE)
    if label:
        assert [one.quotation for one in verdict.citations] == ["It was built in 1961."]
        assert (verdict.confidence, verdict.notes[-1][:10]) == (0.5, "A sentence")
        assert "not calibrated" in verdict.confidence_basis
