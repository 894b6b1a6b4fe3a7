"""Scores of extraction against values worked out by hand; what stands alone, and what keeps its meaning."""

import pytest

from claimcheck.evaluation.extraction.documents import GoldSentence
from claimcheck.evaluation.extraction.measures import (
    SentenceOutcome,
    claim_precision,
    claim_recall,
    completeness,
    correctness,
    decontextualised,
    detection_f1,
    meaning_kept,
    paired_with_gold,
    scored,
    standing_alone,
    unresolved,
)

LENGTH, YEAR = "The harbour bridge is 640 metres long.", "The harbour bridge was opened in 1961."
PRETTY = "The harbour bridge is beautiful to look at."


def gold(*claims: str, worthy: bool = True, others: tuple[str, ...] = ()) -> GoldSentence:
    text = "The harbour bridge, opened in 1961, is 640 metres long."
    return GoldSentence(
        id="s", text=text, standing_alone=text, check_worthy=worthy, claims=claims, others=others
    )


def outcome(name: str, held: GoldSentence, *claims: str) -> SentenceOutcome:
    return SentenceOutcome(
        id=name,
        document=name,
        text=held.text,
        gold=held,
        claims=claims,
        status="claims" if claims else "not checkable",
        reason="",
        pairs=paired_with_gold(claims, held),
    )


THREE = [
    outcome("a", gold(LENGTH, YEAR), LENGTH),
    outcome("b", gold(YEAR, others=(PRETTY,)), PRETTY, "It was paid for by a mayor in 1961."),
    outcome("c", gold(worthy=False), "The harbour bridge carries lorries."),
]


def test_scores_are_those_worked_out_by_hand() -> None:
    assert detection_f1(THREE) == pytest.approx(2 * 2 / (2 + 3))
    assert claim_precision(THREE) == pytest.approx(2 / 4)
    assert claim_recall(THREE) == pytest.approx(1 / 3)
    assert standing_alone(THREE) == pytest.approx(3 / 4)
    assert decontextualised(THREE) == pytest.approx(2 / 3)


def test_a_claim_that_was_split_otherwise_is_right_and_another_is_not() -> None:
    both = "The harbour bridge was opened in 1961 and is 640 metres long."
    finer = [outcome("a", gold(both), LENGTH, YEAR)]
    assert (claim_precision(finer), correctness(finer), completeness(finer)) == (0, 1, 1)
    coarser = [outcome("a", gold(LENGTH, YEAR), both)]
    assert (claim_recall(coarser), correctness(coarser), completeness(coarser)) == (0, 1, 1)
    half = [outcome("a", gold(both), LENGTH)]
    assert (correctness(half), completeness(half)) == (1, 0)
    others = ["The harbour bridge is 641 metres long.", "The harbour bridge was not opened in 1961.", PRETTY]
    wrong = [outcome("a", gold(LENGTH, YEAR), *others)]
    assert (correctness(wrong), completeness(wrong)) == (0, 0)


def test_intervals_hold_their_value_and_count_sentences() -> None:
    for score in scored(THREE).values():
        assert score.low <= score.value <= score.high
        assert score.cases == 3


@pytest.mark.parametrize(
    "claim",
    [
        "He was born in 1898.",
        "They won the cup in 1986.",
        "This win was led by Diego Maradona.",
        "Such a merger takes years.",
        "The ferries of this region run daily.",
        "Ana Duarte was the oldest judge at that time.",
        "The company lost money.",
        "In 1986, they beat Spain.",
        "This German company lost money.",
        "The pilots of these US Air Force jets were praised.",
    ],
)
def test_a_pronoun_or_a_bare_reference_is_unresolved(claim: str) -> None:
    assert unresolved(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Ana Duarte lost her bakery in 2001.",
        "It is unclear when potatoes reached Spain.",
        "Gold is resistant to acids because it is a noble metal.",
        "The company of Ana Duarte lost money.",
        "That the bridge was closed is known.",
        "The former mayor of Portsmouth resigned.",
        "He Jiankui edited genes.",
        "This Mortal Coil was known for its sound.",
        "The sound of This Mortal Coil was praised.",
    ],
)
def test_what_is_named_in_the_claim_is_resolved(claim: str) -> None:
    assert not unresolved(claim)


def test_meaning_is_kept_where_a_claim_says_only_what_the_sentence_says() -> None:
    held = gold(LENGTH)
    assert meaning_kept("The harbour bridge was opened in 1961.", held)
    assert not meaning_kept("The harbour bridge was opened in 1971.", held)
    assert not meaning_kept("The harbour bridge was not opened in 1961.", held)
    assert not meaning_kept("The harbour tunnel was flooded twice.", held)
