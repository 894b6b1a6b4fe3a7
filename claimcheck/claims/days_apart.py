"""A date of one clause is not that of another: "expired on Monday, the day after the break, which began on 13 March"."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.exact import find_dates
from claimcheck.exact.frames import Frame, frame_of

_COMING = re.compile(
    r"\b(?P<what>[a-z]{3,}) (?:to be (?:held|heard|opened|published)|scheduled|slated|due|planned|set) (?:on|for|in) (?:the )?$"
)


def day_of_another(claim: str, sentence: str, day: date | None) -> str:
    """The date of a claim that its sentence gives for something else, where it gives another for what the claim tells;
    "" for none. `day` is what relative times are counted from.
    """
    told = _framed(sentence, day)
    if day_to_come := _to_come(claim, sentence, day):
        return day_to_come
    for iso, text, frame in _framed(claim, day):
        same = [held.head for other, _, held in told if other == iso]
        others = [held.head for other, _, held in told if other != iso]
        if frame.head and same and frame.head not in same and frame.head in others:
            return text
    return ""


def _framed(text: str, day: date | None) -> list[tuple[str, str, Frame]]:
    """The dates of a text: what each means, how it is written, and what stands around it."""
    found = [m for m in find_dates(text, day) if m.interval]
    return [
        (m.interval.iso, text[m.start : m.end], frame_of(text, m.start, m.end, found))
        for m in found
        if m.interval
    ]


def _to_come(claim: str, sentence: str, day: date | None) -> str:
    """The date of a claim that the sentence gives for what is to come, and the claim does not speak of: "a candidate for the
    election to be held on 9 August held a rally".
    """
    for mention in find_dates(sentence, day):
        coming, written = _COMING.search(sentence[: mention.start]), sentence[mention.start : mention.end]
        if coming and coming["what"][:5] not in claim and written in claim:
            return written
    return ""
