"""Spaces that look like one and are another: news and pasted text have "10&nbsp;million" and thin spaces before units."""

from __future__ import annotations

import re

_OTHER_SPACES = re.compile("[\u00a0\u2002\u2003\u2007\u2009\u202f]")


def with_plain_spaces(text: str) -> str:
    """The text with a plain space for each other one, so that places in it stay; itself where it has none."""
    return text if text.isascii() else _OTHER_SPACES.sub(" ", text)
