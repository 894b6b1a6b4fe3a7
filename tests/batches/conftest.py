"""A model server, a cache folder and quick waits for the tests of batches."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.batches.model_server import ModelServer, model_server
from tests.batches.stories import write_references

Batch = Callable[..., Any]


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        yield one


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of this test, no key in the environment, and waits of hundredths of a second."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("claimcheck.lm.engine.wait_before_retry", lambda state: 0.02)
    return tmp_path / "cache"


@pytest.fixture
def references(tmp_path: Path) -> Path:
    return write_references(tmp_path / "references")


@pytest.fixture
def batch(cache: Path, server: ModelServer, references: Path, tmp_path: Path) -> Batch:
    """`batch(stories, …)` runs the command in this process; `command=` another than `batch`."""
    from claimcheck.cli import app

    def invoked(*arguments: object, command: str = "batch") -> Any:
        more = []
        if command == "batch":
            more = ["-r", str(references), "--model", "m", "--base-url", server.address]
            more += [] if "-o" in arguments else ["-o", str(tmp_path / "out")]
        return CliRunner().invoke(app, [command, *map(str, arguments), *more], catch_exceptions=False)

    return invoked
