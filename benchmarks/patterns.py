"""Call patterns of other open-source fact-checkers: stated models of them, not the tools themselves.

Each model says how many calls the tool makes for s sentences and n claims, and which of them wait for which, as its
published code has it; every call writes as many tokens. The models are replayed against the test server. What the
tools answer, how well, and what they take beside their calls is not modelled, nor are their web searches, which here
take no time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from benchmarks.server.running import Served

WRITTEN = 30  # tokens a call: claimcheck's recorded answers have 28 on average
AT_ONCE = 64  # calls that a replay has under way at the most

Stage = Sequence[int]
"""Chains of calls that run at once: the length of each. Stages run one after another."""


@dataclass(frozen=True)
class Pattern:
    """`stages` gives those for `(sentences, claims)`; `searches` the web searches that go with them."""

    name: str
    source: str
    stages: Callable[[int, int], list[Stage]]
    searches: Callable[[int, int], int]


def _in_a_row(calls: int) -> list[Stage]:
    return [[calls]]


PATTERNS = (
    Pattern(
        "FActScore",
        "Min et al. 2023, arXiv:2305.14251; shmsw25/FActScore: a call a sentence, then one a fact, in loops",
        lambda s, n: _in_a_row(s + n),
        lambda s, n: 0,
    ),
    Pattern(
        "VeriScore",
        "Song et al. 2024, arXiv:2406.19276; Yixiao-Song/VeriScore: a call a sentence, then one a claim, in loops",
        lambda s, n: _in_a_row(s + n),
        lambda s, n: n,
    ),
    Pattern(
        "SAFE",
        "Wei et al. 2024, arXiv:2403.18802; google-deepmind/long-form-factuality: a call a sentence, then for each "
        "fact revision, relevance, five queries and the rating, in loops",
        lambda s, n: _in_a_row(s + 8 * n),
        lambda s, n: 5 * n,
    ),
    Pattern(
        "SAFE, all facts at once",
        "the same calls, as if sentences and then facts ran at once: its code does not",
        lambda s, n: [[1] * s, [8] * n],
        lambda s, n: 5 * n,
    ),
    Pattern(
        "Loki, a passage a claim",
        "Li et al. 2024, arXiv:2410.01794; Libr-AI/OpenFactVerification: one call to decompose; restoring, "
        "check-worthiness and a query call a claim at once; then a call for each claim and passage",
        lambda s, n: [[1], [1] * (2 + n), [1] * n],
        lambda s, n: n,
    ),
    Pattern(
        "Loki, 15 passages a claim",
        "the same with the most passages",
        lambda s, n: [[1], [1] * (2 + n), [1] * (15 * n)],
        lambda s, n: 5 * n,
    ),
)


def replay(pattern: Pattern, server: Served, sentences: int, claims: int) -> dict[str, Any]:
    """Makes the pattern's calls and gives what the server counted; `seconds` are by the clock."""
    server.reset()
    begun = time.perf_counter()
    asyncio.run(_replayed(pattern.stages(sentences, claims), server.base_url))
    seconds = time.perf_counter() - begun
    account = server.account()
    return {
        "pattern": pattern.name,
        "calls": account["calls"],
        "rounds": account["rounds"],
        "searches": pattern.searches(sentences, claims),
        "seconds": round(seconds, 1),
    }


async def _replayed(stages: Sequence[Stage], base_url: str) -> None:
    gate = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(timeout=600) as client:

        async def chain(length: int) -> None:
            for _ in range(length):
                async with gate:
                    (await client.post(f"{base_url}/chat/completions", json=_BODY)).raise_for_status()

        for stage in stages:
            await asyncio.gather(*(chain(length) for length in stage))


_BODY = {
    "model": "pattern",
    "messages": [{"role": "user", "content": "A call of a stated model."}],
    "stand_in_tokens": WRITTEN,
}
