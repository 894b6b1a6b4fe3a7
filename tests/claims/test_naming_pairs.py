"""A pair is named in the place of "The two men", and never before a noun or for those who are only theirs."""

import pytest

from claimcheck.claims.pairs import with_pair_named

MET = "Mayor Ida Holm and Jonas Weil met in Vik."


@pytest.mark.parametrize(
    ("before", "claim"),
    [
        (MET, "The two bridges in Vik closed in 2019."),
        (MET, "The two injured passengers were freed."),
        (MET, "The two men from Oulu were freed."),
        ("The foreign ministers of Norland and Sudland met in Vik.", "The two ministers signed a treaty."),
        ("The foreign ministers of Norland and Sudland met in Vik.", "The two signed a treaty."),
        ("Norland and Sudland’s mayors met in Vik.", "The two leaders signed a treaty."),
    ],
)
def test_who_is_not_meant_is_not_named(before: str, claim: str) -> None:
    assert with_pair_named(claim, [before]) == claim


@pytest.mark.parametrize(
    ("before", "claim", "named"),
    [
        (MET, "The two met again in 2019.", "Mayor Ida Holm and Jonas Weil met again in 2019."),
        (MET, "The two agreed on a toll.", "Mayor Ida Holm and Jonas Weil agreed on a toll."),
        (MET, "Both leaders discussed tolls.", "Mayor Ida Holm and Jonas Weil discussed tolls."),
        (MET, "The duo later won a prize.", "Mayor Ida Holm and Jonas Weil later won a prize."),
        (
            "The mayors of Norland and Sudland met.",
            "Both countries have mines.",
            "Norland and Sudland have mines.",
        ),
    ],
)
def test_the_pair_before_a_verb_is_named(before: str, claim: str, named: str) -> None:
    assert with_pair_named(claim, [before]) == named
