"""The day on which a reference was published, as its maker wrote it down; never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime

from claimcheck.exact import find_dates
from claimcheck.language.calendar import two_ways

LONGEST = 60  # characters of a date as somebody writes it
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?)[/-]?(\d\d?)(?=[/._-]|$)")
_STATED = re.compile(
    r"^\W*(?:first )?(?:published|posted)(?: on)?\b:?[ \t]+(.{6,40}?\b(?:19|20)\d\d\b)", re.I | re.M
)
_NEAR = 600  # characters from either end of a page within which it says when it was published


def day_of(text: str) -> date | None:
    """The day that a text writes, None where it is none or may be two: "5/6/2024"."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if len(text) > LONGEST or two_ways(text):
        return None
    times = [found.interval for found in find_dates(text, None) if found.interval]
    days = {time.start for time in times if time.start == time.end}
    return days.pop() if len(days) == 1 else None


def day_in_address(url: str) -> date | None:
    """The day in the path of an address: "/2024/02/08/"."""
    if match := _ADDRESS.search(url):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    return None


def day_stated(text: str) -> date | None:
    """The day after "Published on" at the beginning or the end of a page's text."""
    match = _STATED.search(text[:_NEAR]) or _STATED.search(text[-_NEAR:])
    return day_of(match[1]) if match else None
