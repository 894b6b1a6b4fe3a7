"""What is to be quoted, read by itself: a quotation has to bear its verdict without what stands around it."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterator

from claimcheck.domain import Citation, Passage, Relation
from claimcheck.errors import ModelError
from claimcheck.verdicts.citing import cite, with_the_one_before
from claimcheck.verdicts.overlap import NEAR, PLAIN, nearest_sentence
from claimcheck.verdicts.signs import NEAREST, NEITHER, SUPPORT_OVER_REFUTATION
from claimcheck.verdicts.weighed import Weighed

Look = Callable[[Weighed, Passage], Awaitable[Weighed]]
"""Weighs a claim anew, beside one passage alone."""

CLEARLY = 0.2  # of log-odds: how much likelier refutation than support is, of a sentence that refutes
HALF = 0.5  # of the claim's words: what the nearest sentence has that refutes, where the one named does not
SILENCE = 0.7  # how likely it is at most that such a sentence says neither, beside that it refutes


async def borne_out(weighed: Weighed, named: Citation, look: Look) -> Citation | None:
    """What is quoted for one side, since it says so also when it is read by itself; None where nothing does.

    That is the sentence `named`, else for support that with the one before it, else the nearest to the claim in words,
    which has to have half of them for a refutation: the model is asked about one after the other. Support that only the
    whole passage gives is quoted by the one named.
    """
    says_so = _SAYS_SO[named.stance]
    passage = _passage_of(weighed, named)
    try:
        for citation in _quotable(weighed, named):
            if says_so(await look(weighed, _quoted(_passage_of(weighed, citation), citation))):
                return citation
        if named.stance == "supports" and says_so(await look(weighed, passage)):
            return named
    except ModelError:  # the first answer stands
        return named
    return None


def _passage_of(weighed: Weighed, citation: Citation) -> Passage:
    return next(one for one in weighed.read if one.id == citation.passage)


def _quoted(passage: Passage, citation: Citation) -> Passage:
    """The passage as what is quoted of it: itself where that is all, so that it is not asked about again."""
    whole = passage.text.strip() == citation.quotation
    return passage if whole else passage.model_copy(update={"text": citation.quotation})


def _quotable(weighed: Weighed, named: Citation) -> Iterator[Citation]:
    yield named
    before = with_the_one_before(_passage_of(weighed, named), named)
    if before and named.stance == "supports":
        yield before
    least = NEAR if named.stance == "supports" else HALF
    place = nearest_sentence(weighed.claim, weighed.read, least)
    nearest = cite(*place, named.stance) if place else None
    if nearest and nearest != named:
        yield nearest


def _supports(alone: Weighed) -> bool:
    return alone.signs[SUPPORT_OVER_REFUTATION] > 0


def _refutes(alone: Weighed) -> bool:
    """Whether the model reads it clearly as refutation rather than support, and not nearly as likely as neither.

    Where code sees that a figure or day of it differs, it speaks of the same. Where it has no day of a claim that has
    one, it has to speak of the same plainly: most sentences that tell no day tell of something else.
    """
    if alone.signs[SUPPORT_OVER_REFUTATION] > -CLEARLY:
        return False
    if alone.differs:
        return True
    agreed = {found.aspect for found in alone.findings if found.relation is Relation.AGREES}
    told = not alone.claim.dates or "date" in agreed
    return (told or alone.signs[NEAREST] >= PLAIN) and alone.signs[NEITHER] <= math.log(SILENCE)


_SAYS_SO = {"supports": _supports, "refutes": _refutes}
