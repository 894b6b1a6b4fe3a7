"""Kills a batch at random points, goes on with it, and compares what comes of it with an undisturbed run.

`python -m tests.batches.killing 100 20` does so for 100 articles and 20 kills and prints what was measured.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.batches.model_server import ModelServer, model_server
from tests.batches.stories import (
    ROOT,
    command,
    environment,
    reports_in,
    run,
    write_references,
    write_stories,
)

SEED = 20261124


@dataclass
class Measured:
    """What a killed batch came to."""

    kills: int
    seconds: float  # of all rounds together
    questions: int  # different ones that were answered
    answers: int  # given in all
    kept: int  # answers that are in the store at the end, of those that were given
    needless: int  # questions that were asked though their answer was in the store
    missing: int
    different: int
    code: int
    out: str


def undisturbed(home: Path, stories: Path, references: Path, server: ModelServer) -> Path:
    """The reports of a run that nobody disturbs."""
    result = run(home / "cache", *_batch(home, stories, references, server), timeout=3000)
    assert result.returncode == 0, result.stderr
    return home / "out"


def killed(
    home: Path, stories: Path, references: Path, server: ModelServer, kills: int, rest: float
) -> tuple[int, int, str]:
    """Kills the batch after random numbers of answers, then lets it end: how often, its exit code, its words.

    Each kill comes up to `rest` seconds after the answer that it waits for, so that it may fall anywhere.
    """
    chance, done = random.Random(SEED), 0
    expected = max(1, len(list(stories.iterdir())) * 2 // (kills + 1))
    for _ in range(kills):
        process = subprocess.Popen(
            command(*_batch(home, stories, references, server)),
            cwd=ROOT,
            env=environment(home / "cache"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wanted = server.asked + chance.randint(1, expected)
        while server.asked < wanted and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.random() * rest)
        done += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    result = run(home / "cache", *_batch(home, stories, references, server), timeout=3000)
    return done, result.returncode, result.stdout + result.stderr


def _batch(home: Path, stories: Path, references: Path, server: ModelServer) -> list[object]:
    where = ["-o", home / "out", "-r", references, "--model", "m", "--base-url", server.address]
    return ["batch", stories, *where, "--workers", 4]


def measured(home: Path, articles: int, kills: int, delay: float = 0.05, rest: float = 0.3) -> Measured:
    """Both runs on servers of their own, with `delay` seconds an answer."""
    stories, references = write_stories(home / "stories", articles), write_references(home / "references")
    with model_server() as server:
        calm = reports_in(undisturbed(home / "calm", stories, references, server))
    with model_server() as server:
        server.delay, server.kept = delay, home / "killed" / "cache" / "answers.db"
        begun = time.monotonic()
        done, code, out = killed(home / "killed", stories, references, server, kills, rest)
        seconds = time.monotonic() - begun
        stormy = reports_in(home / "killed" / "out")
        return Measured(
            kills=done,
            seconds=round(seconds, 1),
            questions=len(server.bodies),
            answers=server.asked,
            kept=sum(server.holds(body) for body in server.bodies),
            needless=server.needless,
            missing=len(set(calm) - set(stormy)),
            different=sum(calm[name] != without_address(stormy.get(name), calm[name]) for name in calm),
            code=code,
            out=out,
        )


def without_address(report: dict[str, object] | None, like: dict[str, object]) -> dict[str, object] | None:
    """The report with the address of the other server, which is all that the two servers differ in."""
    if report is not None:
        report["provenance"]["endpoint"] = like["provenance"]["endpoint"]  # type: ignore[index]
    return report


def main() -> None:
    """Prints what was measured."""
    articles, kills = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), articles, kills)
    print({name: value for name, value in vars(found).items() if name != "out"})
    print(found.out[-1500:])


if __name__ == "__main__":
    main()
