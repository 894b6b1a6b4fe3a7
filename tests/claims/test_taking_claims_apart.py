"""A compound claim is taken apart where its form shows the joints, and stays whole where it leaves a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.splitting import parts


@pytest.mark.parametrize(
    ("claim", "facts"),
    [
        (
            "Limewash, also called whitewash, is a thin paint.",
            ["Limewash is also called whitewash.", "Limewash is a thin paint."],
        ),
        (
            "Limewash is a thin paint that hardens when it meets air.",
            ["Limewash is a thin paint.", "Limewash hardens when it meets air."],
        ),
        (
            "The Glass Orchard is a film directed by Ines Holm.",
            ["The Glass Orchard is a film.", "The Glass Orchard is directed by Ines Holm."],
        ),
        (
            "The bridge was opened in 1961 and was closed in 2021.",
            ["The bridge was opened in 1961.", "The bridge was closed in 2021."],
        ),
        (
            "The ferry carries lorries, cars and foot passengers.",
            ["The ferry carries lorries.", "The ferry carries cars.", "The ferry carries foot passengers."],
        ),
        (
            "Limewash was used on many farm buildings, such as barns and stables.",
            [
                "Limewash was used on many farm buildings.",
                "Limewash was used on barns.",
                "Limewash was used on stables.",
            ],
        ),
        (
            "The harbour is run by the council of Portsmouth, which is elected for four years.",
            [
                "The harbour is run by the council of Portsmouth.",
                "The council of Portsmouth is elected for four years.",
            ],
        ),
        (
            "The mayors of Portsmouth were: 1. Lena Ortiz (2017-2021) 2. Ravi Menon (2009-2017)",
            [
                "Lena Ortiz (2017-2021) was one of the mayors of Portsmouth.",
                "Ravi Menon (2009-2017) was one of the mayors of Portsmouth.",
            ],
        ),
        ("However, the bridge was closed.", ["The bridge was closed."]),
    ],
)
def test_a_compound_claim_is_taken_apart(claim: str, facts: list[str]) -> None:
    assert parts(claim) == facts


@pytest.mark.parametrize(
    "claim",
    [
        "Mortar is a mixture of lime, sand and water.",
        "Trade between China, India and Russia grew in 2023.",
        "The flag must be red, white or blue.",
        "The ferries do not carry cars, lorries and horses at once.",
        "Xi Jinping and Vladimir Putin spoke by telephone on 8 February 2024.",
        "Most of the trade between China and Russia in 2023 was crude oil.",
        "The vote will be held in March 2024, after the debate, and before the summer.",
        "Repairs and inspections took nine weeks.",
        "Ana Duarte said that bread, milk and eggs are dear.",
        "The bridge carried 9,000,000 vehicles in 2020, 8,000,000 in 2019, and 7,000,000 in 2018.",
    ],
)
def test_a_claim_whose_form_leaves_a_doubt_stays_whole(claim: str) -> None:
    assert parts(claim) == [claim]


@given(st.text(max_size=200))
def test_anything_comes_back_as_something_without_end(text: str) -> None:
    found = parts(text)
    assert found
    assert len(found) <= 40
