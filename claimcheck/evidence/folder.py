"""A folder of reference documents as a source."""

from __future__ import annotations

from pathlib import Path

from claimcheck.domain import SourceAnswer, SourceStatus
from claimcheck.evidence.index import FolderIndex
from claimcheck.evidence.types import Query


class FolderSource:
    """Documents below a folder, indexed on first use and kept up to date by content."""

    def __init__(self, folder: Path | str, cache: Path | None = None) -> None:
        self.name = str(folder).rstrip("/") or "/"
        self._folder, self._cache = Path(folder), cache
        self._index: FolderIndex | None = None
        self._failure = ""

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages of the folder; see `Source.search`."""
        index = self._ready()
        if index is None:
            return SourceAnswer(source=self.name, failure=self._failure)
        return SourceAnswer(source=self.name, passages=tuple(index.search(query, limit)))

    def status(self) -> SourceStatus:
        """How many documents and passages the folder holds, or why it cannot answer."""
        index = self._ready()
        if index is None:
            return SourceStatus(name=self.name, kind="folder", failure=self._failure)
        return SourceStatus(
            name=self.name,
            kind="folder",
            documents=index.documents,
            passages=index.passages,
            notes=tuple(dict.fromkeys(index.notes)),
        )

    def _ready(self) -> FolderIndex | None:
        if self._index is None and not self._failure:
            self._failure = self._objection()
            if not self._failure:
                self._index = FolderIndex(self._folder, self.name, self._cache)
                if self._index.documents == 0:
                    self._index, self._failure = None, f"no document in {self.name} can be read"
        return self._index

    def _objection(self) -> str:
        if not self._folder.exists():
            return f"the references folder {self.name} is not there: check the path"
        if not self._folder.is_dir():
            return f"{self.name} is not a folder of references"
        if not any(self._folder.iterdir()):
            return f"the references folder {self.name} is empty"
        return ""
