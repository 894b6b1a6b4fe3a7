"""A folder of reference documents as a source."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from claimcheck.domain import Passage, SourceAnswer, SourceStatus
from claimcheck.evidence.documents import left_out
from claimcheck.evidence.index import FolderIndex
from claimcheck.evidence.query import Query


class FolderSource:
    """Documents below a folder, indexed on first use and kept up to date by content.

    `folder` holds .md, .markdown, .txt, .html, .htm, .pdf and .json files, each of 20 MB at most, at any depth. `cache`
    is where indexes are kept, else CLAIMCHECK_CACHE or the user's cache folder. Threads may share one.
    """

    at_hand = known_here = True

    def __init__(
        self,
        folder: Path | str,
        cache: Path | None = None,
        listen: Callable[[int, int], None] | None = None,
    ) -> None:
        """`listen(done, total)` hears of the files as they are indexed."""
        # A name that is not UTF-8 has surrogates, which a report cannot hold.
        self.name = os.fsencode(folder).decode("utf-8", "replace").rstrip("/") or "/"
        self._folder, self._cache, self._listen = Path(folder), cache, listen
        self._index: FolderIndex | None = None
        self._failure = ""
        self._notes: tuple[str, ...] = ()
        self._lock = Lock()

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages of the folder; see `Source.search`. Raises nothing: see `failure`."""
        index = self._ready()
        if index is None:
            return SourceAnswer(source=self.name, failure=self._failure)
        return SourceAnswer(source=self.name, passages=tuple(index.search(query, limit)))

    def status(self) -> SourceStatus:
        """How many documents and passages the folder holds, or why it cannot answer. Raises nothing."""
        index = self._ready()
        documents, passages = (index.documents, index.passages) if index else (0, 0)
        return SourceStatus(
            name=self.name,
            kind="folder",
            documents=documents,
            passages=passages,
            notes=self._notes,
            failure=self._failure,
        )

    def inspect(self) -> SourceStatus:
        """The status, and how old the folder is; see `Inspectable`."""
        status, index = self.status(), self._ready()
        if index is None:
            return status
        newest = f"; the newest date of a document is {index.newest}" if index.newest else ""
        told = f"its files last changed on {index.changed.date()}{newest}"
        return status.model_copy(update={"notes": (told, *status.notes)})

    def document_of(self, passage: Passage) -> str:
        """The text around a passage of this source; see `KnowsDocuments`."""
        index = self._ready()
        return index.document_of(passage) if index is not None else ""

    def _ready(self) -> FolderIndex | None:
        with self._lock:  # claims are checked in threads: the index is built once
            if self._index is None and not self._failure:
                self._prepare()
        return self._index

    def _prepare(self) -> None:
        try:
            self._failure = self._objection()
            if self._failure:
                return
            index = FolderIndex(self._folder, self.name, self._cache, self._listen)
            left = left_out(self._folder)
        except OSError as error:  # it vanished, or may not be listed
            self._failure = f"the references folder {self.name} cannot be read: {error.strerror}"
            return
        self._notes = tuple(dict.fromkeys([*index.notes, *left]))
        if index.documents:
            self._index = index
        else:
            self._failure = f"no document in {self.name} can be read"

    def _objection(self) -> str:
        if self.name.startswith(("http://", "https://")):
            return (
                f"{self.name} is a web address, and no folder of references: save its pages in one, or name a source "
                "such as wikipedia, web or mediawiki+https://…/api.php"
            )
        if not self._folder.exists():
            return f"the references folder {self.name} is not there: check the path"
        if not self._folder.is_dir():
            return f"{self.name} is not a folder of references"
        if not any(self._folder.iterdir()):
            return f"the references folder {self.name} is empty"
        return ""
