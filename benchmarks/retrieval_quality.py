"""Evidence found on Fool Me Twice, beside plain BM25: `python benchmarks/retrieval_quality.py FILE`.

Plain BM25 is bm25s with its defaults over the same passages, page and text together; with its English stop words,
and with a stemmer where PyStemmer is installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bm25s

from claimcheck.evaluation.retrieval import CUTS, Place, load, measured, recall


def plain(places: list[Place], stemmer: Any = None) -> Callable[[str], list[Place]]:
    """bm25s over the passages."""
    tokens = bm25s.tokenize(
        [f"{page}. {text}" for page, text in places], stopwords="en", stemmer=stemmer, show_progress=False
    )
    index = bm25s.BM25()
    index.index(tokens, show_progress=False)

    def ranked(claim: str) -> list[Place]:
        asked = bm25s.tokenize(claim, stopwords="en", stemmer=stemmer, show_progress=False)
        found, _ = index.retrieve(asked, k=max(CUTS), show_progress=False)
        return [places[i] for i in found[0]]

    return ranked


def main(path: Path) -> None:
    """Prints a line for each ranker."""
    tasks, places = load(path)
    start = time.perf_counter()
    print(
        f"claimcheck: {measured(path)}; {1000 * (time.perf_counter() - start) / len(tasks):.1f} ms a claim, index included"
    )
    print(f"bm25s: {recall(tasks, places, plain(places))}")
    try:
        import Stemmer
    except ImportError:
        print("bm25s with a stemmer: pip install PyStemmer")
    else:
        print(f"bm25s with a stemmer: {recall(tasks, places, plain(places, Stemmer.Stemmer('english')))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
