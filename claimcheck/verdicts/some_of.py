"""How many of them: "three of the murders" is not borne out beside "six of the murders", nor "several leaders" by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.exact import find_quantities
from claimcheck.verdicts.overlap import words_of

_SOME_OF = re.compile(
    r"\b(?P<many>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) of (?:the|his|her|its|their|these|those) "
    r"(?P<what>[a-z]+s)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:multiple|several|various|many|numerous) (?:[a-z-]+ ){0,2}?(?P<what>[a-z]{2,}s)\b"
)


def several_of_none(claim: str, texts: Sequence[str]) -> str:
    """The "multiple world leaders" of a claim where no text speaks of leaders; else ""."""
    held = frozenset[str]().union(*map(words_of, texts))
    return next((m.group() for m in _SEVERAL.finditer(claim) if not words_of(m["what"]) <= held), "")


def another_number_of(claim: str, texts: Sequence[str]) -> str:
    """The "three of the murders" of a claim where the texts have another number of the same, and nowhere that; else ""."""
    told = [(_many(match), match["what"]) for text in texts for match in _SOME_OF.finditer(text)]
    for match in _SOME_OF.finditer(claim):
        others = {many for many, what in told if what == match["what"]}
        if others and _many(match) not in others:
            return match.group()
    return ""


def _many(match: re.Match[str]) -> float:
    found = find_quantities(f"{match['many']} things")
    return found[0].quantity.value if found else -1.0
