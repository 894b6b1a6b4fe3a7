"""Claims that say several things → single facts, by a question of its own for each; what fails a check goes by form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.facts import compound, facts_in, put
from claimcheck.errors import ModelError

TakeApart = Callable[[str], Awaitable[Sequence[str]]]
"""Asks the model for the facts of one claim, as it is put to it. Raises `ModelError` for an answer of no use."""

FactsByClaim = Mapping[str, Sequence[str]]
"""Claim → the facts that stand in its place, for those claims that a model took apart soundly."""


async def facts_of(claims: Sequence[ClaimDraft], take_apart: TakeApart | None) -> FactsByClaim:
    """The facts of those claims that were taken apart; what somebody said, word for word, stays whole.

    An answer of no use costs nothing but itself: the claim is then taken apart by its form. Other
    `ClaimcheckError`s (the service is gone) are raised.
    """
    found: dict[str, Sequence[str]] = {}
    for draft in claims:
        if take_apart is None or draft.kind == "quotation" or not compound(draft.claim):
            continue
        try:
            facts = facts_in(draft.claim, await take_apart(put(draft.claim)))
        except ModelError:
            continue
        if facts:
            found[draft.claim] = facts
    return found


def taking_apart(program: Any, call: Callable[[Any, dict[str, str]], Awaitable[Any]]) -> TakeApart:
    """Binds the DSPy program to the way calls are made (limits, errors, context)."""
    from claimcheck.claims.program import listed

    async def take_apart(claim: str) -> Sequence[str]:
        return listed(await call(program, {"claim": claim}))

    return take_apart
