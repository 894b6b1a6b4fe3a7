"""A saved page → the text that a reader's copy of the whole page would give, navigation and all."""

from __future__ import annotations

from claimcheck.articles.reading import decoded
from claimcheck.errors import UsageError


def as_pasted(page: bytes) -> str:
    """Every visible text of an HTML page, laid out in lines as a browser does.

    By inscriptis (Weichselbraun 2021, JOSS 6(66)), which follows the CSS display rules of HTML's elements.
    Raises `UsageError` where the extra that brings it is not installed, `InputError` for binary data.
    """
    try:
        from inscriptis import get_text
    except ImportError as error:
        raise UsageError(
            "rendering pages needs the extra 'evaluation': pip install 'claimcheck[evaluation]'"
        ) from error
    return str(get_text(decoded("the page", page)))
