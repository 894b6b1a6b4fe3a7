"""What the model only leans to is read once more in the nearest sentence by itself."""

from typing import Any

import pytest

from claimcheck.domain import Claim, Label
from claimcheck.errors import ModelError
from tests.verdicts.judging import SURE, UNSURE, WEIGHED, judged, passage, says
from tests.verdicts.samples import claimed

LIFE = passage(
    "Ida Holm was born in Vik. She was educated in Oulu and at the Royal Academy. In 1964 she went home.",
    title="Ida Holm: a life",
)
SCHOOL = "She was educated in Oulu and at the Royal Academy."
SCHOOLED = claimed("Holm received her education in Oulu.")
AGAINST = says("refutes", supports=0.1, refutes=0.7, neither=0.1, both=0.1)


def test_support_that_the_nearest_sentence_gives_by_itself_stands_and_that_is_told() -> None:
    verdict, calls = judged(SCHOOLED, [LIFE], UNSURE, SURE, fitted=WEIGHED)
    assert (verdict.label, verdict.confidence, calls) == (Label.SUPPORTED, 0.5, 2)
    assert [one.quotation for one in verdict.citations] == [SCHOOL]
    assert "not calibrated" in verdict.confidence_basis
    assert [note for note in verdict.notes if "by itself" in note] == list(verdict.notes)


@pytest.mark.parametrize("alone", [UNSURE, AGAINST, ModelError("nonsense")])
def test_where_it_does_not_say_so_by_itself_the_claim_stays_open(alone: Any) -> None:
    verdict, calls = judged(SCHOOLED, [LIFE], UNSURE, alone, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 2)
    assert verdict.notes[0].startswith("Leans to Supported")


@pytest.mark.parametrize(
    "claim",
    [
        claimed("Ida Holm, Ida Berg and Ida Lund founded a company in Oulu."),  # its names alone are there
        claimed("Holm was educated in Oulu in 1970."),  # a date that the sentence has not
        claimed("Holm was educated in Oulu with 5,000 others."),
        claimed("Holm was never educated in Oulu."),
    ],
)
def test_a_sentence_that_lacks_what_the_claim_says_settles_nothing(claim: Claim) -> None:
    verdict, _ = judged(claim, [LIFE], UNSURE, SURE, fitted=WEIGHED)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_what_leans_to_refutation_is_not_looked_at_again() -> None:
    slightly = says("refutes", supports=0.1, refutes=0.4, neither=0.4, both=0.1)
    verdict, calls = judged(SCHOOLED, [LIFE], slightly, fitted=WEIGHED)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 1)


def test_nor_is_a_model_that_nobody_measured_asked_again() -> None:
    silent = says("neither", supports=0.36, refutes=0.2, neither=0.4, both=0.04)
    verdict, calls = judged(SCHOOLED, [LIFE], silent)
    assert (verdict.label, calls) == (Label.NOT_ENOUGH_EVIDENCE, 1)
