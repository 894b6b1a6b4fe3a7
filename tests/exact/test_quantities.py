"""Quantities of news, in sentences written for this test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import Quantity
from claimcheck.exact import find_quantities, same_value
from claimcheck.exact.quantities import apart, bears_out, same_unit
from claimcheck.exact.quantities.agreement import _registry
from claimcheck.exact.quantities.units import KNOWN


def read(text: str) -> list[tuple[str, float, str]]:
    return [
        (m.quantity.text, pytest.approx(m.quantity.value), m.quantity.unit) for m in find_quantities(text)
    ]


def only(text: str) -> Quantity:
    (mention,) = find_quantities(text)
    return mention.quantity


@pytest.mark.parametrize(
    ("text", "expression", "value", "unit"),
    [
        ("The deal is worth $1.5bn.", "$1.5bn", 1.5e9, "USD"),
        ("a $48.2 million deal", "$48.2 million", 48.2e6, "USD"),
        ("A$5 million in fines", "A$5 million", 5e6, "AUD"),
        ("It cost £3.4 million.", "£3.4 million", 3.4e6, "GBP"),
        ("about 12 Australian dollars", "12 Australian dollars", 12, "AUD"),
        ("It lost EUR 350 a day.", "EUR 350", 350, "EUR"),
        ("It sells for 210 pence.", "210 pence", 2.1, "GBP"),
        ("It sold 1.2m units.", "1.2m units", 1.2e6, "unit"),
        ("They bought a dozen eggs.", "a dozen eggs", 12, "egg"),
        ("twenty-three thousand soldiers", "twenty-three thousand soldiers", 23000, "soldier"),
        ("two hundred and five ships", "two hundred and five ships", 205, "ship"),
        ("Two and a half million people", "Two and a half million people", 2.5e6, "people"),
        ("half a million people", "half a million people", 5e5, "people"),
        ("two-thirds of voters", "two-thirds of", 200 / 3, "%"),
        ("half the country", "half", 50, "%"),
        ("one in five pupils", "one in five", 20, "%"),
        ("nine out of ten doctors", "nine out of ten", 90, "%"),
        ("up 5 percentage points", "5 percentage points", 5, "percentage_point"),
        ("up by 12 per cent", "12 per cent", 12, "%"),
        ("at 80 km/h", "80 km/h", 80, "kilometer/hour"),
        ("at 50 mph", "50 mph", 50, "mile/hour"),
        ("2,000 sq ft of space", "2,000 sq ft", 2000, "foot**2"),
        ("It was -5 °C.", "-5 °C", -5, "degree_Celsius"),
        ("She is 5 ft 6 in", "5 ft 6 in", 5.5, "foot"),
        ("a 2.5-mile stretch", "2.5-mile", 2.5, "mile"),
        ("They doubled output.", "doubled", 2, "time"),
        ("half a  dozen eggs", "half a  dozen eggs", 6, "egg"),
        ("five-and-a-half per cent", "five-and-a-half per cent", 5.5, "%"),
        ("two and fifty-four hundredths", "two and fifty-four hundredths", 2.54, ""),
        ("half of one per cent", "half of one per cent", 0.5, "%"),
        ("three-quarters of an hour", "three-quarters of an hour", 0.75, "hour"),
        ("one hundred and five thousand people", "one hundred and five thousand people", 105000, "people"),
        ("a 100,000-strong army", "100,000", 1e5, ""),
        ("a fence 1.8m high", "1.8m", 1.8, "meter"),
        ("12,34,567 rupees", "12,34,567 rupees", 1234567, "INR"),
    ],
)
def test_a_quantity_has_its_value_and_unit(text: str, expression: str, value: float, unit: str) -> None:
    assert (expression, pytest.approx(value), unit) in read(text)


@pytest.mark.parametrize(
    ("text", "value", "tolerance"),
    [
        ("10-15% of them", 12.5, 2.5),
        ("between 5 and 7 people", 6, 1),
        ("$10-15 million", 12.5e6, 2.5e6),
        ("5 to 10 years", 7.5, 2.5),
        ("five to six per cent", 5.5, 0.5),
    ],
)
def test_a_range_is_its_middle_give_or_take(text: str, value: float, tolerance: float) -> None:
    assert (only(text).value, only(text).tolerance) == (value, tolerance)


def test_from_one_figure_to_another_is_a_change_and_no_range() -> None:
    assert [value for _, value, _ in read("It rose from 5% to 7%.")] == [5, 7]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 3,000 people", ">"),
        ("no more than 3,000 people", "<"),
        ("no fewer than 30 people", ">"),
        ("up to 30 people", "<"),
        ("30 people", ""),
        ("30% or more", ">"),
    ],
)
def test_words_before_and_after_make_a_bound(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    "text",
    [
        "one of the men",
        "a third man",
        "COVID-19",
        "hundreds of thousands fled",
        "several hundred fled",
        "in the second quarter of 2020",
        "the 5th of May 2020",
        "open 24/7",
    ],
)
def test_what_is_no_quantity_is_not_found(text: str) -> None:
    assert read(text) == []


def test_units_of_one_dimension_are_converted() -> None:
    assert same_value(only("5 miles"), only("8.05 km"))
    assert same_value(only("20 °C"), only("68 °F"))
    assert not same_value(only("5 miles"), only("5 km"))
    assert not same_unit(only("5 miles"), only("5 kg"))
    assert not same_unit(only("5 percentage points"), only("5 per cent"))


@pytest.mark.parametrize("unit", sorted(KNOWN - {"%", "percentage_point", "basis_point"}))
def test_every_physical_unit_is_one_of_pint(unit: str) -> None:
    assert _registry().Unit(unit)


def test_until_when_and_the_adjective_of_a_people_are_no_units() -> None:
    assert [m.quantity.unit for m in find_quantities("He ruled 434 until his death.")] == [""]
    assert only("12 Palestinian civilians").unit == "civilian"


def test_bounds_ranges_and_shares_in_words_do_not_contradict() -> None:
    assert not apart(only("more than 100 people"), only("more than 120 people"))
    assert not apart(only("10-15%"), only("14-20%"))
    assert not apart(only("a third of them"), only("37%"))
    assert apart(only("10%"), only("20%"))
    assert not apart(only("at 7 p.m. ET"), only("at 4 p.m. PT"))


WORDS = st.lists(
    st.sampled_from(
        "5 1,000 3.5 1/2 ½ 40 000 two twenty hundred million and a half third point zero $ £ USD % per cent km / h sq ft "
        "people - – to between from one in out of dozen dollars cents minus 5/6 ² ° , . ( )".split(" ")
    ),
    max_size=30,
).map(" ".join)


def well_formed(text: str) -> bool:
    """In order, apart and verbatim."""
    found = find_quantities(text)
    edges = [0, *(edge for m in found for edge in (m.start, m.end)), len(text)]
    return edges == sorted(edges) and all(
        m.start < m.end and m.quantity.text == text[m.start : m.end] for m in found
    )


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize(
    "text", ["10 million people", "5 per cent", "a ship of 75 m", "5 to 7 per cent", "half a million"]
)
def test_another_space_is_as_good_as_a_plain_one(text: str, space: str) -> None:
    pasted = text.replace(" ", space)
    (plain, other) = only(text), only(pasted)
    assert (other.value, other.unit, other.tolerance) == (plain.value, plain.unit, plain.tolerance)
    assert well_formed(pasted)


def test_a_range_with_another_space_is_one() -> None:
    assert bears_out(only("6 per cent"), only("5\u00a0to\u00a07 per cent"))


@given(st.one_of(st.text(max_size=200), WORDS))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert well_formed(text)


@pytest.mark.parametrize("unit", [",", "1 ", "two ", "a half ", "$", "1/", "twenty-", "hundred ", "-", "1-"])
def test_long_hostile_text_is_read_in_one_go(unit: str) -> None:
    assert well_formed(unit * (10_000 // len(unit)))


@pytest.mark.parametrize("text", ["1" * 50_000, "1," * 25_000, "," * 50_000])
def test_very_long_runs_of_digits_and_commas_are_read_in_one_go(text: str) -> None:
    assert well_formed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs C$100 and fifty.", [("C$100 and fifty", 100.5, "CAD")]),
        ("The fare is $3 and twenty-five.", [("$3 and twenty-five", 3.25, "USD")]),
        ("It is €2 and ten!", [("€2 and ten", 2.1, "EUR")]),
        ("He paid one dollar and fifty.", [("one dollar and fifty", 1.5, "USD")]),
        ("A cup is one euro and twenty.", [("one euro and twenty", 1.2, "EUR")]),
        ("The fare was five dollars and fifty and is rising.", [("five dollars and fifty", 5.5, "USD")]),
        ("It was two euros and ten but rose.", [("two euros and ten", 2.1, "EUR")]),
        ("The fare is between five dollars and ten.", [("five dollars and ten", 7.5, "USD")]),
        ("It costs either $5 and ten.", [("$5", 5, "USD"), ("ten", 10, "")]),
        ("He paid $100 and fifty others did not.", [("$100", 100, "USD"), ("fifty others", 50, "other")]),
        ("He gave $1.50 and fifty.", [("$1.50", 1.5, "USD"), ("fifty", 50, "")]),
        ("He won one dollar and one was lost.", [("one dollar", 1, "USD")]),
        ("He has $20 and three of his sons.", [("$20", 20, "USD"), ("three", 3, "")]),
        ("It cost one dollar and a half.", [("one dollar and a half", 1.5, "USD")]),
    ],
)
def test_a_number_in_words_after_an_amount_is_its_cents_where_the_clause_ends(
    text: str, found: list[tuple[str, float, str]]
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It costs five kuai five mao.", 5.5),
        ("It costs one kuai and five mao five.", 1.55),
        ("It costs three yuan two jiao five fen.", 3.25),
        ("It costs three yuan two jiao 5.", 3.25),
        ("It costs two kuai five.", 2.5),
        ("It costs 2 kuai 5.", 2.5),
        ("It costs two kuai five years on.", 2),
        ("It costs two kuai five mao six days later.", 2.5),
    ],
)
def test_yuan_are_followed_by_tenths_and_hundredths(text: str, value: float) -> None:
    assert [(q, unit) for _, q, unit in read(text) if unit == "CNY"] == [(pytest.approx(value), "CNY")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met one last time.", [1]),
        ("He asked for it one more time.", [1]),
        ("She sang it one final time in May.", [1]),
        ("Not one single time was it shut.", [1]),
        ("One last thing is open.", []),
        ("No one more timely came.", []),
        ("He was one of the last.", []),
        ("At one time it was shut.", []),
    ],
)
def test_one_more_time_is_a_number_of_times(text: str, values: list[float]) -> None:
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It is twenty and three and three fifths.", [23.6]),
        ("It is forty and two and a half.", [42.5]),
        ("The sum is thirty and one and two-thirds, he said.", [31 + 2 / 3]),
        ("They got twenty and three and a half years.", [20, 3.5]),
        ("It is twenty and three.", [20, 3]),
        ("They came in groups of twenty and three.", [20, 3]),
        ("It lies between twenty and three and a half.", [20, 3.5]),
    ],
)
def test_tens_and_ones_with_a_fraction_are_one_number_where_nothing_is_counted(
    text: str, values: list[float]
) -> None:
    assert [value for _, value, _ in read(text)] == [pytest.approx(value) for value in values]


@pytest.mark.parametrize(
    ("held", "wanted", "same"),
    [
        ("one week", "seven days", True),
        ("one week", "ten days", False),
        ("two hours", "110 minutes", True),
        ("two hours", "100 minutes", False),
        ("5 miles", "8 km", True),
        ("one month", "30 days", True),
        ("one month", "five weeks", False),
    ],
)
def test_another_unit_bears_a_figure_out_within_a_tenth(held: str, wanted: str, same: bool) -> None:
    assert bears_out(only(held), only(wanted)) is same
    assert bears_out(only(wanted), only(held)) is same


def test_the_bound_of_a_time_bears_out_one_next_to_it() -> None:
    assert bears_out(only("more than 50 years"), only("over 45 years"))
    assert not bears_out(only("more than 65 years"), only("over 45 years"))
    assert bears_out(only("65 years"), only("over 45 years"))
