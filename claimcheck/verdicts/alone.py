"""One passage, or one sentence, read by itself: a small model reads worse beside passages on other things."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace

from claimcheck.domain import Citation, Label, Passage, Relation
from claimcheck.errors import ModelError
from claimcheck.verdicts.calibration import likeliest
from claimcheck.verdicts.citing import cite, with_the_one_before
from claimcheck.verdicts.overlap import NEAR, PLAIN, nearest_sentence
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.signs import NEAREST, NEITHER, SUPPORT_OVER_REFUTATION
from claimcheck.verdicts.weighed import Weighed

Look = Callable[[Weighed, Passage], Awaitable[Weighed]]
"""Weighs a claim anew, beside one passage alone."""

ALONE = 0.7  # the probability from which one passage by itself settles what all together leave open
CLEARLY = 0.2  # of log-odds: how much likelier refutation than support is, of a sentence that refutes
SILENCE = 0.7  # how likely it is at most that such a sentence says neither, beside that it refutes


async def looked_at_again(weighed: Weighed, look: Look) -> Weighed:
    """The same, or Supported where it only leaned to it and the passage nearest to the claim, read by itself, says
    so clearly.
    """
    leaves_open = weighed.label is Label.NOT_ENOUGH_EVIDENCE and not weighed.replaced
    if not (leaves_open and len(weighed.read) > 1 and likeliest(weighed.chances) is Label.SUPPORTED):
        return weighed
    place = nearest_sentence(weighed.claim, weighed.read, NEAR)
    if place is None:
        return weighed
    try:
        alone = await look(weighed, place[0])
    except ModelError:  # the first answer stands
        return weighed
    chance = alone.chances[Label.SUPPORTED]
    if chance < ALONE:
        return weighed
    label, _ = ruled(weighed.claim, Label.SUPPORTED, weighed.findings, weighed.read)
    if label is not Label.SUPPORTED:
        return weighed
    told = f"Read by itself, the passage nearest to the claim supports it ({chance:.2f})."
    return replace(weighed.instead(Label.SUPPORTED, told), read=alone.read)


async def borne_out(weighed: Weighed, named: Citation, look: Look) -> Citation | None:
    """What is quoted for one side, since it says so also when it is read by itself; None where nothing does.

    That is the sentence `named`, else for support that with the one before it, else the nearest to the claim in words:
    the model is asked about one after the other. Support that only the whole passage gives is quoted by the one named.
    """
    says_so = _SAYS_SO[named.stance]
    passage = _passage_of(weighed, named)
    if weighed.read == (passage,) and passage.text.strip() == named.quotation:
        return named  # by itself it was read
    try:
        for citation in _quotable(weighed, named):
            sentence = _passage_of(weighed, citation).model_copy(update={"text": citation.quotation})
            if says_so(await look(weighed, sentence)):
                return citation
        if named.stance == "supports" and (
            weighed.read == (passage,) or says_so(await look(weighed, passage))
        ):
            return named
    except ModelError:  # the first answer stands
        return named
    return None


def _passage_of(weighed: Weighed, citation: Citation) -> Passage:
    return next(one for one in weighed.read if one.id == citation.passage)


def _quotable(weighed: Weighed, named: Citation) -> Iterator[Citation]:
    yield named
    before = with_the_one_before(_passage_of(weighed, named), named)
    if before and named.stance == "supports":
        yield before
    place = nearest_sentence(weighed.claim, weighed.read, NEAR)
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
    compared = {(found.aspect, found.relation) for found in alone.findings}
    if any(relation is Relation.DIFFERS for _, relation in compared):
        return True
    told = not alone.claim.dates or ("date", Relation.AGREES) in compared
    return (told or alone.signs[NEAREST] >= PLAIN) and alone.signs[NEITHER] <= math.log(SILENCE)


_SAYS_SO = {"supports": _supports, "refutes": _refutes}
