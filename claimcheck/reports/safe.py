"""Untrusted text, made harmless and visible: it is never markup, and steers no terminal."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\u180e\U000e0000-\U000e007f]"
    r"|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])|[\ud800-\udfff]"
)
"""Characters that steer a terminal, turn text round or are not seen; a joiner only where it joins nothing."""


def safe(text: str) -> str:
    """The text with control, invisible and direction-changing characters written out (`\\u202e`).

    Joiners stay between the parts of an emoji, or letters of a script that has them.
    """
    return HIDDEN.sub(lambda match: _written(ord(match.group())), text)


def _written(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """`safe`, on one line, with single spaces."""
    return safe(" ".join(text.split()))


def web_address(url: str) -> str:
    """The address where it is one of the web (http or https, with a host), "" for any other."""
    if safe(url) != url or any(character.isspace() or character in "<>\"'`\\" for character in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
