"""Support falls where the evidence lacks the claim's figure, not where it writes the figure another way."""

from datetime import date

import pytest

from claimcheck.domain import Claim, Passage, Span
from claimcheck.exact import compare, find_dates, find_quantities
from claimcheck.verdicts.bearing import not_given


def claimed(said: str, day: date | None = None) -> Claim:
    return Claim(
        id="c",
        text=said,
        spans=(Span(start=0, end=1, quotation="x"),),
        sentences=(0,),
        dates=tuple(m.interval for m in find_dates(said, day) if m.interval),
        quantities=tuple(m.quantity for m in find_quantities(said)),
    )


def noted(held: str) -> Passage:
    return Passage(id="p", text=held, source="notes", title="A note", published=date(2024, 1, 12))


def missing(said: str, held: str) -> str:
    claim, passage = claimed(said), noted(held)
    return not_given(claim, compare(claim, [passage]), [passage])


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("She had 4 brothers and sisters.", "Their mother fed four siblings on one wage."),
        ("The film was first shown in the 1960s.", "It is a 1963 comedy film."),
        (
            "The book has been translated into over 250 languages.",
            "There are 300 languages in which it is read.",
        ),
        ("The party lost its majority of seats.", "The party won 184 seats in 2015, a clear majority."),
    ],
)
def test_a_figure_written_another_way_is_given(said: str, held: str) -> None:
    assert missing(said, held) == ""


@pytest.mark.parametrize(
    ("said", "held", "named"),
    [
        ("The ferry carried 900 people.", "The ferry carried people.", "900"),
        ("The book has been translated into over 250 languages.", "It was read in 40 languages.", "250"),
        ("The book has been translated into over 250 languages.", "The shop has 300 chairs.", "250"),
        ("The film was first shown in the 1960s.", "It is a 1975 comedy film.", "1960"),
        ("The flood killed over 6,000 people.", "The fair drew 105,000 people to town.", "6,000"),
        ("The party won a majority of seats.", "The party won 184 seats in 2015.", "majority"),
        ("Trade came to $240 billion in 2023.", "In 2022 trade came to $240 billion.", "240"),
        ("He died on 4 March 2020.", "He died in 2020.", "2020-03-04"),
    ],
)
def test_a_figure_that_is_not_there_is_named(said: str, held: str, named: str) -> None:
    assert named in missing(said, held)


@pytest.mark.parametrize(
    ("said", "held", "named"),
    [
        (
            "The flood hurt 12 people and cost 450 homes.",
            "The flood hurt 12 people and cost 90 homes.",
            "450",
        ),
        ("The storm killed 29 people in September 2023.", "The storm killed 29 people.", "2023-09"),
        ("The storm killed 5,000 people.", "The storm killed at least 100 people.", "5,000"),
        ("More than half of voters backed it.", "Less than half of voters backed it.", "half"),
    ],
)
def test_each_figure_and_date_is_asked_for_by_itself(said: str, held: str, named: str) -> None:
    assert named in missing(said, held)


def test_today_is_as_often_our_days_as_the_day() -> None:
    said = "Today the town has 200 boats."
    claim = claimed(said, date(2024, 1, 12))
    assert claim.dates
    passage = noted("The town has 200 boats.")
    assert not_given(claim, compare(claim, [passage]), [passage]) == ""


def test_a_figure_of_another_year_in_one_passage_does_not_take_away_that_of_another() -> None:
    claim = claimed("The singer Ana Duarte, who was 41 and famous, died on 5 May 2020.")
    other = noted("On 2 March 2019 a painter died at 79.").model_copy(update={"id": "other"})
    own = noted("Ana Duarte, singer, dies. The singer, whose age was 41, died on 5 May 2020.")
    findings = compare(claim, [other, own])
    assert not_given(claim, [f for f in findings if f.passage == "other"], [other]) != ""
    assert not_given(claim, findings, [other, own]) == ""
