"""The figures of a claim held against those of the sentence it is drafted from."""

from __future__ import annotations

import re

from claimcheck.domain import Quantity
from claimcheck.exact import find_figures, find_quantities, same_value

_LIMIT = re.compile(r"\b(?:maximum|max|most|limit(?:s|ed)?|capacity|nearly|almost)\b", re.IGNORECASE)


def unbounded(claim: str, sentence: str) -> str:
    """The figure of a claim that lacks the "up to" or "fewer than" which it has in the sentence; "" if none does."""
    if _LIMIT.search(claim):
        return ""
    own = [mention.quantity for mention in find_figures(sentence)]
    for mention in find_figures(claim):
        one = mention.quantity
        bounds = [other.bound for other in own if same_value(one, other) or one.value == other.value]
        if not one.bound and set(bounds) == {"<"}:  # "more than 300" holds 300, "up to 300" may not
            return one.text
    return ""


def moved(claim: str, sentence: str) -> str:
    """The figure that a claim has in the place of one of the same unit in the sentence; "" where there is none.

    "The bridge cost 4 million euros" before it does not make "The tunnel cost 9 million euros" say 4 million.
    """
    own = [mention.quantity for mention in find_quantities(sentence)]
    held = [mention.quantity for mention in find_figures(claim)]
    for one in held:
        instead = [other for other in own if other.unit == one.unit and not _among(other, held)]
        if one.unit and instead and not _among(one, own):
            return one.text
    return ""


def _among(one: Quantity, others: list[Quantity]) -> bool:
    return any(same_value(one, other) for other in others)
