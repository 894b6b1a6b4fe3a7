"""Words that a claim may have only where its article, in other words too, bears them out."""

from __future__ import annotations

import re
from collections.abc import Sequence

Bearers = Sequence[tuple[re.Pattern[str], re.Pattern[str]]]
"""Patterns in pairs: of a word of a claim, and of what bears it out."""


def not_borne_out(claim: str, source: Sequence[str], bearers: Bearers) -> str:
    """The first such word of a claim that nothing of its `source` bears out; "" where there is none."""
    for word, by in bearers:
        match = word.search(claim)
        if match and not any(by.search(text) for text in source):
            return match.group().strip()
    return ""
