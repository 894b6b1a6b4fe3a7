"""Support is taken back where the evidence counts another number of the same things."""

import pytest

from claimcheck.domain import Passage
from claimcheck.verdicts.bearing import not_given
from tests.verdicts.samples import claimed


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("Three of the boats were sold in Lund.", "Three of the boats"),
        ("Six of the boats were sold in Lund.", ""),
        ("6 of the boats were sold in Lund.", ""),
        ("Five of the boats were burnt.", ""),  # another part, which is there, too
        ("Three of the barges were sold.", ""),  # nothing is said of these
    ],
)
def test_another_number_of_the_same_things_bears_nothing_out(claim: str, missing: str) -> None:
    text = "The court heard that six of the boats were sold in Lund. Five of the boats were burnt."
    found = not_given(claimed(claim), [], [Passage(id="p", text=text, source="notes", title="Boats")])
    assert missing in found
    assert bool(found) is bool(missing)
