"""Documents that a source has just fetched → their best passages, ranked as a folder's are."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any

from claimcheck.domain import Passage
from claimcheck.evidence.documents import Document
from claimcheck.evidence.passages import passages_of
from claimcheck.evidence.query import Query

KEPT = 10_000  # passages and documents that a source remembers, for telling copies by the whole text

Held = tuple[Document, dict[str, Any]]
"""A document, and further fields for its passages."""


class Shelf:
    """A fixed set of passages, searchable by BM25 over them alone. Threads may share one."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        import tantivy

        from claimcheck.evidence.index import entry_of, schema_of_passages

        self._held = {passage.id: passage for passage in passages}
        self._index = tantivy.Index(schema_of_passages())
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        for passage in self._held.values():
            writer.add_document(entry_of(passage, passage.path, "", 0))
        writer.commit()
        self._index.reload()

    def __len__(self) -> int:
        return len(self._held)

    def best(self, query: Query, limit: int) -> list[Passage]:
        """The best passages for a query, best first, at most `limit`."""
        from claimcheck.evidence.ranking import SPARE, built_query

        asked = built_query(query, self._index.schema)
        if asked is None or not self._held or limit < 1:
            return []
        searcher, found = self._index.searcher(), []
        for score, address in searcher.search(asked, limit + SPARE, count=False).hits:
            one: Any = searcher.doc(address).get_first("id")
            found.append(self._held[str(one)].model_copy(update={"score": round(float(score), 4)}))
        return sorted(found, key=lambda passage: (-passage.score, passage.id))[:limit]


class Memory:
    """The documents that a source gave passages of; see `KnowsDocuments`. Threads may share one."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def best(self, documents: Sequence[Held], source: str, query: Query, limit: int) -> list[Passage]:
        """The best passages of these documents, which are remembered."""
        passages = []
        for document, fields in documents:
            digest = hashlib.sha256(document.text.encode()).hexdigest()
            for passage in passages_of(document, source, ""):
                passages.append(passage.model_copy(update=fields))
                self._remember(passage.id, digest, document.text)
        return Shelf(passages).best(query, limit)

    def document_of(self, passage: Passage) -> str:
        """The whole text that a passage stands in, "" where it is no longer remembered."""
        with self._lock:
            return self._texts.get(self._texts.get(passage.id, ""), "")

    def _remember(self, passage: str, digest: str, text: str) -> None:
        with self._lock:
            self._texts[digest], self._texts[passage] = text, digest
            self._texts.move_to_end(digest)
            while len(self._texts) > KEPT:
                self._texts.popitem(last=False)
