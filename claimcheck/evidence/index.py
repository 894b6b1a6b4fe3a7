"""A folder's search index: tantivy, on disk, brought up to date by the documents' content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

from claimcheck.domain import Passage
from claimcheck.evidence.documents import UnreadableDocument, files_in, read_documents
from claimcheck.evidence.passages import passages_of
from claimcheck.evidence.types import Query

VERSION = 1  # of the layout on disk; another one is built anew


def cache_folder() -> Path:
    """Where indexes are kept: `indexes` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    from platformdirs import user_cache_dir

    return Path(os.environ.get("CLAIMCHECK_CACHE") or user_cache_dir("claimcheck")) / "indexes"


class FolderIndex:
    """The passages of one folder's documents, searchable by BM25.

    Kept in `cache/<hash of the folder's path>`; in memory where that cannot be written.
    """

    def __init__(self, folder: Path, name: str, cache: Path | None = None) -> None:
        self.folder, self.name = folder, name
        key = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        self._home: Path | None = (cache or cache_folder()) / f"{key}-v{VERSION}"
        self.notes: list[str] = []
        self._manifest: dict[str, dict[str, Any]] = {}
        self._index = self._opened()
        self._update()

    def _opened(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("file", stored=True, tokenizer_name="raw")
        builder.add_text_field("title", stored=False, tokenizer_name="en_stem")
        builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
        builder.add_text_field("passage", stored=True, tokenizer_name="raw")
        schema = builder.build()
        if self._home is not None:
            try:
                self._home.mkdir(parents=True, exist_ok=True)
                index = tantivy.Index(schema, path=str(self._home))
                self._manifest = self._read_manifest()
                return index
            except (OSError, ValueError):
                shutil.rmtree(self._home, ignore_errors=True)
                self.notes.append("its index was damaged or cannot be kept; it was built anew in memory")
        self._home, self._manifest = None, {}
        return tantivy.Index(schema)

    def _read_manifest(self) -> dict[str, dict[str, Any]]:
        assert self._home is not None
        path = self._home / "claimcheck.json"
        held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        if not isinstance(held, dict):
            raise ValueError("not a manifest")
        return held

    def _update(self) -> None:
        """Reads the documents that are new or changed, and forgets those that are gone."""
        found = {str(path.relative_to(self.folder)): path for path in files_in(self.folder)}
        gone = [name for name in self._manifest if name not in found]
        changed = {
            name: data for name, path in found.items() if (data := self._changed(name, path)) is not None
        }
        for name in found:
            if note := self._manifest.get(name, {}).get("note"):
                self.notes.append(note)
        if gone or changed:
            self._write(gone, changed)
        self._index.reload()

    def _changed(self, name: str, path: Path) -> bytes | None:
        """The bytes of a document that is not in the index as it is now; None where nothing changed."""
        try:
            data = path.read_bytes()
        except OSError as error:
            self.notes.append(f"{name} cannot be read: {error.strerror}")
            return None
        return (
            None if hashlib.sha256(data).hexdigest() == self._manifest.get(name, {}).get("sha256") else data
        )

    def _write(self, gone: list[str], changed: dict[str, bytes]) -> None:
        try:
            writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        except ValueError:  # another process is writing this index
            self.notes.append("another run is updating its index; this one was built in memory")
            self._home, self._manifest = None, {}
            self._index = self._opened()
            return self._update()
        for name in (*gone, *changed):
            writer.delete_documents_by_term("file", name)
            self._manifest.pop(name, None)
        for name, data in changed.items():
            self._manifest[name] = self._add(writer, name, data)
        writer.commit()
        writer.wait_merging_threads()
        if self._home is not None:
            part = self._home / "claimcheck.part"
            part.write_text(json.dumps(self._manifest, sort_keys=True), encoding="utf-8")
            part.replace(self._home / "claimcheck.json")

    def _add(self, writer: Any, name: str, data: bytes) -> dict[str, Any]:
        import tantivy

        entry: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "passages": 0}
        try:
            documents = read_documents(Path(name), data)
        except UnreadableDocument as error:
            entry["note"] = f"{name} was left out: {error}"
            self.notes.append(entry["note"])
            return entry
        for document in documents:
            for passage in passages_of(document, self.name, name):
                held = tantivy.Document(
                    file=name, title=passage.title, text=passage.text, passage=passage.model_dump_json()
                )
                writer.add_document(held)
                entry["passages"] += 1
        entry["documents"] = len(documents)
        return entry

    @property
    def documents(self) -> int:
        """How many documents the index holds."""
        return sum(entry.get("documents", 0) for entry in self._manifest.values())

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return sum(entry["passages"] for entry in self._manifest.values())

    def search(self, query: Query, limit: int) -> list[Passage]:
        """The best passages by BM25, best first; names, numbers and dates weigh two to three times as much."""
        import tantivy

        words = _words(query.text)
        heavy = {w: 3.0 for n in query.numbers for w in _words(n)} | {
            w: 2.0 for n in query.names for w in _words(n)
        }
        heavy |= {w: 1.5 for d in query.dates for w in _words(d)}
        text = " ".join(f'"{w}"^{heavy.get(w, 1.0)}' for w in dict.fromkeys([*words, *heavy]))
        if not text:
            return []
        parsed, _ = self._index.parse_query_lenient(text, ["text", "title"], field_boosts={"title": 0.7})
        assert isinstance(parsed, tantivy.Query)
        searcher = self._index.searcher()
        hits = searcher.search(parsed, limit).hits
        found = [
            Passage.model_validate_json(searcher.doc(address)["passage"][0]).model_copy(
                update={"score": round(score, 4), "source": self.name}
            )
            for score, address in hits
        ]
        return sorted(found, key=lambda passage: (-passage.score, passage.id))


def _words(text: str) -> list[str]:
    return [word for word in "".join(c if c.isalnum() else " " for c in text.casefold()).split() if word]
