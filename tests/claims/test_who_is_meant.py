"""Claims that put another name for a pronoun, or add to a name what is said of another."""

import pytest

from claimcheck.claims.asides import aside_of_another
from claimcheck.claims.grave import brought_in
from claimcheck.claims.he_or_she import another_kind
from claimcheck.claims.ledger import without_asking
from claimcheck.domain import Sentence

TRIAL = (
    "Moen denied it, but upon learning of his coat he claimed to have been there.",
    "Brown told the court that she had been in Lund.",
    "An attempt to try Moen failed, but an appeal by Brown did not.",
)


@pytest.mark.parametrize(
    ("claim", "sentence", "pronoun"),
    [
        ("Moen was asked about her coat.", "At trial, she was asked about her coat.", "she"),
        ("Brown was asked about her coat.", "At trial, she was asked about her coat.", ""),
        ("Holm was asked about her coat.", "At trial, she was asked about her coat.", ""),  # never called so
        ("Brown sold a barge.", "He sold a barge.", "He"),
        ("Moen was asked about her coat.", "Moen was asked by her about her coat.", ""),  # named there
        ("Moen sold a barge.", "In Oulu, Li said she saw it.", ""),  # somebody is named before "she"
    ],
)
def test_a_name_that_is_called_he_does_not_stand_for_she(claim: str, sentence: str, pronoun: str) -> None:
    assert another_kind(claim, sentence, (*TRIAL, sentence)) == pronoun


def test_one_who_is_called_both_may_be_either() -> None:
    both = (*TRIAL, "Moen said she was ill.")
    assert not another_kind("Moen was asked about her coat.", "She was asked about her coat.", both)


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Ada Brown, a chief inspector, was hurt.", "a chief inspector"),
        ("Ada Brown, a nurse, was hurt.", ""),
        ("Ada Brown, the nurse of Lund, was hurt.", ""),
        ("Ada Brown, 39, was hurt.", ""),
    ],
)
def test_what_is_added_to_a_name_is_said_of_it(claim: str, wrong: str) -> None:
    sources = ["The chief inspector spoke.", "Brown, 39, a nurse of Lund, was there."]
    assert aside_of_another(claim, "She was hurt.", sources) == wrong


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("The guild is based at Lund Quay.", "is based"),
        ("The inspector was present at the trial.", "was present"),
        ("The guild is old.", ""),
    ],
)
def test_a_place_that_nobody_gave(claim: str, word: str) -> None:
    told = "They worked for the guild and showed her Lund Quay."
    assert brought_in(claim, [told], told) == word
    seat = "The guild has its seat and its offices there."
    assert not brought_in(claim, [seat], seat)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("—One of the victim's lawyers", True),
        ("– Ana Ruiz, mayor of Lund", True),
        ("— Ana Ruiz won the vote in Lund.", False),
        ("-5 degrees were measured in Lund on Monday; it snowed", False),
    ],
)
def test_the_line_under_a_quotation_is_not_read(text: str, credit: bool) -> None:
    line = without_asking(Sentence(index=0, start=0, end=len(text), text=text, paragraph=0))
    assert (line is not None) is credit


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("Moen was convicted of fraud in Lund.", "was convicted"),
        ("Moen faced counts of fraud in Lund.", ""),
        ("The convicted Moen faced counts of fraud in Lund.", ""),
    ],
)
def test_what_was_done_to_somebody_is_said_by_the_sentence_itself(claim: str, word: str) -> None:
    told = "In that trial, he faced counts of fraud in Lund."
    assert brought_in(claim, ["After his conviction Moen helped the court.", told], told) == word
