"""Where a sentence of a passage ends: what is quoted to a reader, and what is compared, is whole."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.exact import sentences_of


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Gov. Ana Duarte signed it.",
        "Prof. Lee and Col. Marsh met at 5 p.m. Monday.",
        "The harbour, e.g. Pier B, was shut in Dec. 2022 by J. P. Brandt.",
        "It was No. 4 of about 30 (est. 1950).",
        "Exports rose again and, as the customs office said,\ncame to 19 billion dollars.",
        "The council of Riverton and\nPortsmouth met.",
    ],
)
def test_what_belongs_together_is_one_sentence(whole: str) -> None:
    assert cut(whole) == [whole]
    assert cut(f"It rained. {whole} They left.") == ["It rained.", whole, "They left."]


@pytest.mark.parametrize(
    "pieces",
    [
        ["“We won.”", "She said so."],
        ["Did he say no?", "No.", "He left."],
        ["It was made in the U.S.", "The mayor left at 5 p.m.", "He was late."],
        ["É certo.", "Às vezes não."],
        ["The Harbour", "It was opened in 1961."],
        ["- 12 boats", "- 14 boats", "2022 190", "2023 240"],
        ["A line without a stop", "", "and a paragraph"],
    ],
)
def test_what_does_not_is_not(pieces: list[str]) -> None:
    headed = not pieces[0].endswith((".", "”", "?"))
    assert cut(("\n" if headed else " ").join(pieces)) == [piece for piece in pieces if piece]


@given(st.text('aB1 .!?"”’)(\n-,é', max_size=80))
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    places = sentences_of(text)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
