"""Which day is that of publication, and which lines name the author and the place."""

import pytest

from claimcheck.articles.cleaning import clean_paste
from claimcheck.articles.mastheads import agency_in, byline_in

BODY = [
    "The council of Portsmouth voted on Monday to close the harbour bridge for two weeks of repairs in May.",
    "It is the first time that the bridge will be closed since it was opened by the harbour company in 1961.",
    "The committee for roads meets again on Thursday to set the dates of the repairs.",
]
TITLE = "Harbour bridge to close for two weeks"


def day_of(*lines: str) -> str:
    published = clean_paste("\n\n".join(lines))[1].published
    return published.isoformat() if published else ""


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("2024/02/08", "2024-02-08T00:00:00"),
        ("Published: 2024/02/08", "2024-02-08T00:00:00"),
        ("8th of February 2024", "2024-02-08T00:00:00"),
        ("8-Feb-2024", "2024-02-08T00:00:00"),
        ("Thu, 08 Feb 2024 15:10:00 +0000", "2024-02-08T15:10:00+00:00"),
        ("Feb 8 2024 / 3:10 PM EST / CBS News", "2024-02-08T15:10:00-05:00"),
        ("8 Feb 2024 10:15 Last updated 9 Feb 2024 11:00", "2024-02-08T10:15:00"),
        ("PublishedFeb 8, 2024By Ana Ruiz", "2024-02-08T00:00:00"),
        ("Published: 08.02.2024", "2024-02-08T00:00:00"),
        ("Thu, 08.02.2024 14:30", "2024-02-08T14:30:00"),
        ("02.08.2024 09:00 AM", ""),
        ("Published: 02.08.2024 09:00 EST", ""),
        ("11.14.2019 09:00 AM", "2019-11-14T09:00:00"),
        ("Published: 08/02/2024", ""),
        ("Thu, 08/02/2024", ""),
        ("Published: 28.02.2024", "2024-02-28T00:00:00"),
    ],
)
def test_a_day_is_read_as_it_is_written(line: str, when: str) -> None:
    assert day_of(TITLE, line, *BODY) == when


def test_a_day_that_is_said_to_be_that_of_publication_comes_before_one_in_a_masthead() -> None:
    masthead = ["The Portsmouth Ledger", "Monday, November 30, 2026", "Home"]
    assert day_of(*masthead, TITLE, "Published: 11 March 2024", *BODY) == "2024-03-11T00:00:00"
    assert day_of(*masthead, TITLE, "11 March 2024", *BODY) == "2024-03-11T00:00:00"


def test_a_day_over_a_part_of_the_article_is_not_that_of_publication() -> None:
    assert day_of(TITLE, BODY[0], "September 11, 2001", BODY[1], "3 March 2011", BODY[2]) == ""


def test_another_storys_day_is_not_that_of_publication() -> None:
    others = ["Related stories", "Gull steals pasty", "January 3, 2020", "Ferry on strike", "2 January 2020"]
    assert day_of(TITLE, *BODY, *others) == ""
    assert day_of(TITLE, *BODY, "First published on 11 March 2024", *others) == "2024-03-11T00:00:00"


@pytest.mark.parametrize(
    "line", ["Updated February 8, 2024", "Published 8 February 2024", "Posted Thu 8 Feb 2024"]
)
def test_a_word_on_publication_is_no_author(line: str) -> None:
    assert agency_in(line) == ""


@pytest.mark.parametrize("line", ["By Monday morning, 40 people had died", "By Now 40 had left"])
def test_a_line_on_what_had_happened_by_then_is_no_byline(line: str) -> None:
    assert byline_in(line) == ""


def test_a_title_in_capitals_is_the_headline() -> None:
    title = "HARBOUR BRIDGE TO CLOSE FOR TWO WEEKS IN MAY"
    assert clean_paste("\n\n".join([title, "By ANA RUIZ", *BODY]))[1].headline == title


@pytest.mark.parametrize(
    ("begin", "place", "day"),
    [
        ("LONDON, Feb 8 (Reuters) - ", "LONDON", ""),
        ("PORTSMOUTH, England (AP) — ", "PORTSMOUTH, England", ""),
        ("NEW YORK, Feb. 8, 2024 /PRNewswire/ -- ", "NEW YORK", "2024-02-08"),
        ("SAN JOSE, Calif., February 8, 2024 (GLOBE NEWSWIRE) -- ", "SAN JOSE, Calif.", "2024-02-08"),
    ],
)
def test_an_agencys_first_words_tell_the_place_and_the_day(begin: str, place: str, day: str) -> None:
    meta = clean_paste("\n\n".join([begin + BODY[0], *BODY[1:]]))[1]
    assert meta.dateline == place
    assert (meta.published.date().isoformat() if meta.published else "") == day


OTHER = [
    "Ferry crews walk out over pay",
    "By Tom Okoro",
    "15 March 2024",
    "Crews of the ferry walked out on Tuesday after talks on pay broke down in the town hall of Portsmouth.",
    "A spokesman for the union said that 340 of its members had voted for the strike on Monday.",
]


def test_a_second_article_in_the_text_is_told() -> None:
    text, meta = clean_paste("\n\n".join([TITLE, "8 February 2024", *BODY, *OTHER]))
    assert "A second headline stands in the text over 2024-03-15" in meta.notes[-1]
    assert "days are counted from 2024-02-08" in meta.notes[-1]
    assert OTHER[-1] in text


@pytest.mark.parametrize(
    "after",
    [
        ["Updated 8 February 2024", *BODY],
        ["15 March 2024", *OTHER[3:]],  # a chronicle
        [*OTHER[:3], "Gull steals pasty", "2 January 2020"],  # a list of other stories
        [OTHER[0], *OTHER[3:]],  # a subheading
    ],
)
def test_what_is_no_second_article_is_not_told(after: list[str]) -> None:
    meta = clean_paste("\n\n".join([TITLE, "8 February 2024", *BODY, *after]))[1]
    assert not [note for note in meta.notes if "second headline" in note]
