"""Where a report goes: to files, each in the form that its name tells, and to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, UsageError
from claimcheck.replacing import put_or_pour

if TYPE_CHECKING:
    from claimcheck.domain import Report


STANDARD = Path("-")  # standard output


@dataclass(frozen=True)
class Output:
    """A form, and the file it goes to; None is standard output."""

    form: str
    path: Path | None = None


def outputs_of(form: str | None, paths: Sequence[Path], *, default: str) -> list[Output]:
    """What to write: a file's form is told by its suffix, else it is `form`, else, for a name without suffix, text.

    `form` is printed where no file takes it, and `default` where there is neither form nor file; "-" is standard
    output. Raises `UsageError` for a form that is not installed, and for a suffix that tells none.
    """
    from claimcheck.reports import SUFFIXES, form_of, forms

    for path in paths:
        if not form and path.suffix and form_of(path) is None:
            known = ", ".join(SUFFIXES)
            raise UsageError(
                f"-o {path}: {path.suffix} tells no form; there are {known}, or name one with --format"
            )
    found = [
        Output(form or default) if path == STANDARD else Output(form_of(path) or form or "text", path)
        for path in paths
    ]
    if form and all(output.form != form for output in found):
        found.append(Output(form))
    if not found:
        found.append(Output(default))
    if form and form not in forms():
        raise UsageError(f"--format takes {', '.join(forms())}, not {form!r}")
    return found


def ensure_apart(paths: Iterable[Path], *inputs: Path | str) -> None:
    """Raises `UsageError` where an output is one of the inputs, which would be lost. A recording need not be there yet."""
    for path in paths:
        for name in inputs:
            same = path.exists() and Path(name).exists() and path.samefile(name)
            if same or os.path.realpath(path) == os.path.realpath(name):
                raise UsageError(f"{path} is what is read here: write to another file")


def ensure_writable(paths: Iterable[Path], references: Iterable[str] = ()) -> None:
    """Raises `UsageError` where a report cannot be written, or would take the place of a reference.

    To be called before anything is paid for.
    """
    from claimcheck.commands.results import is_of, refuse_unwritable
    from claimcheck.evidence.documents import is_document

    folders = [Path(name) for name in references if os.path.isdir(name)]
    for path in paths:
        refuse_unwritable("-o", path)
        if any(is_of(path, folder) and is_document(path) for folder in folders):
            raise UsageError(f"{path} is one of the references: write to another file")


def deliver(report: Report, outputs: Sequence[Output], **options: str) -> None:
    """Writes the report everywhere; all of it is tried before an error is raised, since a run was paid for.

    Raises `InputError` where a file cannot be written, whose text is then printed instead, and what the
    forms raise: a newsroom's own may raise anything.
    """
    from claimcheck.reports import render

    failures: list[Exception] = []
    for output in outputs:
        try:
            _write(render(report, output.form, **options), output.path)
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]


def _write(text: str, path: Path | None) -> None:
    if path is None:
        _print(text)
        return
    try:
        put_or_pour(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        _print(text)
        raise InputError(
            f"{path} cannot be written ({error.strerror}); the report was printed instead"
        ) from error


def _print(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def default_form() -> str:
    """The form for standard output where none is named."""
    return "terminal" if sys.stdout.isatty() else "text"
