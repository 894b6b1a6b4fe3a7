"""A claim read alone says which day it is about."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.dating import dated, times_in, times_of
from claimcheck.domain import Article, Sentence

THURSDAY = date(2024, 2, 8)


@pytest.mark.parametrize(
    ("claim", "alone"),
    [
        ("They met on Thursday.", "They met on Thursday (8 February 2024)."),
        ("Trade rose last year.", "Trade rose last year (2023)."),
        ("The bridge opens next month.", "The bridge opens next month (March 2024)."),
        (
            "He came yesterday and left today.",
            "He came yesterday (7 February 2024) and left today (8 February 2024).",
        ),
        ("Wednesday's vote was close.", "Wednesday's (7 February 2024) vote was close."),
        ("It cost more than last year’s fair.", "It cost more than last year’s (2023) fair."),
        (
            'He said "we won" on Wednesday.',
            'He said "we won" on Wednesday (7 February 2024).',
        ),
    ],
)
def test_what_a_relative_time_means_stands_behind_it(claim: str, alone: str) -> None:
    assert dated(claim, THURSDAY) == alone


@pytest.mark.parametrize(
    "claim",
    [
        "They met on 8 February 2024.",
        "They met two weeks ago.",  # a day that nobody named
        "They met last Friday.",  # of this week or the one before
        "The 2024 vote is in March.",  # the year would be a guess
        "Trade will rise in the next five years.",
        "Trade stood at $240 billion in 2023.",
        'She said, "Today we won, and yesterday is forgotten."',
        "She said, “Today’s verdict is clear.”",
    ],
)
def test_nothing_is_added_to_an_exact_time_or_to_a_loose_one(claim: str) -> None:
    assert dated(claim, THURSDAY) == claim


def test_without_a_day_to_count_from_nothing_is_added() -> None:
    assert dated("They met on Thursday.", None) == "They met on Thursday."


def test_the_today_of_a_quotation_is_no_time_of_the_claim() -> None:
    said = 'On Wednesday she said, "Today we won the cup of 2019, and on January 5 we train."'
    assert [time.iso for time in times_of(said, THURSDAY)] == ["2024-02-07", "2019", "2024-01-05"]


@given(st.text())
def test_every_word_of_the_claim_stays(text: str) -> None:
    left = iter(dated(text, THURSDAY))
    assert all(character in left for character in text)


STORY = (
    "Ida Holm began her protest on August 20, 2018, outside the parliament.",
    "{} the movement began.",
    "In September, it was forbidden.",
)


@pytest.mark.parametrize(
    ("told", "september"),
    [("That September,", "2018-09"), ("In September,", "2018-09"), ("This September,", "2019-09")],
)
def test_a_month_is_of_the_year_that_its_paragraph_has_come_to(told: str, september: str) -> None:
    article = storied(*(text.format(told) for text in STORY))
    times = [times_in(article, sentence) for sentence in article.sentences]
    assert [[time.iso for time in found] for found in times] == [["2018-08-20"], [september], ["2019-09"]]
    claimed = times_of("The movement began in September.", date(2019, 12, 14), times[1])
    assert [time.iso for time in claimed] == [september]


def test_that_september_is_of_no_year_that_nobody_named() -> None:
    article = storied("Ida Holm began her protest.", "That September, the movement began.", "It ended.")
    assert times_in(article, article.sentences[1]) == ()


def storied(*texts: str) -> Article:
    """An article of sentences, the last of which has a paragraph of its own."""
    *first, last = texts
    whole = f"{' '.join(first)}\n\n{last}"
    places = [whole.index(text) for text in texts]
    sentences = [
        Sentence(index=n, start=start, end=start + len(text), text=text, paragraph=int(text is last))
        for n, (text, start) in enumerate(zip(texts, places, strict=True))
    ]
    return Article(text=whole, sentences=tuple(sentences), published=datetime(2019, 12, 14))
