"""Bytes of any kind → an article: what it is, is told by its content, never by its name."""

from __future__ import annotations

import hashlib
import re
import sys
from datetime import date, datetime
from pathlib import Path

from claimcheck.articles.cleaning import clean_paste
from claimcheck.articles.datelines import Metadata, moment
from claimcheck.articles.kinds import is_json, is_markup, unread
from claimcheck.articles.lines import lines_of
from claimcheck.articles.mail import mail_in
from claimcheck.articles.pages import read_page
from claimcheck.articles.pdfs import read_pdf
from claimcheck.articles.sentences import split_sentences
from claimcheck.articles.unseen import harmless, holds_unseen
from claimcheck.decoding import text_in
from claimcheck.domain import Article
from claimcheck.errors import InputError, UsageError
from claimcheck.frontmatter import FRONT, front_matter
from claimcheck.markdown import without_markup

LARGEST = 20 * 1024 * 1024  # bytes
_BINARY = 0.05  # of the characters are controls: it is no text
_BREAKS = re.compile(r"\r\n?")
_SAID = {
    "title": "headline",
    "headline": "headline",
    "author": "byline",
    "byline": "byline",
    "publisher": "publisher",
}
_ADDRESS = re.compile(r"(?:\A|/)(?P<scheme>https?):/{1,2}(?P<page>[^/\s]\S*)\Z", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Of the most frequent words of English, those that no other language writes alike: "a", "in" and "is" are Italian,
# Hungarian or Dutch too. The share of 87 news articles is from 0.11 up.
_ENGLISH = frozenset(
    (
        "the and of that with from have been were which this they their said would its are who his you your what there "
        "but not"
    ).split()
)
_IN_ENGLISH = 0.02  # of the words are among these
_TELLING = 20  # words in which they are looked for


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
    notes = ("Control or invisible characters were left out.",) if holds_unseen(text) else ()
    text = harmless(text)
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
        lines=lines_of(text, [_line(line) for line in _plain(decoded(name, data)).splitlines()])
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
        raise InputError(not_there(name)) from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder: name one article's file") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}") from error


def not_there(name: str) -> str:
    """A sentence on a name that no file has. An address of the web may have been taken for a path: `https:/…`."""
    address = _ADDRESS.search(name)
    if address is None:
        return f"{name} is not there: check the path"
    return (
        f"{address['scheme']}://{address['page']} is a web address, which claimcheck does not open: save the page, and "
        "name its file"
    )


def _refuse_unreadable(name: str, data: bytes) -> None:
    if not data.strip():
        raise InputError(f"{name} is empty")
    if len(data) > LARGEST:
        raise InputError(
            f"{name} is larger than {LARGEST // 2**20} MB: an article is text, HTML or PDF of less"
        )
    if is_json(data):
        raise InputError(
            f"{name} is JSON, and an article is text, HTML or PDF: render, show and review read a report, "
            "and batch a .jsonl with an article a line"
        )


def extract(name: str, data: bytes) -> tuple[str, Metadata, str]:
    """The article's text in any language, its metadata and its media type. Raises `InputError`."""
    mail = mail_in(data)
    if mail is None:
        return _extract(name, data)
    if not mail.body:
        raise InputError(f"{name} is a mail without text: save what is attached to it, and name that")
    text, meta, media = _extract(name, mail.body)
    meta.headline = mail.subject or meta.headline
    if mail.sent:
        meta.published, meta.source = mail.sent, "metadata"
    return text, meta, media


def _extract(name: str, data: bytes) -> tuple[str, Metadata, str]:
    if data.lstrip()[:5] == b"%PDF-":
        text, meta = clean_paste(read_pdf(name, data))
        return text, meta, "application/pdf"
    if kind := unread(data):
        raise InputError(f"{name} is {kind}: save the article as text, HTML or PDF, and name that")
    if is_markup(data):
        return (*read_page(name, data), "text/html")
    return (*_text(decoded(name, data)), "text/plain")


def _text(text: str) -> tuple[str, Metadata]:
    """The article of a text, which may begin with what it says of itself."""
    plain = _plain(text)
    body, meta = _with_head(plain)
    if plain != _BREAKS.sub("\n", text):
        meta.notes.append("Markdown: links are read as their words, without addresses and marks.")
    return body, meta


def _plain(text: str) -> str:
    """The lines of a text, of Markdown their words; what it says of itself in front stays as it is."""
    text = _BREAKS.sub("\n", text)
    front = FRONT.match(text)
    begins = front.end() if front else 0
    return text[:begins] + without_markup(text[begins:])


def _with_head(text: str) -> tuple[str, Metadata]:
    match = FRONT.match(text)
    said = front_matter(match["head"])[0] if match else {}
    plain = {str(key).casefold(): str(value) for key, value in said.items() if isinstance(value, str | date)}
    if match is None or plain.keys().isdisjoint(_SAID):
        return clean_paste(text)
    body, meta = clean_paste(text[match.end() :])
    for key, name in _SAID.items():
        if key in plain:
            setattr(meta, name, plain[key])
    days = (moment(plain[key]) for key in ("published", "date") if key in plain)
    if day := next(filter(None, days), None):
        meta.published, meta.source = day, "metadata"
    return body, meta


def decoded(name: str, data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 or a legacy encoding. Raises `InputError` for binary data."""
    text = text_in(data)
    seen = data.decode("latin-1") if text is None else text
    if len(_CONTROL.findall(seen)) > _BINARY * len(seen):
        raise InputError(f"{name} is not text: it looks like a binary file")
    if text is None:
        raise InputError(f"{name} is not text in an encoding that can be told: save it as UTF-8")
    return text


def _line(text: str) -> str:
    return " ".join(harmless(text).split())


def _refuse_other_languages(name: str, text: str) -> None:
    letters = [character for character in text if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    words = re.findall(r"[^\W\d_]+", text.casefold())
    few = sum(word in _ENGLISH for word in words) < _IN_ENGLISH * len(words)
    if latin * 2 < len(letters) or (few and len(words) >= _TELLING):
        raise InputError(f"{name} does not seem to be in English, which is all that claimcheck reads so far")


__all__ = ["decoded", "extract", "not_there", "read_article"]
