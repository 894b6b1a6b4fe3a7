"""A PDF → its text, its lines put together to paragraphs."""

from __future__ import annotations

import re
from io import BytesIO

from claimcheck.articles.blocks import paragraphs
from claimcheck.articles.hyphens import rejoined, words_of
from claimcheck.errors import InputError

_DIVIDED = re.compile(r"([^\W_]+[-\u00ad])\n([^\W_]+)")  # a word at the end of a line


def read_pdf(name: str, data: bytes) -> str:
    """The text of a PDF, a blank line between what seem to be its paragraphs. Raises `InputError`."""
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
    # Lines are joined by their width; where one far wider misleads, as a footer does, by how they begin and end.
    known = words_of(text)
    whole = _DIVIDED.sub(lambda match: rejoined(match[1], match[2], known), "\n".join(paragraphs(text)))
    return re.sub(r"(?<=[a-z,;])\n(?=[a-z])", " ", whole).replace("\n", "\n\n")
