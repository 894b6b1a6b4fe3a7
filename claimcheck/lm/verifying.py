"""Whether a model's file is the one that was published: reports name it by that digest.

A stamp beside the file spares reading a gigabyte at every run: it holds for the file as it was when it was read.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from claimcheck.errors import ServiceError
from claimcheck.lm.weights import Weights


def digest(path: Path) -> str:
    """The SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verified(weights: Weights, path: Path) -> bool:
    """Whether the file is as it was published, or for a model that was converted, as it was made.

    Such a file has no published digest, and a later version of the library that writes it may write other bytes: the
    stamp tells the one that it had when it was made, or first seen. Where no stamp can be written beside it, it is
    read every time. Raises `OSError` where it cannot be read.
    """
    stamp, noted = stamp_of(path), ""
    with suppress(OSError, UnicodeError):
        noted = stamp.read_text(encoding="utf-8")
    wanted = weights.sha256 if len(weights.published) == 1 else noted.partition(" ")[0]
    held = path.stat()
    rest = f" {held.st_size} {held.st_mtime_ns} {held.st_ino}\n"
    if noted == wanted + rest:
        return True
    found = digest(path)
    if wanted and found != wanted:
        return False
    with suppress(OSError):
        stamp.write_text(found + rest, encoding="utf-8")
    return True


def refuse_changed(weights: Weights, path: Path, what: str, since: str) -> None:
    """Raises `ServiceError` where the file cannot be read, or is not as it was; `what` it is and `since` when are told."""
    try:
        fine = verified(weights, path)
    except OSError as error:
        raise ServiceError(f"{what} in {path} cannot be read ({error.strerror})") from error
    if not fine:
        raise ServiceError(f"{what} in {path} has changed since it was {since}")


def stamp_of(path: Path) -> Path:
    """The file of the stamp beside a model's."""
    return path.with_name(f"{path.name}.verified")
