"""Grounding: the exact characters of the article that a claim comes from."""

from __future__ import annotations

from claimcheck.claims.around import context_of
from claimcheck.claims.words import content_words, stems
from claimcheck.domain import Article, Sentence, Span

FAR = 4  # content words in a row that the claim does not have

Words = list[tuple[str, int, int]]  # stems with their places in the sentence


def ground(article: Article, sentence: Sentence, claim: str) -> tuple[Span, ...]:
    """The stretches of the sentence that hold the words it shares with the claim, the one with most of them first.

    Shared words that lie far from those have a stretch of their own, such as the ninth name of a list; not so where
    the claim may have them from there or from what stands before the sentence: a name may well recur in another clause.

    The whole sentence where they share fewer than two: a span is never missing and never wrong about
    which sentence was read. `article.text[span.start:span.end] == span.quotation` holds always.
    """
    runs = sorted(_runs(sentence.text, stems(claim)), key=len, reverse=True)
    if not runs or len(runs[0]) < 2:
        return (_span(article, sentence, 0, len(sentence.text)),)
    spans = [_span(article, sentence, runs[0][0][1], runs[0][-1][2])]
    if len(runs) > 1:
        held = {word for word, _, _ in runs[0]} | stems(f"{article.headline} {context_of(article, sentence)}")
        for run in runs[1:]:
            new = [place for place in run if place[0] not in held]
            if new:
                spans.append(_span(article, sentence, new[0][1], new[-1][2]))
                held |= {word for word, _, _ in new}
    return tuple(spans)


def _span(article: Article, sentence: Sentence, start: int, end: int) -> Span:
    first, last = sentence.start + start, sentence.start + end
    return Span(start=first, end=last, quotation=article.text[first:last])


def _runs(text: str, wanted: frozenset[str]) -> list[Words]:
    """The runs of wanted words of a text that lie less than `FAR` words apart."""
    runs: list[Words] = []
    missed = FAR
    for word in content_words(text):
        if word[0] not in wanted:
            missed += 1
            continue
        if missed >= FAR:
            runs.append([])
        missed = 0
        runs[-1].append(word)
    return runs
