"""Which addresses may be opened: those of the web, and nothing that a shell or a browser reads as more."""

from __future__ import annotations

from urllib.parse import urlsplit

from claimcheck.reports.safe import safe


def web_address(url: str) -> str:
    """The address where it is http or https with a host and has no hidden or quoting characters; else ""."""
    if safe(url) != url or any(character.isspace() or character in "<>\"'`\\" for character in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
