"""Model answers kept by what was asked: SQLite on disk, shared by all processes of a user.

The key is the SHA-256 of who answers and of the request's body as canonical JSON, so whoever asks the same
finds it. No key of a service is in it: a request's body holds none. It is a cache: whatever happens to it costs
no run, `notes` says what happened.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.folders import users_cache

LARGEST = 1024 * 1024 * 1024  # bytes of answers
OLDEST = 365 * 24 * 3600.0  # seconds
_TRIMMED = 0.8  # of the largest size: what is left when there was too much
WAITED = 10.0  # seconds for another process that has the file
_LOOKED_AT = 500  # answers put between two looks at the size

_TABLE = """CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, body BLOB NOT NULL, size INTEGER NOT NULL, kept_at REAL NOT NULL
) WITHOUT ROWID"""
_BY_AGE = "CREATE INDEX IF NOT EXISTS answers_by_age ON answers (kept_at)"


def answers_path() -> Path:
    """`answers.db` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    return users_cache() / "answers.db"


def key_of(who: str, asked: Any) -> str:
    """The key of what is asked (JSON values) of `who` (an endpoint and a model): 64 hex digits."""
    canonical = json.dumps([who, asked], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _busy(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


class KeptAnswers:
    """Answers as JSON values by key; threads and processes may share it. Raises nothing.

    `largest` is in bytes, `oldest` in seconds; `since` (seconds since the epoch) passes over what was kept
    before it, which is how answers are asked for anew without forgetting those of the same run.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        largest: int = LARGEST,
        oldest: float = OLDEST,
        since: float = 0.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path, self._largest, self._oldest = path or answers_path(), largest, oldest
        self._since, self._clock = since, clock
        self._lock, self._inode, self._puts, self._given_up = Lock(), 0, 0, False
        self._db: sqlite3.Connection | None = None
        self.notes: list[str] = []

    def get(self, key: str) -> Any | None:
        """The answer of that key, or None."""
        after = max(self._since, self._clock() - self._oldest)
        row = self._done(
            lambda db: db.execute(
                "SELECT body FROM answers WHERE key = ? AND kept_at >= ?", (key, after)
            ).fetchone()
        )
        try:
            return json.loads(zlib.decompress(row[0])) if row else None
        except (ValueError, zlib.error):  # a page of the file that changed on the disk
            return None

    def put(self, key: str, answer: Any) -> None:
        """Keeps an answer. Where there is no room or no right to write, it is not kept, and `notes` says so."""
        body = zlib.compress(json.dumps(answer, ensure_ascii=False).encode(), 1)
        row = (key, body, len(body), self._clock())
        self._done(lambda db: db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row))
        self._puts += 1
        if self._puts % _LOOKED_AT == 0:
            self._done(self._trim)

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _done(self, work: Callable[[sqlite3.Connection], Any]) -> Any | None:
        """What `work` gives on the open file; a damaged file is set aside once, and it is tried again."""
        with self._lock:
            for _ in range(2):
                if self._given_up:
                    return None
                try:
                    return work(self._opened())
                except sqlite3.OperationalError as error:  # busy, full, not to be written
                    self._note(f"model answers are not all kept in {self.path} ({error})")
                    self._given_up = self._db is None
                    return None
                except sqlite3.DatabaseError:
                    self._set_aside()
                except OSError as error:
                    self._note(f"model answers cannot be kept in {self.path} ({error.strerror})")
                    self._given_up = True
        return None

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Autocommit: an answer is kept at once. Losing power may lose the last ones, being killed none.
            db = sqlite3.connect(self.path, timeout=WAITED, isolation_level=None, check_same_thread=False)
            try:
                self._prepared(db)
            except sqlite3.Error:
                db.close()
                raise
            self._db, self._inode = db, self.path.stat().st_ino
        return self._db

    def _prepared(self, db: sqlite3.Connection) -> None:
        """Makes the table. Several processes that open a new file at once: SQLite refuses the change of its journal
        at once, without the connection's time-out, while another has the file.
        """
        from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random

        for attempt in Retrying(
            retry=retry_if_exception(_busy),
            stop=stop_after_delay(WAITED),
            wait=wait_random(0, 0.1),
            reraise=True,
        ):
            with attempt:
                for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
                    db.execute(f"PRAGMA {pragma}")
                db.execute(_TABLE)
                db.execute(_BY_AGE)
                self._trim(db)

    def _trim(self, db: sqlite3.Connection) -> None:
        """Drops what is too old, and the oldest where there is too much."""
        db.execute("DELETE FROM answers WHERE kept_at < ?", (self._clock() - self._oldest,))
        held = db.execute("SELECT COALESCE(SUM(size), 0) FROM answers").fetchone()[0]
        if held <= self._largest:
            return
        left = held
        for moment, size in db.execute("SELECT kept_at, size FROM answers ORDER BY kept_at").fetchall():
            if left <= _TRIMMED * self._largest:
                break
            db.execute("DELETE FROM answers WHERE kept_at <= ?", (moment,))
            left -= size

    def _set_aside(self) -> None:
        """Moves a damaged file out of the way, unless another process has done so since it was opened."""
        opened, self._db = self._db, None
        if opened is not None:
            opened.close()
        try:
            if opened is not None and self.path.stat().st_ino != self._inode:
                return
            aside = self.path.with_name(f"{self.path.name}.damaged-{int(self._clock())}")
            self.path.replace(aside)
            for ending in ("-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
            self._note(f"the kept model answers were damaged: they were set aside as {aside}")
        except OSError:
            self._given_up = True

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)
