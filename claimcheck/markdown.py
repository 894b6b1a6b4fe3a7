"""Markdown in a text → its words: links without their addresses, emphasis without its marks.

What a heading or an item of a list begins with (`#`, `-`) stays: that tells what the line is.
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
_ANY_MARK = re.compile(r"[*_`\[<>&\\]|^ {0,3}(?:=+|-{2,}|\+ )", re.MULTILINE)
_BULLET = re.compile(r"^([\s>]*)[*+](?=\s)")
_QUOTING = re.compile(r"^ {0,3}(?:> ?)+")
_FENCE = re.compile(r"[\s>]*(?:`{3,}|~{3,})")
_PUNCTUATION = re.compile(r"[\\`*_\[\]<>&!]")
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
    return _in_words(text, env)


def words_of(document: str) -> str:
    """A document that is Markdown, whose lines end in `\\n`, as its words in as many lines.

    All headings have their #, and all items of lists that have no number a dash; rules and the marks of quotations and
    code are gone. What is longer than `LONGEST` stays as it is.
    """
    if len(document) > LONGEST or not _ANY_MARK.search(document):
        return document
    env: dict[str, Any] = {}
    lines = document.split("\n")
    for block in _parser(inline=False).parse(document, env):
        if block.map:
            _without_marks(block, lines, *block.map)
    return _in_words("\n".join(lines), env)


def _without_marks(block: Token, lines: list[str], start: int, end: int) -> None:
    """Takes the marks of a block from its lines, and gives them those that all such blocks have."""
    if block.type == "heading_open" and block.markup in ("=", "-") and (block.level, end - start) == (0, 2):
        lines[start : start + 2] = [f"{'#' * int(block.tag[1:])} {lines[start].strip()}", ""]
    elif block.type == "hr":
        lines[start] = ""
    elif block.type == "list_item_open" and block.markup in ("*", "+"):
        lines[start] = _BULLET.sub(r"\1-", lines[start])
    elif block.type == "blockquote_open":
        lines[start:end] = [_QUOTING.sub("", line) for line in lines[start:end]]
    elif block.type in ("fence", "code_block"):
        code = lines[start:end]
        lines[start:end] = ["" if _FENCE.match(line) else _PUNCTUATION.sub(r"\\\g<0>", line) for line in code]


def _in_words(text: str, env: dict[str, Any]) -> str:
    for note in [label for label in env.get("references", {}) if label.startswith("^")]:
        del env["references"][note]  # of one word, it looks like an address
    text = _without_notes(_DEFINED.sub(lambda match: _left_of_definition(match, env), text))
    return _RUN.sub(lambda match: _words(_inline(_parser().parseInline(match[0], env))), text)


@cache
def _parser(*, inline: bool = True) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "store_labels": True})
    return parser if inline else parser.disable("inline")


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
