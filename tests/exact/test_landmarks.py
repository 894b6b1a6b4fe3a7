"""Patterns tried around landmarks match what they match in the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.exact.dates import told
from claimcheck.exact.dates.reading import Rule
from claimcheck.exact.dates.scanning import RULES
from claimcheck.exact.landmarks import landmarks
from claimcheck.exact.quantities.scanning import _START, _starts

ALL_RULES = [*RULES, *told.RULES]
WORDS = st.lists(
    st.sampled_from(
        "5 17th 2020 2020-21 03/04/2016 11/5, 6/7 May Jan. march Monday Fri the of to - – , and between from early mid "
        "last next this past Christmas good black Eve Day two twenty-first twenty weeks ago before after earlier later quarter Q3 H1 half first "
        "century '90s nineties 1990s year month day weekend date now time so far in on until tomorrow night two "
        "thousand nineteen six spring week . ( ) ’87 now İ a couple nothing-of-it FY2019-20 cy18 1Q19 2H that same previous prior "
        "morning year-end mid-year ’s 2003-present c. ca. 08 88 00s ’00s noughties nineties third fourth Labor easter MLK 1st 23rd".split(
            " "
        )
    ),
    max_size=40,
).map(" ".join)


@pytest.mark.parametrize("far", ["", " " + "word " * 60])
@settings(max_examples=40)
@given(words=WORDS, more=WORDS)
def test_a_rule_matches_around_its_landmarks_what_it_matches_in_the_whole_text(
    far: str, words: str, more: str
) -> None:
    text = words + far + more
    for rule in ALL_RULES:
        assert _spans(rule, text) == [m.span() for m in rule.pattern.finditer(text)], rule.pattern.pattern


def _spans(rule: Rule, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in rule.spots(text)]


NUMBERS = st.lists(
    st.sampled_from(
        "5 .5 1,000 3.5 1/2 ½ 2½ two twenty-one hundred million a an and half third quarter zero $5 % 10-15 -5 men".split()
    ),
    max_size=30,
).map(" ".join)


@given(NUMBERS)
def test_numbers_begin_at_landmarks(text: str) -> None:
    articles = {m.start() for m in _START.finditer(text) if m.group().lower() in {"a", "an"}}
    assert {m.start() for m in _START.finditer(text)} - articles <= set(_starts(text))


def test_a_text_without_a_word_or_figure_of_the_grammar_has_no_landmark() -> None:
    assert landmarks("The minister said that his party would not support the proposal.") == {}
