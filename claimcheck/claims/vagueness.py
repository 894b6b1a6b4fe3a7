"""Whether a text has anything that could be looked up: a name, a figure, a date, or a general fact."""

from __future__ import annotations

import re

from claimcheck.claims.leaning import begins_bare, leans
from claimcheck.claims.lexicon import DONE
from claimcheck.claims.names import NAME_WITHIN
from claimcheck.claims.splitting import AUXILIARY
from claimcheck.claims.words import stems
from claimcheck.exact import find_dates, find_figures

GENERAL = 3  # words that carry meaning in a general fact
_UNTOLD = re.compile(r"\b(?:on|at|in|for|by|from) (?:some|an?) (?:unspecified|unknown|undisclosed) \w+[.]?$")
_MANY = re.compile(r"(?:Many|Some|Several|Most|Few|Other) (?:people|persons|others|men|women)\b")
_ITEM = re.compile(r"\d{1,2}[.)]\s")  # "1. Unofficial results"
_DOES = re.compile(rf"\b(?:{AUXILIARY}|{DONE}|[a-z]{{3,}}ed)\b")


def figures(text: str) -> bool:
    """Whether a text has a quantity or a date."""
    return bool(find_figures(text) or find_dates(text, None))


def note(text: str) -> bool:
    """Whether a text is a numbered note or item of a list that says of nothing what it is or did."""
    return _ITEM.match(text) is not None and not _DOES.search(text)


def named(text: str) -> bool:
    """Whether a text names somebody or something, also at its beginning."""
    return bool(
        NAME_WITHIN.search(text) or re.match(r"(?!The|A|An|In|It|He|She|They|This|That|There)[A-Z]", text)
    )


def concrete(text: str) -> bool:
    """Whether a text has a name that does not begin it, a figure or a date."""
    return NAME_WITHIN.search(text) is not None or figures(text)


def vague(claim: str, of: str = "") -> bool:
    """Whether a claim has nothing that could be looked up: no name, figure or date, and no general fact, or is a note.

    A general fact, "Lime mortar hardens when it meets air", speaks of a kind of thing, not of "the talks", and
    has at least `GENERAL` words that carry meaning. One more are enough for a fact that was taken out `of` a claim
    which has a name: "the new rules" of one clause say which in another.
    """
    if note(claim) or _UNTOLD.search(claim):
        return True
    if concrete(claim):
        return False
    if _MANY.match(claim):
        return True
    words = len(stems(claim))
    if of and words > GENERAL and not begins_bare(claim) and not vague(of):
        return False
    return bool(leans(claim) or begins_bare(claim)) or words < GENERAL
