"""The judge's rules, with a stand-in for the model: exact findings stand, citations are verbatim."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import Claim, ClaimKind, DateInterval, Label, Quantity
from claimcheck.errors import ModelError
from claimcheck.verdicts.calibration import JUDGED, Calibration
from claimcheck.verdicts.citing import cite, sentences_of
from tests.verdicts.judging import (
    BRIDGE,
    OTHER,
    SPAN,
    STATED,
    STEEL,
    SURE,
    TIMBER,
    TRADE,
    UNSURE,
    WEIGHED,
    cites,
    judged,
    passage,
    says,
)


def test_no_passage_is_not_enough_evidence_without_a_call() -> None:
    verdict, calls = judged(BRIDGE, [])
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 0)


def test_a_figure_of_another_year_supports_nothing() -> None:
    other = passage("In 2022, trade between China and Russia came to 190 billion US dollars.")
    verdict, _ = judged(TRADE, [other], says("supports"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert verdict.notes


def test_a_figure_that_rounds_to_the_claim_is_support_with_a_verbatim_citation() -> None:
    note = passage("Trade between China and Russia reached 240.1 billion US dollars in 2023. It rained.")
    verdict, _ = judged(TRADE, [note], says("supports"), cites(1))
    assert verdict.label is Label.SUPPORTED
    assert verdict.citations[0].quotation == note.text.removesuffix(" It rained.")


def test_a_refutation_that_exact_figures_contradict_does_not_stand() -> None:
    note = passage("Trade between China and Russia reached 240.1 billion US dollars in 2023. It rained.")
    verdict, _ = judged(TRADE, [note], says("refutes"), cites(1))
    assert verdict.label is not Label.REFUTED
    assert "exact" in verdict.notes[0] or "exactly" in verdict.notes[0]


def test_figures_and_words_that_agree_give_no_verdict_that_the_model_did_not_give() -> None:
    fell = passage("Trade between China and Russia was far from 240.1 billion US dollars in 2023. It rained.")
    for word in ("neither", "refutes"):
        verdict, _ = judged(TRADE, [fell], says(word))
        assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_what_one_passage_says_clearly_by_itself_counts_whatever_stands_beside_it() -> None:
    nothing = says("neither", supports=0.1, refutes=0.05, neither=0.8, both=0.05)
    for order in ([OTHER, TIMBER], [TIMBER, OTHER]):
        words = [SURE if one is TIMBER else nothing for one in order]
        verdict, calls = judged(BRIDGE, order, *words, SURE, fitted=WEIGHED)
        assert (verdict.label, calls) == (Label.SUPPORTED, 3)
        assert {citation.passage for citation in verdict.citations} == {TIMBER.id}
        assert [p.id for p in verdict.evidence] == [p.id for p in order]


def test_passages_that_say_little_by_themselves_leave_a_claim_open() -> None:
    verdict, calls = judged(BRIDGE, [OTHER, TIMBER], UNSURE, UNSURE, UNSURE, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 3)  # two passages, and the nearest sentence


def test_the_sentence_is_looked_for_in_the_passage_that_says_so_most_by_itself() -> None:
    dull = passage("Oak was in the Portsmouth bridge. It was opened in 1961. The harbour silted up.")
    nothing = says("neither", supports=0.1, refutes=0.05, neither=0.8, both=0.05)
    more = [passage(f"The harbour of Gosport has bridge {n}.", f"p{n}") for n in range(2, 6)]
    held = [more[0], dull, *more[1:]]
    verdict, calls = judged(BRIDGE, held, nothing, SURE, nothing, cites(1), SURE, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.SUPPORTED, 5)  # three passages, the sentence, and that by itself
    assert [one.quotation for one in verdict.citations] == ["Oak was in the Portsmouth bridge."]


@pytest.mark.parametrize("place", [0, 1])
def test_where_an_answer_on_one_passage_cannot_be_used_the_others_decide_and_that_is_told(place: int) -> None:
    held = [OTHER, TIMBER] if place == 0 else [TIMBER, OTHER]
    first: list[Any] = [SURE, SURE]
    first[place] = ModelError("nonsense")
    verdict, _ = judged(BRIDGE, held, *first, SURE, fitted=WEIGHED)
    assert verdict.label is Label.SUPPORTED
    assert {citation.passage for citation in verdict.citations} == {TIMBER.id}
    assert "on 1 of the 2 passages" in verdict.notes[0]


def test_where_no_answer_can_be_used_the_claim_is_unchecked() -> None:
    lost = ModelError("nonsense")
    verdict, calls = judged(BRIDGE, [OTHER, TIMBER], lost, lost, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.UNCHECKED, 2)


def test_a_calibrated_model_without_probabilities_finds_a_conflict_of_its_passages() -> None:
    steel = passage("The Portsmouth harbour bridge is of steel. It was opened in 1961.", "p2", "Another note")
    words = [says("supports"), says("refutes")]
    again = [cites(1), cites(1), says("supports"), says("refutes")]
    verdict, _ = judged(BRIDGE, [TIMBER, steel], *words, *again, fitted=WEIGHED)
    assert (verdict.label, verdict.confidence) == (Label.CONFLICTING, 0.7)
    assert "fixed value" in verdict.confidence_basis
    assert [(c.passage, c.stance) for c in verdict.citations] == [("p1", "supports"), ("p2", "refutes")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (STATED.text, Label.NOT_ENOUGH_EVIDENCE),
        ("The Portsmouth harbour bridge is not timber. It was opened in 1961.", Label.REFUTED),
        ("The Gosport harbour bridge is timber. It was opened in 1961.", Label.REFUTED),
        ("The Portsmouth harbour bridge is steel. It was opened in 1961.", Label.REFUTED),
    ],
)
def test_no_refutation_stands_beside_a_sentence_that_says_the_same(text: str, label: Label) -> None:
    against = says("refutes", supports=0.05, refutes=0.9, neither=0.03, both=0.02)
    verdict, _ = judged(BRIDGE, [passage(text), OTHER], against, cites(1))
    assert verdict.label is label


def test_a_passage_read_by_itself_supports_no_figure_that_differs() -> None:
    note = passage("Trade between China and Russia reached 190 billion US dollars in 2023. It rained.")
    more = passage("China and Russia have a trade of many goods. It snowed.", "p2")
    verdict, calls = judged(TRADE, [note, more], SURE, UNSURE, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 2)


def test_that_the_day_agrees_speaks_against_no_refutation() -> None:
    day = DateInterval(start=date(1961, 5, 5), end=date(1961, 5, 5), text="5 May 1961")
    opened = BRIDGE.model_copy(update={"text": "The Gosport bridge opened on 5 May 1961.", "dates": (day,)})
    fell = passage("The Gosport bridge collapsed on 5 May 1961. It rained.")
    assert judged(opened, [fell], says("refutes"), cites(1))[0].label is Label.REFUTED


FLOOD = Claim(
    id="c1",
    text="The flood in Riverton hurt 17 people and cost 200 homes.",
    spans=(SPAN,),
    sentences=(0,),
    quantities=(
        Quantity(value=17, unit="people", text="17 people"),
        Quantity(value=200, unit="home", text="200 homes"),
    ),
)


def test_one_figure_that_agrees_does_not_bear_out_another_that_differs() -> None:
    note = passage("The flood in Riverton hurt 17 people and cost 20 homes. Aid came.")
    verdict, _ = judged(FLOOD, [note], says("supports"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert "differs" in verdict.notes[0]
    verdict, _ = judged(FLOOD, [note], says("refutes"), cites(1))
    assert verdict.label is Label.REFUTED
    assert verdict.justification.startswith("The passage gives 20 homes")


def test_code_does_not_quote_as_support_a_sentence_that_denies_or_has_another_figure() -> None:
    rate = FLOOD.model_copy(
        update={
            "text": "The bank of Riverton raised its key rate to 30 percent.",
            "quantities": (Quantity(value=30, unit="%", text="30 percent"),),
        }
    )
    notes = [
        passage("The bank of Riverton raised its key rate to 25 percent in August.", "p1"),
        passage("In September it was lifted again, to 30 percent.", "p2", "Another note"),
    ]
    verdict, calls = judged(rate, notes, says("supports"), cites(2))
    assert (calls, verdict.citations[0].passage) == (2, "p2")
    denied = passage("The Portsmouth harbour bridge is not timber at all. It was in 1900.")
    verdict, calls = judged(BRIDGE, [denied], says("supports"), cites(2))
    assert (calls, verdict.citations[0].quotation) == (2, "It was in 1900.")


def test_of_two_sentences_that_say_it_alike_the_model_names_the_one_that_is_quoted() -> None:
    twice = passage(
        "The Portsmouth harbour bridge is timber. The harbour bridge of Portsmouth is all timber."
    )
    verdict, calls = judged(BRIDGE, [twice], says("supports"), cites(2))
    assert (verdict.label, calls) == (Label.SUPPORTED, 2)
    assert verdict.citations[0].quotation == "The harbour bridge of Portsmouth is all timber."


VISITS = Claim(
    id="c1",
    text="The mayor of Portsmouth has visited the harbour bridge nine times.",
    spans=(SPAN,),
    sentences=(0,),
    quantities=(Quantity(value=9, unit="time", text="nine times"),),
)


def test_found_evidence_without_a_figure_of_the_kind_refutes_no_figure() -> None:
    verdict, calls = judged(VISITS, [STEEL], says("refutes"), cites(1))
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 1)
    assert "'nine times'" in verdict.notes[0]
    twice = passage("The mayor of Portsmouth has visited the harbour bridge three times.")
    assert judged(VISITS, [twice], says("refutes"), cites(1))[0].label is Label.REFUTED


def test_evidence_that_was_given_as_what_decides_may_refute_a_figure_in_other_words() -> None:
    never = passage("The mayor of Portsmouth has never seen the harbour bridge.")
    assert judged(VISITS, [never], says("refutes"), cites(1), decisive=True)[0].label is Label.REFUTED


def test_what_is_likelier_wrong_than_right_is_not_said_of_found_evidence() -> None:
    words = says("refutes", supports=0.25, refutes=0.45, neither=0.2, both=0.1)
    verdict, calls = judged(BRIDGE, [STEEL], words)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 1)
    assert "Leans to Refuted (0.45)" in verdict.notes[0]
    verdict, _ = judged(BRIDGE, [STEEL], words, cites(1), decisive=True)
    assert verdict.label is Label.REFUTED


def test_a_leaning_to_refute_by_words_alone_is_not_told() -> None:
    against = says("refutes", supports=0.1, refutes=0.5, neither=0.3, both=0.1)
    verdict, _ = judged(BRIDGE, [STEEL], against, fitted=WEIGHED)
    assert (verdict.label, verdict.notes) == (Label.NOT_ENOUGH_EVIDENCE, ())
    slightly = says("supports", supports=0.36, refutes=0.35, neither=0.2, both=0.09)
    verdict, _ = judged(BRIDGE, [STEEL], slightly, slightly, fitted=WEIGHED)
    assert (verdict.label, verdict.notes[0][:18]) == (Label.NOT_ENOUGH_EVIDENCE, "Leans to Supported")


def test_a_figure_in_another_unit_or_beside_another_can_be_refuted() -> None:
    wall = VISITS.model_copy(
        update={
            "text": "The wall along the harbour of Portsmouth is 300 miles long.",
            "quantities": (Quantity(value=300, unit="mile", text="300 miles"),),
        }
    )
    note = passage("The wall of Portsmouth measures 120 km and cost 5 million euros.")
    assert judged(wall, [note], says("refutes"), cites(1))[0].label is Label.REFUTED


def test_a_refutation_whose_reason_speaks_for_the_claim_is_not_said_of_found_evidence() -> None:
    reason = SimpleNamespace(sentence=1, why="It is of steel, which directly supports the claim.")
    verdict, _ = judged(BRIDGE, [STEEL], says("refutes"), reason)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert not verdict.citations
    verdict, _ = judged(BRIDGE, [STEEL], says("refutes"), reason, decisive=True)
    assert verdict.label is Label.REFUTED
    assert "supports" not in verdict.justification
    against = SimpleNamespace(sentence=1, why="Steel does not support the claim that it is timber.")
    assert judged(BRIDGE, [STEEL], says("refutes"), against)[0].label is Label.REFUTED


def test_support_whose_reason_says_that_the_claim_is_contradicted_is_not_said_of_found_evidence() -> None:
    reason = SimpleNamespace(sentence=2, why="It was opened in 1961, which contradicts the claim.")
    note = passage("A bridge at Portsmouth is of steel. It was opened in 1961.")
    verdict, _ = judged(BRIDGE, [note], says("supports"), reason)
    assert (verdict.label, verdict.citations) == (Label.NOT_ENOUGH_EVIDENCE, ())
    assert "speaks against" in verdict.notes[-1]
    verdict, _ = judged(BRIDGE, [note], says("supports"), reason, decisive=True)
    assert verdict.label is Label.SUPPORTED
    assert "contradicts" not in verdict.justification


def test_evidence_that_was_given_is_read_though_it_shares_no_word_with_the_claim() -> None:
    it = passage("It was torn down in the spring.", title="")
    assert judged(BRIDGE, [it])[1] == 0
    verdict, calls = judged(BRIDGE, [it], says("refutes"), cites(1), decisive=True)
    assert (verdict.label, calls) == (Label.REFUTED, 2)


def test_conflict_is_shown_with_a_citation_for_each_side() -> None:
    two = [
        passage("The Portsmouth harbour bridge is timber.", "p1"),
        passage("The Portsmouth harbour bridge is a steel bridge of 1961.", "p2", "Another note"),
    ]
    verdict, _ = judged(BRIDGE, two, says("both"), cites(2))
    assert verdict.label is Label.CONFLICTING
    assert [(c.passage, c.stance) for c in verdict.citations] == [("p1", "supports"), ("p2", "refutes")]


def test_there_is_no_conflict_without_a_citation_for_each_side() -> None:
    timber = passage("The Portsmouth harbour bridge is timber. It was opened in 1961.")
    verdict, _ = judged(BRIDGE, [timber], says("both"), cites(0))
    assert (verdict.label, verdict.citations) == (Label.NOT_ENOUGH_EVIDENCE, ())
    assert "one of the sides" in verdict.notes[-1]


def test_a_justification_tells_no_figure_of_a_passage_that_is_not_quoted() -> None:
    notes = [
        passage("The flood in Riverton hurt 17 people and cost 20 homes. Aid came.", "p1"),
        passage("Nobody in Riverton was hurt by the flood. It rained.", "p2", "Another note"),
    ]
    verdict, _ = judged(FLOOD, notes, says("refutes"), cites(3))
    assert (verdict.label, verdict.citations[0].passage) == (Label.REFUTED, "p2")
    assert "20 homes" not in verdict.justification


def test_what_the_model_did_not_read_is_not_quoted_for_its_word() -> None:
    long = passage(
        f"{'Ferries went to and fro all day long. ' * 70}The bridge of Portsmouth harbour is of steel."
    )
    reason = SimpleNamespace(sentence=1, why="The bridge of Portsmouth harbour is of steel and timber.")
    verdict, _ = judged(BRIDGE, [long], says("supports"), reason, decisive=True)
    assert verdict.citations[0].quotation == "Ferries went to and fro all day long."


def test_one_sentence_is_no_conflict_with_itself() -> None:
    same = (BRIDGE, [passage("The Portsmouth harbour bridge is timber. It rained.")], says("both"), cites(1))
    verdict, _ = judged(*same)
    assert (verdict.label, verdict.citations) == (Label.NOT_ENOUGH_EVIDENCE, ())
    assert "the same sentence was named for both sides" in verdict.notes[-1]
    assert judged(*same, decisive=True)[0].label is Label.CONFLICTING


def test_a_verdict_whose_sentence_is_not_there_falls_to_not_enough_evidence() -> None:
    verdict, _ = judged(BRIDGE, [STEEL], says("refutes"), cites(0))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert not verdict.citations


@pytest.mark.parametrize("answer", [cites(0), ModelError("the model's answer was cut off")])
def test_a_model_whose_probabilities_were_measured_is_quoted_by_the_nearest_sentence(answer: Any) -> None:
    weights = {label: {"supports over refutes": 0.0} for label in JUDGED}
    even = Calibration(
        fitted_on="a test",
        prompts="",
        weights=weights,
        intercepts={label: 2.0 * (label is Label.REFUTED) for label in JUDGED},
    )
    words = says("refutes", supports=0.2, refutes=0.6, neither=0.1, both=0.1)
    verdict, _ = judged(BRIDGE, [STEEL], words, answer, words, fitted=even)
    assert verdict.label is Label.REFUTED
    assert verdict.citations[0].quotation == "The Portsmouth harbour bridge is a steel bridge."
    assert "nearest" in verdict.notes[-1]
    assert verdict.justification == "What is quoted refutes the claim."
    elsewhere = passage("Ferries went to the harbour. They are white.")
    verdict, _ = judged(BRIDGE, [elsewhere], words, answer, fitted=even)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_a_citation_that_cannot_be_used_leaves_a_claim_of_another_model_unchecked() -> None:
    verdict, _ = judged(BRIDGE, [STEEL], says("refutes"), ModelError("the model's answer was cut off"))
    assert verdict.label is Label.UNCHECKED


def test_the_probability_counts_and_not_the_word_that_was_written() -> None:
    leaning = says("supports", supports=0.2, refutes=0.1, neither=0.6, both=0.1)
    verdict, calls = judged(BRIDGE, [STEEL], leaning)
    assert (verdict.label, verdict.confidence, calls) == (Label.NOT_ENOUGH_EVIDENCE, 0.6, 1)


def test_a_word_that_was_not_asked_for_is_unchecked() -> None:
    verdict, _ = judged(BRIDGE, [STEEL], says("perhaps"))
    assert verdict.label is Label.UNCHECKED


def test_an_unusable_answer_is_unchecked_never_a_verdict() -> None:
    verdict, _ = judged(BRIDGE, [STEEL], ModelError("cut off"))
    assert verdict.label is Label.UNCHECKED
    assert "cut off" in verdict.justification


def test_a_passage_on_something_else_costs_no_call() -> None:
    verdict, calls = judged(BRIDGE, [passage("Rain fell on the hills of Wales.")])
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 0)


def test_a_name_is_met_however_its_accents_are_written() -> None:
    said = BRIDGE.model_copy(update={"text": "Erdoğan visited Çorlu."})
    _, calls = judged(
        said, [passage("He came to see the works. Erdogan was in Corlu.", title="")], says("neither")
    )
    assert calls == 1


def test_a_sentence_that_is_not_there_is_no_citation() -> None:
    assert cite(passage("One sentence."), 7, "supports") is None


@given(st.text(max_size=300))
def test_every_citation_is_verbatim(text: str) -> None:
    one = passage(text)
    for number in range(1, len(sentences_of(text)) + 1):
        citation = cite(one, number, "supports")
        assert citation is not None
        assert one.text[citation.start : citation.end] == citation.quotation != ""


def test_that_somebody_said_it_is_not_refuted_by_what_contradicts_it() -> None:
    said = BRIDGE.model_copy(
        update={"text": "The mayor said that the harbour bridge is timber.", "kind": ClaimKind.QUOTATION}
    )
    verdict, calls = judged(said, [STEEL], says("refutes"))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert not verdict.citations
    assert calls == 1
    assert "whether it was said is another question" in verdict.notes[0]


def test_a_figure_that_differs_does_not_refute_that_somebody_said_it() -> None:
    text = "The mayor said the flood in Riverton hurt 17 people and cost 200 homes."
    said = FLOOD.model_copy(update={"text": text, "kind": ClaimKind.QUOTATION})
    note = passage("The flood in Riverton hurt 17 people and cost 20 homes. Aid came.")
    verdict, calls = judged(said, [note], says("refutes"))
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 1)
    assert any("differs" in finding.relation for finding in verdict.findings)
    assert "whether it was said is another question" in verdict.notes[0]


@pytest.mark.parametrize(
    ("who", "label"),
    [
        ("spokesman Ola Berg", Label.NOT_ENOUGH_EVIDENCE),
        ("spokeswoman Ida Holm", Label.SUPPORTED),
        ("spokeswoman Ida S. Holm", Label.SUPPORTED),
        ("the Portsmouth Harbour board", Label.SUPPORTED),
        ("Roman Catholic Bishop Ida Holm", Label.SUPPORTED),
    ],
)
def test_nobody_whom_nothing_found_names_is_borne_out(who: str, label: Label) -> None:
    note = passage("The Portsmouth harbour bridge is timber, the spokeswoman Ida Holm wrote. It rained.")
    claim = BRIDGE.model_copy(update={"text": f"The Portsmouth harbour bridge is timber, wrote {who}."})
    sure = says("supports", supports=0.9, refutes=0.04, neither=0.03, both=0.03)
    verdict, _ = judged(claim, [note], sure, cites(1))
    assert verdict.label is label
    assert bool(verdict.notes and "names" in verdict.notes[-1]) is (label is not Label.SUPPORTED)


def test_evidence_given_as_what_decides_need_not_name_whom_it_is_of() -> None:
    note = passage("The Portsmouth harbour bridge is timber. It rained.")
    claim = BRIDGE.model_copy(update={"text": "The Portsmouth harbour bridge is timber, wrote Ola Berg."})
    sure = says("supports", supports=0.9, refutes=0.04, neither=0.03, both=0.03)
    assert judged(claim, [note], sure, cites(1), decisive=True)[0].label is Label.SUPPORTED
    assert judged(claim, [note], sure, cites(1))[0].label is Label.NOT_ENOUGH_EVIDENCE
