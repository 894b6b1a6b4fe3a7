"""DBOS as it is used here: launched quietly on a run's database, one queue a run, recovery of what was left."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dbos import DBOS, DBOSConfig, SetWorkflowID

from claimcheck.batches.store import Store
from claimcheck.batches.work import check_article

APPLICATION = "claimcheck"
SHAPE = "1"  # of the workflow: raise it where its stages change, and runs that are open cannot be resumed
POLLING = 0.1  # seconds between two looks at a queue
GOING = ("ENQUEUED", "PENDING", "DELAYED")  # states of a workflow that has not ended
THREADS = 16  # for all that blocks; DBOS sets no limit, and hundreds of look-ups at once held a thread each
LOCAL = "local"  # the only process on a file: DBOS recovers what it left at launch


def queue_of(run: str) -> str:
    """The name of a run's queue."""
    return f"articles-{run}"


@contextmanager
def launched(store: Store, executor: str = LOCAL, queues: Sequence[str] | None = None) -> Iterator[None]:
    """DBOS until the block ends, taking articles from these queues, None for all; it says nothing itself.

    `executor` names this process among those that share the database.
    """
    logger = logging.getLogger("dbos")
    logger.handlers, logger.propagate = [logging.NullHandler()], False
    config: DBOSConfig = {
        "name": APPLICATION,
        "application_version": SHAPE,
        "executor_id": executor,
        "enable_otlp": False,
        "max_executor_threads": THREADS,
        "log_level": "CRITICAL",
    }
    if store.shared:
        address = store.engine.url.render_as_string(hide_password=False)
        config["system_database_url"] = address.replace("postgresql+psycopg://", "postgresql://", 1)
    else:
        config["system_database_url"] = store.engine.url.render_as_string()
        config["system_database_engine"] = store.engine
    DBOS(config=config)
    if queues is not None:
        DBOS.listen_queues(queues)
    DBOS.launch()
    try:
        yield
    finally:
        DBOS.destroy()


def hand_over(store: Store, run: str, at_a_time: int) -> None:
    """Puts the run's waiting articles on its queue, each once however often this is done.

    A process works on `at_a_time` of them at a time.
    """
    queue = queue_of(run)
    DBOS.register_queue(
        queue, worker_concurrency=at_a_time, polling_interval_sec=POLLING, on_conflict="always_update"
    )
    there = DBOS.list_workflows(queue_name=queue, load_input=False, load_output=False)
    states = {status.workflow_id: status.status for status in there}
    ended = [
        key for key, r in store.waiting(run) if states.get(_workflow(run, key, r), "PENDING") not in GOING
    ]
    store.begin_anew(run, ended)  # without an outcome, as where the disk was full
    for key, round_ in store.waiting(run):
        if _workflow(run, key, round_) not in states:
            with SetWorkflowID(_workflow(run, key, round_)):
                DBOS.enqueue_workflow(queue, check_article, run, key, round_)


def _workflow(run: str, key: str, round_: int) -> str:
    return f"{run}-{key}-{round_}"


def is_idle(run: str) -> bool:
    """Whether no article of the run is on the queue or being worked on, by any process."""
    going = DBOS.list_workflows(
        queue_name=queue_of(run), status=list(GOING), limit=1, load_input=False, load_output=False
    )
    return not going


def done_with(run: str) -> None:
    """Takes the run's queue away."""
    DBOS.delete_queue(queue_of(run))
