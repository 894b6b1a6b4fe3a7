"""What a claim adds to a name in commas, "Ada Brown, a judge, …": the article has to say it of the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.claims.words import stems

_ASIDE = re.compile(
    r"(?P<who>[A-Z][\w’'-]+(?: (?:[a-z]{1,3} )?[A-Z][\w’'-]+)*), (?P<what>(?:an?|the|one of) [^,;\d]+),"
)


def aside_of_another(claim: str, sentence: str, sources: Iterable[str]) -> str:
    """What a claim adds to a name so, that no sentence of its `sources` has beside that name; else ""."""
    for match in _ASIDE.finditer(claim):
        what = stems(match["what"])
        name = match["who"].split()[-1]
        if what and not any(what <= stems(text) and name in text for text in (sentence, *sources)):
            return match["what"]
    return ""
