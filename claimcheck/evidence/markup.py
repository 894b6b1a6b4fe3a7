"""A page's HTML → its text, also where it is too short for a reader of articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from claimcheck.evidence.documents import Document, UnreadableDocument, read_documents

_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


def blocks_of(body: Any) -> str:
    """The text of a page's main part, as trafilatura's tree: a blank line between paragraphs, headings with their #, and no
    other marks. Its plain text has a line for each, in which a heading cannot be told.
    """
    from lxml.etree import strip_tags
    from trafilatura.xml import xmltotxt

    if body is None:
        return ""
    for line_break in body.iter("lb"):
        line_break.tail = f" {line_break.tail or ''}"
    strip_tags(body, "hi", "lb")
    return str(xmltotxt(body, include_formatting=True)).strip()


def text_of(html: bytes) -> str:
    """The text of a page, a blank line between its paragraphs, headings with their #. Raises `UnreadableDocument` where it
    has none.
    """
    return "\n\n".join(line for line in _document(html).text.splitlines() if line.strip())


def _document(html: bytes) -> Document:
    try:
        return read_documents(Path("page.html"), html)[0]
    except UnreadableDocument:
        text = " ".join(_TAGS.sub(" ", html.decode("utf-8", "replace")).split())
        return read_documents(Path("page.txt"), text.encode())[0]
