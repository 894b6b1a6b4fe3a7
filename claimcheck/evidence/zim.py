"""A ZIM file (Kiwix) as a source: the whole of an encyclopaedia in one file, with no network.

The file's own full-text index is asked (libzim, https://openzim.org). It finds articles that hold all of the
words asked for, so a claim is asked in steps: its rarest words together, then fewer of them. The articles'
passages are ranked as those of a folder are. The library is in the extra `zim`; it is GPL-3.0-or-later.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence.documents import Document, UnreadableDocument
from claimcheck.evidence.markup import text_of
from claimcheck.evidence.memory import Held, Memory
from claimcheck.evidence.query import Query

ARTICLES = 12  # read for one query at most
COMMON = 0.2  # words in more than this share of the articles say nothing
TOGETHER = 6  # words asked for at once, at most
READ = 200  # articles whose text is kept in memory
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


class ZimSource:
    """The articles of a ZIM file. A file that is missing, damaged or without an index says so in `failure`."""

    known_here = True

    def __init__(self, path: Path | str, name: str = "") -> None:
        self.name, self._path = name or str(path), Path(path)
        self._archive: Any = None
        self._failure = ""
        self._lock = Lock()
        self._memory = Memory()
        self._read: OrderedDict[str, Document | None] = OrderedDict()

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages of the articles that the file's index finds; see `Source.search`."""
        with self._lock:  # the library's searcher is not made for threads
            if not self._opened():
                return SourceAnswer(source=self.name, failure=self._failure)
            try:
                found = [self._document(path) for path in self._paths(query)]
            except RuntimeError as error:
                return SourceAnswer(source=self.name, failure=f"the ZIM file is damaged: {_line(error)}")
        documents: list[Held] = [(document, {}) for document in found if document is not None]
        best = self._memory.best(documents, self.name, query, limit)
        return SourceAnswer(source=self.name, passages=tuple(best))

    def status(self) -> SourceStatus:
        """How many articles the file holds and when it was made, or why it cannot answer."""
        with self._lock:
            if not self._opened():
                return SourceStatus(name=self.name, kind="zim", failure=self._failure)
            made = self._metadata("Date") or "not stated"
            title = self._metadata("Title") or self._path.stem
            return SourceStatus(
                name=self.name,
                kind="zim",
                documents=self._archive.article_count,
                notes=(f"{title}, made on {made}",),
            )

    def document_of(self, passage: Passage) -> str:
        """The text of the article around a passage; see `KnowsDocuments`."""
        return self._memory.document_of(passage)

    def _opened(self) -> bool:
        if self._archive is None and not self._failure:
            self._failure = self._objection()
        return not self._failure

    def _objection(self) -> str:
        """Opens the file; why it cannot be searched, "" where it can."""
        try:
            from libzim.reader import Archive
        except ImportError:
            return "ZIM files need the library libzim: pip install 'libzim>=3.4,<4'"
        if not self._path.is_file():
            return f"the ZIM file {self._path} is not there: check the path"
        try:
            archive = Archive(self._path)
        except RuntimeError as error:
            return f"{self._path} is not a whole ZIM file: {_line(error)}"
        if not archive.has_fulltext_index:
            return f"{self._path} has no full-text index: get the file that is made with one"
        self._archive = archive
        return ""

    def _metadata(self, key: str) -> str:
        if key not in self._archive.metadata_keys:
            return ""
        return " ".join(bytes(self._archive.get_metadata(key)).decode("utf-8", "replace").split())[:200]

    def _paths(self, query: Query) -> list[str]:
        """The articles to read, the likeliest first: by title, then by ever fewer of the rare words."""
        from libzim.search import Searcher
        from libzim.suggestion import SuggestionSearcher

        found: dict[str, None] = {}
        titles = SuggestionSearcher(self._archive)
        for name in query.names[:4]:
            found |= dict.fromkeys(titles.suggest(name).getResults(0, 2))
        searcher = Searcher(self._archive)
        words = self._rare(searcher, query)
        for asked in _steps(words):
            if len(found) >= ARTICLES:
                break
            found |= dict.fromkeys(_search(searcher, asked).getResults(0, ARTICLES // 2))
        return list(found)[:ARTICLES]

    def _rare(self, searcher: Any, query: Query) -> list[str]:
        """The words of the query that the file holds, the rarest first, common ones left out."""
        most = max(COMMON * self._archive.article_count, 10)
        words = dict.fromkeys(word for word in _WORD.findall(f"{query.text} {' '.join(query.dates)}"))
        counts = {word: _search(searcher, [word]).getEstimatedMatches() for word in words}
        held = [word for word, count in counts.items() if 0 < count <= most]
        return sorted(held, key=lambda word: counts[word])

    def _document(self, path: str) -> Document | None:
        if path in self._read:
            self._read.move_to_end(path)
            return self._read[path]
        try:
            entry = self._archive.get_entry_by_path(path)
            document = self._from_html(entry.title, bytes(entry.get_item().content))
        except (KeyError, UnreadableDocument):
            document = None
        self._read[path] = document
        if len(self._read) > READ:
            self._read.popitem(last=False)
        return document

    def _from_html(self, title: str, data: bytes) -> Document:
        return Document(
            text=text_of(data),
            title=" ".join(title.split()),
            publisher=self._metadata("Title") or self._metadata("Publisher"),
            published=_day(self._metadata("Date")),
        )


def _search(searcher: Any, words: list[str]) -> Any:
    from libzim.search import Query as Ask

    return searcher.search(Ask().set_query(" ".join(words)))


def _steps(words: list[str]) -> Iterator[list[str]]:
    """Which words to ask for together: the rarest six, five … two, then pairs, then single ones."""
    rare = words[:TOGETHER]
    for count in range(len(rare), 1, -1):
        yield rare[:count]
    for first, word in enumerate(rare):
        yield from ([word, other] for other in rare[first + 1 :] if [word, other] != rare[:2])
    yield from ([word] for word in rare)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:160]
