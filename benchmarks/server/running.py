"""Starts the server as a process of its own, and asks it what it saw."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]


class Served:
    """A running server. `base_url` is what `--base-url` takes."""

    def __init__(self, address: str, pid: int) -> None:
        self.base_url, self.pid = f"{address}/v1", pid
        self._client = httpx.Client(base_url=address, timeout=60)

    def settings(self, **held: float) -> None:
        """Sets the server anew, everything not named at its default, and empties the account."""
        self._client.post("/settings", json=held).raise_for_status()

    def reset(self) -> None:
        """Empties the account."""
        self._client.post("/reset", json={}).raise_for_status()

    def account(self) -> dict[str, Any]:
        """What the server saw since; see `Account.told`."""
        held: dict[str, Any] = self._client.get("/account").raise_for_status().json()
        return held


@contextmanager
def served(recordings: Path | None = None) -> Iterator[Served]:
    """A server until the block ends; `recordings` is a cassette."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.server",
        *(["--recordings", str(recordings)] if recordings else []),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        if not address:
            raise SystemExit("the test server did not start: pip install --group bench")
        yield Served(address, process.pid)
    finally:
        process.terminate()
        process.wait()
