"""A date of one clause is not that of another: "expired on Monday, the day after the break, which began on 13 March"."""

from __future__ import annotations

from datetime import date

from claimcheck.exact import find_dates
from claimcheck.exact.frames import Frame, frame_of


def day_of_another(claim: str, sentence: str, day: date | None) -> str:
    """The date of a claim that its sentence gives for something else, where it gives another for what the claim tells;
    "" for none. `day` is what relative times are counted from.
    """
    told = _framed(sentence, day)
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
