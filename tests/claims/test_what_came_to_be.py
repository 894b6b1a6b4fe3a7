"""A "would" that tells what happened later may be said as past; a forecast, a plan and a condition may not."""

import pytest

from claimcheck.claims.facts import facts_in
from claimcheck.claims.soundness import unsound
from claimcheck.claims.turning import turned

LUND = "Edda Lund, born in Vik, would later become president of Norland."
NOVAK = "Petra Novak, a sailor, would go on to win the Open twice."


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        (LUND, "Edda Lund later became president of Norland."),
        (LUND, "Edda Lund would later become president of Norland."),
        (NOVAK, "Petra Novak went on to win the Open twice."),
        (NOVAK, "Petra Novak won the Open twice."),
        ("The firm, which would later be sold to Weil, opened in 1960.", "The firm was later sold to Weil."),
        ("The jet could carry 200 men and 40 tons.", "The jet can carry 200 men."),
        ("The jet could carry 200 men and 40 tons.", "The jet could carry 40 tons."),
    ],
)
def test_what_came_to_be_and_what_a_thing_can_do(claim: str, fact: str) -> None:
    assert not unsound(fact, claim)
    assert not turned(fact, claim)


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("Weil said the mill would later close in Vik.", "The mill later closed in Vik."),
        ("Norland hopes the port would soon open to all.", "The port soon opened to all."),
        ("Under the plan, Vik would become a city.", "Vik became a city."),
        ("The port would soon close if Norland agreed.", "The port soon closed."),
        ("The council would close two schools in Vik.", "The council closed two schools in Vik."),
        ("The jet could carry 200 men to Vik.", "The jet carried 200 men to Vik."),
        ("Weil could sell the mill and the farm.", "Weil can sell the mill."),
    ],
)
def test_a_forecast_a_plan_or_a_chance_is_no_past(claim: str, fact: str) -> None:
    assert unsound(fact, claim)


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("Weil said the mill would later close in Vik.", "The mill later closed in Vik."),
        ("The port would soon close if Norland agreed.", "The port soon closed."),
    ],
)
def test_the_same_holds_for_drafts(claim: str, fact: str) -> None:
    assert turned(fact, claim)


def test_facts_in_the_past_stand_in_the_place_of_what_came_to_be() -> None:
    facts = ["Edda Lund was born in Vik.", "Edda Lund later became president of Norland."]
    assert facts_in(LUND, facts) == facts
