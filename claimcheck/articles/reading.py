"""Bytes of any kind → an article: what it is, is told by its content, never by its name."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from datetime import datetime
from io import BytesIO
from pathlib import Path

from claimcheck.articles.cleaning import clean_paste, is_prose
from claimcheck.articles.datelines import Metadata, moment
from claimcheck.articles.lines import lines_of
from claimcheck.articles.pagedata import times_of
from claimcheck.articles.rendering import as_pasted
from claimcheck.articles.sentences import split_sentences
from claimcheck.domain import Article
from claimcheck.errors import InputError, UsageError

LARGEST = 20 * 1024 * 1024  # bytes
_PARTIAL = 0.6  # of the words that a reader sees of an article: an extraction with less left some out
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "was",
        "with",
        "as",
        "by",
        "at",
        "from",
        "it",
        "has",
        "have",
        "be",
    ]
)


def read_article(
    origin: str, data: bytes | None = None, *, published: str | None = None, headline: str = ""
) -> Article:
    """Reads an article from a file, or from standard input where `origin` is "-".

    `data` stands for the bytes where they are at hand; `published` overrides the publication time, `headline`
    the headline that was found.
    Raises `InputError` where there is no English article to read, `UsageError` for a bad `published`.
    """
    name = "standard input" if origin == "-" else origin
    given = _given(published)
    data = _bytes(origin, name) if data is None else data
    _refuse_unreadable(name, data)
    text, meta, media = extract(name, data)
    text, notes = _harmless(text)
    if not text.strip():
        raise InputError(
            f"{name} holds no article text: is it the page itself, and not a link or a login form?"
        )
    _refuse_other_languages(name, text)
    return Article(
        text=text,
        sentences=split_sentences(text),
        headline=_line(headline) or _line(meta.headline),
        byline=_line(meta.byline),
        publisher=_line(meta.publisher),
        dateline=_line(meta.dateline),
        published=given or meta.published,
        updated=meta.updated,
        published_source="flag" if given else meta.source if meta.published else "",
        language="en",
        origin=Path(name).name if origin != "-" else name,
        path=_path(origin),
        lines=lines_of(text, [_line(line) for line in decoded(name, data).splitlines()])
        if media == "text/plain"
        else (),
        media_type=media,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        notes=(*meta.notes, *notes),
    )


def _path(origin: str) -> str:
    """The path below the working folder, with forward slashes; "" for any other, which tells of a machine."""
    given = Path(origin)
    if origin == "-" or given.is_absolute() or ".." in given.parts:
        return ""
    return given.as_posix()


def _given(published: str | None) -> datetime | None:
    if published is None:
        return None
    found = moment(published)
    if found is None:
        raise UsageError(f"--published takes a date such as 2024-02-08, not {published!r}")
    return found


def _bytes(origin: str, name: str) -> bytes:
    if not origin:
        raise InputError("the name of the article is empty: name its file")
    try:
        if origin == "-":
            if sys.stdin is None:
                raise InputError("standard input is closed: name the article's file")
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(origin).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(f"{name} is not there: check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder: name one article's file") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}") from error


def _refuse_unreadable(name: str, data: bytes) -> None:
    if not data.strip():
        raise InputError(f"{name} is empty")
    if len(data) > LARGEST:
        raise InputError(
            f"{name} is larger than {LARGEST // 2**20} MB: an article is text, HTML or PDF of less"
        )
    if _is_json(data):
        raise InputError(
            f"{name} is JSON, and an article is text, HTML or PDF: render, show and review read a report, "
            "and batch a .jsonl with an article a line"
        )


def _is_json(data: bytes) -> bool:
    """Whether bytes are JSON, or lines of it, as of a report or a batch: an object, or a list of objects."""
    head = data.lstrip()[:1]
    if head not in (b"{", b"["):
        return False
    for part in (data.lstrip().partition(b"\n")[0], data):
        try:
            held = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if isinstance(held, dict) or (held and isinstance(held, list) and isinstance(held[0], dict)):
            return True
    return False


def extract(name: str, data: bytes) -> tuple[str, Metadata, str]:
    """The article's text in any language, its metadata and its media type. Raises `InputError`."""
    if data.lstrip()[:5] == b"%PDF-":
        text, meta = clean_paste(_pdf(name, data))
        return text, meta, "application/pdf"
    head = data[:4096].replace(b"\0", b"")
    if _MARKUP.search(head):
        return (*_html(name, data), "text/html")
    text, meta = clean_paste(decoded(name, data))
    return text, meta, "text/plain"


def decoded(name: str, data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 or a legacy encoding. Raises `InputError` for binary data."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    half = data[: 2000 - len(data[:2000]) % 2]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(half) > 8 and half[first::2].count(0) > 0.7 * len(half[first::2]):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise InputError(f"{name} is not text: it looks like a binary file")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(name, data)
    controls = len(_CONTROL.findall(text))
    if controls > 0.05 * len(text):
        raise InputError(f"{name} is not text: it looks like a binary file")
    return text


def _legacy(name: str, data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1252", "latin_1", "cp1250", "cp1251", "mac_roman"]).best()
    if best is None:
        raise InputError(f"{name} is not text in an encoding that can be told: save it as UTF-8")
    return str(best)


def _html(name: str, data: bytes) -> tuple[str, Metadata]:
    import trafilatura

    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    page = data.decode("utf-16", errors="replace") if utf16 else data
    try:
        document = trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True, favor_precision=True, url=None
        )
    except Exception as error:  # whatever a broken page makes a parser do
        raise InputError(f"{name} is HTML that cannot be read: save the page again") from error
    if document is None or isinstance(document, dict) or not _prose_in(document.text or ""):
        raise InputError(f"{name} holds no article: is it the page itself, and not a link or a login form?")
    markup = decoded(name, data)
    published, updated = times_of(markup)
    meta = Metadata(
        headline=document.title or "",
        byline=document.author or "",
        publisher=document.sitename or "",
        published=published or (moment(document.date) if document.date else None),
        updated=updated,
        source="metadata",
    )
    paragraphs = [" ".join(line.split()) for line in (document.text or "").split("\n")]
    body = "\n\n".join(p for p in paragraphs if p and p != meta.headline)
    return _fuller(body, markup), meta


def _fuller(body: str, markup: str) -> str:
    """The text of the page as a reader sees it, where the extraction of its article left much of it out."""
    try:
        seen = clean_paste(as_pasted(markup))[0]
    except Exception:  # whatever a broken page makes a parser do: the extraction is there
        return body
    return seen if len(body.split()) < _PARTIAL * len(seen.split()) else body


def _prose_in(text: str) -> bool:
    return any(is_prose(line) for line in text.splitlines())


def _pdf(name: str, data: bytes) -> str:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name} is an encrypted PDF: save it without a password")
        pages = [page.extract_text() or "" for page in reader.pages]
    except InputError:
        raise
    except Exception as error:  # pypdf raises many kinds on a damaged file
        raise InputError(f"{name} is a PDF that cannot be read: it is damaged or cut off") from error
    text = "\n".join(pages)
    if not text.strip():
        raise InputError(
            f"{name} is a PDF without text: it may be a scan, which needs text recognition first"
        )
    return re.sub(r"(?<=[a-z,;])-?\n(?=[a-z])", " ", text)


def _harmless(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without terminal escapes, controls and invisible marks, which could steer a terminal."""
    clean = _HIDDEN.sub("", _ESCAPES.sub("", text))
    clean = unicodedata.normalize("NFC", clean)
    removed = len(text) != len(clean) and (_ESCAPES.search(text) or _HIDDEN.search(text))
    return clean, ("Control or invisible characters were left out.",) if removed else ()


def _line(text: str) -> str:
    return " ".join(_harmless(text)[0].split())


def _refuse_other_languages(name: str, text: str) -> None:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) >= 20 and sum(word in _ENGLISH for word in words) < 0.1 * len(words):
        raise InputError(f"{name} does not seem to be in English, which is all that claimcheck reads so far")


__all__ = ["decoded", "extract", "read_article"]
