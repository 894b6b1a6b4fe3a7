"""Names that changed places: "Chelsea beat Arsenal" where the claim says "Arsenal beat Chelsea"."""

from __future__ import annotations

from collections import Counter

from claimcheck.verdicts.deeds import Deed, deeds, stems_of_names
from claimcheck.verdicts.demonyms import stem_of
from claimcheck.verdicts.tokens import Token, denied, tokens_of

_EITHER_WAY = frozenset(
    "and or with between by is are was were be been met meet meets against versus vs married".split()
)


def changed_places(claim: str, sentence: str) -> bool:
    """Whether a sentence says of two names of the claim, by the claim's verb, the same the other way round."""
    if denied(claim) or denied(sentence):
        return False
    done, have = deeds(sentence), Counter(stem_of(word.text) for word in tokens_of(sentence))
    return any(
        _reversed(said, held) and _once(said, have) and not any(_the_same(said, other) for other in done)
        for said in deeds(claim)
        for held in done
    )


def _once(said: Deed, have: Counter[str]) -> bool:
    """Whether a sentence names either side once only: where it comes back to one, it may say both."""
    return all(have[stem] <= 1 for stem in said.doer | said.done_to)


def _the_same(one: Deed, other: Deed) -> bool:
    return one.what == other.what and bool(one.doer & other.doer and one.done_to & other.done_to)


def speaks_of(claim: str, sentence: str) -> bool:
    """Whether a sentence has both sides of something that the claim says was done."""
    words = tokens_of(sentence)
    have = stems_of_names(words) | {word.text for word in words if word.figure}
    return any(deed.doer & have and deed.done_to & have for deed in deeds(claim))


def _reversed(one: Deed, other: Deed) -> bool:
    swapped = one.doer & other.done_to and one.done_to & other.doer
    return one.what == other.what and bool(swapped) and not one.done_to & other.done_to


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
            found[stem_of(last.text), stem_of(word.text)] = stems_of_names(between)
        last, between = word, []
    return found
