"""A claim that says several things, judged fact by fact, as a run judges what it takes out of a sentence.

WiCE's claims are sentences of Wikipedia; its authors take them apart before they are judged, too (Claim-Split, Kamoi et
al. 2023).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from claimcheck.claims.decomposition import TakeApart, facts_of
from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.splitting import parts
from claimcheck.domain import Label, Verdict

Judged = Callable[[str], Awaitable[Verdict]]
"""The verdict on one fact, told by its text."""


async def by_fact(claim: str, judged: Judged, take_apart: TakeApart | None) -> Verdict:
    """What the verdicts on the facts of a claim come to. Raises what `take_apart` and `judged` raise."""
    draft = ClaimDraft.model_construct(claim=claim)  # longer than a model may write one
    facts = (await facts_of([draft], take_apart)).get(claim) or parts(claim)
    return joined([await judged(fact) for fact in facts])


def joined(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdicts on the facts of a claim (at least one) as one on the claim, with the citations of all.

    Supported, as sure as the least sure, where all are; Unchecked where one is; Conflicting where some are supported;
    else what the first fact is.
    """
    unchecked = [verdict for verdict in verdicts if verdict.label is Label.UNCHECKED]
    if unchecked:
        return unchecked[0]
    supported = [verdict for verdict in verdicts if verdict.label is Label.SUPPORTED]
    others = [verdict for verdict in verdicts if verdict.label is not Label.SUPPORTED]
    least = others[0] if others else min(supported, key=lambda verdict: verdict.confidence)
    return least.model_copy(
        update={
            "label": Label.CONFLICTING if others and supported else least.label,
            "citations": tuple(dict.fromkeys(c for verdict in verdicts for c in verdict.citations)),
            "evidence": tuple(dict.fromkeys(p for verdict in verdicts for p in verdict.evidence)),
        }
    )
