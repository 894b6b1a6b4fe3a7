"""`claimcheck index`: builds or updates a folder's index, and may give it a name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.commands.results import counter
from claimcheck.commands.saying import bar
from claimcheck.errors import InputError, UsageError


def index(
    folder: Annotated[Path, typer.Argument(help="A folder of references.")],
    name: Annotated[str | None, typer.Option(help="A name for -r, from any working folder.")] = None,
) -> None:
    """Builds a folder's index, or brings it up to date; reads only what is new or changed."""
    from claimcheck.evidence import FolderSource
    from claimcheck.evidence.named import give_name
    from claimcheck.evidence.registry import has_a_meaning
    from claimcheck.reports.safe import one_line

    if name is not None and (name.split() != [name] or "/" in name or "+" in name or name.startswith("-")):
        raise UsageError(f"a name is a word, not {name!r}")
    if name is not None and has_a_meaning(name):
        raise UsageError(f"-r {name} is another source already: give the folder another name")
    progress = bar()
    with progress:
        status = FolderSource(folder, listen=counter(progress, "indexing")).status()
    if status.failure:
        raise InputError(status.failure)
    if name is not None:
        try:
            give_name(name, folder)
        except OSError as error:
            raise InputError(f"the name cannot be kept: {error.strerror}") from error
    called = f" It is -r {name} from now on." if name else ""
    print(one_line(f"{folder}: {status.documents} documents, {status.passages} passages.{called}"))
    for note in status.notes:
        print(f"  {one_line(note)}")
