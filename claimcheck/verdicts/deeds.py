"""Who plainly did what to whom: by the verbs of a table, by comparisons, and by "from … to".

Only where both names stand at the verb itself: English has more ways to say it than are told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.verdicts.demonyms import stem_of
from claimcheck.verdicts.tokens import Token, forms, tokens_of

_DOES = """
beat~ beaten defeat~ thrash~ crush~ edge~ overcome~ overcame outplay~ eliminate~ rout~
lose~ lost
win~ won
invade~ attack~ bomb~ bombard~ shell~ raid~
occupy~ annex~ conquer~ colonise~ colonize~ liberate~
acquire~ buy~ bought purchase~
kill~ murder~ assassinate~
stab~ shoot~ shot
arrest~ detain~
accuse~ blame~
criticise~ criticize~ condemn~ denounce~
endorse~ back~ support~
defend~ protect~
help~ assist~
rescue~ save~
overtake~ overtook overtaken surpass~ exceed~ outnumber~ outsell~ outsold outscore~ outperform~
succeed~ replace~
precede~
teach~ taught mentor~ coach~ train~
inspire~ influence~
appoint~ hire~
dismiss~ sack~
overthrow~ overthrew overthrown oust~ depose~ topple~
fund~ finance~
recognise~ recognize~
sue~
own~
praise~
thank~
insult~
threaten~
warn~
sanction~
betray~
visit~
invite~
follow~
hit~
pay~ paid
poison~
"""
_WITH = {"lose": ("to",), "win": ("against", "over")}  # verbs that reach the other name by a word
_SEEN_FROM_THERE = {"lose": "beat", "precede": "succeed"}  # the other name's side of a deed
_LIKE = {"win": "beat"}
_MORE = re.compile(r"\w{3,}er|more|less|fewer|worse")
_WHERE = frozenset("north south east west northeast northwest southeast southwest ahead".split())
_LINKS = frozenset(
    "of in at by for from to with against between over under about near like and or but".split()
)
_BE = frozenset("is are was were be been being get gets got getting".split())
_HELPS = frozenset("has have had will would also then later once again first finally s".split())
_PEOPLE = frozenset(
    "troops forces army soldiers military fighters authorities government officials police".split()
)
_SMALL = (
    _LINKS
    | _BE
    | _HELPS
    | frozenset("the a an it its that this those these than as far much do does did".split())
)
_PARTING = frozenset("and but in while whereas".split())
_FAR = 3  # words that may stand between a verb and the name it reaches


@dataclass(frozen=True)
class Deed:
    """What was done, and the stems of who did it and of whom it was done to."""

    what: str
    who: frozenset[str]
    whom: frozenset[str]

    @property
    def doer(self) -> frozenset[str]:
        """What names who did it, and not the other: "City" of Manchester City, beside Manchester United."""
        return self.who - self.whom

    @property
    def done_to(self) -> frozenset[str]:
        """What names whom it was done to, and not the other."""
        return self.whom - self.who


@lru_cache(1024)
def deeds(text: str) -> tuple[Deed, ...]:
    """What a text plainly says of two names."""
    words = tokens_of(text)
    found = [deed for place in range(len(words)) for deed in _at(words, place)]
    return tuple(deed for deed in found if deed.doer and deed.done_to)


def _verbs() -> dict[str, str]:
    """Form → the first word of the verbs that say the same."""
    found: dict[str, str] = {}
    for like in _DOES.strip().splitlines():
        found |= dict.fromkeys(forms(like), like.split()[0].rstrip("~"))
    return found


_VERBS = _verbs()


def _at(words: Sequence[Token], place: int) -> Iterator[Deed]:
    word = words[place]
    if word.text in _VERBS and not word.capital:
        yield from _by_verb(words, place)
    elif _MORE.fullmatch(word.text):
        than = next((n for n in range(place + 1, min(place + 5, len(words))) if words[n].text == "than"), 0)
        yield from _by_comparison(words, place, than)
    elif word.text in _WHERE and place + 1 < len(words) and words[place + 1].text == "of":
        yield from _by_comparison(words, place, place + 1)
    elif word.text == "from":
        yield from _by_way(words, place)


def _by_verb(words: Sequence[Token], place: int) -> Iterator[Deed]:
    """Of "A has beaten B" and "B was beaten by A"; of no other passive."""
    verb = _VERBS[words[place].text]
    first, passive = _doer(words, place)
    after = next((n for n in range(place + 1, len(words)) if not words[n].figure), place)
    by_them = words[after].text == "by"
    if passive and not by_them:
        return
    last = _run(words, after + 1) if by_them else _reached(words, place + 1, _WITH.get(verb, ()))
    turned = by_them is not (verb in _SEEN_FROM_THERE)
    who, whom = (last, first) if turned else (first, last)
    what = _SEEN_FROM_THERE.get(verb, _LIKE.get(verb, verb))
    if who and whom:
        yield Deed(what, who, whom)


def _doer(words: Sequence[Token], place: int) -> tuple[frozenset[str], bool]:
    """The name before a verb, and whether a form of "be" makes the verb passive."""
    passive, now = False, place
    while now > 0 and _lets_through(words[now]) and _helps(words[now - 1]):
        now -= 1
        passive = passive or words[now].text in _BE
    end = now
    while now > 0 and _lets_through(words[now]) and words[now - 1].name:
        now -= 1
    linked = now > 0 and words[now - 1].text in _LINKS and _lets_through(words[now])
    passive = passive and not words[place].text.endswith("ing")
    return frozenset() if linked else stems_of_names(words[now:end]), passive


def _helps(word: Token) -> bool:
    return not word.capital and (word.text in _HELPS | _BE | _PEOPLE or word.text.endswith("ly"))


def _lets_through(word: Token) -> bool:
    """Whether nothing but a space, or the mark of a possessive, parts a word from the one before."""
    return word.gap.strip() in {"", "'", "’", "-"}


def _reached(words: Sequence[Token], start: int, by: Sequence[str]) -> frozenset[str]:
    """The name that a verb reaches, by one of these words if there are any."""
    met, far = not by, 0
    for place in range(start, len(words)):
        word = words[place]
        if not word.figure and not _lets_through(word):
            break
        if met and word.name:
            return _run(words, place)
        far += not word.figure
        if word.text in by:
            met = True
        elif word.text in _LINKS or far > _FAR:
            break
    return frozenset()


def _run(words: Sequence[Token], start: int) -> frozenset[str]:
    """The name that begins here, or after an article."""
    start += start < len(words) and words[start].text in {"the", "a", "an"} and not words[start].capital
    end = start
    while end < len(words) and words[end].name and (end == start or _lets_through(words[end])):
        end += 1
    return stems_of_names(words[start:end])


def _by_comparison(words: Sequence[Token], place: int, than: int) -> Iterator[Deed]:
    """Of "A has more X than B" and "A is north of B", what stands before and behind in the clause."""
    if not than:
        return
    first, last = place, than + 1
    while first > 0 and not _parts(words[first]):
        first -= 1
    while last < len(words) and not _parts(words[last]):
        last += 1
    what = " ".join(word.stem for word in words[place:than])
    yield Deed(what, stems_of_names(words[first:place]), stems_of_names(words[than + 1 : last]))


def _parts(word: Token) -> bool:
    """Whether another clause begins here."""
    return any(mark in word.gap for mark in ",;:()—–") or word.text in _PARTING


def _by_way(words: Sequence[Token], place: int) -> Iterator[Deed]:
    """Of "from A to B"."""
    to = next((n for n in range(place + 1, min(place + 6, len(words))) if words[n].text == "to"), 0)
    ends = words[place + 1 : to], words[to + 1 : to + 2]
    if to and all(end and (end[0].name or end[0].figure) for end in ends) and words[to].gap.isspace():
        first = _run(words, place + 1) or frozenset({words[place + 1].text})
        last = _run(words, to + 1) or frozenset({words[to + 1].text})
        yield Deed("from", first, last)


def stems_of_names(words: Sequence[Token]) -> frozenset[str]:
    """The stems of the words that say something, figures left out."""
    return frozenset(stem_of(word.text) for word in words if word.text not in _SMALL and not word.figure)
