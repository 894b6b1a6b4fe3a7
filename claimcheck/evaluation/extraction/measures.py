"""Scores of extraction: detection, decomposition and decontextualisation, each with its interval.

Intervals resample documents, not sentences: sentences of one document are not independent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from claimcheck.claims.names import LIKE_A_PRONOUN
from claimcheck.claims.words import covered, stems
from claimcheck.domain import Frozen
from claimcheck.evaluation.extraction.answers import Spent
from claimcheck.evaluation.extraction.assignment import matched
from claimcheck.evaluation.extraction.documents import GoldSentence
from claimcheck.evaluation.extraction.however_split import complete, correct
from claimcheck.evaluation.extraction.similarity import SAME, negative, numbers, similarities
from claimcheck.evaluation.intervals import Score, interval

KEPT = 0.8  # the share of a claim's words that the gold texts of its sentence hold, where its meaning is kept
_SUBJECT = re.compile(
    rf"(?!{LIKE_A_PRONOUN})(?:he|she|it|they|we|this|these|those|his|her|their|its|both|such)\b|that (?!the\b|an?\b|[A-Z])",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?!{LIKE_A_PRONOUN})(?:this|these|those) [a-z]+\b|\b(?:at|by) (?:that|the) time\b"
    r"|\bthe (?:company|country|case|duo)\b(?! (?:of|that|which|who|in|named|called|[A-Z])\b)"
    r"|\bthe (?:former|latter|two)\b(?= (?:is|was|are|were|has|have|had|will)\b|[.,]|$)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"\b(?!{LIKE_A_PRONOUN})(?:he|she|it|they|him|her|them|his|its|their|theirs|hers)\b", re.IGNORECASE
)
_EMPTY_IT = re.compile(
    r"\bit (?:is|was|has been|would be) (?:\w+ )?\w+ (?:that|to|how|when|why|whether|in)\b", re.IGNORECASE
)
_NOUN = re.compile(r"(?<!\w)(?!(?:in|on|at|the|when|after|before|since|by)\b)[^\W\d_]{2,}", re.IGNORECASE)


class SentenceOutcome(Frozen):
    """What was found in one sentence. `pairs` are `(ours, gold)` of the factual gold claims, then the others."""

    id: str
    document: str
    text: str
    gold: GoldSentence
    claims: tuple[str, ...]
    status: str
    reason: str
    pairs: tuple[tuple[int, int], ...]
    spent: Spent = Spent()
    held_back: bool = False

    @property
    def right(self) -> int:
        """How many of the factual gold claims were found."""
        return sum(gold < len(self.gold.claims) for _, gold in self.pairs)


def paired_with_gold(ours: Sequence[str], gold: GoldSentence) -> tuple[tuple[int, int], ...]:
    """One-to-one pairs of our claims with all gold claims of the sentence."""
    return tuple(matched(similarities(ours, [*gold.claims, *gold.others]), SAME))


@lru_cache(4096)  # the resamples of an interval ask again and again
def unresolved(claim: str) -> str:
    """The pronoun or bare reference in a claim that nothing in it resolves; "" where it stands alone.

    At the beginning a pronoun has nothing before it. Later, "his" or "it" may mean what was named before in
    the claim, so it passes where a noun stands before it; "this region", "the latter" do not pass anywhere.
    """
    plain = _EMPTY_IT.sub("", claim)
    found = (plain == claim and _SUBJECT.match(claim)) or _BARE.search(plain)
    if found:
        return found.group().strip()
    for match in _PRONOUN.finditer(plain):
        if not _NOUN.search(plain[: match.start()]):
            return match.group()
    return ""


@lru_cache(4096)
def meaning_kept(claim: str, gold: GoldSentence) -> bool:
    """Whether a claim is near a gold claim, or says only what the sentence standing alone says.

    The latter: numbers that the sentence has, the same polarity, and `KEPT` of its words there or in the
    sentence's gold claims.
    """
    golds = [*gold.claims, *gold.others]
    if matched(similarities([claim], golds), SAME):
        return True
    if not numbers(claim) <= numbers(f"{gold.standing_alone} {' '.join(golds)}"):
        return False
    if negative(claim) and not any(negative(text) for text in (gold.standing_alone, *golds)):
        return False
    held = stems(" ".join((gold.standing_alone, *golds)))
    return covered(stems(claim), held) >= KEPT


def detection_f1(outcomes: Sequence[SentenceOutcome]) -> float:
    """F1 of check-worthy: a sentence is held for check-worthy where a claim was found in it."""
    both = sum(o.gold.check_worthy and bool(o.claims) for o in outcomes)
    either = sum(o.gold.check_worthy for o in outcomes) + sum(bool(o.claims) for o in outcomes)
    return 2 * both / either if either else 0.0


def detection_precision(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of the sentences with a claim of ours, the share that is check-worthy."""
    return _share([o.gold.check_worthy for o in outcomes if o.claims])


def detection_recall(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of the check-worthy sentences, the share with a claim of ours."""
    return _share([bool(o.claims) for o in outcomes if o.gold.check_worthy])


def claim_precision(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of our claims, the share that is a gold claim; those that are gold claims but no facts count as right."""
    given = sum(len(o.claims) for o in outcomes)
    return sum(len(o.pairs) for o in outcomes) / given if given else 0.0


def claim_recall(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of the factual gold claims, the share that we found."""
    wanted = sum(len(o.gold.claims) for o in outcomes)
    return sum(o.right for o in outcomes) / wanted if wanted else 0.0


def correctness(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of our claims, the share that a gold claim is or holds, or that holds one: however either is split."""
    held = [(o, place, claim) for o in outcomes for place, claim in enumerate(o.claims)]
    return _share(
        [
            any(ours == place for ours, _ in o.pairs) or correct(claim, [*o.gold.claims, *o.gold.others])
            for o, place, claim in held
        ]
    )


def completeness(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of the factual gold claims, the share that our claims say, each or together."""
    held = [(o, place, claim) for o in outcomes for place, claim in enumerate(o.gold.claims)]
    return _share(
        [any(gold == place for _, gold in o.pairs) or complete(claim, o.claims) for o, place, claim in held]
    )


def standing_alone(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of our claims, the share without an unresolved pronoun or bare reference."""
    return _share([not unresolved(claim) for o in outcomes for claim in o.claims])


def decontextualised(outcomes: Sequence[SentenceOutcome]) -> float:
    """Of our claims in check-worthy sentences, the share that stands alone and whose meaning is kept."""
    held = [(claim, o.gold) for o in outcomes if o.gold.check_worthy for claim in o.claims]
    return _share([not unresolved(claim) and meaning_kept(claim, gold) for claim, gold in held])


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


MEASURES: dict[str, Callable[[Sequence[SentenceOutcome]], float]] = {
    "detection F1": detection_f1,
    "detection precision": detection_precision,
    "detection recall": detection_recall,
    "claims, precision": claim_precision,
    "claims, recall": claim_recall,
    "correct, however split": correctness,
    "complete, however split": completeness,
    "standing alone": standing_alone,
    "decontextualised": decontextualised,
}


def scored(outcomes: Sequence[SentenceOutcome]) -> dict[str, Score]:
    """Every measure with its 95 % interval; `cases` counts sentences, documents are resampled."""
    documents: dict[str, list[SentenceOutcome]] = {}
    for outcome in outcomes:
        documents.setdefault(outcome.document, []).append(outcome)
    held = list(documents.values())
    found = {}
    for name, measure in MEASURES.items():
        score = interval(held, over_all(measure))
        found[name] = score.model_copy(update={"cases": len(outcomes)})
    return found


def over_all(
    measure: Callable[[Sequence[SentenceOutcome]], float],
) -> Callable[[Sequence[Sequence[SentenceOutcome]]], float]:
    """The measure over the sentences of documents."""
    return lambda documents: measure([outcome for document in documents for outcome in document])
