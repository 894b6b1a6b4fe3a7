"""Reports as files: written whole or not at all, and only where they are not there yet."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import InputError, UsageError
from claimcheck.replacing import put
from claimcheck.reports import SUFFIXES, forms, render
from claimcheck.reports.json import parse

NEEDS_MORE = {"claimreview"}  # forms that need more than the report, an address above all


def checked_forms(asked: Sequence[str]) -> tuple[str, ...]:
    """The forms that every report is given, JSON always among them. Raises `UsageError`."""
    for form in asked:
        if form not in forms() or form in NEEDS_MORE:
            there = ", ".join(form for form in forms() if form not in NEEDS_MORE)
            raise UsageError(f"--format takes {there}, not {form!r}")
    return tuple(dict.fromkeys(["json", *asked]))


def file_for(folder: Path, key: str, form: str) -> Path:
    """The file of a report in that form."""
    suffix = next((suffix for suffix, name in SUFFIXES.items() if name == form), f".{form}.txt")
    return folder / f"{key}{suffix}"


def is_delivered(path: Path) -> bool:
    """Whether a file is a report in a form that has no suffix of its own: the one in JSON lies beside it."""
    stem, _, form = path.name.removesuffix(".txt").rpartition(".")
    return form in forms() and form not in SUFFIXES.values() and path.with_name(f"{stem}.json").is_file()


def deliver(folder: Path, key: str, wanted: Sequence[str], report: str) -> None:
    """Writes a report, given in JSON, in the forms wanted. Raises `InputError` where it cannot be written."""
    for form in wanted:
        write(file_for(folder, key, form), report if form == "json" else _rendered(report, form))


def _rendered(report: str, form: str) -> str:
    """A report in that form. Raises `InputError` for a form of somebody's own that fails: it costs no other file."""
    try:
        return render(parse(report), form)
    except Exception as error:
        raise InputError(f"the form {form} failed ({type(error).__name__}: {error})") from error


def refuse_unwritable(folder: Path) -> None:
    """Raises `UsageError` where no report can be written to the folder, before anything is paid for."""
    beside = folder / f".{os.getpid()}.part"
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.touch()
        beside.unlink()
        if made:
            folder.rmdir()
    except OSError as error:
        raise UsageError(f"-o names {folder}, where no report can be written ({error.strerror})") from error


def write(path: Path, text: str) -> None:
    """Writes a file whole, or leaves what was there. Raises `InputError`."""
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, data)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error


def packed(report: str) -> bytes:
    """A report's JSON as the database has it."""
    return zlib.compress(report.encode(), 1)


def unpacked(report: bytes) -> str:
    """The JSON of a report that was packed."""
    return zlib.decompress(report).decode()
