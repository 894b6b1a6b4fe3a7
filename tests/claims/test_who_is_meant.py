"""Claims that put another name for a pronoun, or add to a name what is said of another."""

import pytest

from claimcheck.articles import read_article
from claimcheck.claims.asides import aside_of_another
from claimcheck.claims.attribution import split
from claimcheck.claims.doers import another_did
from claimcheck.claims.done import done_otherwise
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.fragments import fragment
from claimcheck.claims.grave import brought_in
from claimcheck.claims.he_or_she import another_kind, nobodys
from claimcheck.claims.ledger import without_asking
from claimcheck.claims.speakers import anybody_speaks, heard, quoted_as_a_fact
from claimcheck.domain import Article, Sentence

TRIAL = (
    "Moen denied it, but upon learning of his coat he claimed to have been there.",
    "Brown told the court that she had been in Lund.",
    "An attempt to try Moen failed, but an appeal by Brown did not.",
)


def article(*sentences: str) -> Article:
    return read_article("story.txt", " ".join(sentences).encode())


@pytest.mark.parametrize(
    ("claim", "sentence", "pronoun"),
    [
        ("Moen was asked about her coat.", "At trial, she was asked about her coat.", "she"),
        ("Brown was asked about her coat.", "At trial, she was asked about her coat.", ""),
        ("Holm was asked about her coat.", "At trial, she was asked about her coat.", ""),  # never called so
        ("Brown sold a barge.", "He sold a barge.", "he"),
        ("Moen was asked about her coat.", "Moen was asked by her about her coat.", ""),  # named there
        ("Li was sorry for Moen.", "Li was sorry for her.", "she"),  # not only whom it is about
        ("The parents of Holm, brother of Brown, let him go.", "The parents let him go.", ""),  # an aside
    ],
)
def test_a_name_that_is_called_he_does_not_stand_for_she(claim: str, sentence: str, pronoun: str) -> None:
    assert another_kind(claim, sentence, article(*TRIAL, sentence)) == pronoun


def test_one_who_is_called_both_may_be_either() -> None:
    both = article(*TRIAL, "Moen said she was ill.")
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


@pytest.mark.parametrize(
    ("claim", "pronoun"),
    [
        ("Moen was tried in Lund for her death.", "her"),
        ("Moen was tried in Lund for Brown's death, and her son's.", ""),
        ("Moen was tried in Lund for his coat.", ""),
        ("Holm was tried for her death.", ""),  # of whom nothing is known
    ],
)
def test_her_needs_a_name_where_only_one_who_is_called_he_is_named(claim: str, pronoun: str) -> None:
    assert nobodys(claim, article(*TRIAL)) == pronoun


@pytest.mark.parametrize(
    ("claim", "sentence", "who"),
    [
        ("Eric Holder leads the ministry.", "As minister, Barr leads the ministry.", "Barr"),
        ("Moen was found in a lake.", "The ninth was found in a lake.", "The ninth"),
        ("The ninth victim of Moen was found in a lake.", "The ninth was found in a lake.", ""),
        ("William Barr leads the ministry.", "As minister, Barr leads the ministry.", ""),
        ("The ministry is led by Barr.", "As minister, Barr leads the ministry.", ""),
        ("Waseem was hurt in Lund.", "Baloch was hurt in Lund, and Waseem fled.", "Baloch"),
        (
            "Ada Brown was jailed for life.",
            "In Lund, Moen, brother of the nurse Ada Brown, was jailed for life.",
            "Moen",
        ),
        (
            "Pope Francis made a law.",
            "On Friday, the head of Roman Christianity, Pope Francis, made a law.",
            "",
        ),
        ("Moen was jailed for life.", "In Lund, Moen, brother of the nurse Ada Brown, was jailed.", ""),
    ],
)
def test_who_does_it_where_the_sentence_begins_does_it(claim: str, sentence: str, who: str) -> None:
    assert another_did(claim, sentence) == who


AHEAD = "On June 12, before the guild voted to name the boats, Moen claimed that the papers were secret."


@pytest.mark.parametrize(
    ("claim", "speaker", "said"),
    [
        ("The guild voted to name the boats.", "Moen", False),
        ("The papers were secret.", "Moen", True),
        ("The papers were secret, Moen said.", "Moen", False),
    ],
)
def test_what_stands_before_the_speaker_is_not_said_by_them(claim: str, speaker: str, said: bool) -> None:
    halves = split(ClaimDraft(claim=claim, speaker=speaker), AHEAD)
    assert any(half.kind == "quotation" and "said that" in half.claim for half in halves) is said


def test_the_united_states_say_nothing_and_neither_does_one_who_was_accused() -> None:
    assert not anybody_speaks("The United States voted to hold two officers.")
    assert anybody_speaks("The list states it.")
    assert not heard("Qawi", "Qawi was later accused of theft.")
    assert heard("Qawi", "Qawi later accused him of theft.")
    assert not heard("Jon Sand", 'At its centre was a site known as "Orm Video" and its owner Jon Sand.')
    assert heard("Jon Sand", 'At its centre was a site, Jon Sand said, known as "Orm Video".')


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("We were bombed for five years.", True),
        ("The town has been bombed for five years.", True),
        ("The spokesman said that they have the right.", False),
    ],
)
def test_what_somebody_says_of_themselves_is_no_fact_of_the_article(claim: str, wrong: bool) -> None:
    assert quoted_as_a_fact(claim, '"We have the right to strike back for our dead of five years."') is wrong
    assert not quoted_as_a_fact(claim, "The town has been bombed for five years.")


def test_what_is_to_be_done_is_not_done() -> None:
    told = "The guild voted to refer it to the full court to be heard in May."
    assert done_otherwise("The full court was heard in May.", told)
    assert not done_otherwise("It is to be heard in May.", told)


def test_a_claim_that_breaks_off_in_a_phrase_of_its_sentence() -> None:
    told = 'It was done with the help of "good people in town".'
    assert fragment("It was done with the help of.", told)
    assert not fragment("Nobody knows what it was made of.", "Nobody knows what it was made of.")
