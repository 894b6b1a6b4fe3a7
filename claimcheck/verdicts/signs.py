"""What speaks for and against a claim, in numbers: the signs from which a confidence is made."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.domain import Claim, Passage
from claimcheck.exact import sentences_of
from claimcheck.verdicts.overlap import share_in, share_in_all
from claimcheck.verdicts.turns import negative, qualified, reply, unknown

SUPPORT_OVER_REFUTATION = "supports over refutes"
NEITHER = "neither over both"
NEAREST = "words in one sentence"
FLOOR = 0.001  # a probability below this counts as this: its logarithm must not decide alone


def signs_of(
    claim: Claim, passages: Sequence[Passage], stances: Mapping[str, float], missing: bool
) -> dict[str, float]:
    """Name → value of every sign. `stances` are probabilities; `missing` says that the passages lack a figure
    or date of the claim.
    """
    logs = {stance: math.log(max(FLOOR, share)) for stance, share in stances.items()}
    sentences = [
        (share_in(claim, passage.text[start:end]), passage.text[start:end])
        for passage in passages
        for start, end in sentences_of(passage.text)
    ]
    nearest, words = max(sentences, default=(0.0, ""))
    return {
        SUPPORT_OVER_REFUTATION: logs["supports"] - logs["refutes"],
        NEITHER: logs["neither"] - max(logs["supports"], logs["refutes"]),
        "both over either": logs["both"] - max(logs["supports"], logs["refutes"]),
        NEAREST: nearest,
        "words in all": share_in_all(claim, passages),
        "figure not found": float(missing),
        "one of the two denies": float(negative(words) is not negative(claim.text)),
        **_turns([passage.text for passage in passages]),
    }


def _turns(texts: Sequence[str]) -> dict[str, float]:
    """How the evidence turns, as shares of the passages."""
    replies = [reply(text) for text in texts]
    return {
        "says that it is unknown": _share(map(unknown, texts)),
        "qualifies what it says": _share(map(qualified, texts)),
        "answers yes and no": float({1, -1} <= set(replies)),
    }


def _share(found: Iterable[bool]) -> float:
    held = list(found)
    return sum(held) / len(held) if held else 0.0
