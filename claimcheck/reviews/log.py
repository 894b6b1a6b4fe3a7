"""The review file: one line an action, appended and flushed to the disk at once, safe for several writers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from claimcheck.errors import InputError
from claimcheck.reviews.entries import Entry


@dataclass(frozen=True)
class Log:
    """What a review file holds. `faults` has a sentence for every line that was set aside."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[str, ...] = ()


def path_for(report: Path) -> Path:
    """The review file of a report: `report.review.jsonl` beside `report.json`."""
    return report.with_suffix(".review.jsonl")


def append(path: Path, entry: Entry) -> None:
    """Adds one line, and returns when the disk has it.

    The line goes out as a whole under a lock, so that reviewers at the same time do not mix. A line that
    a killed writer left torn is closed first. Raises `InputError` where the file cannot be written.
    """
    try:
        new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            with _locked(descriptor):
                _write(descriptor, entry.line().encode("ascii"))
        finally:
            os.close(descriptor)
        if new:
            _keep_name(path.parent)
    except OSError as error:
        raise InputError(
            f"the review file {path} cannot be written ({error.strerror}): nothing was saved"
        ) from error


def read(path: Path) -> Log:
    """The entries of a review file in the order of writing; none where there is no file.

    A line that is torn, or no entry, is set aside with a sentence. Raises `InputError` where the file
    cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log()
    except OSError as error:
        raise InputError(f"the review file {path} cannot be read ({error.strerror})") from error
    entries: list[Entry] = []
    faults: list[str] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError:
            torn = not data.endswith(b"\n") and number == data.count(b"\n") + 1
            faults.append(f"line {number} of {path.name} is {'torn' if torn else 'no entry'}: set aside")
    return Log(tuple(entries), tuple(faults))


def version(path: Path) -> tuple[int, int]:
    """The file's time and size, which change with every line; zeros where there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def ensure_writable(path: Path) -> None:
    """Raises `InputError` where nothing could be saved, before anybody begins to work."""
    place = path if path.exists() else path.parent
    if not os.access(place, os.W_OK) or path.is_dir():
        raise InputError(f"the review file {path} cannot be written: check the folder's permissions")


def _write(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        line = b"\n" + line
    while line:  # a full disk writes a part, and then raises
        line = line[os.write(descriptor, line) :]
    os.fsync(descriptor)


def _keep_name(folder: Path) -> None:
    """Sees to it that a file's name outlives a power cut too, where folders can be flushed."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    if sys.platform == "win32":  # appending is all that there is
        yield
        return
    import fcntl

    with suppress(OSError):  # a network folder without locks: appending still keeps lines apart
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield  # closing the file lets the lock go
