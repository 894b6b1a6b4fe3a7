"""Bytes of a text whose encoding nobody names → the text: UTF-8, UTF-16, UTF-32, or what came before them."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

_MARKS = (  # the longer first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In this order: where a text may be of several, English is nearly always of the first.
_LEGACY = ("cp1252", "mac_roman", "cp1250")
_FOREIGN = 0.1  # of the bytes above ASCII: with more, it is no text in English, and any encoding may be meant
_SIGNS = frozenset("“”‘’„‚–—…£€•·°½¼¾²³§©®™×«»\N{NO-BREAK SPACE}")
_CHARSET = re.compile(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HIGH = re.compile(r"[^\x00-\x7f]")
_WELL_FORMED = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}"
)


def text_in(data: bytes) -> str | None:
    """The text of the bytes; None where no encoding fits.

    A text in UTF-8 with a few broken places stays UTF-8: its odd bytes are read as Windows-1252, which is what
    they mostly are, pasted from elsewhere. Null characters are left as they are.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    half = data[: 2000 - len(data[:2000]) % 2]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(half) > 8 and half[first::2].count(0) > 0.7 * len(half[first::2]):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or _legacy(data)


def page_in(data: bytes) -> str | None:
    """As `text_in`, for a page: where it is not in Unicode, the encoding that its head names is believed."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith(tuple(mark for mark, _ in _MARKS)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            with suppress(LookupError):
                encoding = codecs.lookup(named[1].decode()).name
                if not encoding.startswith(("utf", "iso8859-1", "ascii")):
                    return data.decode(encoding, errors="replace")
    return text_in(data)


def _mended(data: bytes) -> str:
    """The text in UTF-8 but for a few broken places; "" where it is not."""
    whole = _WELL_FORMED.sub(b"", data)
    broken = _high(whole)
    letters = len(data) - len(whole)
    if letters < 2 * broken:
        return ""
    cut = codecs.getincrementaldecoder("utf-8")(errors=_AS_WINDOWS)
    return cut.decode(data)  # a character that the end of the file cut in two is left out


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_AS_WINDOWS = "claimcheck.as-windows"
codecs.register_error(_AS_WINDOWS, _as_windows)


def _legacy(data: bytes) -> str | None:
    if _high(data) > _FOREIGN * len(data):
        return _any(data)
    texts = [data.decode(encoding, errors="replace") for encoding in _LEGACY]
    return max(texts, key=_likeness)  # the first of equals


def _high(data: bytes) -> int:
    """The number of bytes above ASCII."""
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _any(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    western = ["cp1252", "latin_1", "cp1250", "cp1251", "mac_roman"]
    best = from_bytes(data, cp_isolation=western).best()
    return None if best is None else str(best)


def _likeness(text: str) -> int:
    """How many of its characters above ASCII stand as they do in English: "£2", "café", "Émile", and not "Ł2", "cafŽ"."""
    return sum(_at_home(text, match.start()) for match in _HIGH.finditer(text))


def _at_home(text: str, place: int) -> bool:
    character, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if character in _SIGNS:
        return True
    if character.islower():
        return before.isalpha() or after.isalpha()
    return character.isupper() and not before.isalpha() and after.islower()


__all__ = ["page_in", "text_in"]
