"""WiCE (Kamoi et al. 2023): claims of Wikipedia and the whole web page that each cites, in noisy sentences.

Its labels are supported, partially supported and not supported; claimcheck's verdicts are of another scheme,
and a claim there is often a sentence of several facts. The mapping was fixed before a verdict was measured, its
two numbers by looking at the words of every second claim:

- Supported is *supported* where the evidence found has at least `WHOLLY` of the claim's words, else *partially*;
- Conflicting is *partially supported*;
- Refuted and Not Enough Evidence are *partially supported* where the evidence found has at least `PARTLY` of
  the claim's words, else *not supported*: facts that differ in part, or are there in part, are what the
  annotators called partial;
- Unchecked stays what it is, and is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claimcheck.domain import Citation, Claim, Label, Verdict
from claimcheck.evaluation.extraction.similarity import coverage

PARTLY, WHOLLY = 0.5, 0.65


class Support(StrEnum):
    """The labels of WiCE."""

    SUPPORTED = "supported"
    PARTIALLY = "partially supported"
    NOT = "not supported"


def support_of(claim: Claim, verdict: Verdict) -> str:
    """A verdict as WiCE has it; see the module."""
    if verdict.label is Label.UNCHECKED:
        return Label.UNCHECKED
    share = coverage(claim.text, " ".join(passage.text for passage in verdict.evidence))
    if verdict.label is Label.SUPPORTED:
        return Support.SUPPORTED if share >= WHOLLY else Support.PARTIALLY
    if verdict.label is Label.CONFLICTING or share >= PARTLY:
        return Support.PARTIALLY
    return Support.NOT


def cited_sentences(citations: Sequence[Citation], sentences: Sequence[str]) -> frozenset[int]:
    """The numbers of the page's sentences that our citations quote, in whole or in part."""
    quoted = [" ".join(citation.quotation.split()) for citation in citations]
    plain = [" ".join(sentence.split()) for sentence in sentences]
    return frozenset(
        number
        for number, sentence in enumerate(plain)
        if sentence and any(sentence in quotation or quotation in sentence for quotation in quoted)
    )


def sentences_f1(cited: frozenset[int], gold: Sequence[Sequence[int]]) -> float:
    """F1 against the nearest of the annotators' sets; two empty sets are the same."""
    return max((_f1(cited, frozenset(each)) for each in gold), default=_f1(cited, frozenset()))


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 1.0
