"""Names that changed places: "Chelsea beat Arsenal" where the claim says "Arsenal beat Chelsea".

Evidence is written apart from the claim, so that only what stands at the verb itself counts as one of its sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.language.deeds import Deed, deeds, ways
from claimcheck.language.demonyms import stem_of
from claimcheck.language.negation import denied
from claimcheck.language.tokens import Token, tokens_of

_LINKS = frozenset(
    "of in at by for from to with against between over under about near like and or but".split()
)
_HELPS = frozenset(
    "is are was were be been being has have had will would also then later once again first finally s"
    " troops forces army soldiers military fighters authorities government officials police".split()
)  # what may stand between a name and its verb
_EITHER_WAY = frozenset(
    "and or with between by is are was were be been met meet meets against versus vs married".split()
)
_CLAUSE = re.compile(r"[,;:()—–](?!\d)|\b(?:and|but|in|while|whereas)\b", re.IGNORECASE)
_FAR = 3  # words that may stand between a verb and the name it reaches


class _Said(NamedTuple):
    """What was done, and the stems that name who did it and whom it was done to; none that both have."""

    what: str
    doer: frozenset[str]
    done_to: frozenset[str]


def changed_places(claim: str, sentence: str) -> bool:
    """Whether a sentence says of two names of the claim, by the claim's verb, the same the other way round."""
    if not _said(claim) or denied(claim) or denied(sentence):
        return False
    done, have = _said(sentence), Counter(stem_of(word.text) for word in tokens_of(sentence))
    return any(
        _reversed(said, held) and _once(said, have) and not any(_the_same(said, other) for other in done)
        for said in _said(claim)
        for held in done
    )


def speaks_of(claim: str, sentence: str) -> bool:
    """Whether a sentence has both sides of something that the claim says was done."""
    words = tokens_of(sentence)
    have = _stems(words) | {word.text for word in words if word.figure}
    return any(said.doer & have and said.done_to & have for said in _said(claim))


def _once(said: _Said, have: Counter[str]) -> bool:
    """Whether a sentence names either side once only: where it comes back to one, it may say both."""
    return all(have[stem] <= 1 for stem in said.doer | said.done_to)


def _the_same(one: _Said, other: _Said) -> bool:
    return one.what == other.what and bool(one.doer & other.doer and one.done_to & other.done_to)


def _reversed(one: _Said, other: _Said) -> bool:
    swapped = one.doer & other.done_to and one.done_to & other.doer
    return one.what == other.what and bool(swapped) and not one.done_to & other.done_to


@lru_cache(1024)
def _said(text: str) -> tuple[_Said, ...]:
    """What a text plainly says of two names."""
    found = [(deed.kind, *_sides(deed)) for deed in deeds(text)]
    found += [("from", _ends(start), _ends(end)) for start, end in ways(text)]
    # "City" names Manchester City beside Manchester United
    told = [_Said(what, doer - done_to, done_to - doer) for what, doer, done_to in found]
    return tuple(one for one in told if one.doer and one.done_to)


def _sides(deed: Deed) -> tuple[frozenset[str], frozenset[str]]:
    first, last = (deed.whom, deed.doer) if deed.passive else (deed.doer, deed.whom)
    if deed.verb:
        before, behind = _name_at_the_end(first), _name_at_the_beginning(last)
    else:  # of "A has more X than B", all of the clause
        before, behind = (
            _stems(tokens_of(_CLAUSE.split(first)[-1])),
            _stems(tokens_of(_CLAUSE.split(last)[0])),
        )
    return (behind, before) if deed.passive else (before, behind)


def _ends(text: str) -> frozenset[str]:
    """Where a way begins or ends: at a name or a figure."""
    words = (word for word in tokens_of(text) if word.name or word.figure)
    return frozenset(word.text if word.figure else stem_of(word.text) for word in words)


def _name_at_the_end(text: str) -> frozenset[str]:
    """The name right before a verb, and before such words as "has" and "troops"; none that only hangs on another."""
    words = tokens_of(text)
    parted = bool(words) and text[words[-1].end :].strip(" '’-") != ""
    end = len(words)
    while end and not parted and _helps(words[end - 1]):
        parted, end = _parted(words[end - 1]), end - 1
    start = end
    while start and not parted and words[start - 1].name:
        parted, start = _parted(words[start - 1]), start - 1
    linked = start and not parted and words[start - 1].text in _LINKS
    return frozenset() if linked else _stems(words[start:end])


def _helps(word: Token) -> bool:
    return not word.capital and (word.text in _HELPS or word.text.endswith("ly"))


def _parted(word: Token) -> bool:
    """Whether more than a space, or the mark of a possessive, stands before a word."""
    return word.gap.strip() not in {"", "'", "’", "-"}


def _name_at_the_beginning(text: str) -> frozenset[str]:
    """The name that a verb reaches, a few words behind it at the most."""
    words, far = tokens_of(text), 0
    for place, word in enumerate(words):
        if not word.figure and _parted(word):
            break
        if word.name:
            end = place + 1
            while end < len(words) and words[end].name and not _parted(words[end]):
                end += 1
            return _stems(words[place:end])
        far += not word.figure
        if word.text in _LINKS or far > _FAR:
            break
    return frozenset()


def _stems(words: Sequence[Token]) -> frozenset[str]:
    """The stems of the words that say something, figures left out."""
    said = (word.text for word in words if not (word.small or word.figure))
    return frozenset(stem_of(word) for word in said if word not in _HELPS)


def in_another_order(claim: str, sentence: str) -> bool:
    """Whether two names stand the other way round about a word that the claim has between them, whatever that word is.

    Too rough to take a verdict back by, but such a sentence does not plainly state the claim.
    """
    said, held = _between(claim), _between(sentence)
    return any((other, one) in held and words & held[other, one] for (one, other), words in said.items())


def _between(text: str) -> dict[tuple[str, str], frozenset[str]]:
    """The stems of two names that follow one another → those of the words between, where these tell the two apart."""
    words, found = tokens_of(text), dict[tuple[str, str], frozenset[str]]()
    last: Token | None = None
    between: list[Token] = []
    for word in words:
        if not word.name:
            between.append(word)
            continue
        if last and between and not any(one.text in _EITHER_WAY for one in between):
            found[stem_of(last.text), stem_of(word.text)] = _stems(between)
        last, between = word, []
    return found
