"""Names of reports' files: safe on every file system, inside the folder whatever an article calls itself."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection

LONGEST = 80  # characters
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def file_name(name: str, taken: Collection[str]) -> str:
    """A file's name without suffix for the article of that name, which is none of `taken` (in lower case).

    Letters, digits, dots, dashes and underscores only; it begins with none of the last three.
    """
    plain = unicodedata.normalize("NFKC", name)
    words = re.sub(r"[^\w.-]+", "-", plain, flags=re.ASCII)
    stem = re.sub(r"\.{2,}", ".", words).strip("-._")[:LONGEST].rstrip("-._")
    if not stem or stem.split(".")[0].lower() in _RESERVED:
        stem = f"article-{stem}".rstrip("-")
    if stem.lower() not in taken:
        return stem
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{stem}-{digest[:10]}"
