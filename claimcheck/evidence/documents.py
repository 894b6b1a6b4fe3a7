"""Reference files → documents: Markdown, text, HTML, PDF and JSON, with optional front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

LARGEST = 20 * 1024 * 1024  # bytes
ENDINGS = frozenset({".md", ".txt", ".html", ".htm", ".pdf", ".json"})
_FRONT = re.compile(r"\A---\s*\n(?P<head>.*?)\n---\s*\n", re.DOTALL)
_HIDDEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True)
class Document:
    """One reference: its text and where it comes from."""

    text: str
    title: str
    publisher: str = ""
    url: str = ""
    published: date | None = None


class UnreadableDocument(Exception):
    """A file that cannot be read as a document; `str()` says why in a few words."""


def files_in(folder: Path) -> Iterator[Path]:
    """The documents' files below a folder, in a fixed order; links that leave the folder are passed over."""
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in ENDINGS and path.is_file() and path.resolve().is_relative_to(root):
            yield path


def read_documents(path: Path, data: bytes) -> list[Document]:
    """The documents of one file. Raises `UnreadableDocument`."""
    if len(data) > LARGEST:
        raise UnreadableDocument(f"larger than {LARGEST // 2**20} MB")
    try:
        documents = _READERS[path.suffix.lower()](path.stem, data)
    except UnreadableDocument:
        raise
    except Exception as error:  # a damaged file makes parsers raise anything
        raise UnreadableDocument(f"it is damaged ({type(error).__name__})") from error
    documents = [document for document in documents if document.text.strip()]
    if not documents:
        raise UnreadableDocument("it holds no text")
    return documents


def _clean(text: str) -> str:
    return _HIDDEN.sub("", text.replace("\r\n", "\n"))


def _text(stem: str, data: bytes) -> list[Document]:
    text = _clean(data.decode("utf-8", errors="replace"))
    match = _FRONT.match(text)
    head = _front_matter(match["head"]) if match else {}
    body = text[match.end() :] if match else text
    heading = re.search(r"^# +(.+)$", body, re.MULTILINE)
    return [_document(body, head, heading[1].strip() if heading else stem)]


def _front_matter(head: str) -> dict[str, Any]:
    import yaml

    try:
        found = yaml.safe_load(head)
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}


def _document(text: str, head: dict[str, Any], title: str) -> Document:
    def value(*names: str) -> str:
        return " ".join(_clean(str(next((head[name] for name in names if head.get(name)), ""))).split())

    return Document(
        text=_clean(text),
        title=value("title", "headline") or title,
        publisher=value("publisher", "sitename", "source"),
        url=value("url"),
        published=_day(value("published", "date", "datePublished")),
    )


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _html(stem: str, data: bytes) -> list[Document]:
    import trafilatura

    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableDocument("it holds no article")
    head = {"title": found.title, "sitename": found.sitename, "url": found.url, "date": found.date}
    return [_document(found.text, head, stem)]


def _pdf(stem: str, data: bytes) -> list[Document]:
    from io import BytesIO

    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    return [
        Document(text=_clean("\n\n".join(page.extract_text() or "" for page in reader.pages)), title=stem)
    ]


def _json(stem: str, data: bytes) -> list[Document]:
    held = json.loads(data)
    documents = []
    for item in held if isinstance(held, list) else [held]:
        text = next((item[k] for k in ("text", "body", "content") if isinstance(item.get(k), str)), None)
        if text is None:
            raise UnreadableDocument("an object in it has no text, body or content")
        documents.append(_document(text, item, stem))
    return documents


_READERS = {".md": _text, ".txt": _text, ".html": _html, ".htm": _html, ".pdf": _pdf, ".json": _json}
