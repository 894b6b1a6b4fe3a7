"""Whether a model's file is the one that was published: reports name it by that digest.

A stamp beside the file spares reading a gigabyte at every run: it holds for the file as it was when it was read.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from claimcheck.lm.weights import Weights


def digest(path: Path) -> str:
    """The SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verified(weights: Weights, path: Path) -> bool:
    """Whether the file is as it was published. A model that was converted has no published digest, and passes.

    Where no stamp can be written beside it, it is read every time. Raises `OSError` where it cannot be read.
    """
    if len(weights.published) > 1:
        return True
    stamp = path.with_name(f"{path.name}.verified")
    held = path.stat()
    mark = f"{weights.sha256} {held.st_size} {held.st_mtime_ns} {held.st_ino}\n"
    with suppress(OSError, UnicodeError):
        if stamp.read_text(encoding="utf-8") == mark:
            return True
    if digest(path) != weights.sha256:
        return False
    with suppress(OSError):
        stamp.write_text(mark, encoding="utf-8")
    return True
