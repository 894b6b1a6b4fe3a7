"""The JSON objects of a file, one a line or in one list, each with where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimcheck.errors import InputError

Row = dict[str, Any]
Form = TypeVar("Form", bound=BaseModel)
_GAP = re.compile(r"[\s,]*")


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises `InputError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error


def objects(path: Path, data: bytes) -> Iterator[tuple[str, Row]]:
    """Each object with its place, "file, line 3". Raises `InputError` for what is none, naming the place."""
    text = data.decode("utf-8", errors="replace")
    for line, held in _listed(path, text) if text.lstrip().startswith("[") else _lines(path, text):
        where = f"{path}, line {line}"
        if not isinstance(held, dict):
            raise InputError(f"{where}: not an object")
        yield where, held


def _lines(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}, line {number}: not JSON") from error


def _listed(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    """The items of a list, each with the line that it begins on."""
    decoder, position = json.JSONDecoder(), text.index("[") + 1
    while True:
        position = position + len(_GAP.match(text, position)[0])  # type: ignore[index]
        line = text.count("\n", 0, position) + 1
        if text[position : position + 1] == "]":
            return
        try:
            held, position = decoder.raw_decode(text, position)
        except ValueError as error:
            raise InputError(f"{path}, line {line}: not JSON") from error
        yield line, held


def validated(form: type[Form], where: str, row: Row) -> Form:
    """A row as what it has to be. Raises `InputError` naming the place and the field that is wrong."""
    try:
        return form.model_validate(row)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        told = "is missing" if fault["type"] == "missing" else f"is wrong: {fault['msg']}"
        raise InputError(f"{where}: the field {field!r} {told}") from error
