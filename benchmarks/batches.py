"""Runs `claimcheck batch` on made-up articles against the test server, and says what that took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import made
from benchmarks.server.running import ROOT, Served


@dataclass(frozen=True)
class Took:
    """`seconds` by the clock from start to end of the process, `processor` its own seconds, `peak` MiB of memory.

    `account` is the server's; what is read from it leaves out starting and ending.
    """

    articles: int
    words: int
    workers: int
    seconds: float
    processor: float
    peak: float
    account: dict[str, Any]

    def row(self) -> dict[str, Any]:
        """The numbers for a table."""
        held = {name: value for name, value in asdict(self).items() if name != "account"}
        held |= {name: self.account[name] for name in ("calls", "span")}
        return {k: round(v, 2) if isinstance(v, float) else v for k, v in held.items()}


def run(server: Served, articles: int, words: int, workers: int, **settings: float) -> Took:
    """Checks so many articles of so many words, `workers` at a time; `settings` are the server's."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "stories").mkdir()
        for number in range(articles):
            (place / "stories" / f"{number:05}.txt").write_text(made.text(number, words), encoding="utf-8")
        made.write_references(place / "notes", min(articles, NOTES), min(words, LONGEST_NOTE))
        server.settings(**settings)
        return _measured(server, place, articles, words, workers)


NOTES = 20  # articles of which there are notes
LONGEST_NOTE = 2000  # words of an article that its notes go by


def _measured(server: Served, place: Path, articles: int, words: int, workers: int) -> Took:
    command = [
        sys.executable,
        "-m",
        "claimcheck.cli",
        "batch",
        str(place / "stories"),
        "-o",
        str(place / "out"),
    ]
    command += ["-r", str(place / "notes"), "--model", "stand-in", "--base-url", server.base_url]
    environment = os.environ | {"CLAIMCHECK_CACHE": str(place / "cache"), "OPENAI_API_KEY": "none"}
    begun = time.perf_counter()
    with (place / "told").open("wb") as told:
        process = subprocess.Popen(
            [*command, "--workers", str(workers)], cwd=ROOT, env=environment, stdout=told, stderr=told
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or len(list((place / "out").glob("*.json"))) < articles:
        raise SystemExit(f"the batch failed ({process.returncode}):\n{(place / 'told').read_text()[-2000:]}")
    seconds = time.perf_counter() - begun
    processor = used.ru_utime + used.ru_stime
    return Took(articles, words, workers, seconds, processor, used.ru_maxrss / 1024, server.account())
