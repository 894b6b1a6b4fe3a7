"""An HTML page, whole or a part of one → its article's text and what it says of itself."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Any

from claimcheck.articles.cleaning import clean_paste
from claimcheck.articles.datelines import Metadata, dated, moment
from claimcheck.articles.mastheads import byline_in
from claimcheck.articles.pagedata import reads_two_ways, times_of
from claimcheck.articles.rendering import as_pasted
from claimcheck.articles.signs import Kind, kind
from claimcheck.decoding import page_in
from claimcheck.errors import InputError

_PARTIAL = 0.6  # of the words that a reader sees of an article: an extraction with less left some out
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
# What a browser does not show: it may be meant for a machine that reads the page.
_UNSEEN = [
    "//*[@hidden]",
    "//*[contains(translate(@style, ' ', ''), 'font-size:0') and not(contains(translate(@style, ' ', ''), 'font-size:0.'))]",
    "//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]",
]


def read_page(name: str, data: bytes) -> tuple[str, Metadata]:
    """The text of a page's article, a blank line between paragraphs, and its metadata. Raises `InputError`."""
    markup = page_in(data) or ""
    part = not _WHOLE.search(markup)
    if part:
        markup = f"<html><body><article>{markup}</article></body></html>"
    seen, around = _as_seen(markup)
    document = _extracted(name, markup)
    if document is None or not _prose_in(document.text or ""):
        if part and _prose_in(seen):
            return seen, around
        raise InputError(f"{name} holds no article: is it the page itself, and not a link or a login form?")
    meta = _said(document, markup, around)
    body = _paragraphs(document.text or "", meta.headline)
    return seen if len(body.split()) < _PARTIAL * len(seen.split()) else body, meta


def _extracted(name: str, markup: str) -> Any:
    import trafilatura
    from trafilatura.settings import set_date_params

    try:
        found = trafilatura.bare_extraction(
            markup,
            include_comments=False,
            with_metadata=True,
            favor_precision=True,
            url=None,
            prune_xpath=_UNSEEN,
            # Where the page does not say when it was published, the library would guess: a copyright, a day told of.
            date_extraction_params=set_date_params(extensive=False),
        )
    except Exception as error:  # whatever a broken page makes a parser do
        raise InputError(f"{name} is HTML that cannot be read: save the page again") from error
    return None if isinstance(found, dict) else found


def _as_seen(markup: str) -> tuple[str, Metadata]:
    """The article as a reader's copy of the whole page gives it, "" where there is none."""
    try:
        return clean_paste(as_pasted(markup))
    except Exception:  # whatever a broken page makes a parser do: there is still the extraction
        return "", Metadata()


def _said(document: Any, markup: str, around: Metadata) -> Metadata:
    """What the page's data say, and where they are silent on its day, what stands around the article."""
    published, updated = times_of(markup)
    if published is None and document.date and not reads_two_ways(markup):
        published = moment(document.date)
    return Metadata(
        headline=document.title or "",
        byline=document.author or "",
        publisher=document.sitename or "",
        published=published or around.published,
        updated=updated or (None if published else around.updated),
        source="metadata" if published else around.source,
    )


def _paragraphs(text: str, headline: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    own = [line for line in lines if line and line != headline]
    return "\n\n".join(dropwhile(lambda line: dated(line) or byline_in(line), own))


def _prose_in(text: str) -> bool:
    """Whether there is a line of prose that is no prompt such as "Please enable JavaScript to read this page."."""
    return any(kind(line) is Kind.PROSE for line in text.splitlines())
