"""The embedded models: llama.cpp's own HTTP server on loopback, inside this process."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.errors import ServiceError
from claimcheck.lm.conversion import LONGEST
from claimcheck.lm.verifying import refuse_changed
from claimcheck.lm.weights import ENCODER, ENCODERS

EMBEDDED = "http://embedded.invalid/v1"  # what a recording calls the address, another one each run
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
    """Serves a language model until the block ends, and yields the address (`http://127.0.0.1:PORT/v1`).

    Raises `ServiceError` where the engine cannot load the weights.
    """
    params = _parameters(weights)
    params.n_ctx = CONTEXT
    params.cpuparams.n_threads = cores()
    with _running(params) as address:
        yield address


@contextmanager
def serve_encoder(weights: Path) -> Iterator[str]:
    """Serves a sentence encoder's `/embeddings` until the block ends, and yields the address.

    Raises `ServiceError` where the engine cannot load the weights.
    """
    params = _parameters(weights)
    params.embedding = True
    params.n_ctx = params.n_batch = params.n_ubatch = LONGEST  # a text is read in one piece
    # Half of the cores: threads that wait for each other's turn are far slower where other work runs.
    params.cpuparams.n_threads = max(1, cores() // 2)
    with _running(params) as address:
        yield address


def cores() -> int:
    """The processor's cores that this process may use, which may be fewer than there are, as in a container."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _parameters(weights: Path) -> Any:
    try:
        import xllamacpp
    except ImportError as error:
        raise ServiceError(
            "the embedded engine is not installed here: name a server with --base-url"
        ) from error
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.model_alias = {weights.stem}  # else answers, and recordings of them, would name a local folder
    params.n_parallel = 1
    params.port = 0
    params.verbosity = 0
    return params


@contextmanager
def _running(params: Any) -> Iterator[str]:
    import xllamacpp

    try:
        with _quiet():
            server = xllamacpp.Server(params)
    except Exception as error:
        raise ServiceError(
            f"the embedded model in {params.model.path} cannot be loaded: remove it and pull it again"
        ) from error
    try:
        yield f"{server.listening_address}/v1"
    finally:
        with _quiet():
            del server


_encoders, _opening = ExitStack(), Lock()


@lru_cache(maxsize=1)
def _opened_encoder(weights: Path) -> str:
    since = f"made: claimcheck model pull {ENCODER} makes it anew"
    refuse_changed(ENCODERS[ENCODER], weights, "the encoder", since)
    atexit.register(_encoders.close)
    return _encoders.enter_context(serve_encoder(weights))


def encoder_address(weights: Path) -> str:
    """The address of the one encoder of this process, begun when first asked for and stopped with the process.

    Raises what `serve_encoder` raises, and `ServiceError` for a file that is not as it was made. Threads may share it.
    """
    with _opening:
        return _opened_encoder(weights)
