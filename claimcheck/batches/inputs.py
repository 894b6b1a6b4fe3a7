"""Where a batch's articles come from: files, folders, and files of JSON lines; read one at a time."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimcheck.articles import read_article
from claimcheck.articles.reading import LARGEST, not_there
from claimcheck.batches.delivery import is_delivered
from claimcheck.batches.summary import FILE
from claimcheck.domain import Article, Frozen
from claimcheck.errors import InputError, UsageError
from claimcheck.evidence.documents import is_own_report
from claimcheck.reports import SUFFIXES as FORMS

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".eml", ".mht", ".mhtml"}
_SHOWN = 100  # characters of an input's name in a message
_HEAD = 200  # bytes in which a report in JSON shows what it is
_FIELDS = {"headline": ("title", "headline"), "published": ("date", "published"), "url": ("url",)}

_MARKUP = re.compile(rb"<(script|style)\b.*?</\1>|<[^<>]*>", re.IGNORECASE | re.DOTALL)


class Entry(Frozen):
    """One article as it lies there: its bytes, or why there are none, and what is known beside them."""

    name: str
    data: bytes = b""
    problem: str = ""
    headline: str = ""
    published: str = ""
    url: str = ""

    def packed(self) -> bytes:
        """The entry for a database."""
        held = [self.name, self.headline, self.published, self.url]
        return zlib.compress(json.dumps(held).encode() + b"\n" + self.data, 1)

    @classmethod
    def unpacked(cls, packed: bytes) -> Entry:
        """The entry that was packed."""
        head, _, data = zlib.decompress(packed).partition(b"\n")
        name, headline, published, url = json.loads(head)
        return cls(name=name, data=data, headline=headline, published=published, url=url)

    @property
    def digest(self) -> str:
        """A hash of all of it: it is another article where this differs."""
        held = json.dumps([self.name, self.headline, self.published, self.url, self.problem]).encode()
        return hashlib.sha256(held + b"\n" + self.data).hexdigest()

    @property
    def characters(self) -> int:
        """How long its text is, about: as it stands, a page without its markup, a PDF as it is read."""
        if self.data.startswith(b"%PDF-"):
            try:
                return len(self.article().text)
            except InputError:
                return 0
        return len(_MARKUP.sub(b"", self.data))

    def article(self) -> Article:
        """The article. Raises `InputError` with what is wrong."""
        if self.problem:
            raise InputError(self.problem)
        try:
            article = read_article(
                self.name, self.data, published=self.published or None, headline=self.headline
            )
        except UsageError as error:
            raise InputError(f"{self.name}: {self.published!r} is no date such as 2024-02-08") from error
        return article.model_copy(update={"origin": self.url or self.name, "path": ""})


def entries(inputs: Sequence[str]) -> Iterator[Entry]:
    """The articles of files, folders (at any depth, in order) and `.jsonl` files; reports of ours are none.

    What cannot be read is an entry with its problem. Raises `InputError` where an input is not there.
    """
    seen: set[str] = set()
    for one in inputs:
        path = Path(one)
        if not os.path.exists(one):  # where `Path.exists` raises, as for a text in the place of a name
            raise InputError(not_there(one[:_SHOWN]))
        if not (path.is_dir() or path.is_file()):
            raise InputError(f"{one} is no file or folder: a pipe is read once, and a batch goes on later")
        for entry in _below(path) if path.is_dir() else _named(path):
            name, count = entry.name, 1
            while name in seen:  # two inputs may have files of the same name
                count += 1
                name = f"{entry.name} ({count})"
            seen.add(name)
            yield entry.model_copy(update={"name": name})


def other_kinds(inputs: Sequence[str]) -> str:
    """A sentence on the files below folders that are of no kind that is taken for an article, "" where there are none.

    Reports, and what lies beside them, are not told of.
    """
    files = (path for one in inputs if os.path.isdir(one) for path in _files(Path(one), lambda error: None))
    others = (path for path in files if path.suffix.lower() not in SUFFIXES and not _is_of_reports(path))
    kinds = Counter(_in_unicode(path.suffix.lower()) or "no suffix" for path in others)
    if not kinds:
        return ""
    named = " (a .jsonl is read where it is named itself)" * (".jsonl" in kinds)
    return (
        f"files of other kinds were not read: {', '.join(f'{kinds[k]} of {k}' for k in sorted(kinds))}{named}"
    )


def _is_of_reports(path: Path) -> bool:
    """Whether a file is a report, what became of a batch, or lies beside a report under its name: another form, a review."""
    if path.suffix.lower() == ".json":
        return path.name == FILE or is_own_report(_head(path))
    stem = path.name.removesuffix(".review.jsonl")
    report = path.with_suffix(".json") if stem == path.name else path.with_name(f"{stem}.json")
    return path.suffix.lower() in FORMS and report.is_file()


def _head(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(_HEAD)
    return b""


def _named(path: Path) -> Iterator[Entry]:
    """The articles of a file that the user named; a report among them, as of `stories/*`, is an entry with its problem."""
    for entry in _in_file(path, path.name):
        told = f"{entry.name} is a report of claimcheck, and no article"
        yield Entry(name=entry.name, problem=told) if _is_report(path, entry) else entry


def _below(folder: Path) -> Iterator[Entry]:
    """Its articles in order; a folder in it that cannot be read is an entry with its problem, and not passed over."""
    problems: list[Entry] = []

    def note(error: OSError) -> None:
        name = _in_unicode(os.path.relpath(error.filename, folder))
        if _hidden(Path(name)):
            return
        problems.append(Entry(name=name, problem=f"the folder {name} cannot be read: {error.strerror}"))

    found = [path for path in _files(folder, note) if path.suffix.lower() in SUFFIXES]
    yield from problems
    for path in found:
        # Reports may go to the folder that the articles come from: the next round would check them, and theirs.
        inside = path.relative_to(folder).as_posix()
        yield from (entry for entry in _in_file(path, inside) if not _is_report(path, entry))


def _files(folder: Path, note: Callable[[OSError], None]) -> list[Path]:
    """Its files at any depth in order, without what is hidden; `note` hears of a folder that cannot be read."""
    found = [Path(at, name) for at, _, names in os.walk(folder, onerror=note) for name in names]
    return [path for path in sorted(found) if not _hidden(path.relative_to(folder)) and _is_regular(path)]


def _hidden(inside: Path) -> bool:
    return any(part.startswith(".") for part in inside.parts)


def _is_regular(path: Path) -> bool:
    """Whether it is to be opened: a pipe would be waited for. One that is there and cannot be looked at is told of."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return path.is_symlink() is False


def _in_unicode(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _in_file(path: Path, name: str) -> Iterator[Entry]:
    name = _in_unicode(name)
    if path.suffix.lower() == ".jsonl":
        yield from _lines(path, name)
        return
    try:
        with path.open("rb") as file:
            yield Entry(name=name, data=file.read(LARGEST + 1))
    except OSError as error:
        yield Entry(name=name, problem=f"{name} cannot be read: {error.strerror}")


def _is_report(path: Path, entry: Entry) -> bool:
    return is_own_report(entry.data) or is_delivered(path)


def _lines(path: Path, name: str) -> Iterator[Entry]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _of_line(line, f"{name} line {number}")
    except OSError as error:
        yield Entry(name=name, problem=f"{name} cannot be read: {error.strerror}")


def _of_line(line: bytes, place: str) -> Entry:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        return Entry(name=place, problem=f"{place} is not JSON")
    if not isinstance(held, dict) or not isinstance(held.get("text"), str):
        return Entry(name=place, problem=f"{place} is no object with the article's text under `text`")
    known = {ours: _said(held, theirs) for ours, theirs in _FIELDS.items()}
    name = _said(held, ("id",)) or place
    return Entry(name=name, data=held["text"].encode("utf-8", "replace"), **known)


def _said(held: dict[str, Any], names: Sequence[str]) -> str:
    """The first of these fields that says something, as text in one line."""
    values = (held.get(name) for name in names)
    said = next((str(value) for value in values if isinstance(value, str | int) and str(value).strip()), "")
    return " ".join(_in_unicode(said).split())


__all__ = ["Entry", "entries"]
