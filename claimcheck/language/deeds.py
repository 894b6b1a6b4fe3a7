"""What a text says was done, by whom and to whom, as far as its form shows: actives, passives, and "a win over"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.language.verbs import doing, forms, participle

_SAME = (  # verbs of one line say the same of the same sides; symmetric ones such as "met" are of no use here
    "beat defeat thrash trounce rout crush edge overcome outscore outplay eliminate",
    "kill murder assassinate",
    "arrest detain",
    "attack assault",
    "bomb bombard shell",
    "wound injure",
    "criticise criticize",
    "condemn denounce",
    "endorse back support",
    "defend protect",
    "appoint nominate",
    "succeed replace",
    "buy acquire purchase",
    "fund finance",
    "expel deport",
    "rescue save",
    "help assist aid",
    "hire employ",
    "dismiss sack",
    "overthrow oust depose topple",
    "kidnap abduct",
    "seize capture conquer",
    "colonise colonize",
    "recognise recognize",
    "exceed surpass overtake outnumber outpace outperform outgrow outsell outrun",
    "cause trigger prompt",
    "lend loan",
)
_EACH = (
    "sue accuse blame charge shoot stab invade strike hit threaten praise thank insult oppose elect precede follow lead sell pay tell"
    " order hold fire owe borrow fine sanction ban block acquit convict sentence extradite visit invite host phone send give grant award"
    " own found join leave chase pursue ram warn urge inform advise persuade force bribe blackmail rob poison infect teach coach train"
    " mentor manage represent prosecute investigate interview search raid occupy annex liberate reject challenge inherit influence"
    " inspire discover supply export import betray love hate adopt contain include prevent"
)
_OTHER_SIDE = {"precede": "succeed"}  # what is said of the same two the other way round
_CLASS = {verb: line.split()[0] for line in _SAME for verb in line.split()} | {
    verb: verb for verb in _EACH.split()
}
_VERBS = {form: verb for verb in _CLASS for form in forms(verb)}
_DOING = frozenset(map(doing, _CLASS))
_DONE = frozenset(map(participle, _CLASS))
_WORD = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(_VERBS, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE
)
ADVERB = (
    r"(?:also|later|then|once|twice|first|never|not|narrowly|again|just|already|since|reportedly|[a-z]+ly)"
)
_BE = re.compile(rf"\b(?:is|are|was|were|be|been|being|gets?|got)(?:n['’]t)?(?: {ADVERB})* $", re.IGNORECASE)
_NOUN = re.compile(  # "the attack", "Israel's strikes", "of support"
    r"(?:\b(?:the|an?|his|her|its|their|this|these|those|no|any|more|two|some|of|in|for|with|on|from|into|by)|['’]s|s['’]) $",
    re.IGNORECASE,
)
_BY = re.compile(r"(?: (?!and\b|but\b|who\b|which\b|that\b)[^\s,;:]+){0,6}? by (?!\d)")
_AT_ONCE_BY = re.compile(
    r"(?: (?:[\d–-]+|(?:in|on|as) \S+|there|again|[a-z]+ly))* by (?!\d)"
)  # "beat a team coached by"
_OBJECTLESS = re.compile(
    r"\s*(?:$|[.,;:)]|(?:of|in|on|at|for|with|from|to|after|before|over|during|as|and|that(?! of))\b)"
)
_NOMINAL = (  # kind, pattern, whether the doer stands behind it
    (
        "beat",
        re.compile(r"\b(?:win|wins|won|victory|triumph|prevailed)(?: [\d–-]+)? (?:over|against)\b"),
        False,
    ),
    (
        "beat",
        re.compile(r"\b(?:lost|loses?|losing|loss|defeats?)(?: the [a-z]+)?(?: [\d–-]+)? (?:to|against)\b"),
        True,
    ),
    ("beat", re.compile(r"\bdefeat (?:by|at the hands of)\b"), True),
    ("attack", re.compile(r"(?:\b(?:the|an?)|['’]s?) (?:[a-z]+ )?attacks? (?:on|against)\b"), False),
    ("sue", re.compile(r"\b(?:filed|brought) (?:an? )?(?:law)?suit against\b"), False),
)
_MORE = r"(?:[a-z]{2,}er|more|less|worse)"
_RELATION = re.compile(
    rf"\b(?P<rel>{_MORE}(?: (?!{_MORE}\b)[\w-]+){{0,3}} than"
    r"|(?:son|daughter|father|mother|brother-in-law|uncle|aunt|nephew|niece|grandson|granddaughter|subsidiary|capital|owner|suburb"
    r"|part|predecessor|successor|head|parent company|deputy) of"
    r"|(?:north|south|east|west|north-?west|north-?east|south-?west|south-?east|upstream|downstream|ahead) of)\b"
)
_THEIR = re.compile(  # "Johnson's advice to the Queen"; wins and attacks are told above
    r"(?P<whose>\b(?:(?:[Tt]he|[Aa]n?) )?(?:[A-Z][\w.-]+ )*[\w.-]+)['’]s?(?P<rel> (?:[a-z]+ )?(?!(?:wins?|victory|triumph|loss|defeats?|attacks?|(?:law)?suit)\b)[a-z]+ (?:to|against|from|for|on|over|with|about|towards?) )(?!\d)"
)
_FROM_TO = re.compile(r"\bfrom (?P<start>\S+(?: [^\s,;]+){0,2}?) to (?P<end>[^\s,;]+(?: [A-Z][\w-]+)?)")
_TO_FROM = re.compile(
    r"\bto (?P<end>[^\s,;]+(?: [A-Z][\w-]+)?)(?: in [A-Z]\w+)? from (?P<start>[^\s,;]+(?: [A-Z][\w-]+)?)"
)
_WHOM = re.compile(r"(?P<whom>.*?),? (?:whom|which) (?P<doer>[^,]{2,60})$")
_REACHES = re.compile(r" (?:to|from|against|over|on|at|with|for) [^,;:]")


@dataclass(frozen=True)
class Deed:
    """A verb of a text, all that stands on the side of its doer and on that of whom it is done to; "" where unclear."""

    kind: str
    word: str  # as it stands in the text
    doer: str = ""
    whom: str = ""
    passive: bool = False  # whom it is done to stands first, then the doer
    verb: bool = True  # and not "older than" or "daughter of"


@lru_cache(1024)  # a text is held beside one after another
def deeds(text: str) -> tuple[Deed, ...]:
    """What a text says was done, with all that stands on either side."""
    found = [_deed(match, text) for match in _verbs(text)]
    for kind, pattern, passive in _NOMINAL:
        for match in pattern.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            sides = (after, before) if passive else (before, after)
            found.append(Deed(kind, match.group(), *sides, passive=passive))
    for match in _RELATION.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        found.append(Deed(match["rel"], match["rel"], before, after, verb=False))
    for match in _THEIR.finditer(text):
        told = match["rel"]
        found.append(Deed(told, told.strip(), match["whose"], text[match.end() :], verb=False))
    return tuple(found)


def ways(text: str) -> list[tuple[str, str]]:
    """Each start and end: "from 2 to 5", and "to 5 from 2"."""
    return [(one["start"], one["end"]) for pattern in (_FROM_TO, _TO_FROM) for one in pattern.finditer(text)]


def _verbs(text: str) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        named = match.start() and match.group()[0].isupper()
        if not named and not _NOUN.search(text[: match.start()]):
            yield match


def _deed(match: re.Match[str], text: str) -> Deed:
    deed = _as_said(match, text)
    other = _OTHER_SIDE.get(deed.kind)
    return Deed(other, deed.word, deed.whom, deed.doer, not deed.passive) if other else deed


def _as_said(match: re.Match[str], text: str) -> Deed:
    """What a verb says; without sides where they are unclear: "attacking", "was sued on Monday", "accused of theft"."""
    word = match.group().lower()
    kind = _CLASS[_VERBS[word]]
    before, behind = text[: match.start()], text[match.end() :]
    be = _BE.search(before)
    subject = before[: be.start()] if be else before
    by = (_BY if be else _AT_ONCE_BY).match(behind) if word in _DONE else None
    if by and subject:
        return Deed(kind, word, behind[by.end() :], subject, passive=True)
    if by:
        return Deed(kind, word, *_opening(behind[by.end() :]))
    objectless = _OBJECTLESS.match(behind) and not _REACHES.match(behind)
    whom = _WHOM.match(before)
    if whom and objectless:
        return Deed(kind, word, whom["doer"], whom["whom"], passive=True)
    if (be and word in _DONE) or (not be and word in _DOING) or (word in _DONE and objectless):
        return Deed(kind, word)
    return Deed(kind, word, subject, behind)


def _opening(text: str) -> tuple[str, str]:
    """Who did it and to whom, of "Sued by A in May, B …"."""
    doer, _, whom = text.partition(",")
    return doer, whom
