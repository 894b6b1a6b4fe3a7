"""A leading "It" is replaced by what it stands for, by code alone, and only where the article says what that is."""

import asyncio
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.references import standing_alone
from claimcheck.claims.words import stems
from claimcheck.domain import Article, Sentence

BEFORE = "The choir of Lund met Omar Haddad and the Gosport Rowing Club. Cheese, wool and honey are sold."


def article(text: str, before: str = BEFORE) -> Article:
    whole = f"{before} {text}"
    first = Sentence(index=0, start=0, end=len(before), text=before, paragraph=0)
    second = Sentence(index=1, start=len(before) + 1, end=len(whole), text=text, paragraph=0)
    return Article(text=whole, sentences=(first, second), headline="Choirs of Sweden")


def alone(text: str, answer: str | None, asked: list[str] | None = None) -> str:
    one = article(text)

    async def refer(fields: Mapping[str, str]) -> str:
        if asked is not None:
            asked.append(fields["words"])
        assert answer is not None, "nothing is to be asked"
        return answer

    return asyncio.run(standing_alone(one, one.sentences[1], refer))


@pytest.mark.parametrize(
    ("text", "answer", "told"),
    [
        ("It sang in Oslo.", "The choir of Lund", "The choir of Lund sang in Oslo."),
        ("He rowed, too.", "Omar Haddad", "Omar Haddad rowed, too."),
        ("Its boats are old.", "the Gosport Rowing Club", "The Gosport Rowing Club’s boats are old."),
        ("In May, it sang in Oslo.", "The choir of Lund.", "In May, the choir of Lund sang in Oslo."),
        ("However, they sang.", "The choir of Lund", "The choir of Lund sang."),
        (
            "These products bring in money.",
            "Cheese, wool and honey",
            "Cheese, wool and honey bring in money.",
        ),
        ("This choir sang in Oslo.", "The choir of Lund", "The choir of Lund sang in Oslo."),
        ("The club trained easily.", "Gosport Rowing Club", "Gosport Rowing Club trained easily."),
    ],
)
def test_what_is_meant_stands_in_the_place_of_the_words(text: str, answer: str, told: str) -> None:
    assert alone(text, answer) == told


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It sang in Oslo.", ""),
        ("It sang in Oslo.", "They"),
        ("It sang in Oslo.", "The choir of Malmo"),  # the article has no such thing
        ("It sang in Oslo.", "the one that they had said it was with whom Omar Haddad met the choir of Lund"),
        ("This win was led by Omar Haddad.", "Omar Haddad"),  # stands in the sentence itself
        ("This idea was new.", "The choir of Lund"),  # that is no idea
    ],
)
def test_an_answer_that_does_not_fit_is_not_used(text: str, answer: str) -> None:
    assert alone(text, answer) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Cheese is sold in Lund.",
        "Omar Haddad sold it.",
        "Ships carried 5 million tonnes.",
        "They Might Be Giants sang in Lund.",
        "In May, This Mortal Coil sang in Lund.",
    ],
)
def test_a_sentence_that_stands_alone_is_asked_nothing(text: str) -> None:
    assert alone(text, None) == text


@pytest.mark.parametrize(
    "text",
    [
        "You can sell cheese in Lund.",
        "It is hard to say who won.",
        'He said "no".',
        "Omar Haddad sold these goods.",
    ],
)
def test_what_cannot_be_made_to_stand_alone_is_asked_nothing(text: str) -> None:
    assert alone(text, None) == ""


def test_without_a_model_nothing_is_put_in() -> None:
    one = article("It sang in Oslo.")
    assert asyncio.run(standing_alone(one, one.sentences[1], None)) == ""


@given(st.text(max_size=90))
def test_whatever_is_answered_no_word_is_new(answer: str) -> None:
    text = "They sang 12 songs in Oslo and sold wool."
    assert stems(alone(text, answer)) <= stems(f"{BEFORE} Choirs of Sweden {text}")


def test_such_as_points_at_nothing_before_it() -> None:
    text = "Lund has old choirs, such as the Academic Choir and the Cathedral Choir."
    assert alone(text, None) == text
    assert alone("Lund has such choirs in the old town.", None) == ""
