"""Untrusted text, made harmless and visible: it is never markup, and steers no terminal."""

from __future__ import annotations

import re

_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def safe(text: str) -> str:
    """The text with control, invisible and direction-changing characters written out (`\\u202e`)."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def one_line(text: str) -> str:
    """`safe`, on one line, with single spaces."""
    return safe(" ".join(text.split()))
