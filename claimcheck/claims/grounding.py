"""Grounding: the exact characters of the article that a claim comes from."""

from __future__ import annotations

from claimcheck.claims.words import content_words, stems
from claimcheck.domain import Article, Sentence, Span


def ground(article: Article, sentence: Sentence, claim: str) -> Span:
    """The shortest stretch of the sentence that holds all the words it shares with the claim.

    The whole sentence where they share fewer than two: a span is never missing and never wrong about
    which sentence was read. `article.text[span.start:span.end] == span.quotation` holds always.
    """
    wanted = stems(claim)
    shared = [(start, end) for word, start, end in content_words(sentence.text) if word in wanted]
    if len(shared) < 2:
        start, end = 0, len(sentence.text)
    else:
        start, end = shared[0][0], shared[-1][1]
    first, last = sentence.start + start, sentence.start + end
    return Span(start=first, end=last, quotation=article.text[first:last])
