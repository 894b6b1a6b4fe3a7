"""Two people's names are not made one."""

import pytest

from claimcheck.claims.names_joined import names_joined

TEXTS = (
    "Queen Berit of Nordland dies",
    "On Friday, Berit av Holm died. When the council met, it chose the Queen’s cousin, Ivar Dahl, to follow Berit. After the"
    " vote, Ivar said that Berit’s policies would stay. President Ola Berg sent his regards to Nordland, and the President"
    " called Ivar.",
)


def test_two_names_that_nobody_has_together_are_told() -> None:
    assert names_joined("Ivar Berit said that the policies would stay.", TEXTS) == "Ivar Berit"


@pytest.mark.parametrize(
    "claim",
    [
        "Ivar Dahl said that the policies would stay.",
        "Berit Holm died.",
        "Queen Berit died on Friday.",
        "President Berg sent his regards.",
        "President Ivar sent his regards.",  # a title, and no name: for other rules to see
        "On Friday Berit died.",
    ],
)
def test_a_name_a_title_and_a_day_are_no_two_names(claim: str) -> None:
    assert not names_joined(claim, TEXTS)
