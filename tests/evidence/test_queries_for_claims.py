"""A query is written from a claim: its names whole, its numbers, its dates as a text would write them."""

from datetime import date

import pytest

from claimcheck.domain import Claim, DateInterval, Span
from claimcheck.evidence import query_for


def claim(text: str, *days: tuple[date, date]) -> Claim:
    dates = tuple(DateInterval(start=a, end=b, text="x") for a, b in days)
    span = Span(start=0, end=len(text), quotation=text)
    return Claim(id="c1", text=text, spans=(span,), sentences=(0,), dates=dates)


def test_names_are_whole_and_the_word_that_opens_the_sentence_is_none() -> None:
    query = query_for(claim("The Bank of England lent Zoë Ødegård 1.5 million on Monday, Reuters said."))
    assert query.names == ("Bank of England", "Zoë Ødegård", "Monday", "Reuters")
    assert query.numbers == ("1.5",)


@pytest.mark.parametrize(
    ("first", "last", "terms"),
    [
        (date(2024, 2, 8), date(2024, 2, 8), ("8", "February", "2024")),
        (date(2024, 3, 1), date(2024, 3, 31), ("March", "2024")),
        (date(2023, 1, 1), date(2023, 12, 31), ("2023",)),
        (date(2024, 2, 8), date(2024, 3, 9), ("8", "February", "2024", "9", "March")),
    ],
)
def test_a_date_becomes_the_words_that_name_it(first: date, last: date, terms: tuple[str, ...]) -> None:
    assert query_for(claim("It rained.", (first, last))).dates == terms


def test_words_of_a_rewritten_query_are_added() -> None:
    assert query_for(claim("It rained."), "showers downpour").text == "It rained. showers downpour"
