"""A draft that is no sentence: a bare name, or words that break off before what they are about to say."""

from __future__ import annotations

import re

from claimcheck.claims.splitting import DOES

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_BREAKS_OFF = re.compile(
    r"\b(?:the|an?|and|or|including|such as|whose|includes?|included|(?P<is>is|are|was|were))[.:]?$"
)
_MAY_END_SO = re.compile(  # "where the mill was", "more than there are"
    r"\b(?:what|where|how|who|which|that|than|as|when|there|whatever|wherever|do|does|did|to)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?P<words>\w+ (?:of|with|by|for|from|to|in|on|at))[.]?$")
_TAKEN_UP = re.compile(  # "Ida Holm followed by a tour" of "Ida Holm studied in Oulu, followed by a tour"
    r"(?P<before>[^,;:]{1,60}?) (?P<verb>followed|accompanied|joined|backed|supported|surrounded|caused|driven|led|headed|hosted|attended)"
    r" (?:by|with)\b"
)
_FINITE = re.compile(rf"\b(?:{DOES}|[a-z]{{2,}}ed)\b")
_ACTIVE = re.compile(rf"\b(?:{DOES}|[a-z]{{2,}}es)\b")
_ACCORDING = (
    re.compile(  # "According to reports from Vyasna, a group in Minsk, on Thursday.", and nothing that is so
        r"According to [^,]*(?:, (?:an?|and|who|which) [^,]*)*(?:, (?:on|in|at|from|by|for) [^,]*)?$"
    )
)
_ONLY_WHO = re.compile(  # "Ada Brown, wife of Omar Haddad, a minister who fled the country."
    r"(?P<before>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+(?:, [^,]*?)+) who [^,]*$"
)
_LED_BY = r"(?:After|Before|During|Since|Until|Despite|Following|Upon|Without|Besides) %s, "
_LEAD = re.compile(r"(?P<word>[A-Z][a-z]+), ")
_NAMES = 4  # words of which each has a capital; more of them may be a headline


def fragment(claim: str, sentence: str) -> bool:
    """Whether a claim says nothing of anything, "Neve Ilan", "The largest brand in the country is", or breaks off in a
    phrase of its sentence.
    """
    text = claim.strip().strip("\"'“”‘’").rstrip()
    cut = _CUT.search(text)
    if cut and re.search(rf"\b{re.escape(cut['words'])} [\"“‘']?\w", sentence):
        return True
    if _taken_up(text, sentence) or _says_nothing(text) or _unled(text, sentence):
        return True
    words = _WORD.findall(text)
    if len(words) <= _NAMES and not any(word[0].islower() for word in words):
        return not any(character.isdigit() for character in text)
    found = _BREAKS_OFF.search(text)
    return found is not None and not (found["is"] and _MAY_END_SO.search(text, 0, found.start()))


def _taken_up(claim: str, sentence: str) -> bool:
    """Whether a claim's only verb is a participle that its sentence has behind a comma, where it is of what went before."""
    found = _TAKEN_UP.match(claim)
    if not found or _ACTIVE.search(found["before"]):
        return False
    return re.search(rf", (?:and )?(?:then |later )?{found['verb']} (?:by|with)\b", sentence) is not None


def _says_nothing(claim: str) -> bool:
    """Whether a claim only names who says so, or whom it would be about."""
    named = _ONLY_WHO.match(claim)
    if named:
        return not _FINITE.search(named["before"])
    source = _ACCORDING.match(claim)
    return source is not None and not _FINITE.search(claim.rpartition(",")[2])


def _unled(claim: str, sentence: str) -> bool:
    """Whether a claim lost what leads its first word: "Landfall, it slowed" of "After landfall, it slowed"."""
    lead = _LEAD.match(claim)
    return lead is not None and re.search(_LED_BY % lead["word"].lower(), sentence) is not None
