"""Data sets of one JSON object a line, each line checked against the form that it should have."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from claimcheck.errors import InputError

Row = TypeVar("Row", bound=BaseModel)


def read_lines(path: Path, form: type[Row]) -> tuple[list[Row], str]:
    """The objects of a file and the SHA-256 of its bytes.

    Raises `InputError`, which names the line and the field that are not as `form` says.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    lines = data.decode("utf-8", errors="replace").split("\n")
    rows = [_row(path, number, line, form) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise InputError(f"{path} holds no case")
    return rows, hashlib.sha256(data).hexdigest()


def _row(path: Path, number: int, line: str, form: type[Row]) -> Row:
    try:
        return form.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        what = f"the field {field!r}: {first['msg'].lower()}" if field else "not a JSON object"
        raise InputError(f"{path}, line {number}: {what}") from error
