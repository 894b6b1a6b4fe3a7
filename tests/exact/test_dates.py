"""Date expressions of news, in sentences written for this test; the anchor is Thursday, 8 February 2024."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.exact import find_dates

THURSDAY = date(2024, 2, 8)


def read(text: str, anchor: date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.interval and m.interval.iso) for m in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expression", "iso"),
    [
        ("The bridge opened on 5 May 2019.", "5 May 2019", "2019-05-05"),
        ("The bridge opened on May 5th, 2019.", "May 5th, 2019", "2019-05-05"),
        ("Signed on the 3rd of June 2020", "3rd of June 2020", "2020-06-03"),
        ("Published 2021-03-09 online", "2021-03-09", "2021-03-09"),
        ("Dated 25/12/2020", "25/12/2020", "2020-12-25"),
        ("They met on Friday, 2 March 2018.", "Friday, 2 March 2018", "2018-03-02"),
        ("In April 2017 the plant closed.", "April 2017", "2017-04"),
        ("The law passed in 1998.", "1998", "1998"),
        ("A 2003 interview with the minister", "2003", "2003"),
        ("It has grown since 2012.", "2012", "2012"),
        ("Prices rose in the 2010s.", "the 2010s", "2010-01-01/2019-12-31"),
        ("Built in the 19th century", "the 19th century", "1800-01-01/1899-12-31"),
        ("in the first quarter of 2023", "the first quarter of 2023", "2023-01-01/2023-03-31"),
        ("Sales fell in Q3 2022.", "Q3 2022", "2022-07-01/2022-09-30"),
        ("the second half of 2021", "the second half of 2021", "2021-07-01/2021-12-31"),
        ("Profit in fiscal 2023 doubled", "2023", "2023"),
        ("born in March nineteen eighty-six", "March nineteen eighty-six", "1986-03"),
    ],
)
def test_an_absolute_expression_means_its_days(text: str, expression: str, iso: str) -> None:
    assert (expression, iso) in read(text, None)


@pytest.mark.parametrize(
    ("text", "expression", "iso"),
    [
        ("He resigned yesterday.", "yesterday", "2024-02-07"),
        ("Hits of the ’90s", "the ’90s", "1990-01-01/1999-12-31"),
        ("The talks begin tomorrow.", "tomorrow", "2024-02-09"),
        ("He spoke the day before yesterday.", "the day before yesterday", "2024-02-06"),
        ("The vote was held on Tuesday.", "Tuesday", "2024-02-06"),
        ("The vote will be held on Tuesday.", "Tuesday", "2024-02-13"),
        ("They met last Friday.", "last Friday", "2024-02-02"),
        ("They met on Monday last week.", "Monday last week", "2024-01-29"),
        ("Three days ago the strike ended.", "Three days ago", "2024-02-05"),
        ("The firm was founded a decade ago.", "a decade ago", "2014"),
        ("Two months ago it rained.", "Two months ago", "2023-12"),
        ("Output fell last month.", "last month", "2024-01"),
        ("Output fell last year.", "last year", "2023"),
        ("It closed early last year.", "early last year", "2023-01-01/2023-04-30"),
        ("in mid-June", "mid-June", "2023-06-10/2023-06-20"),
        ("It may close by the end of the year.", "the end of the year", "2024-09-01/2024-12-31"),
        ("over the last three months", "the last three months", "2023-11-08/2024-02-07"),
        ("during the previous quarter", "the previous quarter", "2023-10-01/2023-12-31"),
        ("It opened in October.", "October", "2023-10"),
        ("It opened on October 3.", "October 3", "2023-10-03"),
        ("in the week of 6 July", "the week of 6 July", "2023-07-03/2023-07-09"),
        ("two days before 5 March 2022", "two days before 5 March 2022", "2022-03-03"),
        ("It began two years and three months ago.", "two years and three months ago", "2021-11"),
        ("They met this past Monday.", "this past Monday", "2024-02-05"),
        ("It closed the year before last.", "the year before last", "2022"),
        ("He was arrested on the 15th and released later.", "the 15th", "2024-01-15"),
        ("The hearing was on 20th at noon.", "20th", "2024-01-20"),
        ("Shops close on Christmas Day.", "Christmas Day", "2023-12-25"),
        ("They will meet on Good Friday.", "Good Friday", "2024-03-29"),
        ("He died on Good Friday 2021.", "Good Friday 2021", "2021-04-02"),
        ("founded on Christmas Day, 25 December 1975", "Christmas Day, 25 December 1975", "1975-12-25"),
        ("sales on Black Friday last year", "Black Friday last year", "2023-11-24"),
        ("the first Monday of May 2022", "the first Monday of May 2022", "2022-05-02"),
    ],
)
def test_a_relative_expression_counts_from_the_anchor(text: str, expression: str, iso: str) -> None:
    assert (expression, iso) in read(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("open from 5 May to 2 June 2020", "2020-05-05/2020-06-02"),
        ("between 3 and 5 May 2021", "2021-05-03/2021-05-05"),
        ("on 15-17 March 2024", "2024-03-15/2024-03-17"),
        ("In the first six months of 2020 exports fell.", "2020-01-01/2020-06-30"),
        ("in the last three days of 2019", "2019-12-29/2019-12-31"),
        ("in the 12 months to March 2021", "2020-04-01/2021-03-31"),
        ("in the year ended 31 March 2020", "2019-04-01/2020-03-31"),
        ("from November to January 2020", "2019-11-01/2020-01-31"),
        ("from 2014 to 2018", "2014-01-01/2018-12-31"),
        ("the 2022-23 season", "2022-01-01/2023-12-31"),
        ("between January 2023 and now", "2023-01-01/2024-02-08"),
    ],
)
def test_a_range_has_both_of_its_ends(text: str, iso: str) -> None:
    assert [found for _, found in read(text)] == [iso]


def test_the_next_day_counts_from_the_day_named_before() -> None:
    assert read("The vote was on 5 May 2020. He left the next day.")[-1] == ("the next day", "2020-05-06")


def test_the_next_day_without_a_day_before_it_is_not_known() -> None:
    assert read("He left the next day.") == [("the next day", None)]


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("It was filed in July 2022. It began on March 13.", "2023-03-13"),
        ("It was shut on 5 May 2022. In September it reopened.", "2022-09"),
        ("It was shut on 5 May 2022. That same September it reopened.", "2022-09"),
        ("It was shut on 5 May 1990. In September it reopened.", "2023-09"),
        ("It was shut on 5 May 2022. That was long ago. In September it reopened.", "2023-09"),
        ("It was shut on 5 May 2022.\n\nIn September it reopened.", "2023-09"),
        ("It was shut on 5 May 2022. It will reopen in September.", "2024-09"),
        ("That September it reopened.", None),
    ],
)
def test_a_month_without_a_year_is_of_the_year_that_the_story_has_come_to(told: str, iso: str | None) -> None:
    assert read(told)[-1][1] == iso


def test_a_relative_expression_without_an_anchor_is_found_and_not_known() -> None:
    assert read("He resigned yesterday.", None) == [("yesterday", None)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Parliament.",
        "the Good Friday agreement",
        "a Christmas market",
        "the last five years of her life",
        "thus far",
        "It took 2,000 people and 1,500 cars.",
        "She scored 24 points in 24/7 coverage of 9/11.",
        "the first time in three years",
        "Flight 1549 landed at 10:30.",
        "$1999 a year",
        "USA Today reported a loss.",
        "The film Yesterday was shown in Lund.",
        "The Friday Times was sold.",
        "He sang on Saturday Night Live.",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert read(text) == []


def test_a_day_that_the_calendar_does_not_have_is_not_given() -> None:
    assert "2021-02-30" not in str(read("on 2021-02-30 and 31 June 2020"))


@pytest.mark.parametrize(
    ("text", "expression"),
    [("Yesterday the mill burned.", "Yesterday"), ("MILL BURNED YESTERDAY", "YESTERDAY")],
)
def test_a_day_word_with_a_capital_that_is_no_name_is_a_day(text: str, expression: str) -> None:
    assert read(text) == [(expression, "2024-02-07")]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The mill closed in March 2020 and opened again in June.", "2020-06"),
        ("The mill closed in October 2019 and opened again in May.", "2020-05"),
        ("In March 2020, the mill closed and opened again in June.", "2020-06"),
        # of the latest June: the year before is of something else
        ("Mira Dahl, who was elected in March 2016, resigned in June.", "2023-06"),
        ("The mill closed in March 2020 and will open again in June.", "2024-06"),
        ("The mill closed in March 2020. It was sold in June.", "2023-06"),
        ("The mill closed in March 2020 and has now been sold in June.", "2023-06"),
    ],
)
def test_a_bare_month_is_of_the_year_in_which_its_sentence_stands(text: str, iso: str) -> None:
    assert read(text)[-1][1] == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mira Dahl said on Monday she would resign on Friday.", "2024-02-09"),
        ("The toll takes effect on 1 March.", "2024-03-01"),
        ("On 1 March the law comes into force.", "2024-03-01"),
        ("The new toll applies from 1 March.", "2024-03-01"),
        ("The deadline is Sunday.", "2024-02-11"),
        ("Ahead of Sunday's election both sang.", "2024-02-11"),
        ("On Wednesday, 14 February, the mill shuts.", "2024-02-14"),
        ("The club said the match would be played on Saturday.", "2024-02-10"),
        # past
        ("It would be the third storm since November.", "2023-11"),
        ("She would later marry him in November.", "2023-11"),
        ("She said she would appeal the ruling handed down on Tuesday.", "2024-02-06"),
        ("She said she would respond to Monday's storm.", "2024-02-05"),
        ("The mill would not comment on Monday.", "2024-02-05"),
        ("The mill would have closed on Monday.", "2024-02-05"),
        ("She said she would resign after the vote on Tuesday.", "2024-02-06"),
        ("Ahead of Monday's storm the ferry sailed.", "2024-02-05"),
        ("They met on Friday, 2 March.", "2023-03-02"),  # a Thursday: neither year has it
    ],
)
def test_what_is_to_come_is_read_as_such(text: str, iso: str) -> None:
    assert read(text)[-1][1] == iso


WORDS = st.lists(
    st.sampled_from(
        "5 17th 2020 2020-21 May march Monday the of to - – and between from early mid- last next two weeks ago "
        "before after quarter Q3 first century '90s 1990s 5/6/2018 29 February week . , ( ) ’ one twenty".split(
            " "
        )
    ),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize(
    "text", ["the 19th century", "in the fourth quarter of 2019", "from 5 May to 2 June 2020"]
)
def test_another_space_is_as_good_as_a_plain_one(text: str) -> None:
    pasted = text.replace(" ", "\u202f")
    assert [iso for _, iso in read(pasted)] == [iso for _, iso in read(text)]
    assert well_formed(pasted, THURSDAY)


def well_formed(text: str, anchor: date | None) -> bool:
    """In order, apart, verbatim, and none counted from a day that is not known."""
    found = find_dates(text, anchor)
    edges = [0, *(edge for m in found for edge in (m.start, m.end)), len(text)]
    known = [(m, m.interval) for m in found if m.interval]
    return (
        edges == sorted(edges)
        and all(m.start < m.end for m in found)
        and all(days.text == text[m.start : m.end] and days.start <= days.end for m, days in known)
        and all(anchor or not m.relative for m, _ in known)
    )


@given(st.one_of(st.text(max_size=200), WORDS), st.sampled_from([None, THURSDAY, date.min, date.max]))
@example("1 January 1000", date.min)
def test_any_text_is_read_without_a_fault(text: str, anchor: date | None) -> None:
    assert well_formed(text, anchor)


@pytest.mark.parametrize("unit", ["5 May ", "2020-", "the ", "two ", "Monday to ", "9/", "(", "from "])
def test_long_hostile_text_is_read_in_one_go(unit: str) -> None:
    assert well_formed(unit * (10_000 // len(unit)), THURSDAY)


@pytest.mark.parametrize("text", ["1" * 50_000, "1," * 25_000, "," * 50_000])
def test_very_long_runs_of_digits_and_commas_are_read_in_one_go(text: str) -> None:
    assert well_formed(text, THURSDAY)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council will meet on October 15.", "2020-10-15"),
        ("The committee is to meet on October 15.", "2020-10-15"),
        ("The hearing is scheduled for October 15.", "2020-10-15"),
        ("The next debate is on October 15.", "2020-10-15"),
        ("The company aims to deliver it by December 31.", "2020-12-31"),
        ("The final debate is October 22.", "2020-10-22"),
        ("The polls close on November 3.", "2020-11-03"),
        ("The court hears the case on 10 November.", "2020-11-10"),
        ("The two leaders plan a meeting on October 15.", "2020-10-15"),
        ("Voters have until October 20 to register.", "2020-10-20"),
        ("Schools are closed until November 2.", "2020-11-02"),
        ("Leaders meet in Brussels on 10/15.", "2020-10-15"),
        ("The polls close on February 3.", "2020-02-03"),  # not near, either way
        ("He faces charges over a march on October 15.", "2019-10-15"),
        ("Rebels took the town on October 15, and the fighting goes on.", "2019-10-15"),
        ("The army opens fire on crowds, as it did on October 15.", "2019-10-15"),
        ("October 15: protests in Leeds.", "2019-10-15"),
        ("Police shot a man on October 15.", "2019-10-15"),
    ],
)
def test_a_day_without_a_year_that_is_announced_is_the_coming_one(text: str, iso: str) -> None:
    found = [one.interval.iso for one in find_dates(text, date(2020, 10, 12)) if one.interval]
    assert found == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council was to vote on October 20.", "2020-10-20"),
        ("The two were to meet in Leeds on October 20.", "2020-10-20"),
        ("The court was set to hear the case on 21 October.", "2020-10-21"),
        ("Polls were set to open on October 22.", "2020-10-22"),
        ("He was due to be sentenced on October 20.", "2020-10-20"),
        ("The ship was scheduled to leave on October 20.", "2020-10-20"),
        ("The book was originally to be published on November 3.", "2020-11-03"),
        ("The council was to vote on October 12.", "2020-10-12"),  # a week ago, and not in a year
        ("He was due to be sentenced on October 12.", "2020-10-12"),
        ("The ship was scheduled to leave on October 12.", "2020-10-12"),
        ("He was to blame for the crash on October 20.", "2019-10-20"),
        ("The council was to have voted on October 20.", "2019-10-20"),
        ("The rate was set to zero on October 20.", "2019-10-20"),
        ("The rocket was due to launch on October 20 but was delayed.", "2019-10-20"),
        ("He was to stand trial over a march on October 20.", "2019-10-20"),
        ("The fire was due to a fault on October 20.", "2019-10-20"),
        ("It was on October 20.", "2019-10-20"),
    ],
)
def test_a_day_on_which_something_was_to_be_is_the_nearest_one(text: str, iso: str) -> None:
    found = [one.interval.iso for one in find_dates(text, date(2020, 10, 19)) if one.interval]
    assert found == [iso]
