"""What is around, outside or beneath what: a claim may not tell it of itself, as of a planet's orbit around that planet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.bearers import not_borne_out

_NAMED = r"(?=(?:the |an? )?[A-Z])"
_PLACES = {  # a word of a claim, before a name → what of the article, in other words too, bears it out
    "around": r"\b(?:a?round|about|throughout|across|near|circum\w*|circl\w+|encircl\w+|surround\w*|encompass\w*|orbit(?:s|ed|ing))\b",
    "outside": r"\b(?:outside|out|beyond|off|away|front|near|suburb\w*|outskirts|abroad|foreign|overseas|exterior)\b",
    "beneath": r"\b(?:beneath|under\w*|below|bottom|base|foot)\b",
}
_PATTERNS = [
    (re.compile(rf"\b{word} {_NAMED}"), re.compile(by, re.IGNORECASE)) for word, by in _PLACES.items()
]


def placed(claim: str, source: Sequence[str]) -> str:
    """The "around" of a claim before a name that nothing of its `source` bears out; "" where there is none."""
    return not_borne_out(claim, source, _PATTERNS)
