"""A large archive: `nice -n 19 python benchmarks/million_passages.py [passages]` (default: a million).

Documents of three passages with made-up words, whose frequencies fall off as a language's do (Zipf), are written as
JSON files of a thousand; then they are indexed, opened again, one file is changed, and 200 questions are asked.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from claimcheck.evidence import FolderSource, Query

SYLLABLES = "ka ro mi ten sol var ne lu pra dim os ter gan li fo bre".split()
WORDS, EACH, IN_A_FILE, PASSAGES = 100_000, 40, 1000, 3


class Words:
    """A vocabulary and how often each word comes."""

    def __init__(self, rng: random.Random) -> None:
        made: dict[str, None] = {}
        while len(made) < WORDS:
            made["".join(rng.choices(SYLLABLES, k=rng.randint(1, 6)))] = None
        self._rng, self._words = rng, list(made)
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

    def some(self, count: int) -> str:
        return " ".join(self._rng.choices(self._words, cum_weights=self._weights, k=count))


def write(folder: Path, words: Words, rng: random.Random, passages: int) -> None:
    """Files of `IN_A_FILE` documents each, until there are so many passages."""
    for number in range(max(1, passages // (IN_A_FILE * PASSAGES))):
        write_file(folder / f"{number}.json", words, rng)


def write_file(path: Path, words: Words, rng: random.Random) -> None:
    held = [
        {
            "title": words.some(4),
            "published": f"{rng.randint(1990, 2024)}-01-01",
            "text": "\n\n".join(
                f"{words.some(EACH).capitalize()} {rng.randint(1, 9999)} in {rng.randint(1990, 2024)}."
                for _ in range(PASSAGES)
            ),
        }
        for _ in range(IN_A_FILE)
    ]
    path.write_text(json.dumps(held), encoding="utf-8")


def size(folder: Path) -> float:
    """Of all files below a folder, in MiB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def memory() -> float:
    """The most that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def asked(source: FolderSource, words: Words, rng: random.Random) -> list[float]:
    """Milliseconds that 200 questions took, in order."""
    taken = []
    for _ in range(200):
        query = Query(
            text=words.some(12), numbers=(str(rng.randint(1, 9999)),), dates=(str(rng.randint(1990, 2024)),)
        )
        start = time.perf_counter()
        source.search(query, 5)
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)


def main(passages: int) -> None:
    """Writes, indexes, opens again, changes one file, asks; prints what each took."""
    rng = random.Random(7)
    words = Words(rng)
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "archive"), Path(place, "cache")
        folder.mkdir()
        write(folder, words, rng, passages)
        print(f"documents on disk: {size(folder):.0f} MiB; memory before: {memory():.0f} MiB", flush=True)
        start, cpu = time.perf_counter(), time.process_time()
        status = FolderSource(folder, cache).status()
        print(
            f"{status.documents} documents, {status.passages} passages: indexed in {time.perf_counter() - start:.0f} s "
            f"({time.process_time() - cpu:.0f} s of processor), {size(cache):.0f} MiB on disk, "
            f"{memory():.0f} MiB of memory at most",
            flush=True,
        )
        start = time.perf_counter()
        source = FolderSource(folder, cache)
        source.status()
        print(f"opened unchanged in {time.perf_counter() - start:.2f} s", flush=True)
        taken = asked(source, words, rng)
        print(
            f"answers in {statistics.median(taken):.1f} ms (median), {taken[190]:.1f} ms (95th of 100)",
            flush=True,
        )
        write_file(folder / "0.json", words, rng)
        start = time.perf_counter()
        FolderSource(folder, cache).status()
        print(f"one file of {IN_A_FILE} documents changed: up to date in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
