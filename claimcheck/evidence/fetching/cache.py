"""The HTTP cache on disk: hishel, which obeys the headers of RFC 9111."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

LARGEST = 512 * 1024 * 1024  # bytes on disk


def cached(transport: httpx.BaseTransport, folder: Path | None) -> httpx.BaseTransport:
    """The transport behind a cache in `folder`; the bare one where none is named or it cannot be kept."""
    if folder is None:
        return transport
    import sqlite3

    from hishel import CacheOptions, SqliteStorage
    from hishel.httpx import CacheTransport

    path = folder / "http.db"
    for _ in range(2):  # a damaged file is dropped once: it holds nothing that cannot be fetched again
        try:
            folder.mkdir(parents=True, exist_ok=True)
            storage = SqliteStorage(database_path=path, max_size=LARGEST)
            list(storage.get_entries("probe"))
            return CacheTransport(transport, storage=storage, rfc=CacheOptions(shared=False))
        except sqlite3.Error:
            path.unlink(missing_ok=True)
        except OSError:
            break
    return transport
