"""A conviction, an arrest or a death is in a claim only where the article says so, of that day."""

import pytest

from claimcheck.claims.checks import objection
from claimcheck.claims.vagueness import vague
from claimcheck.domain import Article, Sentence

FIRST = "Ida Holm pleaded guilty to eight robberies in Orm on Tuesday."
SECOND = "Beginning in 2010, Holm robbed banks in Orm for seven years."


def objected(claim: str) -> str:
    """What is held against a claim of the second sentence of an article of two."""
    texts = f"{FIRST} {SECOND}"
    first = Sentence(index=0, start=0, end=len(FIRST), text=FIRST, paragraph=0)
    second = Sentence(index=1, start=len(FIRST) + 1, end=len(texts), text=SECOND, paragraph=0)
    article = Article(text=texts, headline="Holm pleads guilty", sentences=(first, second))
    return objection(article, second, claim)


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("Holm robbed banks in Orm for seven years, beginning in 2010.", ""),
        ("Holm, who was convicted, robbed banks in Orm.", ""),
        ("Holm was convicted of robbing banks in Orm in 2010.", "convicted"),
        ("Holm was arrested for robbing banks in Orm.", "arrested"),
        ("Holm killed for banks in Orm.", "killed"),
    ],
)
def test_what_the_article_does_not_say_is_refused(claim: str, word: str) -> None:
    assert word in objected(claim)
    assert bool(objected(claim)) is bool(word)


def test_that_many_people_were_something_cannot_be_looked_up() -> None:
    assert vague("Many people were vulnerable to attacks.")
    assert not vague("Many people were vulnerable to attacks in Orm.")
