"""Folders that were given a name by `claimcheck index`, kept beside the indexes."""

from __future__ import annotations

import json
import os
from pathlib import Path

from claimcheck.evidence.index import cache_folder


def folder_named(name: str, cache: Path | None = None) -> Path | None:
    """The folder of that name, None where no folder has it."""
    found = _names(cache).get(name)
    return Path(found) if found else None


def give_name(name: str, folder: Path, cache: Path | None = None) -> None:
    """Remembers the folder under a name; an earlier folder of that name loses it. Raises `OSError`."""
    names = _names(cache) | {name: str(folder.resolve())}
    path = _file(cache)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(names, indent=1, sort_keys=True), encoding="utf-8")
    part.replace(path)


def _names(cache: Path | None) -> dict[str, str]:
    try:
        held = json.loads(_file(cache).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in held.items()} if isinstance(held, dict) else {}


def _file(cache: Path | None) -> Path:
    return (cache or cache_folder()) / "names.json"
