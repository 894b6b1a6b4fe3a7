"""Which reasons of the model speak for the claim: such a one does not stand beside a refutation of found evidence."""

import pytest

from claimcheck.verdicts.reasons import (
    against_the_claim,
    for_the_claim,
    inferred,
    of_another,
    without_idle_end,
)
from tests.verdicts.samples import claimed

BRIDGE = claimed("The bridge is of timber.")


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
    assert for_the_claim(reason, BRIDGE)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            "The bridge was held to be of timber by Holm, which contradicts the claim that Holm held it to be so.",
            True,
        ),
        ("The evidence says that Holm held the bridge to be of timber, which refutes the claim.", True),
        ("Holm never held the bridge to be of timber, which contradicts the claim.", False),
        ("Holm held the bridge to be of steel, which contradicts the claim that it is of timber.", False),
        ("The bridge was held to be of timber, which contradicts the claim that Holm did.", False),
    ],
)
def test_a_reason_that_says_the_claim_before_it_says_that_this_contradicts_it(
    reason: str, told: bool
) -> None:
    assert for_the_claim(reason, claimed("Holm held the bridge to be of timber.")) is told


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
    assert not for_the_claim(reason, BRIDGE)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Imports grew. This indicates that the ministry bought cheaper oil, as prices fell.", True),
        ("They agreed to meet, which implies cheaper oil for the ministry in Oslo.", True),
        ("The claim states that the ministry in Oslo bought cheaper oil.", False),
        ("This indicates that the ministry in Oslo never bought cheaper oil.", False),
        ("This indicates that the ministry in Oslo sold cheaper oil.", False),
        ("The passage states that the ministry in Oslo bought cheaper oil only once.", False),
        ("It indicates that oil is cheaper.", False),
    ],
)
def test_a_reason_that_concludes_what_the_claim_says_speaks_for_it(reason: str, told: bool) -> None:
    assert for_the_claim(reason, claimed("The ministry in Oslo bought cheaper oil.")) is told


def test_a_conclusion_says_nothing_of_a_claim_that_denies_or_is_turned_round() -> None:
    reason = "This indicates that the ministry in Oslo bought cheaper oil."
    assert not for_the_claim(reason, claimed("The ministry in Oslo bought no cheaper oil."))
    reason = "This indicates that Chelsea beat Arsenal in London."
    assert not for_the_claim(reason, claimed("Arsenal beat Chelsea in London."))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("The bridge is of steel, which directly contradicts the claim.", True),
        ("The evidence refutes this statement.", True),
        ("It does not contradict the claim.", False),
        ("No evidence contradicts the claim.", False),
        ("Oak is a timber, which supports the claim.", False),
    ],
)
def test_a_reason_against_the_claim_is_told(reason: str, told: bool) -> None:
    assert against_the_claim(reason) is told


@pytest.mark.parametrize(
    ("reason", "another"),
    [
        ("Holm built it of oak, which is a timber.", False),
        ("The evidence states that the bridge is of timber.", False),
        ("So it says.", False),
        ("The evidence tells that ferries sail every morning to Gosport.", True),
        ("It was built of oak in 1961.", True),  # a figure that is not quoted
        ("It was built of oak for 300 crowns.", False),  # one that is in the title
    ],
)
def test_a_reason_that_speaks_of_another_sentence_than_the_one_quoted(reason: str, another: bool) -> None:
    assert of_another(reason, BRIDGE, ["The 300 crowns of Holm", "Holm built it of oak."]) is another


@pytest.mark.parametrize(
    ("reason", "rest"),
    [
        ("Holm built it of oak, which directly supports the claim.", "Holm built it of oak."),
        ("Holm built it of oak, which supports the claim that it is of timber.", "Holm built it of oak."),
        ("Holm built it of oak. This confirms the claim that it is of timber.", "Holm built it of oak."),
    ],
)
def test_an_end_that_only_repeats_the_verdict_is_left_out(reason: str, rest: str) -> None:
    assert without_idle_end(reason) == rest


@pytest.mark.parametrize(
    "reason",
    [
        "Holm built it of oak, which contradicts the claim.",
        "Holm built it of oak, which supports the claim that it is of timber. Oak is a timber.",
        "Holm built it of oak, which does not support the claim.",
        "The evidence directly supports the claim by naming the bridge.",
    ],
)
def test_what_says_why_stays(reason: str) -> None:
    assert without_idle_end(reason) == reason


@pytest.mark.parametrize(
    ("reason", "infers"),
    [
        ("Holm sold his boats, which indicates that he built it.", True),
        ("Holm sold his boats. This clearly suggests that he built it.", True),
        ("Holm sold his boats, implying that he built it.", True),
        ("The evidence strongly implies that Holm built it.", True),
        ("The evidence states that Holm built it.", False),
        ("Holm kept no papers that indicate the year.", False),
        ("Holm was to indicate the year, which means he built it.", False),
    ],
)
def test_a_reason_that_infers_what_the_evidence_does_not_say(reason: str, infers: bool) -> None:
    assert inferred(reason, BRIDGE) is infers


def test_a_claim_that_says_what_suggests_what_is_not_inferred() -> None:
    told = claimed("The survey suggests that Holm built the bridge.")
    assert not inferred("The evidence suggests that Holm built it.", told)
