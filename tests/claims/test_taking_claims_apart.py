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
        (
            "The mayors of Portsmouth were: Lena Ortiz (2017-2021), Ravi Menon (2009-2017)",
            [
                "Lena Ortiz (2017-2021) was one of the mayors of Portsmouth.",
                "Ravi Menon (2009-2017) was one of the mayors of Portsmouth.",
            ],
        ),
        ("However, the bridge was closed.", ["The bridge was closed."]),
        (
            "The rents are set by Lund and are paid by Malmö.",
            ["The rents are set by Lund.", "The rents are paid by Malmö."],
        ),
        (
            "In 1979, sailors seized the port of Ystad and closed the harbour.",
            ["In 1979, sailors seized the port of Ystad.", "In 1979, sailors closed the harbour."],
        ),
        (
            "Local fishermen helped the crew and were thanked by the mayor.",
            ["Local fishermen helped the crew.", "Local fishermen were thanked by the mayor."],
        ),
        (
            "Mira Dahl was born in Lund and is the sister of a pilot who was jailed in 1991.",
            ["Mira Dahl was born in Lund.", "Mira Dahl is the sister of a pilot who was jailed in 1991."],
        ),
        (
            "The town's half-closed yard can mend boats such as yawls, cutters and ketches.",
            [
                "The town's half-closed yard can mend boats such as yawls.",
                "The town's half-closed yard can mend boats such as cutters.",
                "The town's half-closed yard can mend boats such as ketches.",
            ],
        ),
        (
            "In 1979, rebels took control of Ystad and seized the radio, cutting off the town.",
            [
                "In 1979, rebels took control of Ystad.",
                "In 1979, rebels seized the radio, cutting off the town.",
            ],
        ),
        (
            "Here Mira Dahl worked with Ana Ruiz and played on two records.",
            ["Here Mira Dahl worked with Ana Ruiz.", "Here Mira Dahl played on two records."],
        ),
        (
            "Seals compete with gulls for fish such as herring and sprat.",
            [
                "Seals compete with gulls for fish.",
                "Seals compete with gulls for herring.",
                "Seals compete with gulls for sprat.",
            ],
        ),
        (
            "The sailors range in age from 21 to 78 and were identified as Danes.",
            ["The sailors range in age from 21 to 78.", "The sailors were identified as Danes."],
        ),
        (
            "Mira Dahl was born in 1940 and received her training in Lund.",
            ["Mira Dahl was born in 1940.", "Mira Dahl received her training in Lund."],
        ),
        (
            "Mira Dahl did not concede the vote and vowed to go to court.",
            ["Mira Dahl did not concede the vote.", "Mira Dahl vowed to go to court."],
        ),
        (
            "Mira Dahl said she has sent 300 guards and has asked Lund for boats.",
            ["Mira Dahl said she has sent 300 guards.", "Mira Dahl said she has asked Lund for boats."],
        ),
        (
            "The ball was opened by mayor Ana Ruiz and singer Li Na, pilot Mira Dahl and judge Ida Holm.",
            [
                f"The ball was opened by {who}."
                for who in ("mayor Ana Ruiz", "singer Li Na", "pilot Mira Dahl", "judge Ida Holm")
            ],
        ),
        (
            "Critics spoke on schools, the new harbour and closing the yard.",
            [f"Critics spoke on {what}." for what in ("schools", "the new harbour", "closing the yard")],
        ),
        (
            "The yard is owned by the Danish firm Lund Marine, which specialises in ferries.",
            [
                "The yard is owned by the Danish firm Lund Marine.",
                "The Danish firm Lund Marine specialises in ferries.",
            ],
        ),
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
        # a relative clause of another, or of the one only
        "Mira Dahl is the only pilot who landed in the storm.",
        "Mira Dahl is a niece of a singer who was born in Ystad.",
        "Lantern is a film that critics loved.",
        "Lantern is a film that readers in Lund loved.",
        "The mill was sold to the bank, which was a surprise.",
        "The mill was sold to the bank, which would cost the town a park.",
        "The yard was founded by Mira Dahl, which was later sold to a bank.",
        "The yard was damaged in a fire at the mill on Friday, which was put out at noon.",
        "The team measured 40 boats in the harbour, all of which were built before 1900.",
        "The club lives in a town which was once rich.",
        "It was the report of Mira Dahl which led to the arrest.",
        'Mira Dahl said "we all lived by the sea, which was endless."',
        # a second verb of another
        "Witnesses reported the driver left the road and continued to shout.",
        "Mira Dahl was also stopped and questioned for an hour.",
        "The vote is pending and expected in June.",
        "Guards searched and closed the shop on Monday.",
        "After the choir moved to Lund and continued to sing the old songs, Mira Dahl joined it.",
        "Guards stopped Mira Dahl and she was released at noon.",
        "The strait, the swimmers reached in June and crossed in July, is deep.",
        "No ferry was sunk in May and has sailed since.",
        "The only schools are in Lund, Ystad and Malmö.",
        # a figure of all, and things of several kinds
        "The flood destroyed 40 houses in Lund, Ystad and Malmö.",
        "The flood destroyed thousands of houses in Lund, Ystad and Malmö.",
        "The flood destroyed 40 houses in towns such as Lund and Ystad.",
        "The yard sold ships in Lund, dismissed two hundred welders and raised its prices.",
        "The yard closed its docks in Lund, cut the wages and left the coast.",
        "The first guest was Mira Dahl, a pilot and an author.",
        "The guests were young singers from the city choir, Mira Dahl and Ana Ruiz.",
        "Do you know the towns in Gotland, Skåne and Öland?",
        "The Lantern Choir is Mira and me, I'm Ana Ruiz.",
        "Lund is a market, university and cathedral town.",
        "The chest has coins, cabin and deck lists, and keys.",
        "The groups are to cover schools, build houses and plant trees.",
        "In other parts of the city, the guards used water and gas against a crowd.",
        "She has been out on parole, also called licence, and living in Lund.",
        "The loss of height can be measured at sea and plotted on a chart.",
        "Lantern appeared in 1990, written and directed by Mira Dahl.",
        "Probably based on the lives of Mira Dahl, Ana Ruiz and Li Na.",
        "The poem speaks of states of feeling, both lasting and spasmodic.",
        "The minister said she was sorry and was booed.",
        "The mill was sold to Lund Marine, which angered the town.",
        "Most sailors injured in the storm were Danes.",
    ],
)
def test_a_claim_whose_form_leaves_a_doubt_stays_whole(claim: str) -> None:
    assert parts(claim) == [claim]


@given(st.text(max_size=200))
def test_anything_comes_back_as_something_without_end(text: str) -> None:
    found = parts(text)
    assert found
    assert len(found) <= 40


def test_a_second_part_with_a_them_of_the_first_stays() -> None:
    claim = "Many towns lost water and power and could not get them back for weeks."
    assert parts(claim) == [claim]
    assert len(parts("Ana Duarte was born in Lund and was raised in Vik.")) == 2
