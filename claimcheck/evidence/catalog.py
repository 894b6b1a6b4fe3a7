"""Which files an index was made from: sizes, times and hashes, so that only what changed is read again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from claimcheck.evidence.documents import LARGEST, files_in

VERSION = 6  # of the layout on disk and of how files are read; an index of another one is built anew
SETTLED = 2_000_000_000  # nanoseconds: a file younger than this may change again within one tick of its clock


class Entry(BaseModel):
    """One file as it was when it was indexed. `size` is in bytes; `modified`, `touched` and `seen` are in nanoseconds.

    `touched` is when the system last changed the file's entry: a copy may keep the time of the file that it replaces.
    """

    model_config = ConfigDict(extra="forbid")
    sha256: str = ""
    size: int = -1
    modified: int = 0
    touched: int = 0
    seen: int = 0
    documents: int = 0
    passages: int = 0
    newest: date | None = None  # of its documents' own dates
    notes: list[str] = []

    def is_surely(self, stat: os.stat_result) -> bool:
        """Whether size and times alone show that the file is the same."""
        now = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        same = (self.size, self.modified, self.touched) == now
        return same and self.seen - self.modified > SETTLED


class Catalog(BaseModel):
    """The files of one index by their path in the folder."""

    model_config = ConfigDict(extra="forbid")
    version: int = VERSION
    files: dict[str, Entry] = {}

    @property
    def documents(self) -> int:
        return sum(entry.documents for entry in self.files.values())

    @property
    def passages(self) -> int:
        return sum(entry.passages for entry in self.files.values())

    @property
    def newest(self) -> date | None:
        """The latest day that a document bears, None where none has a date."""
        return max((entry.newest for entry in self.files.values() if entry.newest), default=None)

    @property
    def changed(self) -> int:
        """When the last of the files was written, in nanoseconds; 0 where there is none."""
        return max((entry.modified for entry in self.files.values()), default=0)

    def save(self, path: Path) -> None:
        """Writes the catalog whole or not at all. Raises `OSError`."""
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(self.model_dump_json(), encoding="utf-8")
        part.replace(path)

    @classmethod
    def load(cls, path: Path) -> Catalog | None:
        """The catalog of that file; None where there is none, or one that this version cannot use."""
        try:
            held = json.loads(path.read_bytes())
            return cls.model_validate(held) if held["version"] == VERSION else None
        except (OSError, ValueError, KeyError, TypeError):
            return None


def listed(folder: Path) -> dict[str, Path]:
    """The documents' files of a folder by their path in it, with `/` on every system."""
    return {_name(path.relative_to(folder)): path for path in files_in(folder)}


def look(path: Path, known: Entry | None) -> tuple[Entry, bytes | None]:
    """The entry of a file as it is now, and its bytes where they are not those that `known` stands for."""
    try:
        stat = path.stat()
        if known is not None and known.is_surely(stat):
            return known, None
        entry = Entry(
            size=stat.st_size, modified=stat.st_mtime_ns, touched=stat.st_ctime_ns, seen=time.time_ns()
        )
        if stat.st_size > LARGEST:
            return _left_out(entry, f"it is larger than {LARGEST // 2**20} MB")
        data = path.read_bytes()
    except OSError as error:
        return _left_out(Entry(), error.strerror or type(error).__name__)
    entry.sha256 = hashlib.sha256(data).hexdigest()
    if known is not None and known.sha256 == entry.sha256:
        kept = known.model_copy(update=entry.model_dump(include={"size", "modified", "touched", "seen"}))
        return kept, None
    return entry, data


def _left_out(entry: Entry, reason: str) -> tuple[Entry, None]:
    entry.notes = [f"it could not be read: {reason}"]
    return entry, None


def _name(path: Path) -> str:
    # A name that is not UTF-8 has surrogates, which neither the index nor a report can hold.
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
