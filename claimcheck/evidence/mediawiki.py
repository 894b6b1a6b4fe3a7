"""Wikipedia, or any MediaWiki, by its Action API (https://www.mediawiki.org/wiki/API:Action_API).

A claim takes four searches and four pages at most. A wiki finds pages that hold all of the words asked for, so
the searches go from the claim's words to its names alone. Every passage keeps the revision it is from. With
a day to look back from (`Query.before`), the text of that day's revision is read.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlencode, urlsplit

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence.documents import Document, UnreadableDocument, read_documents
from claimcheck.evidence.fetching import Fetched, Fetcher, FetchError, shown
from claimcheck.evidence.markup import text_of
from claimcheck.evidence.memory import Held, Memory
from claimcheck.evidence.query import MONTHS, Query, keywords
from claimcheck.language import calendar

SEARCHES, PAGES = 4, 4  # for one claim, at most
WEEKDAYS = [day.title() for day in calendar.WEEKDAYS]
KEPT = 200  # pages whose text is remembered
_PLAIN = Path("page.txt")
_HEADING = re.compile(r"(={2,6})\s*(\S.*?)\s*\1")
MAXLAG = 5  # seconds that the wiki's copies may lag; beyond, it is left alone (API:Etiquette)

Asked = dict[str, object]


class MediaWikiSource:
    """The pages of one wiki; `api` is the address of its `api.php`. Requests go one after another."""

    def __init__(self, api: str, fetcher: Fetcher, name: str = "") -> None:
        self.name, self._api, self._fetcher = name or api, api, fetcher
        self._memory = Memory()
        self._lock = Lock()
        self._read: OrderedDict[tuple[str, date | None], Held | None] = OrderedDict()
        self._site: SourceStatus | None = None

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages of the pages that the wiki's search finds; see `Source.search`."""
        with self._lock:  # as Wikimedia asks; and a replay meets the requests in one order
            try:
                titles = self._titles(query)
                held = [self._page(title, query.before) for title in titles[:PAGES]]
            except FetchError as error:
                return SourceAnswer(source=self.name, failure=str(error))
        documents = [one for one in held if one is not None]
        best = self._memory.best(documents, self.name, query, limit)
        return SourceAnswer(source=self.name, passages=tuple(best))

    def status(self) -> SourceStatus:
        """The wiki's name, software and number of articles, or why it cannot answer."""
        with self._lock:
            if self._site is None:
                self._site = self._asked_status()
            return self._site

    def inspect(self) -> SourceStatus:
        """The status, and the day of the wiki's last change; see `Inspectable`."""
        status = self.status()
        if status.failure:
            return status
        try:
            with self._lock:
                asked: Asked = {"list": "recentchanges", "rcprop": "timestamp", "rclimit": 1}
                last = next(iter(self._listed(self._ask(asked), "recentchanges")), {})
        except FetchError:  # a wiki may keep its changes to itself
            return status
        day = _day(str(last.get("timestamp", "")))
        told = (f"last changed on {day}",) if day else ()
        return status.model_copy(update={"notes": (*status.notes, *told)})

    def document_of(self, passage: Passage) -> str:
        """The text of the page around a passage; see `KnowsDocuments`."""
        return self._memory.document_of(passage)

    def _asked_status(self) -> SourceStatus:
        try:
            answer = self._ask({"meta": "siteinfo", "siprop": "general|statistics"}).json()["query"]
            general, articles = answer["general"], int(answer["statistics"]["articles"])
            told = f"{general['sitename']}, {general['generator']}, language {general['lang']}"
        except (FetchError, KeyError, TypeError, ValueError) as error:
            failure = str(error) if isinstance(error, FetchError) else self._odd()
            return SourceStatus(name=self.name, kind="mediawiki", failure=failure)
        notes = (" ".join(told.split())[:200],)
        return SourceStatus(name=self.name, kind="mediawiki", documents=articles, notes=notes)

    def _titles(self, query: Query) -> list[str]:
        found: dict[str, None] = {}
        for words in searches(query):
            if len(found) >= PAGES:
                break
            parameters: Asked = {"list": "search", "srsearch": words, "srwhat": "text"}
            parameters["srlimit"] = PAGES
            for hit in self._listed(self._ask(parameters), "search"):
                found[str(hit.get("title", ""))] = None
        return [title for title in found if title]

    def _page(self, title: str, before: date | None) -> Held | None:
        key = (title, before)
        if key not in self._read:
            self._read[key] = self._fetched(title, before)
            if len(self._read) > KEPT:
                self._read.popitem(last=False)
        return self._read[key]

    def _fetched(self, title: str, before: date | None) -> Held | None:
        """The page with its provenance; None where it has no text, or did not exist yet."""
        parameters: Asked = {"titles": title, "inprop": "url", "rvprop": "ids|timestamp"}
        if before is None:
            parameters |= {"prop": "extracts|revisions|info", "explaintext": 1, "redirects": 1}
        else:
            parameters |= {
                "prop": "revisions|info",
                "rvlimit": 1,
                "rvstart": f"{before.isoformat()}T23:59:59Z",
            }
        answer = self._ask(parameters)
        page = next(iter(self._listed(answer, "pages")), {})
        revision = next(iter(page.get("revisions") or []), None)
        if revision is None:
            return None
        number = str(revision.get("revid", ""))
        text = _paragraphs(page.get("extract") or "") or self._parsed(number)  # not every wiki gives extracts
        try:
            whole = read_documents(_PLAIN, text.encode())[0]
        except UnreadableDocument:
            return None
        document = Document(
            text=whole.text,
            title=str(page.get("title", title)),
            publisher=self._publisher(),
            url=f"{page.get('canonicalurl', '')}?{urlencode({'oldid': number})}",
            published=_day(str(revision.get("timestamp", ""))),
        )
        return document, {"revision": number, "accessed": answer.accessed}

    def _parsed(self, revision: str) -> str:
        answer = self._ask({"action": "parse", "oldid": revision, "prop": "text", "disablelimitreport": 1})
        try:
            html = str(answer.json()["parse"]["text"])
        except (KeyError, TypeError) as error:
            raise FetchError(self._odd()) from error
        try:
            return text_of(f"<html><body>{html}</body></html>".encode())
        except UnreadableDocument:
            return ""

    def _publisher(self) -> str:
        if self._site is None:
            self._site = self._asked_status()
        return self._site.notes[0].split(",")[0] if self._site.notes else urlsplit(self._api).hostname or ""

    def _ask(self, parameters: Mapping[str, object]) -> Fetched:
        """What the wiki answers; it is asked again where it lags. Raises `FetchError`."""
        common: Asked = {"action": "query", "format": "json", "formatversion": 2, "maxlag": MAXLAG}
        found = self._fetcher.get(
            self._api, {**common, **parameters}, robots=False, again=_lag, accept=("application/json",)
        )
        fault = _error(found)
        if fault:
            told = " ".join(str(fault.get("info") or fault.get("code")).split())[:200]
            raise FetchError(f"{shown(self._api)}: the wiki says: {told}")
        return found

    def _listed(self, answer: Fetched, key: str) -> list[dict[str, Any]]:
        held = answer.json()
        found = held.get("query", {}).get(key, []) if isinstance(held, dict) else None
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise FetchError(self._odd())
        return found

    def _odd(self) -> str:
        return f"{shown(self._api)}: the answer is not that of a MediaWiki's API"


def searches(query: Query) -> list[str]:
    """What to ask for, one after another: all keywords, the names with the year, the names, the first name.

    Without names: the keywords without figures and months, and the two longest as prefixes, since not every wiki's
    search knows inflections.
    """
    words = keywords(query)
    years = [term for term in query.dates if len(term) == 4 and term.isdigit()]
    names = [name for name in query.names if name not in (*MONTHS, *WEEKDAYS)][:3]
    asked = [" ".join(words[:12])]
    if names:
        asked += [" ".join(names + years[:1]), " ".join(names), names[0]]
    else:
        timeless = [word for word in words if not word[0].isdigit() and word not in MONTHS]
        longest = sorted(timeless, key=len, reverse=True)[:2]
        begun = " ".join(f"{word[:-2]}*" if len(word) > 6 else word for word in longest)
        asked += [" ".join(timeless[:8]), begun]
    return [words for words in dict.fromkeys(asked) if words][:SEARCHES]


def _paragraphs(extract: str) -> str:
    """An extract, which has a line for each paragraph, with blank lines between them and headings with # for =."""
    return "\n\n".join(_marked(line.strip()) for line in extract.splitlines() if line.strip())


def _marked(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    return f"{'#' * len(heading[1])} {heading[2]}" if heading else line


def _error(found: Fetched) -> dict[str, Any]:
    held = found.json()
    fault = held.get("error") if isinstance(held, dict) else None
    return fault if isinstance(fault, dict) else {}


def _lag(found: Fetched) -> str:
    if found.media_type != "application/json":
        return ""
    code = _error(found).get("code")
    if code == "maxlag":
        return "the wiki's copies lag behind, and it asks to be left alone"
    return "the wiki asks for fewer requests" if code == "ratelimited" else ""


def _day(timestamp: str) -> date | None:
    try:
        return date.fromisoformat(timestamp[:10])
    except ValueError:
        return None
