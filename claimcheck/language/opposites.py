"""Words that say the opposite of one another, and where one text has the one and another text the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from claimcheck.language.tokens import Token, tokens_of
from claimcheck.language.verbs import words_of


class Kind(Enum):
    """What decides whether two opposites, said by two texts, are against each other."""

    PLAIN = "nothing else"
    CONVERSE = "who is on which side"  # "A beat B" is "B lost to A"
    RELATION = "what stands behind"  # "A before B" is "B after A"


# "~" stands for all forms of the word before it, "_" for a space
_PLAIN = """
rise~ increase~ grow~ growth climb~ raise~ lift~ hike~ soar~ surge~ jump~ double~ triple~ up upward
| fall~ decrease~ decline~ drop~ dip~ plunge~ plummet~ slump~ shrink~ lower~ reduce~ cut~ slash~ slow~ ease~ halve~ down downward
gain~ add~ | lose~ shed~
open~ reopen~ inaugurate~ | close~ shut~ closure
begin~ start~ commence~ launch~ | end~ finish~ conclude~ stop~ halt~ cease~ expire~
enter~ arrive~ arrival landed landing | exit~ depart~ departure leave~
born | die~ death
survive~ survivor~ alive | die~ perish~ killed dead death~
hire~ appoint~ recruit~ employ~ | fire~ dismiss~ sack~
expand~ widen~ enlarge~ | contract~ narrow~ shrink~
strengthen~ | weaken~
improve~ | worsen~ deteriorate~
accelerate~ | slow~
tighten~ | ease~ relax~ loosen~
upgrade~ | downgrade~
allow~ permit~ legalise~ legalize~ authorise~ authorize~ | ban~ forbid~ prohibit~ outlaw~ bar~
approve~ approval accept~ adopt~ pass~ ratify~ sign~ | reject~ rejection refuse~ veto~ block~ defeat~ strike_down struck_down
support~ back~ endorse~ favour~ favor~ voted_for | oppose~ opposition_to condemn~ voted_against
confirm~ | deny~
agree~ | disagree~ refuse~
acquit~ acquittal exonerate~ clear~ innocent | convict~ conviction guilty
uphold~ | overturn~ quash~
legal legally lawful | illegal illegally unlawful
constitutional | unconstitutional
successful successfully succeed~ | unsuccessful unsuccessfully fail~
safe | unsafe dangerous
likely | unlikely
positive positively | negative negatively
highest maximum record_high | lowest minimum record_low
most | fewest least
largest biggest greatest | smallest tiniest
longest tallest | shortest
oldest eldest | youngest newest
earliest | latest
fastest | slowest
strongest | weakest
richest wealthiest | poorest
hottest warmest | coldest coolest
best | worst
first | last
majority | minority
surplus~ | deficit~
profit~ | loss losses
male man men boy~ | female woman women girl~
summer | winter
morning | evening afternoon night
early | late
rural | urban
public | private
domestic | foreign
"""
_CONVERSE = """
win~ beat beats victory | lose~ defeat_to defeat_by
buy~ purchase~ acquire~ | sell~
lend~ | borrow~
import~ | export~
higher | lower
larger bigger greater | smaller
longer taller | shorter
older elder | younger
faster quicker | slower
stronger | weaker
richer wealthier | poorer
hotter warmer | colder cooler
better | worse
heavier | lighter
father | mother
son | daughter
brother | sister
husband | wife
more | less fewer
"""
_RELATION = """
join~ | leave~ quit~
before prior_to | after following
above | below
ahead | behind
north northern | south southern
east eastern | west western
northeast northeastern | southwest southwestern
northwest northwestern | southeast southeastern
"""


@dataclass(frozen=True)
class Pair:
    """The words of one side and of the other."""

    sides: tuple[frozenset[str], frozenset[str]]
    kind: Kind

    @property
    def either(self) -> frozenset[str]:
        """The words of both sides."""
        return self.sides[0] | self.sides[1]


def _pairs(table: str, kind: Kind) -> Iterator[Pair]:
    for line in table.replace("\n|", " |").strip().splitlines():
        one, other = line.split("|")
        yield Pair((words_of(one), words_of(other)), kind)


_PAIRS = (
    *_pairs(_PLAIN, Kind.PLAIN),
    *_pairs(_CONVERSE, Kind.CONVERSE),
    *_pairs(_RELATION, Kind.RELATION),
)
Words = Sequence[Token]
_TIMES = words_of("year~ month~ week~ night~ day~ decade~ season~ spring summer autumn winter")
_BY_HOW_MUCH = frozenset(
    "to from about around nearly almost some over more just roughly only another half".split()
)


@dataclass(frozen=True)
class Opposed:
    """A pair of opposites of which a text has one side alone and another text the other, each by its places."""

    pair: Pair
    meant: frozenset[str]  # the words that say what the first text says
    own: tuple[int, ...]
    other: tuple[int, ...]


@lru_cache(2048)
def opposed(text: str, other: str) -> tuple[Opposed, ...]:
    """Where a text has a word of one side alone, and the other text one of the other side alone."""
    found = []
    for pair, side in _one_sided(text):
        said, held = directed(text), directed(other)
        meant, against = pair.sides[side], pair.sides[1 - side]
        if meant.isdisjoint(held) and not against.isdisjoint(held):
            found.append(Opposed(pair, meant, _places(said, meant), _places(held, against)))
    return tuple(found)


@lru_cache(1024)
def _one_sided(text: str) -> tuple[tuple[Pair, int], ...]:
    """The pairs of which a text has words of one side alone, and the number of that side."""
    said = directed(text)
    met = ((pair, [not side.isdisjoint(said) for side in pair.sides]) for pair in _PAIRS)
    return tuple((pair, here.index(True)) for pair, here in met if any(here) and not all(here))


def _places(text: dict[str, list[int]], words: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted(place for word in words for place in text.get(word, ())))


@lru_cache(2048)
def directed(text: str) -> dict[str, list[int]]:
    """Word, or two joined by "_", → the places where it can say which way."""
    words = tokens_of(text)
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if place:
            found.setdefault(f"{words[place - 1].text}_{word.text}", []).append(place)
        if not _idle(words, place):
            found.setdefault(word.text, []).append(place)
    return found


def _idle(words: tuple[Token, ...], place: int) -> bool:
    """Whether a word here hardly says which way: "set up", "grew up", "last year", "in fall 2016", "cut-off"."""
    word = words[place].text
    before, after = words[:place][-1:], words[place + 1 : place + 2]
    if any(one.gap == "-" for one in (words[place], *after)):
        return True
    if word in {"up", "down"}:  # "down by 5", and not "shot down by rebels"
        by = any(one.text == "by" for one in after)
        amount = words[place + 2 : place + 3] if by else after
        return not any(one.figure or one.text in _BY_HOW_MUCH for one in amount)
    if word == "last":
        return any(one.figure or one.text in _TIMES for one in after)
    if word == "fall":
        return any(one.text in {"in", "the", "this", "last"} for one in before)
    return word in {"grow", "grows", "grew", "grown", "growing"} and any(one.text == "up" for one in after)


def in_its_place(kind: Kind, said: Words, own: int, held: Words, other: int) -> bool:
    """Whether of two opposites, each at its place in a text, the one stands where the other does: next to the same
    word, on either side; and nothing that decides who is meant has changed sides.
    """
    before = _nearest(said[:own][::-1]), _nearest(held[:other][::-1])
    behind = _nearest(said[own + 1 :]), _nearest(held[other + 1 :])
    beside = [behind] if kind is Kind.RELATION else [before, behind]
    if behind[0] != behind[1] and all(word[:1].isdigit() for word in behind):
        return False  # it began on another day than it ended, so that both may be so
    if kind is Kind.CONVERSE:
        about, than = _crossed(said, own, held, other), _crossed(said, _than(said), held, _than(held))
        if about or than:
            return False
    if kind is Kind.PLAIN and any(word.text == "by" for word in (*said, *held)):
        beside += [
            (before[0], behind[1]),
            (behind[0], before[1]),
        ]  # what is before a passive may stand behind
    return any(one and one == another for one, another in beside)


def _nearest(words: Words) -> str:
    return next((word.stem for word in words if not word.small), "")


def _than(words: Words) -> int:
    return next((place for place, word in enumerate(words) if word.text == "than"), len(words))


def _crossed(said: Words, own: int, held: Words, other: int) -> bool:
    """Whether a word that both have stands before a place in one of them alone, and behind it in the other."""
    before, after = _stems(said[:own]), _stems(said[own + 1 :])
    ahead, behind = _stems(held[:other]), _stems(held[other + 1 :])
    return bool((before - after) & (behind - ahead) or (after - before) & (ahead - behind))


def _stems(words: Words) -> frozenset[str]:
    return frozenset(word.stem for word in words if not (word.small or word.figure))
