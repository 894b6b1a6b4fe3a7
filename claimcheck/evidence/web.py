"""Web search as a source: an engine names pages, the pages are fetched safely, read as articles, and archived."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from threading import Lock

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.errors import ReplayError
from claimcheck.evidence.archive import keep
from claimcheck.evidence.documents import UnreadableDocument, read_documents
from claimcheck.evidence.engines import ENGINES, Asking, Hit
from claimcheck.evidence.fetching import Fetcher, FetchError, shown
from claimcheck.evidence.fetching.client import PAGES
from claimcheck.evidence.googlefactcheck import TRIAL, UNVERIFIED
from claimcheck.evidence.marking import site_of
from claimcheck.evidence.memory import Held, Memory
from claimcheck.evidence.query import Query

READ = 4  # pages for one claim
WORDS = 32  # of a claim that are asked for
KEPT = 200  # pages that are remembered
NOTES = 20  # pages that could not be read, named in the status
_ENDINGS = {"application/pdf": ".pdf", "text/plain": ".txt"}


class WebSource:
    """One search engine and the pages it finds. A page that cannot be had is passed over, with a note."""

    def __init__(
        self,
        engine: str,
        asking: Asking,
        engine_fetcher: Fetcher,
        page_fetcher: Fetcher,
        archive: Path,
        name: str = "web",
    ) -> None:
        """`asking` is the pattern of every question; the pages' fetcher may go to no private address."""
        self.name, self._engine, self._asking = name, engine, asking
        self._searcher, self._fetcher, self._archive = engine_fetcher, page_fetcher, archive
        self._memory = Memory()
        self._lock = Lock()
        self._read: OrderedDict[str, Held | None] = OrderedDict()
        self._notes: dict[str, None] = {}

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages of the pages that the engine finds; see `Source.search`."""
        words = " ".join(query.text.split()[:WORDS])
        with self._lock:
            try:
                hits = ENGINES[self._engine](self._searcher, replace(self._asking, words=words))
            except FetchError as error:
                return SourceAnswer(source=self.name, failure=str(error))
            held = [page for hit in hits[:READ] if (page := self._page(hit)) is not None]
        best = self._memory.best(held, self.name, query, limit)
        return SourceAnswer(source=self.name, passages=tuple(best))

    def status(self) -> SourceStatus:
        """Which engine it is, and pages that could not be read; nothing is asked, since questions cost."""
        notes = (f"{self._engine} at {shown(self._asking.api)}, {UNVERIFIED}", *sorted(self._notes)[:NOTES])
        return SourceStatus(name=self.name, kind=self._engine, notes=notes)

    def inspect(self) -> SourceStatus:
        """The status, and whether the engine answers one question; see `Inspectable`."""
        try:
            with self._lock:
                ENGINES[self._engine](self._searcher, replace(self._asking, words=TRIAL, count=1))
        except FetchError as error:
            return self.status().model_copy(update={"failure": str(error)})
        return self.status()

    def document_of(self, passage: Passage) -> str:
        """The text of the page around a passage; see `KnowsDocuments`."""
        return self._memory.document_of(passage)

    def _page(self, hit: Hit) -> Held | None:
        if hit.url not in self._read:
            try:
                self._read[hit.url] = self._fetched(hit)
            except (FetchError, UnreadableDocument) as error:
                told = str(error) if isinstance(error, FetchError) else f"{shown(hit.url)}: {error}"
                self._notes[told] = None
                self._read[hit.url] = None
            except ReplayError:  # it could not be had when the run was recorded either
                self._notes[f"{shown(hit.url)}: it was not recorded"] = None
                self._read[hit.url] = None
            if len(self._read) > KEPT:
                self._read.popitem(last=False)
        return self._read[hit.url]

    def _fetched(self, hit: Hit) -> Held:
        page = self._fetcher.get(hit.url, accept=PAGES)
        ending = _ENDINGS.get(page.media_type, ".html")
        found = read_documents(Path(f"page{ending}"), page.content)[0]
        document = replace(
            found,
            title=found.title if found.title not in {"", "page"} else hit.title or shown(page.url),
            publisher=found.publisher or site_of(page.url),
            url=page.url,
            published=found.published or hit.published,
        )
        kept = keep(self._archive, document, page.accessed)
        return document, {"accessed": page.accessed, "path": kept}
