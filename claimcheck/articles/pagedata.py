"""When a page says that its article was published and changed: its meta tags and its JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from claimcheck.articles.datelines import moment
from claimcheck.language.calendar import two_ways

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
)
_KINDS = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "WebPage",
)

_SLASHED = re.compile(r"(?:content|datetime)\s*=\s*[\"']\s*(\d{1,2}/\d{1,2}/\d{4})\b")


def times_of(markup: str) -> tuple[datetime | None, datetime | None]:
    """The times of publication and of the last change, with their zones where these are written, or None."""
    from lxml.etree import ParserError
    from lxml.html import document_fromstring

    try:
        root = document_fromstring(markup.encode("utf-8", errors="replace"))
    except (ParserError, ValueError):
        return None, None
    named: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        named.setdefault(name.casefold(), tag.get("content") or "")
    title = _words(" ".join(root.xpath("//title//text() | //h1//text()")) + " " + named.get("og:title", ""))
    linked = sorted(_linked(root), key=lambda row: _distance(row, title))
    return (
        _first([*(row.get("datePublished") for row in linked), *(named.get(name) for name in _PUBLISHED)]),
        _first([*(row.get("dateModified") for row in linked), *(named.get(name) for name in _UPDATED)]),
    )


def reads_two_ways(markup: str) -> bool:
    """Whether a date in the page's data is one day in London and another in New York, such as "02/08/2024"."""
    return any(map(two_ways, _SLASHED.findall(markup)))


def _linked(root: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _articles(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(kind in _KINDS for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _articles(value.get("@graph"))


def _distance(row: dict[str, Any], title: set[str]) -> int:
    """How far a description is from the page's own article: other stories and the page as such have theirs too."""
    own = _words(str(row.get("headline") or ""))
    if own:
        return 0 if len(own & title) * 2 >= len(own) else 3
    kinds = row.get("@type")
    return 2 if "WebPage" in (kinds if isinstance(kinds, list) else [kinds]) else 1


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))


def _first(values: list[Any]) -> datetime | None:
    """The first value that is a moment, or a later one of about the same day that has a time of day too."""
    found = [when for value in values if isinstance(value, str) and value and (when := moment(value[:40]))]
    near = [when for when in found if abs((when.date() - found[0].date()).days) <= 1]
    timed = [when for when in near if (when.hour, when.minute, when.second) != (0, 0, 0)]
    return next(iter(timed or near), None)
