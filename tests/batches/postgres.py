"""A real PostgreSQL of the tests: made in a folder, started, restarted and stopped. Root runs it as postgres."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, None where they are not on this machine."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).parent] if on_path else []
    for place in _PLACES:
        found += sorted(Path("/").glob(place.removeprefix("/")), reverse=True)
    usable = next((folder for folder in found if (folder / "pg_ctl").exists()), None)
    return usable if usable and (os.geteuid() or shutil.which("runuser")) else None


class Postgres:
    """A cluster on loopback. `url` is the address of its database `batches`."""

    def __init__(self, folder: Path) -> None:
        self._bin = programs()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._data, self._folder = folder / "data", folder
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/batches"

    def make(self) -> None:
        """Makes the cluster and starts it."""
        self._do(
            "initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-N", "--locale=C", "-E", "UTF8"
        )
        self.start()
        with psycopg.connect(self.url.replace("/batches", "/postgres"), autocommit=True) as db:
            db.execute("CREATE DATABASE batches")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self._folder} -c fsync=off"
        self._do(
            "pg_ctl", "-D", self._data, "-w", "-t", "120", "-l", self._folder / "log", "-o", options, "start"
        )

    def stop(self, mode: str = "fast") -> None:
        """Stops it; `immediate` is as if it had crashed."""
        self._do("pg_ctl", "-D", self._data, "-w", "-m", mode, "stop")

    def _do(self, program: str, *arguments: object) -> None:
        assert self._bin is not None
        line = [str(self._bin / program), *map(str, arguments)]
        if os.geteuid() == 0:
            line = ["runuser", "-u", "postgres", "--", *line]
        subprocess.run(line, cwd="/", check=True, stdout=subprocess.DEVNULL, timeout=200)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A cluster until the block ends, in a folder that its user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="claimcheck-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        one = Postgres(folder)
        one.make()
        try:
            yield one
        finally:
            one.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
