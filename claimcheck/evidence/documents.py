"""Reference files → documents: Markdown, text, HTML, PDF and JSON, with optional front matter."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

from claimcheck.decoding import page_in, text_in
from claimcheck.evidence.days import day_in_address, day_of, day_stated
from claimcheck.frontmatter import FRONT, front_matter
from claimcheck.markdown import words_of

LARGEST = 20 * 1024 * 1024  # bytes
ENDINGS = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".json"})
# Terminal escapes whole (titles and links too), then control, zero-width, bidi and tag characters one by one, and soft
# hyphens: they are not seen, but a word with one is found by nothing. Joiners stay, which some scripts need.
_HIDDEN = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    r"\U000e0000-\U000e007f]"
)
_DIVIDED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_ENDED = (".", "!", "?", ":", "”", '"')
_TITLE = re.compile(r"^# +(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_BREAKS = re.compile(r"\r\n|[\r\x85\u2028]")
_PARTINGS = re.compile(r"[\x0b\x0c\u2029]")  # between pages, columns and paragraphs
_DATES = ("published", "date", "datepublished")
_KNOWN = frozenset({"title", "headline", "publisher", "sitename", "source", "url", "author", "tags", *_DATES})
# What our own reports say of themselves: the page in its head, JSON in its first line, the others in the line of their
# cost, which may be wrapped.
_OWN_REPORT = re.compile(
    rb'<meta name="generator" content="claimcheck |\bcost: [^<>]{1,300};\s+claimcheck \d'
    rb'|\A\s*\{\s*"schema_version": *"[^"]+",\s*"article": *\{'
)


@dataclass(frozen=True)
class Document:
    """One reference: its text and where it comes from."""

    text: str
    title: str
    publisher: str = ""
    url: str = ""
    published: date | None = None
    note: str = ""  # what of it could not be used, in a few words


class UnreadableDocument(Exception):
    """A file that cannot be read as a document; `str()` says why in a few words."""


def files_in(folder: Path) -> Iterator[Path]:
    """The documents' files below a folder, in a fixed order; links that leave the folder and hidden files are passed over.

    Raises `OSError` where the folder itself may not be listed.
    """
    return (path for path in _walked(folder)[0] if path.suffix.lower() in ENDINGS)


def left_out(folder: Path) -> list[str]:
    """A sentence on the files below a folder that are of no kind that is read, and on each folder that is closed.

    Raises `OSError` where the folder itself may not be listed.
    """
    files, closed = _walked(folder)
    kinds = Counter(path.suffix.lower() or "no suffix" for path in files)
    left = [f"{kinds[kind]} of {cleaned(kind)}" for kind in sorted(kinds) if kind not in ENDINGS]
    told = [f"files of other kinds were not read: {', '.join(left)}"] if left else []
    return [
        *told,
        *(f"the folder {name} in it could not be read: {why}" for name, why in sorted(closed.items())),
    ]


def _walked(folder: Path) -> tuple[list[Path], dict[str, str]]:
    """The files below a folder in a fixed order, and the folders in it that may not be listed, with the reason."""
    root, found, closed = folder.resolve(), [], {}

    def refused(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise error
        name = os.fsencode(Path(error.filename).relative_to(folder)).decode("utf-8", "replace")
        closed[name] = error.strerror or type(error).__name__

    for place, below, names in os.walk(folder, onerror=refused):
        # What a program keeps for itself, such as a bin of deleted notes, is no reference.
        below[:] = [name for name in below if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        found += [path for path in paths if _is_file(path) and path.resolve().is_relative_to(root)]
    return sorted(found), closed


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except PermissionError:  # its folder may be listed and not entered: whoever reads it says so
        return True


def read_documents(path: Path, data: bytes) -> list[Document]:
    """The documents of one file. Raises `UnreadableDocument`."""
    if len(data) > LARGEST:
        raise UnreadableDocument(f"larger than {LARGEST // 2**20} MB")
    if is_own_report(data):  # its verdicts would be found as evidence for its claims
        raise UnreadableDocument("it is a report of claimcheck, and no reference")
    try:
        documents = _READERS[path.suffix.lower()](" ".join(cleaned(path.stem).split()), data)
    except UnreadableDocument:
        raise
    except Exception as error:  # a damaged file makes parsers raise anything
        raise UnreadableDocument(f"it is damaged ({type(error).__name__})") from error
    documents = [document for document in documents if document.text.strip()]
    if not documents:
        raise UnreadableDocument("it holds no text")
    return documents


def is_own_report(data: bytes) -> bool:
    """Whether a file is a report of claimcheck's own, as a page, Markdown, text or JSON."""
    return _OWN_REPORT.search(data) is not None


def is_document(path: Path) -> bool:
    """Whether a file in a folder of references is read as one of them: a report of ours is not. Raises `OSError`."""
    return path.suffix.lower() in ENDINGS and not is_own_report(path.read_bytes())


def cleaned(text: str) -> str:
    """A text without terminal escapes, control, zero-width and bidi characters, as UTF-8 can hold it, in NFC."""
    text = _HIDDEN.sub("", _PARTINGS.sub("\n\n", _BREAKS.sub("\n", text)))
    # Lone surrogates, which JSON can spell, cannot be stored as UTF-8.
    return normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def _decoded(data: bytes) -> str:
    text = text_in(data)
    return data.decode("utf-8", errors="replace") if text is None else text


def _markdown(stem: str, data: bytes) -> list[Document]:
    return _text(stem, data, words_of)


def _text(stem: str, data: bytes, read: Callable[[str], str] = str) -> list[Document]:
    text = cleaned(_decoded(data))
    match = FRONT.match(text)
    head, note = front_matter(match["head"]) if match else ({}, "")
    # Text between two rules, also where it has a colon, is text and would be lost.
    known = match is not None and (not match["head"].strip() or not _KNOWN.isdisjoint(_lowered(head)))
    if match and not known:
        head, note = {}, "its first lines name no title, publisher, url or date, so they were read as text"
    body = read(text[match.end() :] if match and known else text)
    heading = _TITLE.search(body)
    return [_document(body, head, heading[1].strip() if heading else stem, note)]


def _lowered(head: dict[str, Any]) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in head.items()}


def _document(text: str, head: dict[str, Any], title: str, note: str = "") -> Document:
    given = _lowered(head)

    def value(*names: str) -> str:
        # Plain values only: nested YAML may unfold without end.
        found = next((given[n] for n in names if isinstance(given.get(n), str | int | float | date)), "")
        return " ".join(cleaned(str(found)).split())

    url = value("url")
    return Document(
        text=cleaned(text),
        title=value("title", "headline") or title,
        publisher=value("publisher", "sitename", "source"),
        url=url if url.startswith(("http://", "https://")) else "",
        published=day_of(value(*_DATES)) or day_in_address(url),
        note=note,
    )


def _html(stem: str, data: bytes) -> list[Document]:
    import trafilatura
    from trafilatura.settings import set_date_params

    from claimcheck.evidence.markup import blocks_of

    # Where the page does not say when it was published, the library would guess: a copyright, a year in a table.
    found = trafilatura.bare_extraction(
        page_in(data) or data,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=set_date_params(extensive=False),
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableDocument("it holds no article")
    text = blocks_of(found.body) or found.text
    day = found.date or str(day_stated(text) or "")
    head = {"title": found.title, "sitename": found.sitename, "url": found.url, "date": day}
    return [_document(text, head, stem)]


def _pdf(stem: str, data: bytes) -> list[Document]:
    from io import BytesIO

    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    pages = [(page.extract_text() or "").strip() for page in reader.pages]
    # A sentence goes on over the page, and a word over the line.
    text = "".join(page + ("\n\n" if page.endswith(_ENDED) else "\n") for page in pages if page)
    return [Document(text=_DIVIDED.sub("", cleaned(text)), title=stem)]


def _json(stem: str, data: bytes) -> list[Document]:
    held = json.loads(_decoded(data))
    items = held if isinstance(held, list) else [held]
    found = [document for item in items if (document := _from_object(stem, item)) is not None]
    if not found:
        raise UnreadableDocument("no object in it has a text, body or content")
    if left := len(items) - len(found):
        note = f"{left} of its {len(items)} entries have no text, body or content"
        found[0] = Document(**{**vars(found[0]), "note": note})
    return found


def _from_object(stem: str, item: object) -> Document | None:
    if not isinstance(item, dict):
        return None
    text = next((item[k] for k in ("text", "body", "content") if isinstance(item.get(k), str)), "")
    return _document(text, item, stem) if text.strip() else None


_READERS = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".json": _json,
}
