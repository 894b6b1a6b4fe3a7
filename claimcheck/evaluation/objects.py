"""The JSON objects of a file, one a line or in one list, each with where it stands."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimcheck.errors import InputError

Row = dict[str, Any]
Case = TypeVar("Case")
Form = TypeVar("Form", bound=BaseModel)
_GAP = re.compile(r"[\s,]*")


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises `InputError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error


def read_rows(path: Path, form: type[Form]) -> tuple[list[tuple[str, Form]], str]:
    """Each object of a file as `form`, with its place, and the SHA-256 of the file's bytes.

    Raises `InputError`, which names the line and the field that are not as `form` says.
    """
    data = read_bytes(path)
    rows = [(where, validated(form, where, row)) for where, row in objects(path, data)]
    if not rows:
        raise InputError(f"{path} holds no case")
    return rows, hashlib.sha256(data).hexdigest()


def objects(path: Path, data: bytes) -> Iterator[tuple[str, Row]]:
    """Each object with its place, "file, line 3", and where several of a list share a line, "file, line 1, object 3".

    Raises `InputError` for what is none, naming the place.
    """
    text = text_of(path, data)
    for where, held in _listed(path, text) if text.lstrip().startswith("[") else _lines(path, text):
        if not isinstance(held, dict):
            raise InputError(f"{where}: not an object")
        yield where, without_broken_letters(where, held)


def text_of(path: Path, data: bytes) -> str:
    """A file's bytes as text. Raises `InputError` naming the line that is not UTF-8: guessed letters would be measured."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}, line {line}: not UTF-8 text") from None


@contextmanager
def json_at(where: str) -> Iterator[None]:
    """A block that reads JSON. Raises `InputError` naming the place where the JSON is wrong or nested too deep."""
    try:
        yield
    except ValueError as error:
        raise InputError(f"{where}: not JSON") from error
    except RecursionError:
        raise InputError(f"{where}: the JSON is nested too deep") from None


@contextmanager
def field_at(where: str, field: str, told: str) -> Iterator[None]:
    """A block that makes something of a field. Raises `InputError` naming place and field where it cannot be done."""
    try:
        yield
    except (ValueError, OverflowError) as error:
        raise InputError(f"{where}: the field {field!r} {told}") from error


def without_broken_letters(where: str, row: Row) -> Row:
    r"""The object itself. Raises `InputError` for a field with half a letter (`\ud800`), which no file can hold."""
    for name, value in row.items():
        with json_at(where):
            written = json.dumps([name, value], ensure_ascii=False)
        try:
            written.encode()
        except UnicodeEncodeError:
            raise InputError(f"{where}: the field {name!a} holds half of a surrogate pair") from None
    return row


def _lines(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    """Only a line feed ends a line: JSON may hold the other characters that Unicode takes for line ends."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{path}, line {number}"
            with json_at(where):
                held = json.loads(line)
            yield where, held


def _listed(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    """The items of a list, each with the line that it begins on, and its number there if it is not the first."""
    decoder, position = json.JSONDecoder(), text.index("[") + 1
    line, counted, number = 1, 0, 0
    while True:
        position = position + len(_GAP.match(text, position)[0])  # type: ignore[index]
        passed = text.count("\n", counted, position)
        line, counted, number = line + passed, position, 1 if passed else number + 1
        if text[position : position + 1] == "]":
            if text[position + 1 :].strip():
                raise InputError(f"{path}, line {line}: not JSON after the end of the list")
            return
        where = f"{path}, line {line}" + (f", object {number}" if number > 1 else "")
        with json_at(where):
            held, position = decoder.raw_decode(text, position)
        yield where, held


def validated(form: type[Form], where: str, row: object) -> Form:
    """A row as what it has to be. Raises `InputError` naming the place and the field that is wrong."""
    try:
        return form.model_validate(row)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        if not field:
            raise InputError(f"{where}: not an object") from error
        known = {"missing": "is missing", "model_type": "is wrong: it should be an object"}
        told = known.get(fault["type"], f"is wrong: {fault['msg']}")
        raise InputError(f"{where}: the field {field!r} {told}") from error


def refuse_twice(where: str, id: str, seen: set[str]) -> None:
    """Adds an id to those `seen`. Raises `InputError` naming the place where it is one of them already."""
    if id in seen:
        raise InputError(f"{where}: the field 'id' is {id!r}, as in a line before")
    seen.add(id)


def some_of(half: list[Case], path: Path) -> list[Case]:
    """The cases of one half of a file. Raises `InputError` where there are none."""
    if not half:
        raise InputError(f"{path} holds no case of that half")
    return half


def kept_scores(path: Path, form: type[Form], task: str) -> Form:
    """Scores that `claimcheck evaluate` wrote for a task. Raises `InputError` where the file holds none."""
    try:
        return form.model_validate_json(read_bytes(path))
    except ValueError as error:
        raise InputError(f"{path} holds no scores of `claimcheck evaluate {task}`") from error
