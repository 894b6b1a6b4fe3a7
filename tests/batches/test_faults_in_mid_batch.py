"""Whatever fails in mid-batch, every article is reported or listed with its reason, and resuming completes it."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.server.stand_in import completion
from claimcheck.batches.database import open_file
from claimcheck.batches.store import Store
from tests.batches.conftest import Batch
from tests.batches.model_server import Fault, ModelServer
from tests.batches.stories import reports_in, told_of, write_stories
from tests.batches.test_batches_on_the_command_line import run_id


def for_a_while(after: int, seconds: float, status: int, headers: dict[str, str]) -> Fault:
    """Refuses for so many seconds, once so many answers were given."""
    begun: list[float] = []

    def fault(server: ModelServer) -> tuple[int, dict[str, str]] | None:
        if server.asked < after:
            return None
        begun.append(time.monotonic())
        return (status, headers) if begun[-1] - begun[0] < seconds else None

    return fault


def broken_off(share: float) -> Fault:
    """Closes connections at random."""
    chance = random.Random(7)

    def fault(server: ModelServer) -> None:
        if chance.random() < share:
            raise ConnectionResetError

    return fault


@pytest.mark.parametrize(
    "fault",
    [
        for_a_while(5, 2.0, 429, {"retry-after": "1"}),
        for_a_while(5, 2.0, 503, {}),
        broken_off(0.3),
    ],
    ids=["over its limit for a while", "away for a while", "breaking off at random"],
)
def test_a_service_that_comes_back_costs_no_article(
    batch: Batch, server: ModelServer, tmp_path: Path, fault: Fault
) -> None:
    server.fault = fault
    result = batch(write_stories(tmp_path / "s", 6))
    assert result.exit_code == 0, result.output
    assert "6 articles: 6 reported." in result.stdout
    assert server.twice == 0


def test_a_service_that_stays_away_is_told_and_resuming_completes(
    batch: Batch, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.batches.bench.PATIENCE", 0.2)
    server.fault = for_a_while(10, 1e9, 503, {})
    result = batch(write_stories(tmp_path / "s", 10), "--workers", "2")
    assert result.exit_code == 4, result.output
    reported = int(result.stdout.split(" reported")[0].split()[-1]) if " reported" in result.stdout else 0
    assert told_of(result.stdout, "503") + reported == 10
    assert told_of(result.stdout, "not tried") >= 1
    server.fault = None
    resumed = batch("resume", run_id(result.stderr), command="runs")
    assert resumed.exit_code == 0, resumed.output
    assert "10 articles: 10 reported." in resumed.stdout
    assert server.twice == 0


def test_a_refused_key_does_not_cost_a_call_an_article(
    batch: Batch, server: ModelServer, tmp_path: Path
) -> None:
    refusals = []

    def refuse(server: ModelServer) -> tuple[int, dict[str, str]]:
        refusals.append(1)
        return 401, {}

    server.fault = refuse
    result = batch(write_stories(tmp_path / "s", 30), "--workers", "1")
    assert result.exit_code == 4
    assert told_of(result.stdout, "wants a key (401), check OPENAI_API_KEY") == 30
    assert len(refusals) <= 3 * 4  # three articles of four sentences


@pytest.mark.parametrize("status", [400, 200], ids=["all refused, as when credit ends", "no completions"])
def test_articles_that_nothing_is_answered_to_are_not_reported_and_resuming_completes(
    batch: Batch, server: ModelServer, tmp_path: Path, status: int
) -> None:
    server.fault = for_a_while(9, 1e9, status, {})
    result = batch(write_stories(tmp_path / "s", 12), "--workers", "1")
    assert result.exit_code == 4, result.output
    assert "3 reported, 9 stopped" in result.stdout
    server.fault = None
    resumed = batch("resume", run_id(result.stderr), command="runs")
    assert resumed.exit_code == 0, resumed.output
    assert "12 articles: 12 reported." in resumed.stdout
    assert "Unchecked" not in resumed.stdout


def test_a_model_whose_answers_cannot_be_used_is_not_paid_for_every_article(
    batch: Batch, server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(asked: dict[str, Any]) -> dict[str, Any]:
        """As of a model that thinks until no room is left for the answer."""
        held = completion(asked)
        held["choices"][0]["finish_reason"] = "length"
        return held

    monkeypatch.setattr("tests.batches.model_server.completion", cut)
    result = batch(write_stories(tmp_path / "s", 9), "--workers", "1")
    assert result.exit_code == 4, result.output
    assert "no answer of the model could be used: the model's answer was cut off" in result.stdout
    assert told_of(result.stdout, "not tried") == 6
    assert server.asked == 3 * 5  # a block, and its four sentences


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB, where this process may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = os.geteuid() == 0 and shutil.which("mount") is not None
    line = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if not mounted or subprocess.run(line, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _resize(disk: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def test_a_full_disk_of_reports_is_told_and_resuming_writes_them(
    batch: Batch, server: ModelServer, tmp_path: Path, small_disk: Path
) -> None:
    (small_disk / "ballast").write_bytes(b"x" * 560_000)
    result = batch(write_stories(tmp_path / "s", 8), "-o", small_disk / "out")
    assert result.exit_code == 4, result.output
    assert "No space left" in result.stderr
    assert not list((small_disk / "out").glob("*.part")) + list((small_disk / "out").glob(".*.part"))
    (small_disk / "ballast").unlink()
    asked = server.asked
    resumed = batch("resume", run_id(result.stderr), command="runs")
    assert resumed.exit_code == 0, resumed.output
    assert len(reports_in(small_disk / "out")) == 8
    assert server.asked == asked


def test_a_disk_with_no_room_for_an_article_is_full(tmp_path: Path, small_disk: Path) -> None:
    store, small = (Store(open_file(folder / "run.db")) for folder in (tmp_path, small_disk))
    try:
        assert store.unwritable("0" * 8) == ""
        assert small.unwritable("0" * 8) == "the disk is full"  # though so small a write does fit
    finally:
        store.engine.dispose()
        small.engine.dispose()


def test_a_full_disk_of_the_run_is_told_and_resuming_completes(
    batch: Batch, tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(small_disk))
    monkeypatch.setattr("claimcheck.batches.running.STALLED", 20.0)
    _resize(small_disk, "2500k")
    stories = write_stories(tmp_path / "s", 30)
    result = batch(stories)
    assert result.exit_code == 4, result.output
    assert "full" in result.stderr
    reported = len(reports_in(tmp_path / "out"))
    assert reported < 30
    _resize(small_disk, "50m")
    resumed = batch(stories)
    assert resumed.exit_code == 0, resumed.output
    assert len(reports_in(tmp_path / "out")) == 30
