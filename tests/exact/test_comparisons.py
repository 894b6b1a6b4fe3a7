"""What code says of a claim and a passage: an agreement is exact, and a difference takes a lot."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.domain import Claim, ClaimKind, Passage, Relation, Span
from claimcheck.exact import compare, find_dates, find_quantities

PUBLISHED = date(2024, 2, 8)


def relations(claim: str, passage: str, published: date | None = PUBLISHED) -> list[tuple[str, Relation]]:
    made = Claim(
        id="c",
        text=claim,
        spans=(Span(start=0, end=len(claim), quotation=claim),),
        sentences=(0,),
        kind=ClaimKind.QUANTITY,
        dates=tuple(m.interval for m in find_dates(claim, PUBLISHED) if m.interval),
        quantities=tuple(m.quantity for m in find_quantities(claim)),
    )
    found = compare(made, Passage(id="p", text=passage, source="s", title="t", published=published))
    return [(f.aspect, f.relation) for f in found]


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
