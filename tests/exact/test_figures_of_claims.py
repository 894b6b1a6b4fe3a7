"""Forms of figures in letters, signs and powers, and which of them a claim can be held to."""

from datetime import date

import pytest

from claimcheck.exact import find_figures, find_quantities, unsupported_details


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Canadian $5 million was spent", 5e6, "CAD"),
        ("Egyptian £5 a kilo", 5, "EGP"),
        ("it cost 5 MOP$", 5, "MOP"),
        ("it cost 20 US$", 20, "USD"),
        ("it cost 元500", 500, "CNY"),
        ("£3 and 20p", 3.2, "GBP"),
        ("500 Botswana pula", 500, "BWP"),
        ("5 Zimbabwe dollars", 5, "ZWD"),
        ("Rs. 500 crore", 5e9, "INR"),
        ("five dollars and a half", 5.5, "USD"),
        ("it holds 3.2 M people", 3.2e6, "people"),
        ("a mass of 4.2 M☉", 4.2, ""),
        ("1.5e6 cells", 1.5e6, "cell"),
        ("about 10^6 cells", 1e6, "cell"),
        ("one in a million", 1e-4, "%"),
        ("1 in 100,000 people", 1e-3, "%"),
        ("oh point five percent", 0.5, "%"),
        ("two dozen and a half", 30, ""),
        ("an area of 40 sq m", 40, "meter**2"),
        ("a flat of 600 sqft", 600, "foot**2"),
        ("a piece of 3 in²", 3, "inch**2"),
        ("60 m.p.h.", 60, "mile/hour"),
        ("12 kn", 12, "knot"),
        ("six feet five inches tall", 77 / 12, "foot"),
        ("8 gibibytes", 8, "gibibyte"),
        ("300 kelvin", 300, "kelvin"),
        ("5 kilo meters", 5, "kilometer"),
        ("the 100m backstroke", 100, "meter"),
        ("5 imperial gallons", 5, "imperial_gallon"),
    ],
)
def test_a_figure_in_one_of_its_forms(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.quantity.value, found.quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["covid19 spread", "the b2b market", "an mp3 player", "H1N1 spread"])
def test_figures_within_a_name_are_none(text: str) -> None:
    assert find_quantities(text) == []


def test_a_claim_is_not_held_to_a_small_number_in_words_alone() -> None:
    (three,) = find_quantities("The blast struck a market, killing three.")
    assert three.quantity.value == 3
    assert find_figures("The blast struck a market, killing three.") == []
    assert len(find_figures("The blast killed three people.")) == 1
    assert len(find_figures("Their charge is zero.")) == 1


def test_another_ordinal_than_the_source_has_is_found() -> None:
    assert unsupported_details("It was the 60th anniversary.", ["It was the 70th anniversary."], None) == [
        "60"
    ]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "The flood killed at least 20 people.",
            "The flood came, killing at least 20 according to the mayor.",
        ),
        ("The flood left 15,000 people stranded.", "The flood left 15,000 stranded."),
        ("The flood injured 40 people.", "It left 40 injured."),
        ("The flood killed 30 people.", "There were 30 dead."),
    ],
)
def test_people_may_be_named_by_what_befell_them(claim: str, source: str) -> None:
    assert unsupported_details(claim, [source], None) == []


@pytest.mark.parametrize(
    ("claim", "source", "brought"),
    [
        ("The flood destroyed 40 houses.", "It left 40 injured.", "40 houses"),
        ("The flood killed 40 people.", "It destroyed 40 houses.", "40 people"),
        ("The flood left 40 stranded.", "It left 40 injured.", "40 stranded"),
    ],
)
def test_what_else_is_counted_is_not_taken_for_people(claim: str, source: str, brought: str) -> None:
    assert unsupported_details(claim, [source], None) == [brought]


@pytest.mark.parametrize("day", ["28 December 2019", "December 28, 2019", "2019-12-28"])
def test_the_day_of_publication_is_no_day_of_what_happened(day: str) -> None:
    published = date(2019, 12, 28)
    claim = f"The storm came ashore on {day}."
    assert unsupported_details(claim, ["The storm came ashore on Tuesday."], published) == [day]
    assert unsupported_details(claim, ["The storm came ashore today."], published) == []
    assert unsupported_details("It was so in December 2019.", ["It was so."], published) == []


def test_the_number_of_a_house_counts_nothing() -> None:
    assert find_quantities("A spokesman for 10 Downing Street was at 221 West Baker Street, London.") == []
    (banks,) = find_quantities("It fined 20 Wall Street banks.")
    assert banks.quantity.value == 20
