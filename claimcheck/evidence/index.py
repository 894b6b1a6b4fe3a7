"""A folder's search index: tantivy, on disk, brought up to date by the documents' content."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from cachetools import LRUCache

from claimcheck.domain import Passage
from claimcheck.evidence.catalog import Catalog, Entry, listed, look
from claimcheck.evidence.documents import UnreadableDocument, read_documents
from claimcheck.evidence.passages import passages_of
from claimcheck.evidence.query import Query
from claimcheck.evidence.ranking import best, built_query, parsed, searched
from claimcheck.folders import users_cache

if TYPE_CHECKING:
    import tantivy

REMEMBERED = 4096  # passages whose document is known
REMEMBERED_TEXT = 2_000_000  # characters of documents
LONGEST_DOCUMENT = 2000  # passages, a million characters: what has more is a book or an archive, and no copy
HEAP = 64_000_000  # bytes that the writer may hold
UNKEPT = "its index cannot be kept on disk, so it was built in memory"
REWRITTEN = 20_000  # passages: up to here the index is written anew after a removal, see `_rewritten`


class _Damaged(Exception):
    """An index on disk that cannot be used."""


def cache_folder() -> Path:
    """Where indexes are kept: `indexes` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    return users_cache() / "indexes"


class FolderIndex:
    """The passages of one folder's documents, searchable by BM25.

    Kept in `cache/<hash of the folder's path>`; in memory where that cannot be written or another process
    is writing it. `notes` says so, and names the documents that could not be read. Raises nothing for those.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        cache: Path | None = None,
        listen: Callable[[int, int], None] | None = None,
    ) -> None:
        self._listen = listen or (lambda done, total: None)
        key = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
        self.folder, self.name = folder, name
        self._home: Path | None = (cache or cache_folder()) / key
        self._own_notes: list[str] = []
        self._start_anew = False
        self._catalog = Catalog()
        self._documents_of: LRUCache[str, str] = LRUCache(REMEMBERED)
        self._texts: LRUCache[str, str] = LRUCache(REMEMBERED_TEXT, getsizeof=len)
        self._lock = Lock()
        try:
            self._index = self._opened()
            self._update()
        except _Damaged:
            self._renew()

    @property
    def documents(self) -> int:
        """How many documents the index holds."""
        return self._catalog.documents

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return self._catalog.passages

    @property
    def newest(self) -> date | None:
        """The latest day that a document bears, None where none has a date."""
        return self._catalog.newest

    @property
    def changed(self) -> datetime:
        """When the last of the folder's files was written."""
        return datetime.fromtimestamp(self._catalog.changed / 1e9, UTC)

    @property
    def notes(self) -> list[str]:
        """What was left out and why, a sentence each."""
        files = sorted(self._catalog.files.items())
        return [*self._own_notes, *(f"{name}: {note}" for name, entry in files for note in entry.notes)]

    def search(self, query: Query, limit: int) -> list[Passage]:
        """The best passages by BM25, best first, at most `limit`; numbers and dates weigh more."""
        built = built_query(query, self._index.schema)
        if built is None or limit < 1:
            return []
        return best(self._index.searcher(), built, limit, self.name)

    def document_of(self, passage: Passage) -> str:
        """The text of the passages of the document in which a passage stands, "" where it is not here or too long to be
        an article.

        The same documents are asked for by one claim after another, so the latest are remembered.
        """
        with self._lock:
            digest = self._documents_of.get(passage.id, "")
            text = self._texts.get(digest) if digest else None
        if text is None:
            digest, text = self._read_document(passage)
            with self._lock, suppress(ValueError):  # one longer than all that is remembered
                self._documents_of[passage.id], self._texts[digest] = digest, text
        return text

    def _read_document(self, passage: Passage) -> tuple[str, str]:
        """The digest and the text of a passage's document, both "" where it is not here or too long."""
        from tantivy import Query as Ask

        searcher, schema = self._index.searcher(), self._index.schema
        hits = searcher.search(Ask.term_query(schema, "id", passage.id), 1).hits
        if not hits:
            return "", ""
        document = _stored(searcher.doc(hits[0][1]), "document")
        found = searcher.search(Ask.term_query(schema, "document", document), LONGEST_DOCUMENT + 1).hits
        if len(found) > LONGEST_DOCUMENT:
            return "", ""
        held = [searcher.doc(address) for _, address in found]
        held.sort(key=lambda one: int(_stored(one, "place")))
        return document, "\n\n".join(parsed(_stored(one, "passage")).text for one in held)

    def _opened(self) -> tantivy.Index:
        """The index on disk, or one in memory where it cannot be kept. Raises `_Damaged`."""
        import tantivy

        assert self._home is not None
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            if not os.access(self._home, os.W_OK):
                raise PermissionError
        except OSError:
            return self._in_memory(UNKEPT)
        new = not (self._home / "meta.json").exists()
        catalog = Catalog.load(self._home / "claimcheck.json")
        try:
            index = tantivy.Index(schema_of_passages(), path=str(self._home))
            _probe(index)
        except BaseException as error:
            raise _damage(error) from error
        # An older layout, or a run that was killed between the index and its catalog: nothing in it counts.
        if not new and (catalog is None or catalog.passages != index.searcher().num_docs):
            self._start_anew = True
            if catalog is None and (self._home / "claimcheck.json").exists():
                self._own_notes.append("its index was of another version, so it was built anew")
        else:
            self._catalog = catalog if catalog is not None and not new else Catalog()
        return index

    def _in_memory(self, note: str) -> tantivy.Index:
        import tantivy

        self._home, self._catalog, self._start_anew = None, Catalog(), False
        self._own_notes.append(note)
        return tantivy.Index(schema_of_passages())

    def _renew(self) -> None:
        """Builds the index anew in the place of a damaged one, in memory where the disk fails again."""
        assert self._home is not None
        shutil.rmtree(self._home, ignore_errors=True)
        self._own_notes.append("its index was damaged, so it was built anew")
        self._catalog = Catalog()
        try:
            self._index = self._opened()
            self._update()
        except _Damaged:
            self._index = self._in_memory(UNKEPT)
            self._update()

    def _update(self) -> None:
        """Reads the documents that are new or changed, and forgets those that are gone."""
        paths = listed(self.folder)
        before = self._catalog.files
        # The bytes are read again where they are needed: all at once they may not fit in memory.
        entries = {name: look(path, before.get(name))[0] for name, path in paths.items()} if before else {}
        changed = [n for n in paths if n not in before or entries[n].sha256 != before[n].sha256]
        gone = [name for name in before if name not in paths]
        if changed or gone or self._start_anew:
            self._write({n: paths[n] for n in changed}, gone, entries)
        elif entries != before:
            self._catalog.files = entries
            self._save()
        self._index.reload()

    def _write(self, changed: dict[str, Path], gone: list[str], entries: dict[str, Entry]) -> None:
        writer = self._writer()
        if writer is None:  # now in memory, where nothing is known yet
            return self._update()
        try:
            self._filled(writer, changed, gone, entries)
        except BaseException as error:
            raise _damage(error) from error
        self._catalog, self._start_anew = Catalog(files=dict(sorted(entries.items()))), False
        self._save()

    def _filled(
        self,
        writer: tantivy.IndexWriter,
        changed: dict[str, Path],
        gone: list[str],
        entries: dict[str, Entry],
    ) -> None:
        if self._start_anew:
            writer.delete_all_documents()
        else:
            self._forget(writer, [*gone, *changed])
        self._listen(0, len(changed))
        for done, (name, path) in enumerate(changed.items(), 1):
            entries[name] = self._added(writer, name, path)
            self._listen(done, len(changed))
        writer.commit()
        writer.wait_merging_threads()

    def _writer(self) -> tantivy.IndexWriter | None:
        """The one writer, which holds the lock; None, and an index in memory, where another process has it."""
        try:
            return self._index.writer(heap_size=HEAP, num_threads=1)
        except ValueError as error:
            if self._home is None:
                raise
            busy = "LockBusy" in str(error)
            note = "another run is updating its index, so this one was built in memory" if busy else UNKEPT
            self._index = self._in_memory(note)
            return None

    def _forget(self, writer: tantivy.IndexWriter, names: list[str]) -> None:
        """Takes files out of the index.

        A small index is written anew from what it stores: BM25 counts passages that are only marked as
        deleted, so that scores would tell of the index's past and not of the folder.
        """
        import tantivy

        out = set(names)
        if not out & set(self._catalog.files):
            return
        if self._catalog.passages > REWRITTEN:
            for name in names:
                writer.delete_documents_by_term("file", name)
            return
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.all_query(), max(1, searcher.num_docs)).hits
        held = [searcher.doc(address) for _, address in hits]
        writer.delete_all_documents()
        for one in held:
            if _stored(one, "file") not in out:
                writer.add_document(_copied(one))

    def _added(self, writer: tantivy.IndexWriter, name: str, path: Path) -> Entry:
        entry, data = look(path, None)
        if data is None:
            return entry
        try:
            documents = read_documents(Path(name), data)
        except UnreadableDocument as error:
            return entry.model_copy(update={"notes": [f"it could not be read: {error}"]})
        for document in documents:
            held = list(passages_of(document, self.name, name))
            whole = hashlib.sha256(f"{name}\n{document.text}".encode()).hexdigest()
            for place, passage in enumerate(held):
                writer.add_document(entry_of(passage, name, whole, place))
            entry.passages += len(held)
            entry.notes += [document.note] if document.note else []
        entry.documents = len(documents)
        entry.newest = max((one.published for one in documents if one.published), default=None)
        return entry

    def _save(self) -> None:
        if self._home is None:
            return
        try:
            self._catalog.save(self._home / "claimcheck.json")
        except OSError:
            self._own_notes.append("its index could not be saved and will be built again")


def schema_of_passages() -> tantivy.Schema:
    """The fields of an index of passages."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("id", "file", "document", "place"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", stored=False, tokenizer_name="en_stem")
    builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
    builder.add_text_field("passage", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def entry_of(passage: Passage, name: str, document: str, place: int) -> tantivy.Document:
    """A passage as an index holds it: the file's name, the document's digest, the place in the document."""
    import tantivy

    title, text = searched(passage)
    return tantivy.Document(
        id=passage.id,
        file=name,
        document=document,
        place=str(place),
        title=title,
        text=text,
        passage=passage.model_dump_json(),
    )


def _copied(one: tantivy.Document) -> tantivy.Document:
    passage = Passage.model_validate_json(_stored(one, "passage"))
    return entry_of(passage, _stored(one, "file"), _stored(one, "document"), int(_stored(one, "place")))


def _stored(one: tantivy.Document, field: str) -> str:
    value: Any = one.get_first(field)
    return str(value)


def _probe(index: tantivy.Index) -> None:
    """Reads a little of every part of an index, so that damage shows now and not in the middle of a run."""
    import tantivy

    index.reload()
    searcher = index.searcher()
    for _, address in searcher.search(tantivy.Query.all_query(), 3).hits:
        _copied(searcher.doc(address))
    searcher.search(tantivy.Query.term_query(index.schema, "text", "the"), 1)


def _damage(error: BaseException) -> BaseException:
    """`_Damaged` for what the library says of broken files; what is not about them stays as it is."""
    # A panic of the library is no `Exception`, and has no name to import.
    broken = isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException"
    return _Damaged(str(error)) if broken else error
