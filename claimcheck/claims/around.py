"""What stands around a sentence: those before it that the model is shown, and the day that it counts from."""

from __future__ import annotations

from datetime import date

from claimcheck.domain import Article, Sentence

BEFORE = 4  # sentences before one that the model is shown


def context_of(article: Article, sentence: Sentence, before: int = BEFORE) -> str:
    """The sentences before this one that the model is shown, joined by spaces."""
    return " ".join(other.text for other in sentences_before(article, sentence, before))


def sentences_before(article: Article, sentence: Sentence, count: int = BEFORE) -> tuple[Sentence, ...]:
    """The `count` sentences before this one, or fewer at the beginning."""
    return article.sentences[max(0, sentence.index - count) : sentence.index]


def day_of(article: Article) -> date | None:
    """The day that relative dates are counted from: of publication, else of the update."""
    moment = article.published or article.updated
    return moment.date() if moment else None
