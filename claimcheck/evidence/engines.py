"""Web search engines: a question in, addresses out. Each is a function that follows a published interface.

SearXNG: https://docs.searxng.org/dev/search_api.html. Brave: https://api-dashboard.search.brave.com/app/documentation.
Tavily: https://docs.tavily.com/documentation/api-reference/endpoint/search. All three were written to those pages and
driven against a server of the tests; none is verified against the live service.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.evidence.days import day_of
from claimcheck.evidence.documents import cleaned
from claimcheck.evidence.fetching import Fetcher, FetchError, shown

KEYS = {"brave": "BRAVE_API_KEY", "tavily": "TAVILY_API_KEY"}
ADDRESSES = {
    "brave": "https://api.search.brave.com/res/v1/web/search",
    "tavily": "https://api.tavily.com/search",
}


@dataclass(frozen=True)
class Hit:
    """One result: where it is, what the engine calls it, and when it says it was published."""

    url: str
    title: str = ""
    published: date | None = None


@dataclass(frozen=True)
class Asking:
    """What an engine is asked: `api` is its address, `count` how many results."""

    api: str
    key: str
    words: str
    count: int
    language: str


def searxng(fetcher: Fetcher, asking: Asking) -> list[Hit]:
    """Results of a SearXNG, whose settings must allow the format json. Raises `FetchError`."""
    url = f"{asking.api.rstrip('/')}/search"
    parameters = {"q": asking.words, "format": "json", "language": asking.language}
    try:
        answer = fetcher.get(url, parameters, robots=False).json()
    except FetchError as error:
        if "HTTP 403" in str(error):
            raise FetchError(
                f"{shown(url)}: it refuses JSON: add json to search.formats in its settings.yml"
            ) from error
        raise
    return _hits(_listed(answer, url, "results"), "publishedDate")[: asking.count]


def brave(fetcher: Fetcher, asking: Asking) -> list[Hit]:
    """Results of Brave Search. Raises `FetchError`."""
    parameters = {"q": asking.words[:400], "count": min(asking.count, 20), "search_lang": asking.language}
    headers = {"x-subscription-token": asking.key, "accept": "application/json"}
    answer = fetcher.get(asking.api, parameters, headers, robots=False, secret=True).json()
    web = answer.get("web", {"results": []}) if isinstance(answer, dict) else None
    return _hits(_listed(web, asking.api, "results"), "page_age")[: asking.count]


def tavily(fetcher: Fetcher, asking: Asking) -> list[Hit]:
    """Results of Tavily. Raises `FetchError`."""
    body = {"query": asking.words[:400], "max_results": min(asking.count, 20), "search_depth": "basic"}
    answer = fetcher.post_json(asking.api, body, {"authorization": f"Bearer {asking.key}"})
    return _hits(_listed(answer, asking.api, "results"), "published_date")[: asking.count]


ENGINES: dict[str, Callable[[Fetcher, Asking], list[Hit]]] = {
    "searxng": searxng,
    "brave": brave,
    "tavily": tavily,
}


def _listed(answer: Any, url: str, key: str) -> list[Any]:
    found = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise FetchError(f"{shown(url)}: the answer has no list of results")
    return found


def _hits(results: list[Any], dated: str) -> list[Hit]:
    hits: dict[str, Hit] = {}
    for one in results:
        url = one.get("url") if isinstance(one, dict) else None
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            title, day = one.get("title"), one.get(dated)
            hits.setdefault(
                url,
                Hit(
                    url=url,
                    title=" ".join(cleaned(title).split())[:300] if isinstance(title, str) else "",
                    published=day_of(day) if isinstance(day, str) else None,
                ),
            )
    return list(hits.values())
