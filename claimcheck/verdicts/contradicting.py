"""Which sentence has another figure or date where the claim has its own, so that code can quote it and settle the claim."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Claim, Passage
from claimcheck.exact import compare, sentences_of
from claimcheck.verdicts.bearing import differs


def contradicting_sentence(claim: Claim, passages: Sequence[Passage]) -> tuple[Passage, int] | None:
    """The passage and the number of the first such sentence; None where there is none, or where the claim's own figure or
    date stands in one of the passages.
    """
    if not differs(compare(claim, passages)):
        return None
    for passage in passages:
        for number, (_, end) in enumerate(sentences_of(passage.text), 1):
            so_far = passage.model_copy(update={"text": passage.text[:end]})  # what "it" is stands before
            if differs(compare(claim, [so_far])):
                return passage, number
    return None
