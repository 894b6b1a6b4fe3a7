"""The noun phrases of a claim right beside its verb: who did it, and to whom."""

from __future__ import annotations

import re

from claimcheck.language.deeds import ADVERB

_TAIL = re.compile(
    rf"(?:,|\b(?:who|which|that|has|have|had|will|would|did|does|do|is|are|was|were|being|been|be|to|{ADVERB}))\s*$"
)
_OF_WHAT = re.compile(  # "accused Ida Holm of theft", "taught Ida Holm the harp"; "the mayor of Vik" is one
    r"(?P<who>\b[A-Z][\w’'-]+) (?:of|the|an?|his|her|its|their) .*"
    r"| of (?:theft|murder|fraud|treason|bribery|corruption|spying)\b.*|(?<=\w) [$€£]?\d.*"
)
_CLAUSE = re.compile(r"[,;:]|\b(?:that|while|but|when|after|before|because|as|said|says)\b")
_LIES = re.compile(
    r"\b(?:(?:is|are|was|were|lies|lay|stands|became|remains)\b"
    r"|(?:threaten|vow|want|plann?|try|tri|promis|agree|refus|fail|decid|continu|hop|seek|attempt)(?:e?d|e?s|ing)(?: to\b|$))"
)
_STOP = re.compile(
    r"[,;:.](?!\w)|\b(?:in|on|at|for|with|by|to|from|against|over|after|before|during|when|while|because|as|until|since|that(?! of)|whether|of(?= [a-z]+ing\b)|and(?= [a-z]+ed\b))\b"
)
_TO = re.compile(r" (?:to|from|against|over|on|at|with|for) (?P<whom>[^,;:]+)")


def last_phrase(text: str) -> str:
    """The noun phrase at the end of what stands before a verb: "On Sunday, Arsenal, the leaders, who had" → "Arsenal"."""
    text = text.rstrip()
    aside = re.fullmatch(r"(?P<main>.*[^,]), [^,]+,(?: who| which)?", text)
    if aside:
        text = aside["main"]
    while tail := _TAIL.search(text):
        text = text[: tail.start()].rstrip()
    return _LIES.split(_CLAUSE.split(text)[-1])[0]


def phrases_of(text: str) -> list[str]:
    """The noun phrase right behind a verb, and the one behind the "to" or "from" after it."""
    end = _STOP.search(text)
    first = text[: end.start()] if end else text
    more = _TO.match(text[end.start() - 1 :]) if end and end.start() else None
    second = more["whom"] if more else ""
    stop = _STOP.search(second)
    both = (first, second[: stop.start()] if stop else second)
    return [_OF_WHAT.sub(r"\g<who>", phrase) for phrase in both if phrase.strip()]
