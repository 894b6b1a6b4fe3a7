"""The models of other tools make the calls that they say, and made-up articles are read as they were made."""

import pytest

from benchmarks import made
from benchmarks.patterns import PATTERNS

S, N = 15, 30
CALLS = {
    "FActScore": S + N,
    "VeriScore": S + N,
    "SAFE": S + 8 * N,
    "SAFE, all facts at once": S + 8 * N,
    "Loki, a passage a claim": 3 + N + N,
    "Loki, 15 passages a claim": 3 + N + 15 * N,
}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_has_the_calls_of_its_formula(pattern: object) -> None:
    stages = pattern.stages(S, N)  # type: ignore[attr-defined]
    assert sum(sum(stage) for stage in stages) == CALLS[pattern.name]  # type: ignore[attr-defined]


def test_a_made_article_is_read_sentence_by_sentence_and_always_the_same() -> None:
    article = made.article(3, 480)
    assert [sentence.text for sentence in article.sentences] == made.sentences(3, 480)
    assert len(article.sentences) == 15
    assert made.text(3, 480) == made.text(3, 480) != made.text(4, 480)
