"""Writes the pages of pages.xml as a ZIM file with a full-text index: `python tests/mediawiki/zim.py notes.zim`."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path
from typing import Any

PAGES = Path(__file__).with_name("pages.xml")
SPACE = {"w": "http://www.mediawiki.org/xml/export-0.11/"}


def pages() -> dict[str, str]:
    """Title → HTML of the newest revision of every page."""
    found = {}
    for page in ET.parse(PAGES).getroot().findall("w:page", SPACE):
        text = page.findall("w:revision/w:text", SPACE)[-1].text or ""
        found[page.findtext("w:title", "", SPACE)] = _html(text)
    return found


def _html(wikitext: str) -> str:
    parts = []
    for block in re.split(r"\n\s*\n|\n(?=[^=])", wikitext.replace("'''", "").strip()):
        heading = re.fullmatch(r"==+ (.*?) ==+", block.strip())
        parts.append(f"<h2>{escape(heading[1])}</h2>" if heading else f"<p>{escape(block.strip())}</p>")
    return "".join(parts)


def write(path: Path) -> Path:
    """The ZIM file."""
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]
        def __init__(self, title: str, body: str) -> None:
            super().__init__()
            self.title, self.body = title, body

        def get_path(self) -> str:
            return self.title.replace(" ", "_")

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> Any:
            head = f"<html><head><title>{escape(self.title)}</title></head>"
            return StringProvider(f"{head}<body><article>{self.body}</article></body></html>")

        def get_hints(self) -> dict[Any, Any]:
            return {Hint.FRONT_ARTICLE: True}

    path.unlink(missing_ok=True)
    with Creator(path).config_indexing(True, "eng").config_verbose(False) as creator:
        for title, body in pages().items():
            creator.add_item(Page(title, body))
        for key, value in {"Title": "Notes of the desk", "Date": "2024-01-31", "Language": "eng"}.items():
            creator.add_metadata(key, value)
    return path


if __name__ == "__main__":
    write(Path(sys.argv[1]))
