"""Who did what to whom, as the form of a sentence shows it."""

import pytest

from claimcheck.language.deeds import deeds, ways


@pytest.mark.parametrize(
    ("text", "kind", "doer", "whom"),
    [
        ("Holm defeated Weil", "beat", "Holm", "Weil"),
        ("Weil has been beaten by Holm", "beat", "Holm", "Weil has"),
        ("Weil lost 2-1 to Holm", "beat", "Holm", "Weil"),
        ("Holm won 2-1 against Weil", "beat", "Holm", "Weil"),
        ("Holm's win over Weil", "beat", "Holm's", "Weil"),
        ("Vik, which Norland invaded,", "invade", "Norland", "Vik"),
        ("Sued by Weil, Holm", "sue", "Weil", "Holm"),
        ("Weil preceded Holm", "succeed", "Holm", "Weil"),
        ("Norland has more lakes than Sudland", "more lakes than", "Norland has", "Sudland"),
        ("Vik is north of Oulu", "north of", "Vik is", "Oulu"),
        ("Ida is the daughter of Weil", "daughter of", "Ida is the", "Weil"),
    ],
)
def test_the_two_sides_of_a_deed(text: str, kind: str, doer: str, whom: str) -> None:
    (deed,) = deeds(text)
    assert (deed.kind, deed.doer.strip(), deed.whom.strip()) == (kind, doer, whom)


@pytest.mark.parametrize("text", ["Holm was sued on Monday", "attacking Vik", "Holm, accused of theft"])
def test_of_a_deed_with_an_unclear_side_neither_is_told(text: str) -> None:
    assert [(deed.doer, deed.whom) for deed in deeds(text)] == [("", "")]


@pytest.mark.parametrize("text", ["the attack in Vik", "Norland's strikes", "with support from Vik"])
def test_a_noun_is_no_deed(text: str) -> None:
    assert not deeds(text)


def test_a_way_is_read_from_either_end() -> None:
    assert ways("from Vik to Oulu") == ways("to Oulu from Vik") == [("Vik", "Oulu")]
