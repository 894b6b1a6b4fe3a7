"""Support is taken back where the evidence counts another number of the same things."""

import pytest

from claimcheck.domain import Label, Passage
from claimcheck.verdicts.bearing import not_given
from claimcheck.verdicts.rules import ruled
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


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        ("Holm met several foreign leaders in Oulu.", Label.NOT_ENOUGH_EVIDENCE),
        ("Holm met several harbour masters in Oulu.", Label.SUPPORTED),
        ("Holm met a foreign leader in Oulu.", Label.SUPPORTED),
    ],
)
def test_several_of_a_kind_are_not_borne_out_where_nothing_speaks_of_the_kind(
    claim: str, label: Label
) -> None:
    text = "Holm met Ada Berg, a foreign harbour master, in Oulu."
    held = [Passage(id="p", text=text, source="notes", title="Talks")]
    assert ruled(claimed(claim), Label.SUPPORTED, [], held)[0] is label
    assert ruled(claimed(claim), Label.SUPPORTED, [], held, given=True)[0] is Label.SUPPORTED
