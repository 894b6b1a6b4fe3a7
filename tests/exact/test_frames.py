"""The same words around another figure or date contradict a claim, however few other words two sentences share."""

from __future__ import annotations

import pytest

from claimcheck.domain import Finding, Passage, Relation
from claimcheck.exact import compare
from tests.verdicts.samples import claimed


def differing(claim: str, text: str, title: str = "Notes") -> list[str]:
    passage = Passage(id="p", text=text, source="s", title=title)
    found: list[Finding] = compare(claimed(claim), [passage])
    return [f.detail for f in found if f.relation is Relation.DIFFERS]


@pytest.mark.parametrize(
    ("claim", "text", "held"),
    [
        ("Queen Berit of Nordland was born in 1943.", "Berit av Holm was born in 1940.", "1940"),
        (
            "Queen Berit became Queen in 1974.",
            "Berit was born in 1940. She became Queen in July 1970, when her aunt stepped down.",
            "1970-07",
        ),
        (
            "The Nordland fishing treaty was signed in 2012.",
            "Berit helped to bring about the fishing treaty with Nordland, which was signed in 2015.",
            "2015",
        ),
        (
            "Ivar Lund was born on June 23, 1948.",
            "Ivar Lund was born Ivar Dahl in Oulu, Ostrobothnia, on 23 June 1941.",
            "1941-06-23",
        ),
        (
            "The licence of the Bay Channel expired on 3 May 2020.",
            "Its licence, Act No. 7966, had expired on Monday, 4 May 2020.",
            "2020-05-04",
        ),
        (
            "The Bay Channel's legislative licence expired on Sunday, 3 May 2020.",
            "Its licence, Act No. 7966, had expired on Monday, 4 May 2020.",
            "2020-05-04",
        ),
        (
            "The government of Nordland announced seven days of mourning.",
            "Berit of Nordland died. State media announced three days of mourning.",
            "three days",
        ),
        (
            "The government arrested 20 people in Lund after the parade.",
            "The police in Lund arrested 12 people, and many went home.",
            "12 people",
        ),
        (
            "An estimated two million people took part in the parade of Lund.",
            "The parade of Lund was on 3 May. About four million people took part.",
            "four million people",
        ),
    ],
)
def test_the_same_around_another_figure_or_date_differs(claim: str, text: str, held: str) -> None:
    details = differing(claim, text, "The Bay Channel" if "licence" in claim else "Berit of Nordland")
    assert any(held in detail for detail in details), details


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Berit of Nordland was born in 1943.", "Berit's father was born in 1910."),
        ("Berit of Nordland was born in 1943.", "Her father was born in 1910. Berit is a queen."),
        ("Berit of Nordland was born in 1943.", "Berit of Nordland was born about 1940."),
        ("Berit of Nordland was born in 1943.", "Berit of Nordland was born before 1940."),
        ("The treaty was signed in 1912.", "The pact was signed in 1915."),
        ("The second bridge of Nordland was built in 1964.", "The bridge of Nordland was built in 1961."),
        ("Berit became Queen in 1974.", "Berit became a colonel in 1970."),
        ("Berit won the cup in 1974.", "Berit won the cup in 1970."),  # may be won twice
        ("Berit became Queen in 1974.", "Ivar became King in 1970."),
        (
            "Queen Berit of Nordland died on 10 January 2020.",
            "Ivar Dahl, a cousin of Berit, was named Queen's heir of Nordland on 11 January 2020.",
        ),
        (
            "Oulu Nights was released in 2001.",
            "Oulu Nights is a song of the Bay Boys, a band that was released from its contract in 2009.",
        ),
        (
            "The police arrested 20 people in Lund.",
            "The police of Oulu, led by Ivar Dahl, arrested 12 people.",
        ),
    ],
)
def test_what_is_said_of_something_else_or_may_happen_twice_does_not(claim: str, text: str) -> None:
    assert not differing(claim, text, "Berit of Nordland")
