"""The engine computes on the cores that it may use: threads that wait for a core hold up all others."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.lm import embedded


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
@pytest.mark.parametrize(("may", "threads", "of_the_encoder"), [({0}, 1, 1), ({0, 1, 2, 5}, 4, 2)])
def test_there_are_as_many_threads_as_cores_that_may_be_used(
    may: set[int], threads: int, of_the_encoder: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Any] = []

    @contextmanager
    def running(params: Any) -> Iterator[str]:
        held.append(params)
        yield "http://127.0.0.1:9/v1"

    monkeypatch.setattr(os, "sched_getaffinity", lambda process: may)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(embedded, "_running", running)
    monkeypatch.setattr(embedded, "_parameters", lambda path: SimpleNamespace(cpuparams=SimpleNamespace()))
    with embedded.serve(Path("a")), embedded.serve_encoder(Path("b")):
        assert [params.cpuparams.n_threads for params in held] == [threads, of_the_encoder]
