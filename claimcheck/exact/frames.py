"""What stands around a figure or a date: a sentence that has the same around another one contradicts it.

"Three days of mourning" beside "seven days of mourning", "became Sultan in July 1970" beside "became Sultan in 1974": few
other words may be common to the two sentences, so that how many are says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from claimcheck.language.calendar import MONTHS
from claimcheck.language.tokens import PARTICLES, Token, tokens_of
from claimcheck.language.verbs import words_of

_ONCE = frozenset(  # what happens once to whom or to what it is said of, by the words' beginnings
    word[:5]
    for word in words_of(
        "born die~ bury~ assassinate~ execute~ behead~ found~ establish~ incorporate~ sign~ ratify~ expire~ abolish~ dissolve~"
        " publish~ premiere~ release~ file~ build~ complete~ demolish~ crown~ inaugurate~ overthrow~ invent~ patent~ become~"
    )
)
_BECOMES = words_of("become~")
_BECOMING = frozenset(word[:5] for word in _BECOMES)
_BREAK = re.compile(
    r"[;:()—“”\"]| [–-] |,? (?:and|but|while|when|where|after|before|because|although|since|until|as|though|if|whose)\b|, "
)
_EDGE = re.compile(
    r"\b(?:before|after|until|till|by|since|from|between|to|through|about|around|circa|c|ca|some|nearly|almost|early|late|than)"
    r"[. ]*(?:the )?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",(?P<name>(?: [A-Z][\w.’'-]*){1,3}),")  # "in Lund, Scania, on 3 May" is one clause
_LINKS = frozenset(["of", "the", "a", "an"])  # between a figure and what it counts: "three days of mourning"
_BACK = frozenset(["he", "she", "it", "they"])
_RELATIVE = frozenset(["which", "who", "that"])
_WHOSE = frozenset(["his", "her", "its", "their", "whose", "this", "these", "those"])
_TITLES = frozenset(
    "president sultan king queen prime minister sir dr mr mrs ms pope emperor senator general chief executive former"
    " singer actor actress author writer band company state media".split()
)
_WHICH = frozenset(  # tells one of several apart
    "first secon third fourt fifth sixth last next new newer newes old older oldes forme other origi previ prese curre main"
    " north south easte weste upper lower younger elder eldes young bigge large small".split()
)
_NO_HEADS = frozenset(
    (*MONTHS, "estimated", "reported")
)  # "an estimated two million", "in January 2019 some 35,000"
_BEFORE = 6  # words before "which" that what it is of is looked for in
_FIRST = 3  # words of a sentence by which it begins with somebody


class Mention(Protocol):
    """A figure or a date at `[start, end)` of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Frame:
    """What stands around a figure or a date in its clause; words by their first five letters."""

    head: str  # the word that says something nearest before it, which is no name: "born" of "born in Lund in 1940"
    tail: str  # what it counts, or what it is of, right behind it: "mourn" of "days of mourning"
    named: frozenset[str]  # the words between a "became" and it: what somebody became
    subject: tuple[Token, ...]  # what stands before its head in the clause
    edge: bool  # whether it is only the edge of a time, or rough: "before 1940", "about 1940"


def frame_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Frame:
    """The frame of the figure or date at `[start, end)`; `mentions` are all of its kind in the text."""
    text = _APPOSED.sub(lambda match: f" {match['name']} ", text)
    begin = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    before = [t for t in _outside(text, mentions) if begin <= t.start < start]
    heads = [t for t in before if not (t.small or t.figure or _names(t) or t.text in _NO_HEADS)]
    head = heads[-1] if heads else None
    reach = head.start if head else start
    return Frame(
        head=head.stem if head else "",
        tail=_tail(text, end, mentions),
        named=frozenset(t.stem for t in before if t.start > reach and not t.small)
        if head and head.text in _BECOMES
        else frozenset(),
        subject=tuple(t for t in before if t.start < reach),
        edge=_EDGE.search(text[max(0, start - 12) : start]) is not None,
    )


def one_event(claim: Frame, held: Frame) -> bool:
    """Whether two dates are each that of the same thing, which happens once; of whom is not looked at."""
    if claim.edge or held.edge or claim.head not in _ONCE or claim.head != held.head:
        return False
    if claim.head in _BECOMING:
        return bool(claim.named) and (claim.named <= held.named or held.named <= claim.named)
    return True


def one_count(claim: Frame, held: Frame) -> bool:
    """Whether two figures of a unit count the same; of whom is not looked at."""
    return claim.head == held.head and claim.tail == held.tail and bool(claim.head or claim.tail)


def one_subject(claim: Frame, held: Frame, said: str, sentence: str, above: str) -> bool:
    """Whether two events may be said of the same: `said` is the claim's text, `above` what stands before the sentence.

    What stands before the head in one of them stands in the other, but for titles; where that is "he", the claim's names
    stand above it; where it is "which", before it; where nothing is there, the sentence begins with one of these.
    """
    told = any(not t.small or t.text in _BACK for t in held.subject)
    subject = held.subject if told else tokens_of(sentence)[:_FIRST]
    relative = [t for t in _small_end(held.subject) if t.text in _RELATIVE]
    if relative:
        before = [t.stem for t in tokens_of(sentence) if t.start < relative[0].start][-_BEFORE:]
        wanted = _said(claim.subject) | _named(claim.subject)
        return bool(before) and before[-1] in wanted and wanted <= set(before)
    if any(t.text in _WHOSE for t in subject) and not _said(subject) & _said(claim.subject):
        return False
    if not _said(held.subject) <= _stems(said) or not _found(claim.subject, _stems(f"{above} {sentence}")):
        return False
    by_name = _named(subject)
    back = not by_name and any(t.text in _BACK or t.text in _WHOSE for t in subject)
    known = back or by_name & _stems(said) or _said(subject) & _said(claim.subject)
    return bool(known) and names_met(claim.subject, sentence, above)


def names_met(names: Iterable[Token], sentence: str, above: str) -> bool:
    """Whether half of the names among these words, at least, stand in the sentence or above it."""
    wanted = _named(names)
    return len(wanted & _stems(f"{above} {sentence}")) * 2 >= len(wanted)


def others_named(held: Frame, said: str) -> bool:
    """Whether a name before its head is none of the claim's."""
    return not _named(held.subject) <= _stems(said)


def _outside(text: str, mentions: Sequence[Mention]) -> list[Token]:
    return [t for t in tokens_of(text) if not any(m.start <= t.start < m.end for m in mentions)]


def _tail(text: str, end: int, mentions: Sequence[Mention]) -> str:
    found = _BREAK.search(text, end)
    stop = found.start() if found else len(text)
    for token in _outside(text, mentions):
        if token.start >= end and token.text not in _LINKS:
            return token.stem if token.start < stop and not token.small else ""
    return ""


def _small_end(subject: Sequence[Token]) -> list[Token]:
    """The small words that a subject ends with."""
    end: list[Token] = []
    for token in reversed(subject):
        if not token.small:
            break
        end.insert(0, token)
    return end


def _names(token: Token) -> bool:
    return token.name or token.text in PARTICLES


def _said(subject: Sequence[Token]) -> frozenset[str]:
    """What a subject says beside names, titles and pronouns."""
    return frozenset(
        t.stem for t in subject if not (t.small or _names(t) or t.text in _TITLES or t.text in _BACK)
    )


def _found(subject: Sequence[Token], held: frozenset[str]) -> bool:
    """Whether what a subject says stands there, but for what only describes it: "the legislative franchise"."""
    told = [t.stem for t in subject if t.stem in _said([t])]
    return not told or (told[-1] in held and all(stem in held or stem not in _WHICH for stem in told))


def _named(subject: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.stem for t in subject if t.name and not t.small and t.text not in _TITLES)


@lru_cache(1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in tokens_of(text))
