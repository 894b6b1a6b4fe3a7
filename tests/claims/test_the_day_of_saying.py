"""When somebody said a thing is not when it happened."""

from datetime import UTC, date, datetime

import pytest

from claimcheck.claims.drafts import ClaimDraft, SentenceDraft
from claimcheck.claims.extraction import first_reading
from claimcheck.claims.saying import without_the_day_of_saying
from claimcheck.domain import Article, Sentence

SUNDAY = date(2024, 2, 11)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The storm killed at least 20 people",
            "The storm came ashore on Tuesday, killing at least 20 according to officials on Friday.",
        ),
        ("A man was arrested", "Police said on Friday that a man was arrested."),
        ("A man was arrested", "Police said in a statement on Friday a man was arrested."),
        ("A man was arrested", "A man was arrested, police said late on Friday."),
        ("A man was arrested", "On Friday, police said a man was arrested."),
        ("The mill had lost money", "The mill told its owners in Lund on Friday that it had lost money."),
        ("The mill was being searched", "On Friday Holm Mills announced the mill was being searched."),
    ],
)
def test_the_day_of_saying_is_taken_from_what_was_said(claim: str, sentence: str) -> None:
    assert without_the_day_of_saying(f"{claim} on Friday.", sentence, SUNDAY) == f"{claim}."


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("A man was arrested on Friday.", "Police said a man was arrested on Friday."),
        ("The ship sank on Friday.", "On Friday, the ship sank, officials said."),
        ("A man shot five people on Friday.", "On Friday a man who said nothing shot five people."),
        (
            "The court ruled on Friday.",
            "The court ruled on Friday, and the mayor said on Friday he would appeal.",
        ),
        ("Holm Mills announced the sale on Friday.", "On Friday Holm Mills announced the sale."),
        ("Ida Holm said on Friday that she won.", "Ida Holm said on Friday that she won."),
        ("The ship sank on Friday.", "The ship is said to have sunk on Friday."),
        ("The ship sank on 2 February 2024.", "The ship sank, officials said on Friday."),
        ("The ship sank.", "The ship sank, officials said on Friday."),
    ],
)
def test_any_other_day_stays(claim: str, sentence: str) -> None:
    assert without_the_day_of_saying(claim, sentence, SUNDAY) == claim


def test_a_claim_of_an_article_has_not_the_day_of_saying() -> None:
    text = "The mill in Vik burned down, officials said on Friday."
    article = Article(
        text=text,
        sentences=(Sentence(index=0, start=0, end=len(text), text=text, paragraph=0),),
        published=datetime(2024, 2, 11, tzinfo=UTC),
    )
    draft = SentenceDraft(status="fact", claims=[ClaimDraft(claim="The mill in Vik burned down on Friday.")])
    reading = first_reading(article, article.sentences[0], draft)
    assert [(claim.text, claim.dates) for claim in reading.claims] == [("The mill in Vik burned down.", ())]
