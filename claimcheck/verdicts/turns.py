"""How a text turns: into the negative, into doubt, into "but". Signs in English words, for what a small model misses."""

from __future__ import annotations

import re
from functools import lru_cache

_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|denie[sd]|deny|false|fake|untrue|incorrect|wrong|hoax|debunk\w*"
    r"|mislead\w*|baseless|unfounded|rejected|cancel\w*|postponed|fabricated|doctored)\b|n['’]t\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\bno (?:answer|information|data|evidence|records?|figures?|mention|sources?)\b"
    r"|\b(?:not enough|insufficient) (?:information|evidence|data)\b"
    r"|(?:\bnot|n['’]t)(?: yet)?(?: be| been)? "
    r"(?:found|known|available|published|released|confirmed|verified|determined|established|clear)\b"
    r"|\b(?:unknown|unclear|unverified)\b|\b(?:does|did|do)(?: not|n['’]t) (?:mention|say|state|specify|collect)\b"
    r"|\basked for (?:clarification|comment)\b",
    re.IGNORECASE,
)
_HOWEVER = re.compile(
    r"\b(?:however|although|though|but|while|whereas|despite|nevertheless|depend(?:s|ing|ent)?|partly|partially"
    r"|some|certain|only|except|unless|out of context|not all|mixed|instead|rather|initially|confusion"
    r"|conditions?|technically|clarified|disputed?|critics|controversial)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_NO = re.compile(r"\W*no\b(?! (?:answer|information|data|evidence|records?)\b)", re.IGNORECASE)
# Words by which a text tells what it does not say itself: what it said before, what others wrongly say, what may be.
_TOLD = re.compile(
    r"\b(?i:(?:earlier|previous|original) versions?|correction|corrected|retract\w*|misstated|misreported|misidentified"
    r"|incorrectly|inaccurately|wrongly|erroneously|mistakenly|falsely|myths?|rumou?rs?"
    r"|viral|satir\w*|parody|unconfirmed|alleged(?:ly)?|fact[- ]?check)\b|\b(?:could|might|may)\b|\?[\"”’)\]]*$|^\W*[Cc]laim:"
)


@lru_cache(2048)  # a passage is looked at for each claim that it may speak of, and these patterns are slow
def negative(text: str) -> bool:
    """Whether a text denies something."""
    return _NEGATIVE.search(text) is not None


@lru_cache(2048)
def unknown(text: str) -> bool:
    """Whether a text says that something is not known or was not found."""
    return _UNKNOWN.search(text) is not None


@lru_cache(2048)
def qualified(text: str) -> bool:
    """Whether a text takes back or limits a part of what it says."""
    return _HOWEVER.search(text) is not None


@lru_cache(2048)
def told_apart(text: str) -> bool:
    """Whether a text tells something without saying it: "an earlier version said that …", a question, a rumour."""
    return _TOLD.search(text.strip()) is not None


def reply(text: str) -> int:
    """1 for a text that begins with "yes", -1 for one that begins with "no", else 0."""
    return 1 if _YES.match(text) else -1 if _NO.match(text) else 0
