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
        "log_level": "CRITICAL",
        "notification_listener_polling_interval_sec": POLLING,
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
    known = {status.workflow_id for status in there}
    for key, round_ in store.waiting(run):
        workflow = f"{run}-{key}-{round_}"
        if workflow not in known:
            with SetWorkflowID(workflow):
                DBOS.enqueue_workflow(queue, check_article, run, key, round_)


def is_idle(run: str) -> bool:
    """Whether no article of the run is on the queue or being worked on, by any process."""
    going = ["ENQUEUED", "PENDING", "DELAYED"]
    queue = queue_of(run)
    return not DBOS.list_workflows(
        queue_name=queue, status=going, limit=1, load_input=False, load_output=False
    )


def done_with(run: str) -> None:
    """Takes the run's queue away."""
    DBOS.delete_queue(queue_of(run))
