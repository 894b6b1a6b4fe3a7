"""Half characters in what a service writes: JSON may escape one half of a surrogate pair, and no file can hold it."""

from __future__ import annotations

import re

_ESCAPES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a pair: one character
    r"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\ud800-\udfff])"
    r"|\\."  # any other escape, above all that of a backslash, after which `ud800` is four letters
)


def whole_characters(text: str) -> str:
    r"""The text, or JSON text, with U+FFFD for each half of a pair that stands alone, escaped as `\ud800` or not."""
    return _ESCAPES.sub(lambda found: "\ufffd" if found["half"] else found[0], text)
