"""A batch in several processes is the batch in one: its reports, its limits, and nothing paid twice."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.batches.helpers import WORTH, divisible, processes_for
from claimcheck.batches.job import Job
from claimcheck.batches.wire import Gone, Wire
from claimcheck.errors import InputError
from claimcheck.evidence.options import EmbeddingOptions, EvidenceOptions
from tests.batches.model_server import ModelServer
from tests.batches.stories import ROOT, command, environment, reports_in, run, write_references, write_stories

SPAWNED = """
from multiprocessing.context import SpawnProcess
from claimcheck.batches import helpers
from claimcheck.cli import main

start = SpawnProcess.start
SpawnProcess.start = lambda self: (print("one helper, started anew", flush=True), start(self))
helpers._FORKED = False
helpers.HelpersPiece._here = None  # no work of a helper that is gone is done in its place
main()
"""
linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="children are found in /proc")


def batch(place: Path, server: ModelServer, out: str, processes: int, *more: object) -> list[object]:
    where = ["-o", place / out, "-r", write_references(place / "references"), "--model", "m"]
    where += ["--base-url", server.address, "--workers", 6, "--processes", processes]
    return ["batch", place / "s", *where, *more]


def children(pid: int) -> list[int]:
    threads = Path(f"/proc/{pid}/task")
    return [int(one) for task in threads.iterdir() for one in (task / "children").read_text().split()]


def started(place: Path, server: ModelServer, processes: int) -> subprocess.Popen[str]:
    """The batch in the background, with some answers given."""
    line = command(*batch(place, server, "out", processes))
    process = subprocess.Popen(
        line, cwd=ROOT, env=environment(place / "cache"), stderr=subprocess.PIPE, text=True
    )
    while server.asked < 4:
        assert process.poll() is None
        time.sleep(0.01)
    return process


def gone(pid: int) -> bool:
    """Whether a process has ended, within ten seconds."""
    for _ in range(500):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.timeout(600)
def test_two_processes_give_the_reports_of_one_and_ask_nothing_twice(
    tmp_path: Path, server: ModelServer
) -> None:
    stories = write_stories(tmp_path / "s", 8)
    (stories / "again.txt").write_text((stories / "story-001.txt").read_text())  # the same questions at once
    (stories / "empty.txt").write_text("")
    alone = run(tmp_path / "one", *batch(tmp_path, server, "alone", 1), timeout=300)
    asked = server.asked
    server.bodies.clear()
    both = run(tmp_path / "two", *batch(tmp_path, server, "both", 2), timeout=300)
    assert (alone.returncode, both.returncode) == (0, 0), both.stderr
    assert reports_in(tmp_path / "both") == reports_in(tmp_path / "alone")
    assert len(reports_in(tmp_path / "both")) == 9
    assert (
        both.stdout.replace("both", "alone") == alone.stdout
    )  # calls, tokens and what could not be read, too
    assert (server.asked, server.twice) == (asked, 0)


@pytest.mark.timeout(600)
def test_helpers_that_are_started_anew_give_the_same_reports(tmp_path: Path, server: ModelServer) -> None:
    """As where a process cannot be forked: macOS, Windows."""
    write_stories(tmp_path / "s", 4)
    alone = run(tmp_path / "one", *batch(tmp_path, server, "alone", 1), timeout=300)
    asked = server.asked
    server.bodies.clear()
    both = subprocess.run(
        [sys.executable, "-c", SPAWNED, *map(str, batch(tmp_path, server, "both", 2))],
        cwd=ROOT,
        env=environment(tmp_path / "two"),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (alone.returncode, both.returncode) == (0, 0), both.stderr
    assert both.stdout.startswith("one helper, started anew\n")
    assert reports_in(tmp_path / "both") == reports_in(tmp_path / "alone")
    assert (server.asked, server.twice) == (asked, 0)


@linux
@pytest.mark.timeout(600)
def test_the_work_of_a_killed_helper_is_done_over(tmp_path: Path, server: ModelServer) -> None:
    write_stories(tmp_path / "s", 8)
    server.delay = 0.3
    process = started(tmp_path, server, 3)
    helpers = children(process.pid)
    assert len(helpers) == 2
    os.kill(helpers[0], signal.SIGKILL)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 0, told
    assert "Traceback" not in told
    assert len(reports_in(tmp_path / "out")) == 8
    assert not any(one["failures"] for one in reports_in(tmp_path / "out").values())
    assert server.twice == 0


@linux
@pytest.mark.timeout(600)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_helpers_end_with_their_process_and_keep_nobody_from_the_run(
    tmp_path: Path, server: ModelServer, number: signal.Signals
) -> None:
    write_stories(tmp_path / "s", 8)
    server.delay, server.kept = 0.3, tmp_path / "cache" / "answers.db"
    process = started(tmp_path, server, 2)
    (helper,) = children(process.pid)
    process.send_signal(number)
    process.communicate(timeout=60)
    assert gone(helper)
    result = run(tmp_path / "cache", *batch(tmp_path, server, "out", 2), timeout=300)
    assert result.returncode == 0, result.stderr
    assert len(reports_in(tmp_path / "out")) == 8
    assert server.needless == 0


@pytest.mark.timeout(300)
def test_a_limit_of_calls_holds_over_all_processes(tmp_path: Path, server: ModelServer) -> None:
    write_stories(tmp_path / "s", 8)
    result = run(tmp_path / "cache", *batch(tmp_path, server, "out", 2, "--max-calls", 5), timeout=200)
    assert result.returncode == 6, result.stderr
    assert server.asked <= 5
    assert "--max-calls" in result.stdout


def test_helpers_are_for_many_articles_and_folders_alone(tmp_path: Path) -> None:
    job = Job(
        inputs=(), folder="out", references=(str(tmp_path),), model="m", base_url="http://127.0.0.1:9/v1"
    )
    server = EvidenceOptions(embeddings=EmbeddingOptions(model="e", base_url="http://127.0.0.1:9/v1"))
    assert divisible(job)
    others: list[dict[str, Any]] = [{"references": ("wikipedia",)}, {"model": None}, {"evidence": server}]
    for other in others:
        assert not divisible(job.model_copy(update=other))
        assert processes_for(job.model_copy(update=other), 1000, 2) == 1
    assert processes_for(job, WORTH - 1, None) == 1
    assert processes_for(job, 1, 3) == 3


def on_a_wire(work: Callable[[Wire], Any], **does: Callable[..., Any]) -> Any:
    async def both() -> Any:
        one, other = socket.socketpair()
        near, far = Wire(one, {}), Wire(other, does)
        listening = [asyncio.ensure_future(side.listen()) for side in (near, far)]
        try:
            return await work(near)
        finally:
            for task in listening:
                task.cancel()

    return asyncio.run(both())


async def doubled(number: int) -> int:
    await asyncio.sleep(0.01 * (3 - number))  # the last that is asked is answered first
    return 2 * number


async def unreadable() -> None:
    raise InputError("there is nothing in it")


async def strange() -> None:
    class Strange(Exception):
        """One that no other process knows."""

    raise Strange("so it is")


def test_each_call_gets_its_own_answer() -> None:
    async def three(wire: Wire) -> list[int]:
        return await asyncio.gather(*(wire.call("doubled", number) for number in range(3)))

    assert on_a_wire(three, doubled=doubled) == [0, 2, 4]


def test_what_is_raised_there_is_raised_here() -> None:
    with pytest.raises(InputError, match="there is nothing in it"):
        on_a_wire(lambda wire: wire.call("unreadable"), unreadable=unreadable)
    with pytest.raises(RuntimeError, match="Strange: so it is"):
        on_a_wire(lambda wire: wire.call("strange"), strange=strange)


def test_a_call_to_a_side_that_is_gone_fails() -> None:
    async def cut_off() -> None:
        one, other = socket.socketpair()
        wire = Wire(one, {})
        listening = asyncio.ensure_future(wire.listen())
        call = asyncio.ensure_future(wire.call("anything"))
        await asyncio.sleep(0.05)
        other.close()
        with pytest.raises(Gone):
            await call
        with pytest.raises(Gone):
            await wire.call("more")
        await listening

    asyncio.run(cut_off())
