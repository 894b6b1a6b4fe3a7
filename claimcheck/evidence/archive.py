"""Texts of fetched pages, kept as they were read: a page may change or go, the evidence of a report must not."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import datetime
from pathlib import Path

from claimcheck.evidence.documents import Document


def keep(folder: Path, document: Document, accessed: datetime | None) -> str:
    """Keeps a document's text, once for each content, and returns the file's name; "" where that fails."""
    digest = hashlib.sha256(f"{document.url}\n{document.text}".encode()).hexdigest()[:16]
    path = folder / f"{digest}.json"
    held = {
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else "",
        "accessed": accessed.isoformat() if accessed else "",
        "text": document.text,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(held, ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(path)
    except OSError:
        return ""
    return path.name
