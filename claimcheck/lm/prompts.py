"""Prompts: files that ship with the package, each with the hash that a report names it by."""

from __future__ import annotations

import hashlib
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
    package = Path(__file__).resolve().parents[1]
    file = name if Path(name).suffix else f"{name}.md"
    for folder in (package / "prompts", package.parent / "prompts"):
        if (folder / file).is_file():
            data = (folder / file).read_bytes()
            return Prompt(name, data.decode("utf-8").strip(), hashlib.sha256(data).hexdigest())
    raise UsageError(f"the prompt {file} is missing from this installation: install claimcheck again")
