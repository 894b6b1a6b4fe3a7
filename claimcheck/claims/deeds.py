"""What a text says was done, by whom and to whom, as far as its form shows: actives, passives, and "a win over"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.verbs import doing, forms, participle

_SAME = (  # verbs of one line say the same of the same sides; symmetric ones such as "met" are of no use here
    "beat defeat thrash trounce rout overcome outscore outplay",
    "kill murder assassinate",
    "arrest detain",
    "attack assault",
    "wound injure",
    "criticise criticize",
    "condemn denounce",
    "endorse back support",
    "appoint nominate",
    "succeed replace",
    "buy acquire purchase",
    "fund finance",
    "expel deport",
    "rescue save",
    "help assist aid",
    "hire employ",
    "dismiss sack",
    "kidnap abduct",
    "seize capture conquer",
    "recognise recognize",
    "exceed surpass outnumber outpace outperform outgrow outsell outrun",
    "cause trigger prompt",
    "overtake",
    "lend loan",
)
_EACH = (
    "sue accuse charge shoot stab invade bomb strike hit threaten blame praise thank oppose elect precede follow lead sell pay tell order hold fire"
    " owe borrow fine sanction ban block acquit convict sentence extradite visit invite host phone send give grant award own found"
    " join leave chase pursue ram warn urge inform advise persuade force bribe blackmail rob poison infect teach coach train"
    " mentor manage represent defend prosecute investigate interview search raid occupy annex liberate reject challenge inherit"
    " influence inspire discover supply export import betray love hate adopt contain include prevent lose"
)
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
_NOMINAL = (  # class, pattern, whether the doer stands behind it
    ("beat", re.compile(r"\b(?:win|wins|won|victory|triumph|prevailed) (?:over|against)\b"), False),
    (
        "beat",
        re.compile(r"\b(?:lost|loses?|losing|loss|defeats?)(?: the [a-z]+)?(?: [\d–-]+)? (?:to|against)\b"),
        True,
    ),
    ("beat", re.compile(r"\bdefeat (?:by|at the hands of)\b"), True),
    ("attack", re.compile(r"(?:\b(?:the|an?)|['’]s?) (?:[a-z]+ )?attacks? (?:on|against)\b"), False),
    ("sue", re.compile(r"\b(?:filed|brought) (?:an? )?(?:law)?suit against\b"), False),
)
_RELATION = re.compile(
    r"\b(?P<rel>(?:[a-z]{2,}er|(?:more|less|fewer) [a-z]+(?: [a-z]+)?) than"
    r"|(?:son|daughter|father|mother|brother-in-law|uncle|aunt|nephew|niece|grandson|granddaughter|subsidiary|capital|owner|suburb"
    r"|part|predecessor|successor|head|parent company|deputy) of"
    r"|(?:north|south|east|west|north-?west|north-?east|south-?west|south-?east|upstream|downstream) of)\b"
)
_WHOM = re.compile(r"(?P<whom>.*?),? (?:whom|which) (?P<doer>[^,]{2,60})$")
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


@dataclass(frozen=True)
class Deed:
    """A verb of a text, what stands on the side of its doer, and on that of whom it is done to; "" where unclear."""

    kind: str
    doer: str
    whom: str


@lru_cache(256)  # a sentence is asked about for each of its claims
def deeds(text: str) -> tuple[Deed, ...]:
    """What a text says was done, with all that stands on either side."""
    found = [_deed(match, text) for match in _verbs(text)]
    for kind, pattern, behind in _NOMINAL:
        for match in pattern.finditer(text):
            sides = text[: match.start()], text[match.end() :]
            found.append(Deed(kind, *(reversed(sides) if behind else sides)))
    found += [Deed(m["rel"], text[: m.start()], text[m.end() :]) for m in _RELATION.finditer(text)]
    return tuple(found)


def _verbs(text: str) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        word, named = match.group(), match.start() and match.group()[0].isupper()
        if not named and not _NOUN.search(text[: match.start()]) and _VERBS[word.lower()] != "lose":
            yield match


def _deed(match: re.Match[str], text: str) -> Deed:
    """What a verb says; without sides where they are unclear: "attacking", "was sued on Monday", "accused of theft"."""
    word = match.group().lower()
    kind = _CLASS[_VERBS[word]]
    before, behind = text[: match.start()], text[match.end() :]
    be = _BE.search(before)
    subject = before[: be.start()] if be else before
    by = (_BY if be else _AT_ONCE_BY).match(behind) if word in _DONE else None
    if by:
        return Deed(kind, *(behind[by.end() :], subject) if subject else _opening(behind[by.end() :]))
    objectless = _OBJECTLESS.match(behind) and not _TO.match(behind)
    whom = _WHOM.match(before)
    if whom and objectless:
        return Deed(kind, whom["doer"], whom["whom"])
    if (be and word in _DONE) or (not be and word in _DOING) or (word in _DONE and objectless):
        return Deed(kind, "", "")
    return Deed(kind, subject, behind)


def _opening(text: str) -> tuple[str, str]:
    """Who did it and to whom, of "Sued by A in May, B …"."""
    doer, _, whom = text.partition(",")
    return doer, whom


def told(claim: str) -> Iterator[tuple[Deed, str]]:
    """What a claim says was done, with the noun phrases right beside it as its sides."""
    for deed in deeds(claim):
        if not (deed.doer and deed.whom):
            continue
        behind = claim.endswith(deed.whom)
        doer, whom = (deed.doer, deed.whom) if behind else (deed.whom, deed.doer)
        left, right = _last_phrase(doer), _phrases(whom)
        for phrase in right:
            yield Deed(deed.kind, *((left, phrase) if behind else (phrase, left))), _word(deed, claim)


def _last_phrase(text: str) -> str:
    """The noun phrase at the end of what stands before a verb: "On Sunday, Arsenal, the leaders, who had" → "Arsenal"."""
    text = text.rstrip()
    aside = re.fullmatch(r"(?P<main>.*[^,]), [^,]+,(?: who| which)?", text)
    if aside:
        text = aside["main"]
    while tail := _TAIL.search(text):
        text = text[: tail.start()].rstrip()
    return _LIES.split(_CLAUSE.split(text)[-1])[0]


def _phrases(text: str) -> list[str]:
    """The noun phrase right behind a verb, and the one behind the "to" or "from" after it."""
    end = _STOP.search(text)
    first = text[: end.start()] if end else text
    more = _TO.match(text[end.start() - 1 :]) if end and end.start() else None
    second = more["whom"] if more else ""
    stop = _STOP.search(second)
    both = (first, second[: stop.start()] if stop else second)
    return [_OF_WHAT.sub(r"\g<who>", phrase) for phrase in both if phrase.strip()]


def _word(deed: Deed, claim: str) -> str:
    return next(
        (m.group() for m in _WORD.finditer(claim) if _CLASS[_VERBS[m.group().lower()]] == deed.kind),
        deed.kind,
    )
