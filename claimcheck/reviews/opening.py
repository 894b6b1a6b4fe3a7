"""What may be opened for a claim: pages of the web, and files inside the folders of references."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.domain import Passage
from claimcheck.errors import InputError
from claimcheck.reports.safe import web_address
from claimcheck.reviews.state import ClaimState, passage_of


@dataclass(frozen=True)
class Opening:
    """One thing to open: a web address, or a file of references. `passage` is where it was named."""

    passage: Passage
    url: str = ""
    file: Path | None = None


def openings(state: ClaimState, folders: Sequence[Path]) -> list[Opening]:
    """All that the claim's evidence names and that may be opened, cited passages first; a file at each passage."""
    found: dict[tuple[str, Path | None, str], Opening] = {}
    for passage in passages_of(state):
        for opening in _openings(passage, folders):
            words = passage.text if opening.file else ""
            found.setdefault((opening.url, opening.file, words), opening)
    return list(found.values())


def passages_of(state: ClaimState) -> list[Passage]:
    """The evidence on a claim, cited passages first, a person's own last."""
    verdict = state.verdict
    held = verdict.evidence if verdict else ()
    cited = [citation.passage for citation in verdict.citations] if verdict else []
    first = [passage for passage in held if passage.id in cited]
    brought = list(state.earlier.evidence) if state.earlier else []
    brought += [passage_of(entry.evidence) for entry in state.added if entry.evidence]
    return [*first, *(passage for passage in held if passage.id not in cited), *brought]


def _openings(passage: Passage, folders: Sequence[Path]) -> Iterator[Opening]:
    if web_address(passage.url):
        yield Opening(passage, url=passage.url)
    file = file_of(passage, folders)
    if file is not None:
        yield Opening(passage, file=file)


def file_of(passage: Passage, folders: Sequence[Path]) -> Path | None:
    """The passage's file, where one of the folders has it; a path that leads out of them is none."""
    if not passage.path:
        return None
    for folder in folders:
        try:
            file = (folder / passage.path).resolve()
            if file.is_relative_to(folder.resolve()) and file.is_file():
                return file
        except (OSError, ValueError):  # a name that no file can have
            continue
    return None


def read_file(file: Path) -> str:
    """The text of a reference file, as the search reads it. Raises `InputError`."""
    from claimcheck.evidence.documents import ENDINGS, UnreadableDocument, read_documents

    if file.suffix.lower() not in ENDINGS:
        raise InputError(f"{file.name} is no kind of file that references are")
    try:
        documents = read_documents(file, file.read_bytes())
    except (OSError, UnreadableDocument) as error:
        raise InputError(f"{file.name} cannot be read: {error}") from error
    return "\n\n".join(document.text for document in documents)


def has_browser() -> bool:
    """Whether a page can be shown beside this terminal; over SSH it cannot."""
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
