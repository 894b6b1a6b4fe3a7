"""Markdown in a text → its words: links without their addresses, emphasis without its marks.

What a line begins with (`#`, `>`, `-`) stays: that tells what the line is, and is told by `claimcheck.articles.signs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 1_000_000  # characters, which take some seconds: no article has more
_MAY_HAVE = re.compile(r"\]\(|\]\[|\*\*\S|__\S")
_RUN = re.compile(r"^.*\S.*(?:\n.*\S.*)*$", re.MULTILINE)  # lines between two empty ones
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S.*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^([\w-]+)\]:", re.MULTILINE)
_NOTED = re.compile(r"\[\^([\w-]+)\](?!:)")
_ADDRESS = re.compile(r"[/.:#]")


def without_markup(text: str) -> str:
    """The text, whose lines end in `\\n`, with the words of what is linked or emphasised, in as many lines.

    A text without a link or a word in bold is no Markdown, and stays as it is.
    """
    if len(text) > LONGEST or not _MAY_HAVE.search(text):
        return text
    env: dict[str, Any] = {}
    if not any(map(_is_markup, _inline(_parser().parse(text, env)))):
        return text
    for note in [label for label in env.get("references", {}) if label.startswith("^")]:
        del env["references"][note]  # of one word, it looks like an address
    text = _without_notes(_DEFINED.sub(lambda match: _left_of_definition(match, env), text))
    return _RUN.sub(lambda match: _words(_inline(_parser().parseInline(match[0], env))), text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "store_labels": True})


def _inline(blocks: list[Token]) -> list[Token]:
    return [token for block in blocks for token in block.children or ()]


def _is_markup(token: Token) -> bool:
    """Whether a token shows that a text is Markdown; "[he](Smith)" may be anything."""
    if token.type == "link_open" and token.markup != "autolink":
        return bool(token.meta) or bool(_ADDRESS.search(str(token.attrs["href"])))
    return token.type == "strong_open"


def _left_of_definition(match: re.Match[str], env: dict[str, Any]) -> str:
    """Nothing of a line that says where links of a name lead; one that only looks so stays."""
    from markdown_it.common.utils import normalizeReference

    return "" if normalizeReference(match[1]) in env.get("references", {}) else match[0]


def _without_notes(text: str) -> str:
    """The text without the marks of its footnotes; the notes stay."""
    names = frozenset(_FOOTNOTE.findall(text))
    return _NOTED.sub(lambda match: "" if match[1] in names else match[0], text)


def _words(tokens: list[Token]) -> str:
    return "".join(_told(tokens))


def _told(tokens: list[Token]) -> Iterator[str]:
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif token.type in {"text", "code_inline"}:
            # A number that stands for a source, as "[1]", is no figure of the sentence.
            cited = before is not None and before.meta.get("label") and token.content.isdigit()
            yield f"[{token.content}]" if cited else token.content
