"""A country and what is of it are one name; two countries that begin alike are two."""

import pytest

from claimcheck.verdicts.overlap import names, names_met
from claimcheck.verdicts.stating import stating_sentence
from tests.verdicts.samples import claimed, noted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China", "Chinese"),
        ("France", "French"),
        ("Britain", "British"),
        ("Italy", "Italians"),
        ("Iran", "Iranian"),
        ("Poland", "Poles"),
        ("Türkiye", "Turkish"),
        ("Russia", "Russian"),
        ("Brazil", "Brazilian"),
    ],
)
def test_a_country_is_met_by_what_is_of_it(one: str, other: str) -> None:
    assert names(one) == names(other)
    assert names_met(claimed(f"It was made in {one}."), noted(f"The {other} made it."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Austria", "Australia"),
        ("Austrian", "Australian"),
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
        ("Polish", "Police"),
        ("China", "Chinook"),
    ],
)
def test_countries_that_begin_alike_are_not_taken_for_one_another(one: str, other: str) -> None:
    assert names(one) != names(other)


def test_a_sentence_on_what_is_of_a_country_states_a_claim_on_the_country() -> None:
    claim = claimed("Steel exports of China fell by 12 percent in 2023.")
    assert stating_sentence(claim, [noted("Chinese steel exports fell by 12 percent in 2023.")])
    assert not stating_sentence(claim, [noted("Steel exports of Japan fell by 12 percent in 2023.")])
    claim = claimed("Steel exports of Austria fell by 12 percent in 2023.")
    assert not stating_sentence(claim, [noted("Steel exports of Australia fell by 12 percent in 2023.")])
