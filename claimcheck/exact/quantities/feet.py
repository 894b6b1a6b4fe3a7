"""Feet and inches: what follows feet, and the marks that stand for either."""

from __future__ import annotations

import re

from claimcheck.exact.words import BELOW_HUNDRED

_INCHES = re.compile(
    rf"(?:\.?[ -]?|,? (?:and )?(?=[\w.½¼¾]+[ -]?in))(?P<inches>\d{{1,2}}(?:\.\d+)?|{BELOW_HUNDRED})(?:[ -]?(?:ins?|inch|inches)(?![^\W_])|(?<=-\d)(?! ?(?:ft|feet|foot)|[\w.,-]*\d)|(?<=-1\d)(?! ?(?:ft|feet|foot)|[\w.,-]*\d)"
    r"|(?=[.,;:)]|$| (?:tall|and|with|in)\b)(?<![\d.]\d)(?<!-\d))",
    re.IGNORECASE,
)
_PRIMES = re.compile(r"['’′](?: ?(?P<inches>\d{1,2}(?:\.\d+)?) ?[\"”″])(?!\w)")
_MARK = re.compile(
    r" ?[\"”″](?=[ -](?:long|wide|tall|deep|high|thick|across|in (?:diameter|length|width|height|depth))\b"
    r"| by \d| ?[x×] ?\d)"
)
_OTHER_SIDE = re.compile(r"[\"”″](?: by | ?[x×] ?)[\d.]+$")
_MARK_OF_SIDE = re.compile(r" ?[\"”″](?!\w)")
_SENTENCE = 300  # characters before a mark in which a quotation may open


def inches(text: str, end: int) -> re.Match[str] | None:
    """The inches after feet: "6 ft 2 in", "five feet and two inches"."""
    return _INCHES.match(text, end)


def primes(text: str, end: int) -> re.Match[str] | None:
    """The signs of feet and inches after a number: 6'2"."""
    return _PRIMES.match(text, end)


def inch_mark(text: str, end: int) -> int | None:
    """Where the mark of inches after a number ends, by what follows: 8" long, 12" x 14"; None for a closing quotation."""
    match = _MARK.match(text, end) or (
        _MARK_OF_SIDE.match(text, end) if _OTHER_SIDE.search(text, max(0, end - 20), end) else None
    )
    if match is None or _closes(text, end, match.group()[-1]):
        return None
    return match.end()


def _closes(text: str, end: int, mark: str) -> bool:
    """Whether a quotation is open where a mark stands."""
    before = text[max(0, end - _SENTENCE) : end]
    if mark == "”":
        return before.rfind("“") > before.rfind("”")
    return mark == '"' and len(re.findall(r"(?<!\d)(?<!\d )\"", before)) % 2 == 1
