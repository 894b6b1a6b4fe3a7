"""Grounding: the exact characters of the article that a claim comes from."""

from __future__ import annotations

from claimcheck.claims.words import content_words, stems
from claimcheck.domain import Article, Sentence, Span

FAR = 4  # content words in a row that the claim does not have


def ground(article: Article, sentence: Sentence, claim: str) -> Span:
    """The stretch of the sentence that holds the words it shares with the claim.

    Shared words that lie far from the rest are left out: a name may well recur in another clause.

    The whole sentence where they share fewer than two: a span is never missing and never wrong about
    which sentence was read. `article.text[span.start:span.end] == span.quotation` holds always.
    """
    wanted = stems(claim)
    cluster = _densest([(word in wanted, start, end) for word, start, end in content_words(sentence.text)])
    start, end = (cluster[0][0], cluster[-1][1]) if len(cluster) > 1 else (0, len(sentence.text))
    first, last = sentence.start + start, sentence.start + end
    return Span(start=first, end=last, quotation=article.text[first:last])


def _densest(words: list[tuple[bool, int, int]]) -> list[tuple[int, int]]:
    """Of the runs of shared words that lie less than `FAR` words apart, the one with most of them."""
    runs: list[list[tuple[int, int]]] = [[]]
    missed = 0
    for shared, start, end in words:
        if not shared:
            missed += 1
            continue
        if missed >= FAR and runs[-1]:
            runs.append([])
        missed = 0
        runs[-1].append((start, end))
    return max(runs, key=len)
