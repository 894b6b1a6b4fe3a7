"""That somebody said something is borne out by those words, and not by others of theirs."""

import pytest

from claimcheck.domain import ClaimKind, Label
from claimcheck.verdicts.rules import ruled
from tests.verdicts.samples import claimed, noted

NOTES = noted(
    "Ida Holm of the harbour board called the bridge the best of its kind. "
    "The mayor wrote that the tunnel was of huge importance and must be finished at once. It rained."
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Ida Holm said that this was the first bridge where the roadway can be lifted by one hand.",
            Label.NOT_ENOUGH_EVIDENCE,
        ),
        ("Ida Holm said that the bridge was the best of its kind.", Label.SUPPORTED),
        ("The mayor said via Twitter that the tunnel was of huge importance.", Label.SUPPORTED),
        ("The mayor told reporters that the tunnel had to be finished.", Label.SUPPORTED),
        ("The mayor told reporters that nobody would ever pay a toll again.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_support_needs_a_sentence_with_a_part_of_the_words(text: str, label: Label) -> None:
    claim = claimed(text).model_copy(update={"kind": ClaimKind.QUOTATION})
    assert ruled(claim, Label.SUPPORTED, (), [NOTES])[0] is label


def test_a_claim_of_another_kind_is_not_held_to_it() -> None:
    claim = claimed("The harbour board claimed that it owned the quay since 1901.")
    assert (
        ruled(claim.model_copy(update={"dates": (), "quantities": ()}), Label.SUPPORTED, (), [NOTES])[0]
        is Label.SUPPORTED
    )
