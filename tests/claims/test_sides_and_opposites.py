"""Who did it to whom, and which of two opposites it was; what only looks turned round is let through."""

import pytest

from claimcheck.claims.directions import contrary
from claimcheck.claims.sides import swapped


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Weil, who beat Holm, thanked Berg.", "Berg thanked Weil."),
        ("Norland has invaded Sudland twice.", "Sudland has invaded Norland twice."),
        ("Holm, the mayor of Vik, accused Weil of theft.", "Weil accused Holm of theft."),
        ("The mayor of Vik sued the mayor of Oulu.", "The mayor of Oulu sued the mayor of Vik."),
        ("Holm's win over Weil ended the season.", "Weil beat Holm."),
        ("Norsk Kraft filed a lawsuit against Vik.", "Vik sued Norsk Kraft."),
        ("Weil moved from Vik to Oulu.", "Weil moved from Oulu to Vik."),
        ("Men earn more than women in Vik.", "Women earn more than men in Vik."),
        ("Weil preceded Holm as mayor.", "Weil succeeded Holm as mayor."),
        ("Holm won 3-0 against Weil.", "Weil won 3-0 against Holm."),
        ("Rebels ousted the king.", "The king toppled rebels."),
    ],
)
def test_sides_that_changed_places_are_seen(sentence: str, claim: str) -> None:
    assert swapped(claim, sentence)
    assert not swapped(sentence, sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Norway exported gas to Sweden and Sweden steel to Norway.", "Sweden exported steel to Norway."),
        ("Holm won the vote, beating Weil by 300 votes.", "Holm beat Weil by 300 votes."),
        ("The dam that Norsk Kraft bought from Vik leaks.", "Norsk Kraft bought the dam from Vik."),
        ("Weil was replaced with Holm.", "Holm replaced Weil."),
        ("The attack on Vik by Norland killed 30.", "Norland attacked Vik."),
        ("Asked about the strike, Holm backed Weil.", "Holm backed Weil, asked about the strike."),
        ("The daughter of Weil, Ida Holm, left Vik.", "Ida Holm is the daughter of Weil."),
        ("Israel accused Iran of attacking Israeli ships.", "Iran attacked Israeli ships, Israel said."),
    ],
)
def test_the_same_in_another_order_is_let_through(sentence: str, claim: str) -> None:
    assert not swapped(claim, sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Vik did not win the cup.", "Vik lost the cup."),
        ("The tunnel did not open until 2004.", "The tunnel was closed until 2004."),
        ("Vik lost the cup to Oulu.", "Oulu won the cup."),
        ("Norland sold jets to Sudland.", "Sudland bought jets from Norland."),
        ("Ida Holm is older than Weil.", "Weil is younger than Ida Holm."),
        ("Vik lies north of Oulu.", "Oulu lies south of Vik."),
        ("Vik sold less gas to Oulu than to Bergen.", "Vik sold more gas to Bergen than to Oulu."),
        ("Rents are lower in Vik than in Oulu.", "Rents are higher in Oulu than in Vik."),
        ("The court struck down the law that Weil had approved.", "The court blocked the law."),
        ("Prices fell in Vik and rose in Oulu.", "Prices rose in Oulu."),
        ("The storm reached Vik after dark.", "A fire before the vote destroyed a mill in Oulu."),
    ],
)
def test_an_opposite_that_says_the_same_or_is_of_another_is_let_through(sentence: str, claim: str) -> None:
    assert not contrary(claim, sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The miner tested negative for gas.", "The miner tested positive for gas."),
        ("Members voted against the bill in Vik.", "Members voted for the bill in Vik."),
        ("The court in Vik upheld the verdict.", "The court in Vik quashed the verdict."),
        ("Most mills stand in rural Norland.", "Most mills stand in urban Norland."),
        ("Miners opposed the law in Vik.", "Miners backed the law in Vik."),
    ],
)
def test_an_opposite_in_its_place_is_refused(sentence: str, claim: str) -> None:
    assert contrary(claim, sentence)
    assert not contrary(claim, claim)
