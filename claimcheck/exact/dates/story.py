"""A month or day without a year belongs to the year that the story has come to."""

from __future__ import annotations

import re

from claimcheck.exact.dates.tense import ahead
from claimcheck.language.calendar import MONTHS

_PARAGRAPH = re.compile(r"\n\s*\n")
_SO_FAR = 400  # characters of a story that are looked at
_NAMED = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?: \d{{1,2}},?)? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(r"\b(?:now|this|last|next|today|yesterday|tomorrow|ago|since then)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat (?:same )?$", re.IGNORECASE)
_YEARS = 2  # what lies further back is seldom gone on from


def year_of_story(text: str, match: re.Match[str], month: int, guess: int) -> int | None:
    """The year of a month: "On 20 August 2018 she sat down there. In September others came." is of 2018.

    It is that of the first such month after the month and year that the paragraph named last, if this is earlier than the
    `guess`, which stands where none is named, another time was spoken of since, or it lies more than two years back. None
    for "that September" where nothing says of which year.
    """
    start = match.start("month")
    so_far = _PARAGRAPH.split(text[max(0, start - _SO_FAR) : start])[-1]
    named = [*_NAMED.finditer(so_far)][-1:]
    that = _THAT.search(so_far) is not None
    if not named or ahead(text, match):
        return None if that else guess
    year = int(named[0]["year"]) + (month < MONTHS.index(named[0]["month"].lower()) + 1)
    if that:
        return year
    other = _OTHER_TIME.search(so_far, named[0].end())
    return year if guess - _YEARS <= year < guess and not other else guess
