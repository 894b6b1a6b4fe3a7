"""What code says of a claim and a passage: an agreement is exact, and a difference takes a lot."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.domain import Claim, ClaimKind, Passage, Relation, Span
from claimcheck.exact import compare, find_dates, find_quantities

PUBLISHED = date(2024, 2, 8)


def claimed(text: str) -> Claim:
    return Claim(
        id="c",
        text=text,
        spans=(Span(start=0, end=len(text), quotation=text),),
        sentences=(0,),
        kind=ClaimKind.QUANTITY,
        dates=tuple(m.interval for m in find_dates(text, PUBLISHED) if m.interval),
        quantities=tuple(m.quantity for m in find_quantities(text)),
    )


def noted(text: str, published: date | None = PUBLISHED) -> Passage:
    return Passage(id=text, text=text, source="s", title="t", published=published)


def relations(claim: str, passage: str) -> list[tuple[str, Relation]]:
    return [(f.aspect, f.relation) for f in compare(claimed(claim), [noted(passage)])]


def test_an_old_figure_is_no_evidence_for_a_new_period() -> None:
    claim = "The factory produced 500 tractors in 2023."
    found = relations(claim, "The factory produced 500 tractors in 2019.")
    assert ("quantity", Relation.AGREES) not in found
    assert ("quantity", Relation.NOT_COMPARABLE) in found


def test_a_figure_of_another_quarter_is_no_evidence() -> None:
    found = relations(
        "The factory produced 500 tractors in the first quarter of 2023.",
        "The factory produced 500 tractors in Q3 2023.",
    )
    assert ("quantity", Relation.NOT_COMPARABLE) in found


def test_units_of_one_dimension_agree() -> None:
    assert ("quantity", Relation.AGREES) in relations(
        "The tunnel is 5 miles long.", "The tunnel is 8 km long."
    )


def test_another_figure_in_the_same_sentence_differs() -> None:
    found = relations("The tunnel is 5 miles long.", "The tunnel is 20 miles long.")
    assert ("quantity", Relation.DIFFERS) in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The tunnel is 5 miles long.", "The tunnel is 20 miles long, on a road of 30 miles."),
        ("The factory produced 500 tractors.", "The factory produced 900 tractors in 2019."),
        ("The factory produced 500 tractors in 2019.", "The factory produced 900 tractors."),
    ],
)
def test_one_of_several_figures_or_one_of_a_time_that_only_one_side_names_never_differs(
    claim: str, passage: str
) -> None:
    assert Relation.DIFFERS not in {relation for _, relation in relations(claim, passage)}


def test_what_figures_range_from_is_no_change_from_one_to_the_other() -> None:
    note = "Between 45 and 60 per cent of the homes in Vik are destroyed, by estimates of the government."
    for told, relation in (("45% to 60%", Relation.AGREES), ("15% to 30%", Relation.DIFFERS)):
        claim = f"Estimates of the government range from {told} of the homes in Vik."
        assert relations(claim, note) == [("quantity", relation)]


def test_another_day_differs() -> None:
    found = relations("The tunnel opened on 5 May 2019.", "The tunnel opened on 7 May 2019.")
    assert ("date", Relation.DIFFERS) in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("About a third of workers joined the strike.", "The strike: 36% of workers joined."),
        ("More than 100 workers joined the strike.", "More than 120 workers joined the strike."),
        ("Some 10-15% of workers joined the strike.", "Some 14-20% of workers joined the strike."),
        ("Support rose by 5 percentage points.", "Support rose by 9 per cent."),
        ("The tunnel opened on 5 May 2019.", "The tunnel opened on 5 May."),
        ("The tunnel opened on 5 January 2024.", "The tunnel opened four weeks ago."),
        ("The tunnel opened on 7 February 2024.", "The tunnel opened last Wednesday."),
        ("The tunnel opened on 24 December 2019.", "The tunnel opened on Christmas Day."),
        ("The tunnel opened on 4 March 2016.", "The tunnel opened on 03/04/2016."),
        ("The tunnel opened on 5 May 2019.", "The tunnel opened in May 2019."),
    ],
)
def test_what_is_said_loosely_never_differs(claim: str, passage: str) -> None:
    assert Relation.DIFFERS not in {relation for _, relation in relations(claim, passage)}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The storm killed 5,000 people.", "The storm killed at least 100 people."),
        ("The storm killed 49 people.", "The storm killed up to 200 people."),
        ("The club has 2 million members.", "The club has between 1 and 10 million members."),
        ("More than half of voters backed it.", "Less than half of voters backed it."),
        ("More than 50 workers joined.", "At most 50 workers joined."),
        ("Prices rose by 5.2 percent.", "Prices rose to 5.2 percent."),
        ("The man got 45 years in prison.", "The 45-year-old man went to prison."),
        ("Sales rose 5 percent in 2023.", "Sales rose 5 percent in the third quarter of 2023."),
        ("The deficit was $2 billion in December 2023.", "The deficit was $2 billion in 2023."),
        (
            "Trade came to $19 billion in 2023.",
            "In 2022, trade rose and, as the office said,\ncame to $19 billion. In 2023 it grew.",
        ),
        ("Trade came to $19 billion in March 2022.", "Trade came to $19 billion in Dec. 2022."),
        ("The flood killed over 6,000 people.", "For the fair 105,000 people came to the town."),
        (
            "The flood killed at least 20 people in Norland.",
            "At least 6,300 people were killed in Norland in a flood.",
        ),
        ("Fewer than 900 people live there.", "Twelve people were hurt in a crash elsewhere."),
        ("The singer died aged 41.", "She was 41 minutes late."),
        ("The singer died aged 41.", "The score in Lund, 41 to 12, was a record."),
    ],
)
def test_what_does_not_bear_out_a_figure_does_not_agree(claim: str, passage: str) -> None:
    assert ("quantity", Relation.AGREES) not in relations(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 100 workers joined.", "At least 150 workers joined."),
        ("At least 100 workers joined.", "Between 120 and 150 workers joined."),
        ("Between 100 and 200 workers joined.", "In all 150 workers joined."),
        ("Trade reached $240 billion.", "Trade rose to 240.1 billion US dollars."),
        ("Prices rose 5.2 percent.", "Prices were up 5.2 percent."),
        ("The mine gave 240 million tons of coal.", "The mine gave 240 million tonnes of coal."),
        ("The storm killed 12 people in 2023.", "On 5 May 2023 the storm killed 12 people."),
        ("The rate rose to 5 percent.", "The rate rose from 3 percent to 5 percent."),
        ("The flood killed over 6,000 people.", "In all 6,300 people died."),
        ("The flood killed over 6,000 people.", "The flood killed 13,000 people."),
        ("The singer died aged 41.", "He was 41."),
        ("The singer died aged 41.", "She was 41 when the ship sank."),
        ("The singer died aged 41.", "The 41-year-old singer died."),
        ("The 41-year-old singer died.", "Ana Duarte, 41, sang until the end."),
    ],
)
def test_what_bears_out_a_figure_agrees(claim: str, passage: str) -> None:
    assert ("quantity", Relation.AGREES) in relations(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The storm cost fewer than 50 lives in Florida.", "The storm cost more than 20 lives in Florida."),
        ("The man was sentenced to 12 years in prison.", "The 45-year-old man was sentenced to prison."),
        ("The bank raised its rates by 0.5 percent.", "The bank raised its rates to 5.5 percent."),
        ("The flight to Tokyo takes 14 hours.", "The flight to Tokyo was delayed by 3 hours."),
        ("The mine gave 240 million tons of coal.", "The mine gave 220 million tonnes of coal."),
        ("Temperatures rose by 1.5 degrees Celsius.", "Temperatures rose by 2.7 degrees Fahrenheit."),
        (
            "The union imported 45 billion tonnes of gas.",
            "The union imported 155 billion tonnes of gas and then 45 billion.",
        ),
        ("The core may be from 1 to 2 billion years old.", "The core may be 1 billion years old."),
    ],
)
def test_figures_that_measure_different_things_do_not_differ(claim: str, passage: str) -> None:
    assert ("quantity", Relation.DIFFERS) not in relations(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The factory opened before 2010.", "The factory opened in 2010."),
        ("The truce held until 2 October 2022.", "The truce held from 2 October 2022."),
        ("The truce held after 2 October 2022.", "The truce held on 2 October 2022."),
    ],
)
def test_the_edge_of_a_time_is_not_the_time(claim: str, passage: str) -> None:
    assert ("date", Relation.AGREES) not in relations(claim, passage)
    assert ("date", Relation.DIFFERS) not in relations(claim, passage)


def test_an_agreement_about_something_else_does_not_outweigh_a_difference() -> None:
    found = compare(
        claimed("Unemployment in Spain was 5.2 percent in 2023."),
        [
            noted("Unemployment in Spain was 11.8 percent in 2023."),
            noted("In 2023 inflation in Portugal came to 5.2 percent."),
        ],
    )
    assert {f.relation for f in found if f.aspect == "quantity"} == {Relation.DIFFERS}


def test_a_finding_says_which_figure_of_the_claim_it_is_of() -> None:
    claim = claimed("The flood killed 1,700 people and destroyed 2 million homes in 2022.")
    found = compare(claim, [noted("The flood of 2022 killed 1,700 people and destroyed 200,000 homes.")])
    told = {(f.of, f.relation) for f in found}
    assert told == {
        ("1,700 people", Relation.AGREES),
        ("2 million homes", Relation.DIFFERS),
        ("2022", Relation.AGREES),
    }


SENDS = 'Ana Duarte said "we will not send any boats to Portsmouth".'


@pytest.mark.parametrize(
    ("claim", "passage", "agrees"),
    [
        (
            SENDS,
            'Speaking on Monday, Duarte was firm. "We will not send any boats to Portsmouth," she said.',
            True,
        ),
        (SENDS, 'Brandt said "we will not send any boats to Portsmouth". Duarte disagreed.', False),
        (SENDS, "Duarte said that boats were sent.", False),
        (
            'The mayor said "taxes will rise" and "pensions will be cut".',
            'The mayor said "taxes will rise". "Pensions are safe", he added.',
            False,
        ),
    ],
)
def test_quoted_words_agree_where_all_of_them_are_said_by_nobody_else(
    claim: str, passage: str, agrees: bool
) -> None:
    assert (("quotation", Relation.AGREES) in relations(claim, passage)) is agrees
