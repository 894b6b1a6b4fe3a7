"""Which of our claims stands for which gold claim: against every way there is, and on pairs written by hand."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evaluation.extraction.assignment import matched
from claimcheck.evaluation.extraction.similarity import SAME, coverage, numbers, similarities, similarity

PAIRS = json.loads(Path(__file__).with_name("claim_pairs.json").read_text(encoding="utf-8"))
MATRICES = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.floats(0, 1, width=16), min_size=columns, max_size=columns), min_size=0, max_size=4
    )
)


def best_by_trying(similarity: list[list[float]], threshold: float) -> tuple[int, float]:
    rows, columns = len(similarity), len(similarity[0]) if similarity else 0
    size = max(rows, columns)
    best = (0, 0.0)
    for order in permutations(range(size)):
        held = [similarity[r][c] for r, c in enumerate(order) if r < rows and c < columns]
        held = [value for value in held if value >= threshold]
        best = max(best, (len(held), sum(held)))
    return best


@given(MATRICES)
def test_no_other_choice_has_more_pairs_or_better_ones(similarity: list[list[float]]) -> None:
    pairs = matched(similarity, 0.5)
    count, total = best_by_trying(similarity, 0.5)
    assert len(pairs) == count
    assert sum(similarity[r][c] for r, c in pairs) == pytest.approx(total)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == count


def test_a_greedy_choice_would_lose_a_pair() -> None:
    assert matched([[0.9, 0.8], [0.85, 0.0]], 0.5) == [(0, 1), (1, 0)]


def test_the_threshold_finds_all_pairs_that_are_one_and_few_that_are_not() -> None:
    same = [(claim, group["gold"], index) for group in PAIRS for claim, index in group["same"]]
    other = [(claim, group["gold"]) for group in PAIRS for claim in group["other"]]
    assert all(similarities([claim], gold)[0][index] >= SAME for claim, gold, index in same)
    wrong = [claim for claim, gold in other if max(similarities([claim], gold)[0]) >= SAME]
    assert (len(same), len(other), len(wrong)) == (28, 37, 3)


def test_a_claim_is_most_like_the_one_it_stands_for() -> None:
    for group in PAIRS:
        for claim, index in group["same"]:
            row = similarities([claim], group["gold"])[0]
            assert row[index] == max(row), claim


def test_another_number_or_polarity_is_another_claim() -> None:
    said = "The bridge is 640 metres long."
    assert similarity(said, "The bridge is 640 metres long.") == 1
    assert similarity(said, "The bridge is 641 metres long.") == 0
    assert similarity(said, "The bridge is not 640 metres long.") == 0
    assert similarity(said, "The bridge is long.") == 0
    assert similarity("Four ferries run.", "4 ferries run.") == 1


def test_numbers_are_read_in_digits_and_in_words() -> None:
    assert numbers("1,480 metres, 3.5 tonnes and twelve men of 1998") == {1480, 3.5, 12, 1998}
    assert numbers("one of the bridges, FeSO4") == frozenset()


@given(st.text(), st.text())
def test_similarity_and_coverage_are_shares_of_anything(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert 0 <= coverage(one, other) <= 1
    assert similarity(one, other) == similarity(other, one)
