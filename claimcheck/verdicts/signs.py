"""What speaks for and against a claim, in numbers: the signs from which a confidence is made."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.domain import Claim, Finding, Passage, Relation
from claimcheck.verdicts.citing import sentences_of
from claimcheck.verdicts.overlap import names, share_in, words_of
from claimcheck.verdicts.turns import negative, qualified, reply, unknown

FLOOR = 0.001  # a probability below this counts as this: its logarithm must not decide alone


def signs_of(
    claim: Claim,
    passages: Sequence[Passage],
    findings: Sequence[Finding],
    stances: Mapping[str, float],
    unborne: bool,
    truth: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Name → value of every sign. `stances` are probabilities; `unborne` says that code does not find a figure
    or date of the claim in the passages; `truth` are the probabilities of "yes" and "no" to "is the claim true?".
    """
    logs = {stance: math.log(max(FLOOR, share)) for stance, share in stances.items()}
    relations = {finding.relation for finding in findings}
    text = " ".join(f"{passage.title} {passage.text}" for passage in passages)
    return {
        "supports over refutes": logs["supports"] - logs["refutes"],
        "neither over both": logs["neither"] - max(logs["supports"], logs["refutes"]),
        "both over either": logs["both"] - max(logs["supports"], logs["refutes"]),
        "undecided": min(stances["supports"], stances["refutes"]) * 2,
        "words in one sentence": max((share for share, _ in _sentences(claim, passages)), default=0.0),
        "words in all": share_in(claim, text),
        "names missing": _names_missing(claim, text),
        "exact agreement": float(Relation.AGREES in relations),
        "exact difference": float(Relation.DIFFERS in relations),
        "figure not found": float(unborne),
        "passages": math.log(len(passages)),
        "length of the evidence": math.log1p(len(words_of(text))),
        "length of the claim": math.log1p(len(words_of(claim.text))),
        **({"true over false": _odds(truth["yes"], truth["no"])} if truth else {}),
        **_turns(claim, passages),
    }


def _odds(one: float, other: float) -> float:
    return math.log(max(FLOOR, one)) - math.log(max(FLOOR, other))


def _turns(claim: Claim, passages: Sequence[Passage]) -> dict[str, float]:
    """How the evidence turns, as shares of the passages; and whether the claim's own sentence is turned round."""
    texts = [passage.text for passage in passages]
    replies = [reply(text) for text in texts]
    best = max(_sentences(claim, passages), default=(0.0, ""))[1]
    return {
        "says that it is unknown": _share(map(unknown, texts)),
        "qualifies what it says": _share(map(qualified, texts)),
        "denies": _share(map(negative, texts)) - negative(claim.text),
        "one of the two denies": float(negative(best) is not negative(claim.text)),
        "answers yes": _share(r > 0 for r in replies),
        "answers no": _share(r < 0 for r in replies),
        "answers yes and no": float({1, -1} <= set(replies)),
    }


def _share(found: Iterable[bool]) -> float:
    held = list(found)
    return sum(held) / len(held) if held else 0.0


def _sentences(claim: Claim, passages: Sequence[Passage]) -> list[tuple[float, str]]:
    """Each sentence with the share of the claim's words that it has."""
    return [
        (share_in(claim, passage.text[start:end]), passage.text[start:end])
        for passage in passages
        for start, end in sentences_of(passage.text)
    ]


def _names_missing(claim: Claim, text: str) -> float:
    wanted = names(claim.text) - {"the"}
    return len(wanted - words_of(text)) / len(wanted) if wanted else 0.0
