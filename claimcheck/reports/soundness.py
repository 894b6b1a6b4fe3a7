"""Whether a report holds together: what it quotes stands where it says, and what it names is there.

A run writes no other report. One that was damaged or changed by hand could show a quotation that nobody wrote.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.domain import Article, Citation, Claim, Passage, Report, Verdict


def faults(report: Report) -> list[str]:
    """What is not as a run leaves it, a few words each; empty where the report holds together."""
    numbers = {claim.id: number for number, claim in enumerate(report.claims, 1)}
    return [
        *_of_article(report.article),
        *_of_ledger(report),
        *_twice("claim", (claim.id for claim in report.claims)),
        *(fault for n, claim in enumerate(report.claims, 1) for fault in _of_claim(n, claim, report.article)),
        *_named("verdict", (verdict.claim for verdict in report.verdicts), numbers),
        *(fault for verdict in report.verdicts for fault in _of_verdict(numbers.get(verdict.claim), verdict)),
        *_named("decision", (decision.claim for decision in report.decisions), numbers),
        *_there("decision", (decision.claim for decision in report.past_decisions), numbers),
        *_there("note", (note.claim for note in report.review_notes), numbers),
    ]


def _stands(text: str, start: int, end: int, words: str) -> bool:
    return 0 <= start < end and text[start:end] == words


def _of_article(article: Article) -> Iterator[str]:
    if article.sha256 not in ("", hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()):
        yield "the article's text is not the one whose SHA-256 it bears"
    for place, sentence in enumerate(article.sentences):
        at_home = _stands(article.text, sentence.start, sentence.end, sentence.text)
        if not at_home or sentence.index != place:
            yield f"sentence {place + 1} does not stand in the article where it says"


def _of_ledger(report: Report) -> Iterator[str]:
    for entry in report.ledger:
        if not 0 <= entry.sentence < len(report.article.sentences):
            yield "its ledger names a sentence that the article does not have"


def _of_claim(number: int, claim: Claim, article: Article) -> Iterator[str]:
    if not all(_stands(article.text, span.start, span.end, span.quotation) for span in claim.spans):
        yield f"claim {number} does not stand in the article where it says"


def _of_verdict(number: int | None, verdict: Verdict) -> Iterator[str]:
    passages = {passage.id: passage for passage in verdict.evidence}
    if not all(_is_verbatim(citation, passages.get(citation.passage)) for citation in verdict.citations):
        yield f"the verdict on claim {number} quotes what none of its passages says there"


def _is_verbatim(citation: Citation, passage: Passage | None) -> bool:
    return passage is not None and _stands(passage.text, citation.start, citation.end, citation.quotation)


def _named(what: str, named: Iterable[str], numbers: dict[str, int]) -> Iterator[str]:
    """The faults of what is on a claim by its id: each on one that is there, and at most one on each."""
    held = list(named)
    yield from _there(what, held, numbers)
    yield from _twice(what, held)


def _there(what: str, named: Iterable[str], numbers: dict[str, int]) -> Iterator[str]:
    if any(name not in numbers for name in named):
        yield f"it holds a {what} on a claim that it does not have"


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    if any(count > 1 for count in Counter(names).values()):
        yield (
            f"it holds more than one {what} of the same claim"
            if what != "claim"
            else "two claims bear one id"
        )
