"""What commands that measure share: steps shown as they are done, files that can be written, and results given out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, InterruptionError, UsageError
from claimcheck.replacing import put_or_pour

if TYPE_CHECKING:
    from pydantic import BaseModel

    from claimcheck.reports.progress import Progress


def counter(progress: Progress, stage: str) -> Callable[[int, int], None]:
    """Shows `(done, total)` in `progress` as the steps of a stage."""

    def hear(done: int, total: int) -> None:
        if done == 0:
            progress.stage(stage, total)
        else:
            progress.advance(1)

    return hear


def refuse_unwritable(what: str, file: Path | None, *others: Path) -> None:
    """Raises `UsageError` where a file cannot be written, or is one of `others`: before anything is paid for.

    `what` names the file in the sentence: a flag. `others` are the data and what else is written.
    """
    if file is None:
        return
    if file.is_dir():
        raise UsageError(f"{what} names {file}, which is a folder")
    if not file.parent.is_dir():
        raise UsageError(f"{what} names a file in {file.parent}, which is not there")
    for other in others:
        if is_of(file, other):
            raise UsageError(f"{what} names {file}, which would write over {other}: name another file")
    _open_once(what, file)


def is_of(file: Path, other: Path) -> bool:
    """Whether a file is the other, by whatever name, or stands in it where that is a folder of data."""
    if not file.exists() or not other.exists():
        return False
    return file.samefile(other) or (other.is_dir() and file.resolve().is_relative_to(other.resolve()))


def _open_once(what: str, file: Path) -> None:
    new = not file.exists()
    if not new and not file.is_file():
        return  # a pipe or a device: opening it may wait for a reader, or end what one reads
    try:
        file.open("ab").close()
        if new:
            file.unlink()
    except OSError as error:
        raise UsageError(f"{what} names {file}, which cannot be written ({error.strerror})") from error


def beside(output: Path, ending: str, *data: Path, fresh: bool) -> Path:
    """The file beside `output` that keeps what is finished: its whole name and an ending, so that it is no other's.

    `fresh` forgets what it holds. Raises `UsageError` as `refuse_unwritable` does.
    """
    return _for_keeping(output.with_name(output.name + ending), fresh, output, *data)


def _for_keeping(kept: Path, fresh: bool, *others: Path) -> Path:
    refuse_unwritable("what keeps the answers", kept, *others)
    if fresh:
        kept.unlink(missing_ok=True)
    return kept


def kept_answers(output: Path | None, measured: str, *data: Path, fresh: bool) -> Path:
    """The file that keeps finished answers: beside `output`, else in the cache folder by the hash of what is `measured`.

    Nothing is kept beside a pipe or a device. `fresh` forgets what it holds. Raises `UsageError` where it cannot be written.
    """
    if output and (output.is_file() or not output.exists()):
        return beside(output, ".answers.jsonl", *data, fresh=fresh)
    return _in_cache(measured, fresh)


def _in_cache(measured: str, fresh: bool) -> Path:
    from claimcheck.lm.kept import answers_path

    folder = answers_path().parent / "evaluations"
    kept = folder / f"{hashlib.sha256(measured.encode()).hexdigest()[:24]}.jsonl"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"answers cannot be kept in {folder} ({error.strerror}): name a file with --json, or another "
            "folder with CLAIMCHECK_CACHE"
        ) from error
    return _for_keeping(kept, fresh)


@contextmanager
def resumable(kept: Path | None, *, fresh: bool = False) -> Iterator[None]:
    """Work that keeps what it finishes: where it is interrupted, raises `InterruptionError`, which says what is kept."""
    from claimcheck.evaluation.keeping import lines_of

    try:
        yield
    except KeyboardInterrupt as error:
        number = len(lines_of(kept))
        if not number:
            raise InterruptionError("interrupted; nothing is kept") from error
        command = "the same command without --fresh" if fresh else "the same command"
        told = f"interrupted; {number} answers are kept in {kept}: {command} goes on from there"
        raise InterruptionError(told) from error


def give_out(told: Sequence[str], output: Path | None, scores: BaseModel) -> None:
    """Prints what is told, then writes the scores, each also where the other fails. Raises `InputError`."""
    try:
        for text in told:
            print(text)
    finally:
        if output:
            written(output, scores.model_dump_json(indent=2) + "\n")


def written(output: Path, text: str) -> None:
    """Writes a file of results whole, or leaves what was there, such as other models' calibrations.

    A pipe or a device is written to as it is. Raises `InputError` where the file cannot be written.
    """
    try:
        put_or_pour(output, text.encode())
    except OSError as error:
        raise InputError(f"{output} cannot be written ({error.strerror})") from error
