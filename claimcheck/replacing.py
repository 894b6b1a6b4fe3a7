"""A file that is written whole, or stays as it was: by an interruption or a full disk nothing that was there is lost."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Writes a file beside the one named, and then in its place. Raises `OSError`, and leaves nothing beside it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def put_or_pour(path: Path, data: bytes) -> None:
    """The same for a file that the user named; a link stays, and a pipe, a device or a file in a folder that takes no
    new ones is written to as it is. Raises `OSError`.
    """
    whole = path.resolve()
    if (whole.exists() and not whole.is_file()) or not os.access(whole.parent, os.W_OK):
        whole.write_bytes(data)
    else:
        put(whole, data)
