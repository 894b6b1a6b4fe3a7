"""The words that turn what is said into its contrary."""

from __future__ import annotations

import re

NOT = r"not|never|no|without|nor|neither|cannot"
"""What denies, beside "n't", as a part of a pattern."""

_DENIES = re.compile(rf"\b(?:{NOT}|none|nobody|fail(?:s|ed)? to)\b|n['’]t\b", re.IGNORECASE)


def denied(text: str) -> bool:
    """Whether a text has a word that turns another round, and is no statement of its own, as "false" is."""
    return _DENIES.search(text) is not None
