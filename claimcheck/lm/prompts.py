"""Prompts: files that ship with the package, each with the hash that a report names it by."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.errors import UsageError


@dataclass(frozen=True)
class Prompt:
    """A prompt's name, its text, and the SHA-256 of its file (64 hex digits)."""

    name: str
    text: str
    sha256: str


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt of that name: `extract` is `extract.md`; a name with an ending is the file itself.

    Looked up in the installed package first, then beside it, where an editable install leaves it.
    Raises `UsageError` where there is none.
    """
    file = name if Path(name).suffix else f"{name}.md"
    for folder in _folders():
        if (folder / file).is_file():
            return _read(name, folder / file)
    raise UsageError(f"the prompt {file} is missing from this installation: install claimcheck again")


def learned_prompt(environment: Mapping[str, str] | None = None) -> Prompt | None:
    """What `claimcheck optimize verdict` learned: the file that CLAIMCHECK_VERDICT names, else `verdict.json`
    beside the prompts; None where there is none.

    Raises `UsageError` where the file that is named cannot be read.
    """
    named = (os.environ if environment is None else environment).get("CLAIMCHECK_VERDICT")
    if named:
        try:
            return _read(named, Path(named))
        except (OSError, UnicodeError) as error:
            raise UsageError(f"CLAIMCHECK_VERDICT names {named}, which cannot be read") from error
    places = [folder / "verdict.json" for folder in _folders()]
    return next((_read(str(place), place) for place in places if place.is_file()), None)


def calibrations(environment: Mapping[str, str] | None = None) -> Prompt:
    """What was fitted for the judge: the file that CLAIMCHECK_CALIBRATION names, else `calibration.json`.

    Raises `UsageError` where the file that is named cannot be read.
    """
    named = (os.environ if environment is None else environment).get("CLAIMCHECK_CALIBRATION")
    if not named:
        return load_prompt("calibration.json")
    try:
        return _read("calibration.json", Path(named))
    except (OSError, UnicodeError) as error:
        raise UsageError(f"CLAIMCHECK_CALIBRATION names {named}, which cannot be read") from error


def _folders() -> tuple[Path, Path]:
    package = Path(__file__).resolve().parents[1]
    return package / "prompts", package.parent / "prompts"


def _read(name: str, path: Path) -> Prompt:
    data = path.read_bytes()
    return Prompt(name, data.decode("utf-8").strip(), hashlib.sha256(data).hexdigest())
