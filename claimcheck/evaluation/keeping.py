"""Files of what is finished, a line each: appended at once, so that an interrupted measurement goes on."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError

_END = b"\n"  # alone: str.splitlines would also cut at U+2028 and others, which JSON leaves as they are


def append(kept: Path | None, line: str) -> None:
    """Appends a line of JSON to the file, where there is one. Raises `InputError` where it cannot be written."""
    if kept is None:
        return
    try:
        with kept.open("ab") as file:
            file.write(line.encode() + _END)
    except OSError as error:
        raise InputError(f"what is finished cannot be kept in {kept} ({error.strerror})") from error


def lines_of(kept: Path | None) -> list[bytes]:
    """The lines of the file, in UTF-8, none where there is no file. Raises `InputError`.

    A last line that was torn by an interruption, perhaps within a character, is closed: what reads it passes it over,
    and what is appended stands on a line of its own.
    """
    if kept is None or not kept.is_file():
        return []
    try:
        held = kept.read_bytes()
        if held and not held.endswith(_END):
            with kept.open("ab") as file:
                file.write(_END)
    except OSError as error:
        raise InputError(f"{kept} cannot be read and added to ({error.strerror})") from error
    return [line for line in held.split(_END) if line]
