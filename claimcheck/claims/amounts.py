"""The figures of a claim held against those of the sentence it is drafted from."""

from __future__ import annotations

from claimcheck.exact import find_figures, same_value


def unbounded(claim: str, sentence: str) -> str:
    """The figure of a claim that lacks the "up to" or "fewer than" which it has in the sentence; "" if none does."""
    own = [mention.quantity for mention in find_figures(sentence)]
    for mention in find_figures(claim):
        one = mention.quantity
        bounds = [other.bound for other in own if same_value(one, other) or one.value == other.value]
        if not one.bound and bounds and all(bounds):
            return one.text
    return ""
