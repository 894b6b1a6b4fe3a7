"""Telephone numbers, whose groups of figures are no quantities: "+44 20 7946 0018", "(555) 123-4567", "0800 123 4567"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![\w.,$€£/-])(?:"
    r"\+(?!\d{1,3}(?: \d{3})+(?!\d))\d{1,3}[ .-]?(?:\(\d{1,5}\)[ -]?|\d{1,5})(?:[ ./-]\d{2,5}){1,5}"  # not +12 345 678
    r"|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}([-.])\d{3}\1\d{4}|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
    r")(?![\w%]|[.,]\d)"
)


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """Where the telephone numbers of a text stand."""
    return (match.span() for match in _NUMBER.finditer(text))
