"""One passage, or one sentence, read by itself: a small model reads worse beside passages on other things."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace

from claimcheck.domain import Citation, Label, Passage, Relation
from claimcheck.errors import ModelError
from claimcheck.verdicts.calibration import likeliest
from claimcheck.verdicts.citing import cite
from claimcheck.verdicts.overlap import NEAR, nearest_sentence
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.signs import NEITHER, SUPPORT_OVER_REFUTATION
from claimcheck.verdicts.weighed import Weighed

Look = Callable[[Weighed, Passage], Awaitable[Weighed]]
"""Weighs a claim anew, beside one passage alone."""

ALONE = 0.7  # the probability from which one passage by itself settles what all together leave open
SILENCE = (
    0.7  # of a sentence that refutes, at most so much as likely that it says neither: benchmarks/quality.md
)


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


async def refuting(weighed: Weighed, named: Citation, look: Look) -> Citation | None:
    """The sentence that refutes the claim also when it is read by itself: the one `named`, else the nearest in words.

    None where neither does. The model is asked once for each.
    """
    for citation in _each_once(weighed, named):
        passage = next(one for one in weighed.read if one.id == citation.passage)
        try:
            alone = await look(weighed, passage.model_copy(update={"text": citation.quotation}))
        except ModelError:  # the first answer stands
            return named
        if _refutes(alone):
            return citation
    return None


def _refutes(alone: Weighed) -> bool:
    """Whether the model reads it as refutation rather than support, and not nearly as likely as neither of them.

    Where a figure or day of it differs from the claim's, it speaks of the same.
    """
    if alone.signs[SUPPORT_OVER_REFUTATION] >= 0:
        return False
    differs = any(finding.relation is Relation.DIFFERS for finding in alone.findings)
    return differs or alone.signs[NEITHER] <= math.log(SILENCE)


def _each_once(weighed: Weighed, named: Citation) -> Iterator[Citation]:
    yield named
    place = nearest_sentence(weighed.claim, weighed.read, NEAR)
    nearest = cite(*place, named.stance) if place else None
    if nearest and nearest != named:
        yield nearest
