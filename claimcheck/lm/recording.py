"""Recorded HTTP responses: VCR.py cassettes that hold no secret and match by what was asked.

A request matches by method, address and parsed JSON body, so that header noise and the order of keys
do not count. The embedded model's port, another one each run, is left out of the address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from claimcheck.errors import InputError, ReplayError, UsageError
from claimcheck.lm.access import without_password
from claimcheck.lm.embedded import EMBEDDED
from claimcheck.replacing import put_or_pour

SECRET_PARAMETERS = ("key", "api_key", "access_token")
_KEPT_HEADERS = {"content-type", "date", "location", "retry-after"}
_OF_MODELS = ("/chat/completions", "/embeddings")
_LOOPBACK = re.compile(r"^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$")


def _prepared(request: Any) -> Any:
    request.uri = without_password(request.uri)
    parts = urlsplit(request.uri)
    if parts.path.endswith(_OF_MODELS):  # what its address asks with is how one gets there, and may be a key
        parts = parts._replace(query="")
        request.uri = urlunsplit(parts)
    if _LOOPBACK.match(parts.netloc):
        request.uri = urlunsplit(parts._replace(scheme="http", netloc=urlsplit(EMBEDDED).netloc))
    request.headers = {"content-type": "application/json"}  # any other may hold a key
    return request


def _answered(response: dict[str, Any]) -> dict[str, Any]:
    headers = response.get("headers") or {}
    response["headers"] = {k: v for k, v in headers.items() if k.lower() in _KEPT_HEADERS}
    return response


def _same_body(one: Any, other: Any) -> None:
    if _body(one) != _body(other):
        raise AssertionError("the bodies differ")


def _body(request: Any) -> Any:
    try:
        return json.loads(request.body or b"null")
    except ValueError:
        return request.body


def _vcr(mode: str) -> Any:
    import vcr

    recorder = vcr.VCR(
        record_mode=mode,
        match_on=["method", "scheme", "host", "path", "query", "same_body"],
        filter_query_parameters=list(SECRET_PARAMETERS),
        before_record_request=_prepared,
        before_record_response=_answered,
        decode_compressed_response=True,
    )
    recorder.register_matcher("same_body", _same_body)
    return recorder


@contextmanager
def recording(record: Path | None = None, replay: Path | None = None) -> Iterator[None]:
    """Keeps every HTTP response in `record`, or answers from `replay` alone, opening no socket.

    Raises `ReplayError` where `replay` is missing or is no cassette, `UsageError` where `record` cannot be
    written, before anything is asked, and `InputError` where that shows at the end, as on a full disk.
    """
    if replay is not None:
        if not replay.is_file():
            raise ReplayError(f"{replay} is not there: record it first with --record {replay}")
        with _readable(replay), _vcr("none").use_cassette(str(replay), allow_playback_repeats=True):
            yield
    elif record is not None:
        _refuse_unwritable(record)
        recorder, file = _vcr("all"), _File()
        recorder.register_persister(file)
        with recorder.use_cassette(str(record)):
            yield
        if file.fault:
            raise InputError(f"the recording {record} cannot be written ({file.fault})")
    else:
        yield


class _File:
    """How a recording is kept: as a whole, in the place of an earlier one; `fault` is why it could not be."""

    def __init__(self) -> None:
        self.fault = ""

    def load_cassette(self, path: str, serializer: Any) -> Any:
        """Everything is recorded anew."""
        from vcr.persisters.filesystem import CassetteNotFoundError

        raise CassetteNotFoundError

    def save_cassette(self, path: str, held: Any, serializer: Any) -> None:
        """Raises nothing: what a run has found is not lost for its recording."""
        from vcr.serialize import serialize

        try:
            put_or_pour(Path(path), serialize(held, serializer).encode())
        except OSError as error:
            self.fault = error.strerror or type(error).__name__


def _refuse_unwritable(record: Path) -> None:
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        new = not record.exists()
        record.open("ab").close()
        if new:
            record.unlink()
    except OSError as error:
        raise UsageError(f"{record} cannot be written: {error.strerror}") from error


def holds_embeddings(cassette: Path, model: str) -> bool:
    """Whether a recording has answers of an embedded encoder of that name; False where it cannot be read."""
    try:
        text = cassette.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return f"{EMBEDDED}/embeddings" in text and model in text


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    import yaml

    try:
        held = yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        fine = isinstance(held, dict) and isinstance(held.get("interactions"), list)
    except (OSError, yaml.YAMLError):
        fine = False
    if not fine:
        raise ReplayError(f"{path} is not a recording of HTTP responses: record it again with --record")
    yield
