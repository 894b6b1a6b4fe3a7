"""A batch that is killed again and again gives the reports of one that nobody disturbed, and pays nothing twice."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.batches.killing import measured
from tests.batches.model_server import ModelServer
from tests.batches.stories import ROOT, command, environment, reports_in, run, write_stories


@pytest.mark.timeout(900)
def test_five_kills_of_twenty_articles_lose_and_change_nothing(tmp_path: Path) -> None:
    found = measured(tmp_path, articles=20, kills=5)
    assert (found.code, found.kills) == (0, 5), found.out
    assert "20 articles: 20 reported." in found.out
    assert (found.missing, found.different, found.needless) == (0, 0, 0)
    assert (
        found.kept == found.questions
    )  # every answer is in the store: the count of needless ones means something


@pytest.mark.timeout(600)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_says_how_to_go_on_and_loses_nothing(
    tmp_path: Path, server: ModelServer, number: signal.Signals
) -> None:
    server.delay, server.kept = 0.5, tmp_path / "cache" / "answers.db"
    where = ["-o", tmp_path / "out", "--model", "m", "--base-url", server.address]
    line = command("batch", write_stories(tmp_path / "s", 6), *where)
    process = subprocess.Popen(
        line, cwd=ROOT, env=environment(tmp_path / "cache"), stderr=subprocess.PIPE, text=True
    )
    while server.asked < 3:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    _, told = process.communicate(timeout=100)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert "interrupted" in told.splitlines()[-1]
    again = told.splitlines()[-1].split("To go on: claimcheck ")[1].split()
    result = run(tmp_path / "cache", *again, timeout=300)
    assert result.returncode == 0, result.stderr
    assert len(reports_in(tmp_path / "out")) == 6
    assert server.needless == 0
