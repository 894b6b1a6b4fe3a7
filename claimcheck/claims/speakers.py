"""Whose words a sentence gives, as far as its form shows: "X said …", "According to X, …" and "…, X said."."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.claims.lexicon import SAYS
from claimcheck.language.negation import NOT

_MARK = r"|[\"“]"  # as a quotation mark does, which tells of whoever stands before it and nobody behind
_SPEECH = re.compile(  # finite forms: "the accused", "two suspects" and "the alleged thief" are nobody's words
    rf"\b(?:{SAYS}|saying|t(?:old|ells?)|according to|explain(?:ed|s)|wrote|tweeted|asked|suggesting|not(?:ed|es)|emphasi[sz](?:ed|es|ing)|declar(?:ed|es)|believes|believed that"
    r"|(?<!the )(?<!an )accused|accuses|alleges|alleged that|suspects? that|predict(?:s|ed that)|testif(?:ies|ied)|admitted"
    r"|acknowledged|concluded|revealed)\b" + _MARK,
    re.IGNORECASE,
)
_WHO = (
    r"(?P<who>(?!(?:He|She|It|They|We|I|You|This|That|These|Those|There|One|Some|Many|Others|What|Who|While|And|So|But|After"
    r"|Before|When|As|If|Since|Because|Although|Though|In|On|At|By|For|From|With|No|Nobody|None|Neither|Few|Let|Once)\b)"
    r"[A-Z][^,;:()“”\"]{1,59}?)"
)
UNSAID = re.compile(
    rf"\b(?:{NOT}|nobody|none|few|falsely|wrongly|incorrectly|is|are|was|were|been|being|to (?:have|be))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""In "Officials have not" or "Mayor Ortiz was" before a verb of speech: they do not say what follows."""

_NAMELESS = re.compile(
    r"\b(?:when|after|before|while|that|who|which|alleged(?:ly)?|reportedly|him(?:self)?|her(?:self)?|them(?:selves)?"
    r"|his|its|their)\b|\band$",
    re.IGNORECASE,
)
_THING = re.compile(  # what has words and says nothing: not who "said that" it is so
    r"\b(?:texts?|research|reports?|stud(?:y|ies)|data|figures|statistics|hypothes[ie]s|theory|filings?|videos?|photos?|polls?|surveys?"
    r"|census|estimates?|legends?|tradition|rules|laws?|plans?|schedules?|posts?|records?|documents?|papers|books?|films?|websites?)\b"
)
_OURS = re.compile(r"[\"“][^\"“”]*\b(?:we|our|ours|us|I|my)\b[^\"“”]*[\"”]?", re.IGNORECASE)
SAID = 4  # words of what somebody says, at least
_DAY = re.compile(r" (?:on|last|this|yesterday|today)\b.*")
_BARELY = r"sa(?:id|ys?)|believes?|alleges|insist(?:ed|s)|testified"  # may go without "that"
_THAT = (
    r"stated|claim(?:ed|s)?|announced|added|reported|confirmed|warned|argued|alleged|believed|suspects?|predict(?:ed|s)"
    r"|concluded|acknowledged|admitted|revealed"
)
_WORDS = r"(?P<what>[^“”\"]{15,})"
_FORMS = (
    re.compile(
        rf"{_WHO}(?: (?:also|further|later|then|has|have|had|[a-z]+ly))? (?:(?:{_BARELY}|{_THAT})(?: on [A-Z]\w+)? that|{_BARELY})"
        rf" (?!(?:in|on|at|to|of|goodbye|so|nothing|no|not|yes)\b){_WORDS}"
    ),
    re.compile(rf"According to (?P<who>[^,;:()“”\"]{{2,60}}), {_WORDS}"),
    re.compile(rf"{_WORDS}, according to (?P<who>[^,;:()“”\"]{{2,60}})[.]"),
    re.compile(rf"{_WORDS}, {_WHO} (?:said|says?)[.]"),
)
_OWN = re.compile(r";|\b(?:but|while|although|though|whereas)\b")  # what goes on here may be the writer's own


@lru_cache(256)  # a sentence is asked about for each of its claims
def anybody_speaks(text: str) -> bool:
    """Whether a text has a verb of speech or a quotation mark."""
    return _SPEECH.search(text) is not None


@lru_cache(256)
def speaker_of(sentence: str) -> str:
    """Who says all that a sentence says besides; "" where its form shows nobody."""
    text = " ".join(sentence.split())
    for form in _FORMS:
        match = form.fullmatch(text)
        if match and not _OWN.search(match["what"]):
            who = _DAY.sub("", match["who"])
            return "" if any(found.search(who) for found in (UNSAID, _NAMELESS, _THING)) else who
    return ""


def quoted_as_a_fact(claim: str, sentence: str) -> bool:
    """Whether a sentence is nothing but what somebody says of themselves, "We have the right …", and a claim states it."""
    return _OURS.fullmatch(sentence.strip()) is not None and not anybody_speaks(claim)


def said_by(speaker: str, sentence: str) -> str:
    """What stands behind a speaker and their verb of speech; "" where they do not stand so, or say little there."""
    last = re.escape(speaker.split()[-1])
    match = re.search(
        rf"(?<!\w){last}(?!\w)(?: [a-z]+ly)? (?:{_SPEECH.pattern})(?P<what>.*)",
        sentence,
        re.IGNORECASE | re.DOTALL,
    )
    return match["what"] if match and len(match["what"].split()) >= SAID else ""


def heard(speaker: str, sentence: str) -> bool:
    """Whether somebody stands beside a verb of speech, or a pronoun that may mean them begins the sentence.

    "Ida Holm visited Vik, a spokesman said" has nothing that she says.
    """
    if re.match(r"(?:He|She|They|It)\b", sentence):
        return True
    last = re.escape(speaker.split()[-1])
    before = rf"(?<!\w){last}(?!\w)(?:[’']s [a-z]+)?(?:, [^,]*,)?(?: (?!(?:is|are|was|were|been|being)\b)[^\s,;:]+){{0,3}}? (?:{_SPEECH.pattern})"
    after = rf"(?:{_SPEECH.pattern.removesuffix(_MARK)}) (?:[^\s,;:]+ ){{0,5}}{last}(?!\w)"
    return bool(re.search(before, sentence, re.IGNORECASE) or re.search(after, sentence, re.IGNORECASE))
