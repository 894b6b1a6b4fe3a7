"""What speaks for and against a claim, in numbers: the signs from which a confidence is made."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from claimcheck.domain import Claim, Finding, Passage, Relation
from claimcheck.verdicts.citing import sentences_of
from claimcheck.verdicts.overlap import names, share_in, words_of

FLOOR = 0.001  # a probability below this counts as this: its logarithm must not decide alone


def signs_of(
    claim: Claim,
    passages: Sequence[Passage],
    findings: Sequence[Finding],
    stances: Mapping[str, float],
    unborne: bool,
) -> dict[str, float]:
    """Name → value of every sign. `stances` are probabilities; `unborne` says that code does not find a figure
    or date of the claim in the passages.
    """
    logs = {stance: math.log(max(FLOOR, share)) for stance, share in stances.items()}
    relations = {finding.relation for finding in findings}
    text = " ".join(f"{passage.title} {passage.text}" for passage in passages)
    return {
        "supports over refutes": logs["supports"] - logs["refutes"],
        "neither over both": logs["neither"] - max(logs["supports"], logs["refutes"]),
        "both over either": logs["both"] - max(logs["supports"], logs["refutes"]),
        "undecided": min(stances["supports"], stances["refutes"]) * 2,
        "words in one sentence": _best_share(claim, passages),
        "words in all": share_in(claim, text),
        "names missing": _names_missing(claim, text),
        "exact agreement": float(Relation.AGREES in relations),
        "exact difference": float(Relation.DIFFERS in relations),
        "figure not found": float(unborne),
        "passages": math.log(len(passages)),
        "length of the evidence": math.log1p(len(words_of(text))),
    }


def _best_share(claim: Claim, passages: Sequence[Passage]) -> float:
    shares = (
        share_in(claim, passage.text[start:end])
        for passage in passages
        for start, end in sentences_of(passage.text)
    )
    return max(shares, default=0.0)


def _names_missing(claim: Claim, text: str) -> float:
    wanted = names(claim.text) - {"the"}
    return len(wanted - words_of(text)) / len(wanted) if wanted else 0.0
