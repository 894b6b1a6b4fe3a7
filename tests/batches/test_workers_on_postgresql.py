"""Two workers on a real PostgreSQL: what a killed one leaves the other finishes; a restart loses nothing."""

import json
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.batches.killing import without_address
from tests.batches.model_server import ModelServer, model_server
from tests.batches.postgres import Postgres, postgres, programs
from tests.batches.stories import (
    ROOT,
    command,
    environment,
    reports_in,
    run,
    write_references,
    write_stories,
)

pytestmark = [
    pytest.mark.skipif(programs() is None, reason="no PostgreSQL on this machine"),
    pytest.mark.timeout(1500),
]


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    with postgres() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_references(tmp_path / "references")
    return tmp_path


@contextmanager
def worker(home: Path, name: str, database: Postgres) -> Iterator[subprocess.Popen[bytes]]:
    """A worker with a cache of its own, as on a machine of its own."""
    line = command("worker", "--database", database.url)
    with (home / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(line, cwd=ROOT, env=environment(home / name), stderr=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def handed_over(home: Path, server: ModelServer, database: Postgres) -> subprocess.Popen[str]:
    """A batch that leaves its articles to workers."""
    where = ["-o", home / "out", "-r", home / "references", "--model", "m", "--base-url", server.address]
    line = command("batch", home / "stories", *where, "--database", database.url, "--workers", "0")
    return subprocess.Popen(
        line,
        cwd=ROOT,
        env=environment(home / "batch"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def at_work(database: Postgres) -> Counter[str]:
    """How many articles each process is on."""
    engine = sa.create_engine(database.url.replace("postgresql://", "postgresql+psycopg://"))
    query = "SELECT executor_id FROM dbos.workflow_status WHERE status = 'PENDING'"
    try:
        with engine.connect() as db:
            return Counter(db.execute(sa.text(query)).scalars())
    except sa.exc.ProgrammingError:  # the tables are just being made
        return Counter()
    finally:
        engine.dispose()


def wait_until(condition: object, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 1200
    while not condition():  # type: ignore[operator]
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)


def calm_reports(home: Path, like: str) -> dict[str, object]:
    """The reports of an undisturbed run of the same articles on this machine."""
    with model_server() as server:
        where = ["-o", home / "calm", "-r", home / "references", "--model", "m", "--base-url", server.address]
        assert run(home / "calm-cache", "batch", home / "stories", *where, timeout=500).returncode == 0
        like_address = {"provenance": {"endpoint": like}}
        return {name: without_address(r, like_address) for name, r in reports_in(home / "calm").items()}


def test_the_articles_of_a_killed_worker_are_finished_by_the_other(home: Path, database: Postgres) -> None:
    write_stories(home / "stories", 12)
    with model_server() as server, worker(home, "one", database) as one, worker(home, "two", database):
        server.delay = 1.0
        batch = handed_over(home, server, database)
        wait_until(lambda: len(at_work(database)) == 2 and server.asked > 4, batch)
        one.send_signal(signal.SIGKILL)
        one.wait()
        out, err = batch.communicate(timeout=1200)
    assert batch.returncode == 0, err
    assert "12 articles: 12 reported." in out
    assert sorted(reports_in(home / "out")) == [f"story-{n:03d}.txt.json" for n in range(12)]
    assert reports_in(home / "out") == calm_reports(home, server.address)
    told = [line for line in err.splitlines() if line.startswith("[")]
    assert len(told) == len(set(told)) == 12  # none twice


def test_a_database_that_is_restarted_loses_nothing(home: Path, database: Postgres) -> None:
    write_stories(home / "stories", 8)
    with model_server() as server, worker(home, "one", database):
        server.delay = 1.0
        batch = handed_over(home, server, database)
        wait_until(lambda: server.asked > 4, batch)
        database.stop("immediate")
        time.sleep(1)
        database.start()
        out, err = batch.communicate(timeout=1200)
    assert batch.returncode == 0, err
    assert "8 articles: 8 reported." in out
    assert reports_in(home / "out") == calm_reports(home, server.address)
    held = json.loads((home / "out" / "batch.json").read_text())
    assert {article["state"] for article in held["articles"]} == {"reported"}
    assert server.twice == 0


def test_a_batch_on_a_database_divides_its_work_among_processes(home: Path, database: Postgres) -> None:
    write_stories(home / "stories", 8)
    with model_server() as server:
        where = ["-o", home / "out", "-r", home / "references", "--model", "m", "--base-url", server.address]
        more = ["--database", database.url, "--processes", "3", "--workers", "6"]
        result = run(home / "cache", "batch", home / "stories", *where, *more, timeout=500)
        assert result.returncode == 0, result.stderr
        assert "8 articles: 8 reported." in result.stdout
        assert reports_in(home / "out") == calm_reports(home, server.address)
        assert server.twice == 0
