"""What a reader must know of a passage beside its text: its date against the article's, and whose site it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from claimcheck.domain import Article, Passage

AFTER, OWN, UNDATED = "published after the article", "the article's own site", "no date is known"


def marked(passage: Passage, article: Article, as_of: date | None = None) -> Passage:
    """The passage with the marks that follow from the article and from the day looked back from."""
    marks = list(passage.marks)
    latest = article.published or article.updated
    if passage.published and latest and passage.published > latest.date():
        marks.append(AFTER)
    if _own(passage, article):
        marks.append(OWN)
    if as_of and passage.published is None:
        marks.append(UNDATED)
    return passage.model_copy(update={"marks": tuple(dict.fromkeys(marks))}) if marks else passage


def known_by(passages: Iterable[Passage], as_of: date | None) -> list[Passage]:
    """The passages that are not known to be later than that day; those without a date stay, and are marked."""
    return [p for p in passages if not (as_of and p.published and p.published > as_of)]


def site_of(url: str) -> str:
    """The host of an address, without "www."; "" where it is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _own(passage: Passage, article: Article) -> bool:
    site = site_of(article.origin)
    if site and site == site_of(passage.url):
        return True
    publisher = " ".join(article.publisher.casefold().split())
    return bool(publisher) and publisher == " ".join(passage.publisher.casefold().split())
