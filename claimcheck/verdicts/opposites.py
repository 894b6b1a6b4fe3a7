"""Words that say the opposite: "rose" where the claim says "fell", in a sentence that is otherwise the claim's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.verdicts.tokens import Token, denied, forms, tokens_of

_OPPOSED = """
increase~ rise~ rose risen climb~ grow~ grew grown growth raise~ lift~ hike~ soar~ surge~ jump~ up
| decrease~ fall~ fell fallen decline~ drop~ dip~ plunge~ plummet~ slump~ shrink~ shrank shrunk lower~ reduce~ cut~ slash~ slow~ ease~ down
gain~ add~ | lose~ lost losing shed~
open~ reopen~ inaugurate~ | close~ shut~ closure
begin~ began begun start~ commence~ launch~ | end~ finish~ stop~ halt~ cease~ expire~
enter~ join~ | exit~ leave~ left quit~
arrive~ | depart~ leave~ left
born | die~ died dying
hire~ appoint~ recruit~ | fire~ dismiss~ sack~
expand~ widen~ | contract~ narrow~ shrink~ shrank shrunk
strengthen~ | weaken~
improve~ | worsen~ deteriorate~
accelerate~ | slow~
double~ | halve~
allow~ permit~ legalise~ legalize~ authorise~ authorize~ | ban~ forbid~ forbade forbidden prohibit~ outlaw~ bar~
approve~ accept~ adopt~ pass~ ratify~ sign~ | reject~ refuse~ veto~ block~ defeat~
support~ back~ endorse~ favour~ favor~ | oppose~ condemn~
confirm~ | deny~
agree~ | disagree~ refuse~
acquit~ exonerate~ clear~ innocent | convict~ guilty
uphold~ upheld | overturn~ quash~
legal lawful | illegal unlawful
constitutional | unconstitutional
successful successfully succeed~ | unsuccessful unsuccessfully fail~
safe | unsafe dangerous
likely | unlikely
positive positively | negative negatively
highest | lowest
largest biggest greatest | smallest
longest | shortest
tallest | shortest
oldest | youngest
earliest | latest
fastest | slowest
strongest | weakest
richest wealthiest | poorest
hottest warmest | coldest coolest
best | worst
maximum | minimum
first | last
majority | minority
surplus~ | deficit~
profit~ | loss losses
male | female
man | woman
men | women
boy~ | girl~
summer | winter
early | late
rural | urban
public | private
domestic | foreign
"""
_CONVERSE = """
win~ won | lose~ lost
more | less fewer
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
before | after
above | below
ahead | behind
north northern | south southern
east eastern | west western
northeast northeastern | southwest southwestern
northwest northwestern | southeast southeastern
import~ | export~
buy~ bought purchase~ acquire~ | sell~ sold
lend~ lent | borrow~
father | mother
son | daughter
brother | sister
husband | wife
"""  # what two sides call by two words, so that "A beat B" is "B lost to A": here nobody may have changed sides
_SMALL = frozenset(
    "the a an and or of in on at to for from by with as is are was were be been has have had will would than that"
    " this it its their his her s he she they who which also more about over nearly almost some just only".split()
)
_TIME = frozenset("year month week night day decade summer winter season autumn spring".split())
_AFTER_UP = frozenset(
    "by to from about around nearly almost some over more just roughly only another".split()
)


@dataclass(frozen=True)
class _Pair:
    """Words of one side and of the other."""

    sides: tuple[frozenset[str], frozenset[str]]
    converse: bool


def _pairs(table: str, converse: bool) -> Iterator[_Pair]:
    for line in table.replace("\n|", " |").strip().splitlines():
        one, other = line.split("|")
        yield _Pair((forms(one), forms(other)), converse)


_PAIRS = (*_pairs(_OPPOSED, False), *_pairs(_CONVERSE, True))


@dataclass(frozen=True)
class Opposed:
    """A word of the claim, and one of a sentence that says the opposite, each by its place."""

    pair: _Pair
    own: int
    other: int
    side: int  # of the claim

    def meant(self) -> frozenset[str]:
        """The words that say what the claim says."""
        return self.pair.sides[self.side]

    def either(self) -> frozenset[str]:
        """The words of both sides."""
        return self.pair.sides[0] | self.pair.sides[1]


@lru_cache(2048)
def opposed(claim: str, sentence: str) -> tuple[Opposed, ...]:
    """Where a sentence has a word opposed to one of the claim, and none that says the same.

    Nothing where either of the two has both words, or denies: what is denied twice may be the same again.
    """
    if denied(claim) or denied(sentence):
        return ()
    said, held = _directed(claim), _directed(sentence)
    found = []
    for pair in _PAIRS:
        for side, (own, other) in enumerate((pair.sides, pair.sides[::-1])):
            if own & said.keys() and other & held.keys() and not (other & said.keys() or own & held.keys()):
                places = [(said[a], held[b]) for a in own & said.keys() for b in other & held.keys()]
                found += [Opposed(pair, a, b, side) for a, b in sorted(places)]
    return tuple(found)


def turned(claim: str, sentence: str) -> tuple[Opposed, ...]:
    """The same, only where the word stands in the place of the claim's: beside the same word, on either side; and of
    words that depend on who speaks of whom, nothing that both texts name has changed sides.
    """
    return tuple(one for one in opposed(claim, sentence) if _in_its_place(one, claim, sentence))


def has_any(text: str, words: frozenset[str]) -> bool:
    """Whether a text has one of these words."""
    return not words.isdisjoint(_directed(text))


@lru_cache(2048)
def _directed(text: str) -> dict[str, int]:
    """Word → its first place, for all that can say which way."""
    words = tokens_of(text)
    found: dict[str, int] = {}
    for place, word in enumerate(words):
        if not _idle(words, place):
            found.setdefault(word.text, place)
    return found


def _idle(words: tuple[Token, ...], place: int) -> bool:
    """Whether a word here hardly says which way: "set up", "grew up", "last year", "in fall 2016"."""
    word = words[place].text
    before, after = words[:place][-1:], words[place + 1 : place + 2]
    if word in {"up", "down"}:
        return not any(one.figure or one.text in _AFTER_UP for one in after)
    if word == "last":
        return any(one.text.removesuffix("s") in _TIME for one in after)
    if word == "fall":
        return any(one.text in {"in", "the", "this", "last"} for one in before)
    return word.startswith("gr") and any(one.text == "up" for one in after)


def _in_its_place(found: Opposed, claim: str, sentence: str) -> bool:
    said, held = tokens_of(claim), tokens_of(sentence)
    beside = [
        (_nearest(said[: found.own][::-1]), _nearest(held[: found.other][::-1])),
        (_nearest(said[found.own + 1 :]), _nearest(held[found.other + 1 :])),
    ]
    if beside[1][0] != beside[1][1] and all(word[:1].isdigit() for word in beside[1]):
        return False  # it began on another day than it ended, so that both may be so
    if found.pair.converse:
        return any(one and one == other for one, other in beside) and not _changed_sides(found, said, held)
    by = any(word.text == "by" for word in (*said, *held))  # of one passive, what is before may stand behind
    crossed = [(one, beside[1 - n][1]) for n, (one, _) in enumerate(beside)] if by else []
    return any(one and one == other for one, other in (*beside, *crossed))


def _nearest(words: tuple[Token, ...]) -> str:
    return next((word.stem for word in words if word.text not in _SMALL), "")


def _changed_sides(found: Opposed, said: tuple[Token, ...], held: tuple[Token, ...]) -> bool:
    """Whether a word that both have stands before the opposed word, or before "than", in one of them alone."""
    return _crossed(said, found.own, held, found.other) or _crossed(said, _than(said), held, _than(held))


def _than(words: tuple[Token, ...]) -> int:
    return next((place for place, word in enumerate(words) if word.text == "than"), len(words))


def _crossed(said: tuple[Token, ...], own: int, held: tuple[Token, ...], other: int) -> bool:
    before, after = _stems(said[:own]), _stems(said[own + 1 :])
    ahead, behind = _stems(held[:other]), _stems(held[other + 1 :])
    return bool((before - after) & (behind - ahead) or (after - before) & (ahead - behind))


def _stems(words: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.text not in _SMALL and not word.figure)
