"""Bodies in pieces, counted on the wire and after decompression, so that neither can fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from claimcheck.evidence.fetching.limits import MEGABYTE, FetchError

ENCODINGS = ("gzip", "deflate")  # what is asked for, and all that is taken
_PIECE = 65_536  # bytes


def counted(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The same chunks; raises `FetchError` as soon as they come to more than `most` bytes."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise FetchError(f"it is larger than {_size(most)}")
        yield chunk


def unpacked(chunks: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """The decompressed body, in pieces of 64 KiB at most. Raises `FetchError` beyond `most` bytes."""
    if encoding in {"", "identity"}:
        yield from chunks
        return
    if encoding.removeprefix("x-") not in ENCODINGS:
        raise FetchError(f"it is compressed in a way that was not asked for ({encoding[:40]!r})")
    total = 0
    for piece in _pieces(chunks):
        total += len(piece)
        if total > most:
            raise FetchError(f"it unpacks to more than {_size(most)}")
        yield piece


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj(47)  # gzip or zlib, told apart by the header
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                yield engine.decompress(rest, _PIECE)
                rest = engine.unconsumed_tail
        yield engine.flush()
    except zlib.error as error:
        raise FetchError("its compression is damaged") from error


def _size(most: int) -> str:
    return f"{most // MEGABYTE} MB" if most >= MEGABYTE else f"{most} bytes"
