"""A majority is computed from two amounts only where they are the part and the whole that the claim is about."""

import pytest

from claimcheck.domain import Claim, Finding, Passage, Relation, Span
from claimcheck.exact import compare_share, find_dates, find_figures

WHOLE = "Trade between Norland and Sudland came to 240.1 billion US dollars in 2023, a record."
PART = "The timber that Norland bought from Sudland in 2023 was worth 60.6 billion US dollars."


def shares(claim: str, part: str = PART, whole: str = WHOLE) -> list[Finding]:
    made = Claim(
        id="c",
        text=claim,
        spans=(Span(start=0, end=1, quotation="x"),),
        sentences=(0,),
        dates=tuple(m.interval for m in find_dates(claim, None) if m.interval),
        quantities=tuple(m.quantity for m in find_figures(claim)),
    )
    texts = {"part": part, "whole": whole}
    return compare_share(
        made, [Passage(id=name, text=text, source="s", title="t") for name, text in texts.items()]
    )


@pytest.mark.parametrize(
    "claim",
    [
        "Timber that Norland bought was the majority of trade with Sudland in 2023.",
        "The majority of the trade between the two countries has been the timber bought.",
        "Timber bought made up most of the trade between Norland and Sudland in 2023.",
    ],
)
def test_a_part_below_half_of_the_whole_is_no_majority(claim: str) -> None:
    found = shares(claim)
    assert [(f.relation, f.passage) for f in found] == [
        (Relation.DIFFERS, "part"),
        (Relation.DIFFERS, "whole"),
    ]
    assert "25.2 %" in found[0].detail


def test_a_part_above_half_is_one() -> None:
    found = shares(
        "The majority of the trade between the two countries has been the timber bought.",
        part=PART.replace("60.6", "160.6"),
    )
    assert {f.relation for f in found} == {Relation.AGREES}


def test_a_sentence_without_a_time_goes_on_about_that_of_the_sentence_before() -> None:
    said = "The majority of the trade between Norland and Sudland in 2023 was timber bought."
    part = "Norland bought timber in 2023, more than in 2022. The timber bought was worth 60.6 billion US dollars."
    assert {f.relation for f in shares(said, part)} == {Relation.DIFFERS}
    assert shares(said, part.replace("in 2023, more than in 2022", "in 2022, less than in 2023")) == []


@pytest.mark.parametrize(
    "claim",
    [
        "Timber bought was not the majority of trade between Norland and Sudland in 2023.",
        "Timber bought never made up most of the trade between Norland and Sudland in 2023.",
        "Timber bought was the most important good in trade between Norland and Sudland in 2023.",
        "Timber bought made up most of the trade between Norland and Westland in 2023.",
        "Timber bought made up most of the growth of trade between Norland and Sudland in 2023.",
        "Timber bought made up most of the trade between Norland and Sudland in 2022.",
    ],
)
def test_a_claim_of_something_else_is_not_settled_by_them(claim: str) -> None:
    assert shares(claim) == []


@pytest.mark.parametrize(
    "part",
    [
        "The timber that Norland bought from Sudland rose by 6 billion US dollars in 2023.",
        "The timber that Norland bought from Sudland in the first quarter of 2023 was worth 35 billion US dollars.",
        "The timber that Norland bought from Sudland in 2023 was worth more than 60 billion US dollars.",
        "The timber that Norland bought from Sudland in 2023 was worth 60.6 billion euros.",
    ],
)
def test_an_amount_that_is_not_the_part_is_not_taken_for_it(part: str) -> None:
    assert shares("Timber bought made up most of the trade between Norland and Sudland in 2023.", part) == []


def test_what_a_sentence_goes_on_about_stands_in_the_one_before() -> None:
    part = "Norland bought timber from Sudland in 2023. The wood was worth 60.6 billion US dollars."
    said = "The majority of the trade between Norland and Sudland in 2023 was timber bought."
    assert {f.relation for f in shares(said, part)} == {Relation.DIFFERS}
    assert shares(said, part.replace("The wood", "Barley")) == []


@pytest.mark.parametrize(
    ("stated", "relation"),
    [
        ("Timber was thus about a quarter of the trade between Norland and Sudland.", Relation.DIFFERS),
        ("Timber made up 25 % of the trade of Norland with Sudland.", Relation.DIFFERS),
        ("Timber made up less than half of the trade between Norland and Sudland.", Relation.DIFFERS),
        ("Timber was more than half of the trade between Norland and Sudland.", Relation.AGREES),
        ("Two-thirds of the trade between Norland and Sudland was timber.", Relation.AGREES),
    ],
)
def test_a_share_that_a_sentence_states_settles_it_too(stated: str, relation: Relation) -> None:
    said = "The majority of the trade between Norland and Sudland in 2023 was timber."
    assert [(f.relation, f.passage) for f in shares(said, stated, "It rained in 2023.")] == [
        (relation, "part")
    ]


@pytest.mark.parametrize(
    "stated",
    [
        "Timber was about half of the trade between Norland and Sudland.",  # of which side is open
        "Timber was more than a third of the trade between Norland and Sudland.",
        "Barley was a quarter of the trade between Norland and Sudland.",
        "Timber trade between Norland and Sudland grew by 25 % of late.",
        "A quarter of the timber that Norland cut was for trade with Sudland.",
        "In 2019 timber was a quarter of the trade between Norland and Sudland.",
        "Timber was a quarter of the trade between Norland and Sudland, and 60 % of Norland's.",
    ],
)
def test_a_share_of_another_thing_or_time_settles_nothing(stated: str) -> None:
    said = "The majority of the trade between Norland and Sudland in 2023 was timber."
    assert shares(said, stated, "It rained.") == []
