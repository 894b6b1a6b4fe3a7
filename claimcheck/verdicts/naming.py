"""The sentences that decide: by code where one states the claim, else as the model names or means them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from claimcheck.domain import Citation, Label, Passage
from claimcheck.errors import ModelError
from claimcheck.verdicts.bearers import sentence_meant
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.contradicting import contradicting_sentence
from claimcheck.verdicts.overlap import NEAR, nearest_sentence
from claimcheck.verdicts.program import drafted
from claimcheck.verdicts.reading import as_shown, in_context, located, numbered
from claimcheck.verdicts.stating import plain_sentence, stating_sentence
from claimcheck.verdicts.weighed import SIDES, Weighed

Call = Callable[[Any, dict[str, str]], Awaitable[Any]]
"""Runs a DSPy program on its input fields and returns the prediction."""

BY_NEARNESS = "The model named no sentence; the one quoted is the nearest to the claim in words."


class Named(NamedTuple):
    """The sentences for a verdict, at most one for each of its sides, and why they decide, in the model's words."""

    citations: tuple[Citation, ...] = ()
    why: str = ""
    note: str = ""  # on how they were found


class Namer:
    """Finds what is to be quoted, with the program that asks for it and a way to call that."""

    def __init__(self, program: Any, call: Call, measured: bool, given: bool) -> None:
        """`measured` says that a calibration holds for the model: that it then names no sentence says nothing of whether
        its verdict is right (benchmarks/steps/verdicts.md), and the nearest in words is quoted. `given` as for `Judge`.
        """
        self._program, self._call, self._measured, self._given = program, call, measured, given

    async def named(self, weighed: Weighed) -> Named:
        """The sentences for the label. Raises `ModelError` where a model that is not `measured` gives no usable answer."""
        if weighed.settled:
            return stated(weighed)
        sides = SIDES[weighed.label]
        found = [await self._decisive(weighed, stance) for stance in sides]
        citations = tuple(citation for citation, _ in found if citation)
        if not citations and self._measured and len(sides) == 1:
            return self._nearest(weighed, sides[0])
        return Named(citations, " ".join(dict.fromkeys(why for citation, why in found if citation and why)))

    async def _decisive(self, weighed: Weighed, stance: str) -> tuple[Citation | None, str]:
        """The sentence for one side, and the model's reason where it named that."""
        quotable, again = _quotable(weighed), bool(weighed.apart)
        known = plain_sentence(weighed.claim, quotable, again) if stance == "supports" else None
        if known:
            return cite(*known, stance), ""
        shown = as_shown(weighed.decisive(stance))
        fields = {"evidence": numbered(shown), "claim": in_context(weighed.claim), "stance": stance}
        try:
            draft = drafted(await self._call(self._program, fields))
        except ModelError:
            if not self._measured:
                raise
            return None, ""  # what was weighed stands
        place = located(shown, draft.sentence)
        if not place:
            return None, ""
        if stance == "supports":
            place = sentence_meant(weighed.claim, draft.why, shown, place)
        return cite(*place, stance), draft.why

    def _nearest(self, weighed: Weighed, stance: str) -> Named:
        """The nearest sentence in words."""
        place = nearest_sentence(weighed.claim, _quotable(weighed), 0.0 if self._given else NEAR)
        citation = cite(*place, stance) if place else None
        return Named((citation,), note=BY_NEARNESS) if citation else Named()


def _quotable(weighed: Weighed) -> Sequence[Passage]:
    """What code may quote for the model's word: of passages read together only what was shown, since no quotation of
    these is read once more.
    """
    return weighed.read if weighed.apart else as_shown(weighed.read)


def stated(weighed: Weighed) -> Named:
    """The sentence by which a rule settled the claim, and no other: what the model would name did not settle it."""
    find = stating_sentence if weighed.label is Label.SUPPORTED else contradicting_sentence
    place = find(weighed.claim, weighed.read)
    citation = cite(*place, *SIDES[weighed.label]) if place else None
    return Named((citation,)) if citation else Named()
