"""How long the articles of a killed worker lie before the other has them: `python -m tests.batches.takeover 5`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import sqlalchemy as sa

from tests.batches.model_server import model_server
from tests.batches.postgres import Postgres, postgres
from tests.batches.stories import write_references, write_stories
from tests.batches.test_workers_on_postgresql import handed_over, wait_until, worker


def pending(database: Postgres) -> dict[str, str]:
    """Workflow → the process that works on it."""
    engine = sa.create_engine(database.url.replace("postgresql://", "postgresql+psycopg://"))
    query = "SELECT workflow_uuid, executor_id FROM dbos.workflow_status WHERE status = 'PENDING'"
    try:
        with engine.connect() as db:
            return {workflow: executor for workflow, executor in db.execute(sa.text(query))}
    except sa.exc.ProgrammingError:  # the tables are just being made
        return {}
    finally:
        engine.dispose()


def taken_over(home: Path, database: Postgres) -> tuple[float, int]:
    """Seconds from the kill until no article is the dead worker's, and how many it had."""
    write_references(home / "references")
    write_stories(home / "stories", 24)
    with model_server() as server, worker(home, "one", database) as one, worker(home, "two", database):
        server.delay = 1.0
        batch = handed_over(home, server, database)
        mine = f"-{one.pid}-"
        wait_until(lambda: len(set(pending(database).values())) == 2 and server.asked > 4, batch)
        one.kill()
        killed = time.monotonic()
        had = sum(mine in executor for executor in pending(database).values())
        wait_until(lambda: not any(mine in executor for executor in pending(database).values()), batch)
        seconds = time.monotonic() - killed
        assert batch.wait(1200) == 0
        return seconds, had


def main() -> None:
    """Prints each time."""
    with postgres() as database:
        for _ in range(int(sys.argv[1])):
            with tempfile.TemporaryDirectory() as folder:
                seconds, had = taken_over(Path(folder), database)
                print(f"{had} articles taken over in {seconds:.2f} s", flush=True)


if __name__ == "__main__":
    main()
