"""Files that are no text, page or PDF, told by how they begin, and pages told from text."""

from __future__ import annotations

import json
import re

_BEGINNINGS = (
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"BZh", "compressed by bzip2"),
    (b"\xfd7zXZ", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"bplist00", "a web archive of Safari"),
    (b"%!PS", "a PostScript file"),
    (b"SQLite format 3", "a database"),
)
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub", "an EPUB book"),
    (b"xl/", "an Excel file"),
    (b"ppt/", "a PowerPoint file"),
)
_HEAD = 4096  # bytes in which a file shows what it is
# The copy of a page may begin with an <iframe> or <img> that was meant for browsers without scripts.
_PAGE = re.compile(
    rb"\A\s*<(?:[?!]|(?!iframe|img|script|noscript)[a-z])|^[ \t]*<(?:!doctype html|html|head|body)\b[^>]*>",
    re.IGNORECASE | re.MULTILINE,
)
_TAGGED = re.compile(
    rb"</?(?:p|div|article|section|h[1-6]|ul|ol|li|table|tr|blockquote|br)\b[^>]*>", re.IGNORECASE
)


def unread(data: bytes) -> str:
    """What a file is that cannot be read as an article, such as "a Word document"; "" for any other."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _ZIPPED if sign in data), "a ZIP archive")
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), "")


def is_markup(data: bytes) -> bool:
    """Whether it is a page or a part of one; a text that speaks of tags, or in which a few were left over, is not."""
    head = data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    lines = [line for line in head.splitlines() if line.strip()]
    tagged = sum(bool(_TAGGED.search(line)) for line in lines)
    return bool(_PAGE.search(head)) or (tagged * 2 > len(lines) and len(_TAGGED.findall(head)) > 2)


def is_json(data: bytes) -> bool:
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
