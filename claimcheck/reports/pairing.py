"""Which claim of an earlier report is the same as one of a later: by words, by place, and by likeness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.domain import Claim

ALIKE = 0.6  # Jaccard overlap of words from which two wordings are taken for one claim
KIN = 0.3  # the same for two of several claims that stand in the same place: a sentence says more than one thing
_WORD = re.compile(r"\w+")

Marked = tuple[str, frozenset[str], bool]  # where it stands, its words, and whether nothing else stands there


def paired(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """The place among the old claims for the place of each new one that has a twin there; each is one's twin only.

    The same words come first, and among them those in the same place; then what is most alike.
    """
    pairs: dict[int, int] = {}
    for keys in (
        [[(_said(claim), _place(claim)) for claim in claims] for claims in (old, new)],
        [[(_said(claim), "") for claim in claims] for claims in (old, new)],
    ):
        _pair_equal(pairs, *keys)
    _pair_alike(pairs, _marked(old), _marked(new))
    return pairs


def _said(claim: Claim) -> str:
    return " ".join(claim.text.casefold().split())


def _place(claim: Claim) -> str:
    return claim.spans[0].quotation


def _pair_equal(pairs: dict[int, int], old: Sequence[object], new: Sequence[object]) -> None:
    taken = set(pairs.values())
    free: dict[object, list[int]] = {}
    for place, key in enumerate(old):
        if place not in taken:
            free.setdefault(key, []).append(place)
    for place, key in enumerate(new):
        if place not in pairs and free.get(key):
            pairs[place] = free[key].pop(0)


def _pair_alike(pairs: dict[int, int], old: Sequence[Marked], new: Sequence[Marked]) -> None:
    """Pairs what is left, the likest two first: the first that is like enough may be another's twin."""
    taken = set(pairs.values())
    likely = sorted(
        (-likeness, after, before)
        for after, claim in enumerate(new)
        if after not in pairs
        for before, other in enumerate(old)
        if before not in taken and (likeness := _likeness(other, claim))
    )
    for _, after, before in likely:
        if after not in pairs and before not in taken:
            pairs[after] = before
            taken.add(before)


def _marked(claims: Sequence[Claim]) -> list[Marked]:
    often = Counter(_place(claim) for claim in claims)
    return [(_place(c), frozenset(_WORD.findall(c.text.casefold())), often[_place(c)] == 1) for c in claims]


def _likeness(one: Marked, other: Marked) -> float:
    """How alike two claims are, 0 where they are not one claim; those of one place are before all others."""
    (here, a, alone), (there, b, also_alone) = one, other
    overlap = len(a & b) / len(a | b) if a | b else 0.0
    if here == there and ((alone and also_alone) or overlap >= KIN):
        return 1 + overlap
    return overlap if overlap >= ALIKE else 0.0
