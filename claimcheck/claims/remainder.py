"""What a sentence says beside its claims: whether they leave much of it out, and what may then be added to them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.around import context_of
from claimcheck.claims.drafts import LONGEST, ClaimDraft
from claimcheck.claims.words import covered, stems, stems_of
from claimcheck.domain import Article, Claim, Sentence

HELD = 0.6  # of a sentence's words, the least part that its claims have where they leave little of it out
NEW = 2  # words of the sentence that a further claim has and the others have not


def left_out(sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether claims leave out most of what a sentence says, by its words."""
    return covered(stems(sentence.text), _held(claims)) < HELD


def whole(text: str) -> ClaimDraft:
    """A sentence as a claim that is yet to be taken apart: longer than a model may write one."""
    return ClaimDraft.model_construct(claim=text, kind="other", speaker="")


def adds(claim: Claim, text: str, sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether a claim made of `text` says something of the sentence that the claims there are do not.

    Beside others the text as a whole adds nothing but itself.
    """
    words = stems(claim.text)
    if len(claim.text) > LONGEST or (claims and words >= stems(text)):
        return False
    return len((words & stems(sentence.text)) - _held(claims)) >= NEW


def in_words_of(article: Article, sentence: Sentence, claim: str) -> bool:
    """Whether a sentence, those before it that the model is shown, and the headline have all words of a claim."""
    return stems(claim) <= stems(f"{article.headline} {context_of(article, sentence)} {sentence.text}")


def _held(claims: Sequence[Claim]) -> frozenset[str]:
    return stems_of(claim.text for claim in claims)
