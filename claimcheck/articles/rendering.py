"""A page's markup → the text that a reader's copy of the whole page would give, navigation and all."""

from __future__ import annotations


def as_pasted(markup: str) -> str:
    """Every visible text of an HTML page, laid out in lines as a browser does; "" for markup without any.

    By inscriptis (Weichselbraun 2021, JOSS 6(66)), which follows the CSS display rules of HTML's elements.
    """
    from inscriptis import get_text

    return str(get_text(markup)) if markup.strip() else ""
