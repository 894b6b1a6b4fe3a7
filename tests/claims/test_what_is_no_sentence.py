"""Drafts that break off, lean on nobody behind their first phrase, or only say a sentence before over again."""

import pytest

from claimcheck.articles import read_article
from claimcheck.claims import checks
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.fragments import fragment
from claimcheck.claims.leading import led_by_nothing
from claimcheck.claims.wording import in_full


@pytest.mark.parametrize(
    "text",
    [
        "Neve Ilan",
        '"Ein Gedi".',
        "The largest ferry line on the lake is",
        "The islands that the ferry serves include:",
        "The mayor opened the bridge and the",
    ],
)
def test_a_bare_name_or_half_a_sentence_is_no_claim(text: str) -> None:
    assert fragment(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Riverton won.",
        "Nobody knows where the mill was.",
        "The bridge is longer than the old one was",
        "PETA Sues Riverton Farm Over Deaths",
        "Ortiz: 48",
        "The band is called The The And.",
    ],
)
def test_a_short_claim_may_be_whole(text: str) -> None:
    assert not fragment(text, text)


STUDIED = "Ida Holm studied in Oulu, followed by a tour of the north, and hosted by her aunt."


@pytest.mark.parametrize(
    "claim", ["Ida Holm followed by a tour of the north.", "Ida Holm hosted by her aunt."]
)
def test_a_participle_of_what_went_before_is_no_verb(claim: str) -> None:
    assert fragment(claim, STUDIED)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Ida Holm was hosted by her aunt.", STUDIED),
        ("Ida Holm studied in Oulu, followed by a tour of the north.", STUDIED),
        ("The mayors joined by phone.", "The mayors joined by phone."),
    ],
)
def test_a_participle_beside_a_verb_is_part_of_a_sentence(claim: str, sentence: str) -> None:
    assert not fragment(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "pronoun"),
    [
        ("By replacing letters with signs, it can hide a text.", "it"),
        ("Arriving in Lund in 1964, he turned to law.", "he"),
        ("In the 1990s, they took land from farmers.", "they"),
        ("In March 2012, her party lost the vote.", "her"),
        ("Later, she led the choir.", "she"),
        ("According to police, they were called at noon.", ""),
        ("When water is heated, it boils.", ""),
        ("In 2019, it was reported that the mill had closed.", ""),
        ("In an interview with Dawn, she spoke of the vote.", ""),
        ("After Ortiz resigned, she left Riverton.", ""),
        ("In 2019, He Jiankui was jailed.", ""),
        ("In Riverton, they built a bridge.", ""),
    ],
)
def test_a_pronoun_behind_a_time_or_what_it_does_itself_means_nobody(claim: str, pronoun: str) -> None:
    assert led_by_nothing(claim) == pronoun


def test_such_a_pronoun_takes_the_name_of_the_claim_before() -> None:
    sentence = "In 1975, she left office, and moved to Lund."
    drafts = [ClaimDraft(claim=text) for text in ("Lena Ortiz moved to Lund.", "In 1975, she left office.")]
    assert [draft.claim for draft in in_full(drafts, sentence)] == [
        "Lena Ortiz moved to Lund.",
        "In 1975, Lena Ortiz left office.",
    ]
    elsewhere = "Lena Ortiz met Ada Brown, and in 1975, she left office."
    assert [draft.claim for draft in in_full(drafts, elsewhere)] == [draft.claim for draft in drafts]


MEDALS = "Riverton has won a large number of medals at the lake games. {} Nobody else has."


@pytest.mark.parametrize(
    ("sentence", "claim", "over_again"),
    [
        (
            "As of the games of 2021, Riverton has gathered many medals in the lake games.",
            "Riverton has won a large number of medals at the lake games.",
            True,
        ),
        ("It has also won a large number of cups.", "Riverton has won a large number of cups.", False),
    ],
)
def test_what_a_sentence_before_says_whole_is_that_ones_claim(
    sentence: str, claim: str, over_again: bool
) -> None:
    article = read_article("story.txt", MEDALS.format(sentence).encode())
    assert checks.repeats(article, article.sentences[1], claim) is over_again


@pytest.mark.parametrize("claim", ["The ferry line is", "In 2021, it gathered many medals."])
def test_neither_can_be_shown_as_the_articles(claim: str) -> None:
    text = "Riverton has a ferry line. In 2021, it gathered many medals. The ferry line is old."
    article = read_article("story.txt", text.encode())
    assert checks.objection(article, article.sentences[1], claim)
