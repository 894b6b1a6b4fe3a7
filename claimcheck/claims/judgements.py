"""What is worded as a judgement or an open forecast, and what only has such a word in a name or in somebody's mouth."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import SAYS

_DISASTER = (
    r"(?:(?:wild|bush|forest )?fires?|floods?|flooding|storms?|hurricanes?|cyclones?|earthquakes?|droughts?|famines?|heat ?waves?"
    r"|accidents?|crash(?:es)?|collisions?|disasters?|explosions?|outbreaks?|epidemics?|attacks?|massacres?|shootings?)"
)
_SUPERLATIVE = (  # "Best Picture" is a name, and "the worst storm since 1987" can be looked up
    r"(?-i:best|worst)(?![- ](?:known|selling|seller|remembered|paid|hit|affected|of (?:three|five|seven|nine))\b)"
    r"(?![^.;]*\b(?:since|in (?:\w+ )?(?:\w+ )?(?:years|decades|history)|on record|ever recorded)\b)"
    rf"(?! (?:[a-z]+ )?{_DISASTER}\b)"
)
_OPINION = re.compile(
    rf"\b(?:beautiful|sad|shameful|brilliant|{_SUPERLATIVE}|should|ought to|remarkable|disappointing|hopefully"
    r"|arguably|wonderful|terrible|disgraceful|unfortunately|fortunately"
    r"|shar(?:e[sd]?|ing) (?:a |the )?(?:similar|same|common) (?:vision|outlook|spirit)|t(?:ook|akes?|aking) an? (?:\w+ )?(?:dig|swipe|jab) at)\b"
    r"|\b(?:will|would|may|might|could)\b.*\bin (?:the (?:near |coming )?)?future\b",  # a forecast without a day
    re.IGNORECASE | re.DOTALL,
)
_SAYS = (
    rf"(?:{SAYS}|wrote|tweeted|agree[sd]"
    r"|ruled|rules|found|finds|recommend(?:ed|s)|order(?:ed|s)|decid(?:ed|es)|conclud(?:ed|es)|propos(?:ed|es)|demand(?:ed|s)|asked)"
)
_HOLDS = re.compile(
    rf"According to \S|(?!(?:I|We|You)\b)\S[^;:]*? (?:{_SAYS}|told|tells|call(?:ed|s)|believe[sd]?|urge[sd])\b"
)
_HELD = re.compile(rf", (?!(?:I|we|you)\b)(?:according to \S|[^,]+ {_SAYS}[.]?$)")
_REGRET = re.compile(
    r"(?:Unf|F)ortunately(?: for [^,]+)?, (?=.+[A-Z\d])"
)  # a fact that is regretted stays one
_ADVERB = re.compile(r"(?:[A-Z][a-z]+ly|Should)\b")


def opinion(claim: str) -> bool:
    """Whether a claim is worded as a judgement or an open forecast, which no reference can settle.

    That somebody judges so, as in "Ana Duarte called it the best", is a fact.
    """
    regret = _REGRET.match(claim)
    found = _OPINION.finditer(claim, regret.end() if regret else 0)
    match = next((one for one in found if not _in_name(one, claim)), None)
    if match is None:
        return False
    return not (_HOLDS.match(claim[: match.start()]) or _HELD.search(claim[match.end() :]))


def _in_name(match: re.Match[str], claim: str) -> bool:
    """Whether the word is of a name, such as "The Sad Cafe", "Ivan the Terrible" or "Wonderful Pistachios"."""
    if not match.group()[0].isupper():
        return False
    if match.start():
        return claim[match.start() - 1] == " "
    return not _ADVERB.match(claim) and re.match(r" [A-Z][a-z]", claim[match.end() :]) is not None
