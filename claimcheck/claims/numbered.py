"""Names with a number, such as "Boeing 737": a claim may not have another number behind the name than its sentence."""

from __future__ import annotations

import re

from claimcheck.language.calendar import MONTHS

_NUMBERED = re.compile(
    rf"\b(?!(?i:{'|'.join(MONTHS)})\b)(?P<name>[A-Z][\w’'-]*[a-z])[ -](?P<number>\d{{1,4}}[A-Z]?)s?\b(?![.,]\d|%)"
)


def another_number(claim: str, sentence: str) -> str:
    """The "Boeing 707" of a claim whose sentence has none, but a "Boeing 737" that the claim lacks; else ""."""
    own, held = _numbered(sentence), _numbered(claim)
    for name, number in sorted(held - own):
        if any(other == name for other, _ in own - held):
            return f"{name} {number}"
    return ""


def _numbered(text: str) -> set[tuple[str, str]]:
    return {(match["name"], match["number"]) for match in _NUMBERED.finditer(text)}
