"""Which reasons of the model speak for the claim: such a one does not stand beside a refutation of found evidence."""

import pytest

from claimcheck.verdicts.turns import for_the_claim


@pytest.mark.parametrize(
    "reason",
    [
        "The evidence directly supports the claim by naming the bridge.",
        "The claim states that the bridge is timber, which is supported by the evidence that it was built of oak.",
        "The attempt was a failed one, which supports the claim.",
        "The bridge was indeed of timber. The other evidence does not contradict this claim.",
        "Nothing in the evidence refutes the statement.",
    ],
)
def test_a_reason_for_the_claim_is_told(reason: str) -> None:
    assert for_the_claim(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "The evidence fails to support the claim.",
        "It neither confirms nor supports the claim.",
        "That is the opposite of what supports the claim.",
        "It cannot be said that this supports the claim.",
        "The bridge is of steel.",
        "It does not contradict the claim that it is steel, but refutes that it is timber.",
    ],
)
def test_a_reason_against_it_is_not(reason: str) -> None:
    assert not for_the_claim(reason)
