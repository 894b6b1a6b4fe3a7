"""Which of the processes that share a PostgreSQL are alive: each holds a lock as long as its connection lives.

PostgreSQL lets go of a session's advisory locks when the session ends, and a session ends when its process is
killed (PostgreSQL's documentation, "Explicit Locking"): no clock is compared, and no heartbeat can be late. Where
a machine vanishes without a word, the server's keepalives end the session.
"""

from __future__ import annotations

import hashlib
import os
import socket
import time
import uuid
from contextlib import suppress
from threading import Event, Thread

import sqlalchemy as sa
from dbos import DBOS, WorkflowStatus

from claimcheck.batches.store import Store

LOOK = 1.0  # seconds between two looks at the others
SETTLING = 5.0  # seconds after a lost connection in which nobody is taken for dead: all have lost theirs
_KEEPALIVE = ("tcp_keepalives_idle = 10", "tcp_keepalives_interval = 5", "tcp_keepalives_count = 3")


def new_name() -> str:
    """A name for this process that no other has or had."""
    return f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


class Presence:
    """Shows that this process is alive, and puts the articles of dead ones back on their queues."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name, self._stop = store, name, Event()
        self._connection: sa.Connection | None = None
        self._judges_from = 0.0  # on the monotonic clock
        self._thread = Thread(target=self._keep_on, name="claimcheck-presence", daemon=True)

    def show(self) -> None:
        """Takes this process's lock: before it works on anything."""
        engine = self._store.engine.execution_options(isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        connection.detach()  # the pool must neither close it nor give it to anybody else
        for setting in _KEEPALIVE:
            connection.exec_driver_sql(f"SET {setting}")
        self._connection = connection
        if not self._ask(connection, "SELECT pg_try_advisory_lock(:key)", self._name):
            self._lost()  # somebody is just looking whether it is free: it is taken at the next look

    def start(self) -> None:
        """Goes on showing it, and looks after the others, in a thread; DBOS has to be launched."""
        self._thread.start()

    def stop(self) -> None:
        """Lets go of the lock: what this process left is taken up by others."""
        self._stop.set()
        self._thread.join(timeout=10)
        if self._connection is not None:
            self._connection.close()

    def _keep_on(self) -> None:
        while not self._stop.wait(LOOK):
            try:
                if self._connection is None:
                    self.show()
                if time.monotonic() >= self._judges_from:
                    self._take_over()
                else:
                    self._ask(self._connected(), "SELECT 1")
            except sa.exc.DBAPIError:
                self._lost()

    def _lost(self) -> None:
        if self._connection is not None:
            with suppress(sa.exc.SQLAlchemyError):
                self._connection.invalidate()
                self._connection.close()
        self._connection = None
        self._judges_from = time.monotonic() + SETTLING

    def _connected(self) -> sa.Connection:
        assert self._connection is not None
        return self._connection

    def _take_over(self) -> None:
        """Puts the articles of processes that are gone back on their queues; a lock keeps others from it."""
        connection = self._connected()
        self._ask(connection, "SELECT 1")
        others = {status.executor_id or "" for status in _pending()} - {self._name, ""}
        for name in others:
            if not self._ask(connection, "SELECT pg_try_advisory_lock(:key)", name):
                continue
            try:
                for status in _pending(name):
                    DBOS.resume_workflows([status.workflow_id], queue_name=status.queue_name)
            finally:
                self._ask(connection, "SELECT pg_advisory_unlock(:key)", name)

    @staticmethod
    def _ask(connection: sa.Connection, query: str, name: str = "") -> object:
        given = {"key": _key(name)} if ":key" in query else {}
        return connection.execute(sa.text(query), given).scalar()


def _pending(executor: str | None = None) -> list[WorkflowStatus]:
    return DBOS.list_workflows(status="PENDING", executor_id=executor, load_input=False, load_output=False)


def _key(name: str) -> int:
    """A process's lock: 63 bits of the hash of its name."""
    return int.from_bytes(hashlib.sha256(f"claimcheck {name}".encode()).digest()[:8], "big") >> 1
