"""The database of runs: one SQLite file a run on this machine, or a PostgreSQL that all workers share.

DBOS keeps its workflows in the same database; what an article is and what became of it stands in the tables here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import event

from claimcheck.errors import ServiceError, UsageError
from claimcheck.folders import users_cache

GONE = 300.0  # seconds for which a PostgreSQL that is away is waited for
P = ParamSpec("P")
T = TypeVar("T")
META = sa.MetaData()
RUNS = sa.Table(
    "claimcheck_runs",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("job", sa.Text, nullable=False),  # the settings as JSON; no key is in them
    sa.Column("begun", sa.Float, nullable=False),  # seconds since the epoch
    sa.Column("round", sa.Integer, nullable=False),  # how many times it was started or resumed
    sa.Column("max_calls", sa.Integer),
    sa.Column("max_cost", sa.Float),  # US dollars
    sa.Column("max_seconds", sa.Float),
    sa.Column("deadline", sa.Float),  # seconds since the epoch
    sa.Column("calls", sa.Integer, nullable=False),  # reserved and made
    sa.Column("paid", sa.Float, nullable=False),  # US dollars
    sa.Column("reserved", sa.Float, nullable=False),  # US dollars that calls under way may cost
)
ARTICLES = sa.Table(
    "claimcheck_articles",
    META,
    sa.Column("run", sa.String, primary_key=True),
    sa.Column("key", sa.String, primary_key=True),  # the name of its report's file, without suffix
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.String, nullable=False),  # as the user knows it
    sa.Column("digest", sa.String, nullable=False),  # of what was read
    sa.Column("entry", sa.LargeBinary),  # what was read, packed; None where nothing could be
    sa.Column("state", sa.String, nullable=False),
    sa.Column("round", sa.Integer, nullable=False),  # in which it was last begun
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("tally", sa.Text, nullable=False),  # what it took and gave, as JSON
    sa.Column("report", sa.LargeBinary),  # the report in JSON, packed
    sa.UniqueConstraint("run", "name"),
)


def runs_folder() -> Path:
    """`runs` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    return users_cache() / "runs"


def address_of(url: str | None) -> str | None:
    """The address as SQLAlchemy takes it; None for the runs of this machine. Raises `UsageError`."""
    if url is None:
        return None
    scheme, _, rest = url.partition("://")
    try:
        known = scheme in {"postgresql", "postgres", "postgresql+psycopg"} and rest
        sa.make_url(f"postgresql+psycopg://{rest}")
    except (sa.exc.ArgumentError, ValueError):
        known = ""
    if not known:
        raise UsageError("--database takes an address such as postgresql://user@host/database")
    return f"postgresql+psycopg://{rest}"


def shown(url: str) -> str:
    """The address of a database without a password, wherever it stands in it."""
    bare = sa.make_url(url)._replace(password=None).difference_update_query(["password", "sslpassword"])
    return bare.render_as_string(hide_password=False)


def open_file(path: Path) -> sa.Engine:
    """A run's SQLite file, made where it is not there. Raises `ServiceError` where it cannot be."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), pool_size=20, max_overflow=20)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        # As DBOS asks for; with a write-ahead log a commit waits for no disk, and being killed loses none.
        connection.isolation_level = "IMMEDIATE"
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        META.create_all(engine)
    except (OSError, sa.exc.DatabaseError) as error:
        raise ServiceError(f"the run cannot be kept in {path}: {told(error)}") from error
    return engine


def open_server(address: str) -> sa.Engine:
    """The shared PostgreSQL with its tables. Raises `ServiceError` where it cannot be reached."""
    engine = sa.create_engine(address, pool_pre_ping=True, pool_size=10, max_overflow=20)
    try:
        with engine.begin() as connection:  # two that start at once must not both create
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(7237910)"))
            META.create_all(connection)
    except sa.exc.DatabaseError as error:
        raise ServiceError(f"the database cannot be used: {told(error)}") from error
    return engine


def retried(method: Callable[P, T]) -> Callable[P, T]:
    """Does it again while a PostgreSQL is away, as when it is restarted: what it does must bear that."""

    @wraps(method)
    def patient(*given: P.args, **named: P.kwargs) -> T:
        from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

        wait = wait_random_exponential(multiplier=0.2, max=2)
        policy = Retrying(
            retry=retry_if_exception(_away), stop=stop_after_delay(GONE), wait=wait, reraise=True
        )
        return policy(method, *given, **named)

    return patient


def _away(error: BaseException) -> bool:
    """Whether a server is away; a file that cannot be written is another matter."""
    lost = isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError)
    return lost and not isinstance(getattr(error, "orig", None), sqlite3.Error)


@contextmanager
def faults_told() -> Iterator[None]:
    """A fault of the database that nothing else takes up, in one sentence. Raises `ServiceError`."""
    try:
        yield
    except sa.exc.SQLAlchemyError as error:
        raise ServiceError(f"the database of the runs cannot be used: {told(error)}") from error


def told(error: Exception) -> str:
    """What a database or the disk says went wrong, in one line without an address."""
    inner = getattr(error, "orig", None) or error
    text = str(getattr(inner, "strerror", None) or inner)
    return " ".join(text.split())[:200]
