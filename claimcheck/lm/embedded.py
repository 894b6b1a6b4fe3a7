"""The embedded model: llama.cpp's own HTTP server on loopback, inside this process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import ServiceError

CONTEXT = 4096  # tokens: the longest prompt and answer together


@contextmanager
def _quiet() -> Iterator[None]:
    """Sends the engine's chatter, written below Python, to nowhere while it loads and stops."""
    keep = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(keep, 2)
        os.close(keep)
        os.close(nowhere)


@contextmanager
def serve(weights: Path) -> Iterator[str]:
    """Serves the weights until the block ends, and yields the address (`http://127.0.0.1:PORT/v1`).

    Raises `ServiceError` where the engine cannot load them.
    """
    try:
        import xllamacpp
    except ImportError as error:
        raise ServiceError(
            "the embedded engine is not installed here: name a server with --base-url"
        ) from error
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.model_alias = {weights.stem}  # else answers, and recordings of them, would name a local folder
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = os.cpu_count() or 2
    params.port = 0
    params.verbosity = 0
    try:
        with _quiet():
            server = xllamacpp.Server(params)
    except Exception as error:
        raise ServiceError(f"the embedded model in {weights} cannot be loaded: pull it again") from error
    try:
        yield f"{server.listening_address}/v1"
    finally:
        with _quiet():
            del server
