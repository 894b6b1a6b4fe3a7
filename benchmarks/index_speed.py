"""How fast a folder of references is indexed and answers: `python benchmarks/index_speed.py [documents]`."""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from claimcheck.evidence import FolderSource, Query

SYLLABLES = "ka ro mi ten sol var ne lu pra dim os ter gan li fo bre".split()


def words(rng: random.Random, count: int) -> str:
    """Made-up words whose frequencies fall off as those of a language do."""
    return " ".join(
        "".join(SYLLABLES[min(15, int(rng.paretovariate(1.0)) - 1)] for _ in range(rng.randint(2, 4)))
        for _ in range(count)
    )


def beside(folder: Path, questions: list[Query]) -> str:
    """The same passages in SQLite FTS5, asked the same words: what building and answering took."""
    from claimcheck.evidence.documents import read_documents
    from claimcheck.evidence.passages import passages_of

    start = time.perf_counter()
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='porter')")
    for path in sorted(folder.iterdir()):
        for document in read_documents(path, path.read_bytes()):
            held = [(passage.text,) for passage in passages_of(document, "notes", path.name)]
            base.executemany("INSERT INTO passages VALUES (?)", held)
    built, taken = time.perf_counter() - start, []
    for query in questions:
        words = " OR ".join(f'"{word}"' for word in (*query.text.split(), *query.numbers))
        start = time.perf_counter()
        base.execute(
            "SELECT text, rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 5", (words,)
        ).fetchall()
        taken.append(1000 * (time.perf_counter() - start))
    return f"SQLite FTS5 in memory: indexed in {built:.1f} s, answers in {statistics.median(taken):.1f} ms (median)"


def main(documents: int) -> None:
    """Writes the documents, indexes them twice, asks 200 questions, and prints a line of what it took."""
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "notes"), Path(place, "cache")
        folder.mkdir()
        for number in range(documents):
            text = "\n\n".join(
                f"{words(rng, 60).capitalize()} {rng.randint(1, 999)} in {rng.randint(1990, 2024)}."
                for _ in range(3)
            )
            (folder / f"{number}.md").write_text(f"---\ntitle: {words(rng, 4)}\n---\n{text}\n")
        start = time.perf_counter()
        status = FolderSource(folder, cache).status()
        built = time.perf_counter() - start
        start = time.perf_counter()
        source = FolderSource(folder, cache)
        source.status()
        again = time.perf_counter() - start
        taken = []
        questions = [Query(text=words(rng, 12), numbers=(str(rng.randint(1, 999)),)) for _ in range(200)]
        for query in questions:
            start = time.perf_counter()
            source.search(query, 5)
            taken.append(1000 * (time.perf_counter() - start))
        other = beside(folder, questions)
    taken.sort()
    print(
        f"{status.documents} documents, {status.passages} passages: indexed in {built:.1f} s, opened unchanged in "
        f"{again:.1f} s, answers in {statistics.median(taken):.1f} ms (median), {taken[190]:.1f} ms (95th of 100)"
    )
    print(other)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
