"""Past or coming: which of two times an expression without a year, or a bare weekday, means."""

from __future__ import annotations

import re
from datetime import date

_FUTURE = re.compile(
    r"\b(?:will|shall|to be held|upcoming|next|scheduled|due|is set|are set|plans? to|expected"
    r"|going to)\b|[’']ll\b"
)


def ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around an expression speaks of the future."""
    return bool(_FUTURE.search(text[max(0, match.start() - 60) : match.end() + 30]))


def nearest_year(month: int, day: int, anchor: date, future: bool) -> int:
    """The year of the latest such day up to the anchor, or of the next one; day 1 stands for a whole month."""
    if future:
        return anchor.year + ((month, day) < (anchor.month, anchor.day if day > 1 else 1))
    return anchor.year - ((month, day) > (anchor.month, anchor.day))
