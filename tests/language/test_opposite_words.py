"""Opposite words, and the words that only look like them."""

import pytest

from claimcheck.language.opposites import Kind, in_its_place, opposed
from claimcheck.language.tokens import tokens_of


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Prices rose.", "Prices fell.", Kind.PLAIN),
        ("Prices were up 5 percent.", "Prices went down by 5 percent.", Kind.PLAIN),
        ("They voted for it.", "They voted against it.", Kind.PLAIN),
        ("Vik won.", "Vik lost.", Kind.CONVERSE),
        ("before the war", "after the war", Kind.RELATION),
        ("more than half", "less than half", Kind.CONVERSE),
    ],
)
def test_opposites_meet_from_either_side(one: str, other: str, kind: Kind) -> None:
    assert [found.pair.kind for found in opposed(one, other)] == [kind]
    assert [found.pair.kind for found in opposed(other, one)] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prices rose.", "Prices rose and fell."),
        ("Prices rose and fell.", "Prices fell."),
        ("Prices rose.", "It was built in fall 2016."),
        ("Prices fell.", "She grew up in Vik."),
        ("Prices fell.", "They set up a shop."),
        ("Prices rose.", "A jet was shot down by rebels."),
        ("the first mayor", "the mayor of last year"),
        ("Shops opened.", "a close-up of shops"),
    ],
)
def test_words_that_tell_no_other_way_do_not(one: str, other: str) -> None:
    assert not opposed(one, other)


def test_the_places_of_opposites_are_those_of_their_words() -> None:
    (found,) = opposed("Prices rose and rose.", "In May prices fell.")
    assert (found.own, found.other) == ((1, 3), (3,))
    assert "climbed" in found.meant
    assert "dropped" not in found.meant


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Prices rose in Vik.", "In May prices fell.", True),
        ("Rents rose in Vik.", "In May prices fell.", False),
        ("It opened on 5 May.", "It closed on 8 May.", False),
        ("A court in Vik acquitted Holm.", "Holm was convicted by a court.", True),
        ("Vik won the cup.", "Vik lost the cup.", True),
        ("Vik lost the cup to Oulu.", "Oulu won the cup.", False),
        ("Norland is larger than Vik.", "Norland is smaller than Vik.", True),
        ("Norland is larger than Vik.", "Vik is smaller than Norland.", False),
        ("Holm left before the vote.", "After the vote Holm left.", True),
        ("Holm left before the vote.", "The vote came after Holm left.", False),
    ],
)
def test_an_opposite_is_in_the_place_of_the_other(one: str, other: str, same: bool) -> None:
    (found,) = opposed(one, other)
    places = found.own[0], tokens_of(other), found.other[0]
    assert in_its_place(found.pair.kind, tokens_of(one), *places) is same
