"""Reading a report that an earlier run wrote."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.domain import Report


def read_report(path: Path) -> Report:
    """The report in that JSON file, or on standard input for "-". Raises `InputError` where there is none."""
    from claimcheck.reports.json import parse

    try:
        text = (sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"{path} is not there: check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder: name one report's file") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} cannot be read: it is not a file of UTF-8 text") from error
    try:
        return parse(text)
    except InputError as error:
        raise InputError(f"{path}: {error}; make one with --format json") from error
