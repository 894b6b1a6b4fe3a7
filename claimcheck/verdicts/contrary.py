"""Is what the evidence says nearest to a claim the claim turned round: in its direction, its names or its bounds?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.language.negation import denied
from claimcheck.language.opposites import Opposed, directed, in_its_place, opposed
from claimcheck.language.tokens import tokens_of
from claimcheck.verdicts.edges import unborne
from claimcheck.verdicts.overlap import words_of
from claimcheck.verdicts.places import changed_places, in_another_order, speaks_of

_NEAR = 0.6  # the share of the claim's words from which a sentence that turns round its direction speaks of the same
_MOST = 0.5  # the share of the claim's words from which a sentence can say the claim's direction in its stead


def contrary(claim: Claim, passages: Sequence[Passage]) -> str:
    """What the evidence turns round in the claim, for a note; "" where nothing, or where another sentence with the
    claim's words does not.
    """
    sentences = [p.text[start:end] for p in passages for start, end in sentences_of(p.text)]
    titles = [passage.title for passage in passages]
    return (
        _names(claim.text, sentences)
        or _direction(claim.text, sentences, titles)
        or unborne(claim, (*sentences, *titles))
    )


def _names(claim: str, sentences: Sequence[str]) -> str:
    swapped = [sentence for sentence in sentences if changed_places(claim, sentence)]
    if not swapped:
        return ""
    others = [sentence for sentence in sentences if sentence not in swapped]
    if any(speaks_of(claim, sentence) for sentence in others):
        return ""
    return "has the claim's names in each other's places"


def _direction(claim: str, sentences: Sequence[str], titles: Sequence[str]) -> str:
    for sentence in sentences:
        for found, said, held in _turned(claim, sentence):
            if _share(claim, sentence, found) < _NEAR or _of_other_years(claim, sentence):
                continue
            if not any(_says_it(claim, other, found) for other in (*sentences, *titles)):
                return f"says {held!r} where the claim says {said!r}"
    return ""


def _turned(claim: str, sentence: str) -> Iterator[tuple[Opposed, str, str]]:
    """What a sentence has the opposite of, in its place, with the claim's word and the sentence's."""
    said, held = tokens_of(claim), tokens_of(sentence)
    for found in _opposed(claim, sentence):
        for own, other in product(found.own, found.other):
            if in_its_place(found.pair.kind, said, own, held, other):
                yield found, said[own].text, held[other].text


def _opposed(claim: str, sentence: str) -> tuple[Opposed, ...]:
    """Nothing where either denies: what is denied twice may be the same again."""
    return () if denied(claim) or denied(sentence) else opposed(claim, sentence)


def _says_it(claim: str, sentence: str, found: Opposed) -> bool:
    return not found.meant.isdisjoint(directed(sentence)) and _share(claim, sentence, found) >= _MOST


def _share(claim: str, sentence: str, found: Opposed) -> float:
    """The share of the claim's words that a sentence has, but for the opposed ones."""
    wanted = words_of(claim) - {word[:5] for word in found.pair.either}
    return len(wanted & words_of(sentence)) / len(wanted) if wanted else 0.0


def _of_other_years(claim: str, sentence: str) -> bool:
    """Whether both name years, and none is the same."""
    said, held = _years(claim), _years(sentence)
    return bool(said and held) and not said & held


def _years(text: str) -> set[str]:
    return {
        word.text for word in tokens_of(text) if word.figure and len(word.text) == 4 and word.text.isdigit()
    }


def turns_round(claim: Claim, sentence: str) -> bool:
    """Whether a sentence may say the claim turned round: it has an opposed word, wherever that stands, its names in
    another order, or its figures bounded another way.
    """
    said = claim.text
    names = changed_places(said, sentence) or in_another_order(said, sentence)
    return bool(names or _opposed(said, sentence) or unborne(claim, [sentence]))
