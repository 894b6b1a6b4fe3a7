"""Years before Christ are no years of our era, and the number of one in a row is no count."""

from datetime import date

import pytest

from claimcheck.domain import Claim, Passage, Relation, Span
from claimcheck.exact import compare, find_dates, find_figures, find_quantities

DAY = date(2024, 3, 1)


def measured(text: str) -> list[tuple[str, float, str]]:
    return [(m.quantity.text, m.quantity.value, m.quantity.unit) for m in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The temple was built in 500 BC.", [("500 BC", 500, "year_BCE")]),
        ("The harbour dates from around 1500 BCE.", [("1500 BCE", 1500, "year_BCE")]),
        ("It was settled by 30,000 B.C.", [("30,000 B.C.", 30_000, "year_BCE")]),
        ("In 1500 BC Crete traded far.", [("1500 BC", 1500, "year_BCE")]),
        ("Coins of the 3rd century BC were found.", [("3rd century BC", 3, "century_BCE")]),
        ("Coins of the third century B.C.E. were found.", [("third century B.C.E.", 3, "century_BCE")]),
        ("It fell between 1400 and 1200 BC.", [("1400", 1400, "year_BCE"), ("1200 BC", 1200, "year_BCE")]),
        ("The kiln is of 1400–1200 BCE.", [("1400–1200 BCE", 1300, "year_BCE")]),
    ],
)
def test_what_is_before_christ_is_a_number_of_its_own_kind(
    text: str, wanted: list[tuple[str, float, str]]
) -> None:
    assert measured(text) == wanted
    assert find_dates(text, DAY) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vesuvius broke out in AD 79.", "0079"),
        ("The town was founded in 600 CE.", "0600"),
        ("In 2014 BC Hydro raised its rates.", "2014"),
        ("She moved to Vancouver, BC, in 2014.", "2014"),
    ],
)
def test_years_of_our_era_stay_dates(text: str, wanted: str) -> None:
    assert [mention.interval.iso for mention in find_dates(text, DAY) if mention.interval] == [wanted]


def test_a_day_of_a_year_before_christ_is_none_of_ours() -> None:
    assert find_dates("Caesar was killed on 15 March 44 BC in Rome.", DAY) == []


def test_the_mark_of_a_note_is_no_figure() -> None:
    assert measured("The bridge was opened late.[2] It has nine piers [3].") == [("nine piers", 9, "pier")]


def found(claim: str, passage: str) -> list[Relation]:
    held = Claim(
        id="c",
        text=claim,
        spans=(Span(start=0, end=len(claim), quotation=claim),),
        sentences=(0,),
        quantities=tuple(mention.quantity for mention in find_figures(claim)),
    )
    return [f.relation for f in compare(held, [Passage(id="p", text=passage, source="notes", title="Finds")])]


@pytest.mark.parametrize(
    ("claim", "passage", "wanted"),
    [
        (
            "The temple was built in 500 BC.",
            "The temple was built about 500 B.C.E. by masons.",
            [Relation.AGREES],
        ),
        ("The temple was built in 500 BC.", "The temple has 500 steps.", []),
        ("The temple was built in 500 BC.", "The temple was built in 700 BC.", [Relation.DIFFERS]),
        (
            "Iron came in the 2nd century BCE.",
            "Iron came in the 5th century BCE [2] there.",
            [Relation.DIFFERS],
        ),
        (
            "Iron came in the 2nd century BCE.",
            "Iron came in the second century B.C. there.",
            [Relation.AGREES],
        ),
        ("She lives on the 5th floor.", "She lives with 5 others.", []),
        ("She lives on the 5th floor.", "She lives on the 5th floor of the house.", [Relation.AGREES]),
    ],
)
def test_they_are_compared_with_their_own_kind_alone(
    claim: str, passage: str, wanted: list[Relation]
) -> None:
    assert found(claim, passage) == wanted
