"""How much a claim is worth looking up."""

from __future__ import annotations

from claimcheck.claims.names import NAME_WITHIN
from claimcheck.domain import ClaimKind
from claimcheck.exact import find_dates, find_figures


def check_worthiness(claim: str, kind: ClaimKind) -> float:
    """How much a claim is worth looking up, 0 to 1: numbers, dates and names are what can be wrong.

    A fixed sum, stated so that it can be argued with: 0.3, and 0.3 for a quantity, 0.2 for a date, 0.2 for
    a name; a quotation counts 0.1 less because that somebody said it is rarely what is in doubt.
    """
    score = 0.3 + 0.3 * bool(find_figures(claim)) + 0.2 * bool(find_dates(claim, None))
    score += 0.2 * bool(NAME_WITHIN.search(claim))
    return round(score - 0.1 * (kind is ClaimKind.QUOTATION), 2)
