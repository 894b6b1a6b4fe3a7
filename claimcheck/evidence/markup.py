"""A page's HTML → its text, also where it is too short for a reader of articles."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.evidence.documents import Document, UnreadableDocument, read_documents

_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


def text_of(html: bytes) -> str:
    """The text of a page, a blank line between its paragraphs. Raises `UnreadableDocument` where it has none."""
    return "\n\n".join(line for line in _document(html).text.splitlines() if line.strip())


def _document(html: bytes) -> Document:
    try:
        return read_documents(Path("page.html"), html)[0]
    except UnreadableDocument:
        text = " ".join(_TAGS.sub(" ", html.decode("utf-8", "replace")).split())
        return read_documents(Path("page.txt"), text.encode())[0]
