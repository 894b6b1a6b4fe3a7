"""A pronoun right behind a claim's first phrase, where that names nobody for it: "In 1937, he proposed a bill"."""

from __future__ import annotations

import re

from claimcheck.claims.names import LIKE_A_PRONOUN
from claimcheck.exact import find_dates

_LED = re.compile(
    rf"(?P<said>(?P<lead>[A-Z][^,;:“”\"]{{2,90}}), (?!{LIKE_A_PRONOUN})(?P<pronoun>he|she|it|they|his|her|its|their)\b)(?P<behind>[^,;]*)"
)
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_EMPTY = re.compile(
    r" (?:is|was|has been|would be|will be|remains?|seems?|appears?|became|becomes|took|takes|emerged|turned out)\b"
)
_ADVERB = re.compile(
    r"(?:[A-Z][a-z]+ly|Later|Then|Soon|Once|Instead|Still|First|Second|Third|Afterwards?|Meanwhile|Nevertheless|Today|Also"
    r"|(?:In|At|By|For) (?:the (?:end|beginning|time|first time|process|meantime)|first|last|that (?:time|process|way)|turn|addition))"
)
_DOING = re.compile(
    r"(?!(?:According|Following|During|Regarding|Including|Concerning|Considering|Pending|Depending|Owing|Beginning|Starting)\b)"
    r"(?:(?:By|After|Before|While|When|Since|Without|In|On|Upon|Besides) )?[A-Za-z][a-z]+ing\b"
)
_WHEN = re.compile(
    r"(?:In|On|At|By|Since|Until|During|From|Before|After|Around|Early|Late|Just|the|in|of|a)\b"
)


def led_by_nothing(claim: str) -> str:
    """The pronoun that a claim's first phrase leaves without anybody or anything to stand for; else "".

    That is an adverb, a time, or what is done by whoever the pronoun stands for: who does what "By replacing letters, it …"
    begins with is its subject (control, as in Chomsky 1981), and so is named nowhere.
    """
    match = _led(claim)
    return match["pronoun"] if match else ""


def with_name_led(claim: str, named: str, sentence: str) -> str:
    """ "In 1990, he retired" of a sentence that begins so, with the name that another claim of it has for "he"."""
    match = _led(claim)
    if match is None or match["pronoun"] not in _SUBJECTS or not sentence.startswith(match["said"]):
        return claim
    return f"{match['lead']}, {named}{claim[match.end('said') :]}"


def _led(claim: str) -> re.Match[str] | None:
    match = _LED.match(claim)
    if match is None or (match["pronoun"] == "it" and _EMPTY.match(match["behind"])):
        return None
    lead = match["lead"]
    nobody = _ADVERB.fullmatch(lead) or _DOING.match(lead) or _only_a_time(lead)
    return match if nobody else None


def _only_a_time(lead: str) -> bool:
    """Whether a phrase has nothing but a date: "In March 2012", "On Monday"."""
    rest = lead
    for mention in reversed(find_dates(lead, None)):
        rest = rest[: mention.start] + rest[mention.end :]
    return rest != lead and not _WHEN.sub("", rest).strip(" ’'s")
