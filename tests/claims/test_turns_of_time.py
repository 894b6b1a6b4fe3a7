"""A sentence that turns to another time lends its claims no day of the sentence before."""

from datetime import date

import pytest

from claimcheck.claims.days_apart import day_of_another
from claimcheck.claims.turns_of_time import borrowed_time

BEFORE = ("The Reds, who had won an absolute majority in the 2015 election, lost it on Monday.",)


@pytest.mark.parametrize(
    ("claim", "sentence", "time"),
    [
        ("The Reds won a plurality of seats in the 2015 election.", "Instead, they won a plurality.", "2015"),
        ("The Reds won a plurality of seats.", "Instead, they won a plurality.", ""),
        ("The Reds won a plurality in 2015.", "They won a plurality, too.", ""),
        ("The Reds won a plurality in 2015.", "Instead, they won a plurality in 2015.", ""),
        ("The Reds won a plurality in May 2015.", "Instead, they won a plurality in May.", ""),
        ("Ana Duarte spoke in 2015.", "Later, Ana Duarte spoke.", "2015"),
        ("Ana Duarte spoke in 2015.", "Then-president Ana Duarte spoke.", ""),
    ],
)
def test_a_time_of_the_sentence_before(claim: str, sentence: str, time: str) -> None:
    assert borrowed_time(claim, sentence, BEFORE) == time


BREAK = (
    "The licence expired on 4 May, the day on which the council met after a break, which began on 13 March."
)


@pytest.mark.parametrize(
    ("claim", "day"),
    [
        ("The licence expired on 13 March.", "13 March"),
        ("The licence expired on 4 May.", ""),
        ("The break began on 13 March.", ""),
        ("The council met on 4 May.", ""),
        ("The licence expired after the break, which began on 13 March.", ""),
    ],
)
def test_a_date_is_that_of_its_own_clause(claim: str, day: str) -> None:
    assert day_of_another(claim, BREAK, date(2020, 5, 5)) == day
