"""Articles and references for the tests of batches, each different, written for them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PLACES = "Ashford Brackwell Corley Dunmore Eastleigh Farnham Gosford Harwick Ilford Kelso".split()


def story(number: int) -> str:
    """A short article of four checkable sentences."""
    place, year = PLACES[number % len(PLACES)], 1950 + number % 70
    return (
        f"The bridge in {place} was opened by Ana Ruiz on 8 March {year}. "
        f"The bridge in {place} is {600 + number} metres long. "
        f"The town of {place} had {20000 + 13 * number} inhabitants in {year}. "
        f"Lena Ortiz built the harbour of {place} in {year - 4} for {number + 2} million euros.\n"
    )


def write_stories(folder: Path, count: int) -> Path:
    """That many articles as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"story-{number:03d}.txt").write_text(story(number))
    return folder


def write_references(folder: Path) -> Path:
    """A note on each place."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, place in enumerate(PLACES):
        told = (
            f"On 8 March {1950 + number} Ana Ruiz opened the bridge in {place}, a work of steel and stone. "
            f"Nobody had asked the ferrymen of {place} what they thought of it."
        )
        (folder / f"{place}.md").write_text(
            f"---\ntitle: {place}\npublisher: The {place} Record\n---\n{told}\n"
        )
    return folder


def command(*arguments: object) -> list[str]:
    """The command line of claimcheck."""
    return [sys.executable, "-m", "claimcheck.cli", *map(str, arguments)]


def environment(cache: Path) -> dict[str, str]:
    """An environment whose cache is that folder, without keys."""
    held = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    return held | {"CLAIMCHECK_CACHE": str(cache)}


def run(cache: Path, *arguments: object, timeout: float = 100) -> subprocess.CompletedProcess[str]:
    """claimcheck to its end."""
    return subprocess.run(
        command(*arguments),
        cwd=ROOT,
        env=environment(cache),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def reports_in(folder: Path) -> dict[str, Any]:
    """The reports of a folder by file, without what two runs differ in: times and what was paid."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        if path.name == "batch.json":
            continue
        report = json.loads(path.read_text())
        for name in ("started", "seconds", "usage"):
            del report["provenance"][name]
        found[path.name] = report
    return found


def told_of(stdout: str, words: str) -> int:
    """How many articles a batch's summary tells of with these words: a line may stand for several."""
    more = re.compile(r"^  \S+(?: and (\d+) more)?: ")
    lines = [(found, line) for line in stdout.splitlines() if (found := more.match(line)) and words in line]
    return sum(1 + int(found.group(1) or 0) for found, _ in lines)
