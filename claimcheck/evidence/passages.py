"""Documents → passages: paragraphs, and long ones cut where a sentence, an item or a row ends.

What stands above governs what stands below: a heading or a sentence that ends with a colon is one passage with what it
introduces, and what comes later of it has it in its title ("Trade › Myths › The following are false"). Without it a myth
would be read as a statement, and a row of a table as bare figures.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.domain import Passage
from claimcheck.evidence.documents import Document
from claimcheck.evidence.notices import notices_of
from claimcheck.exact import sentences_of

LONGEST = 600  # characters
UNCUT = 2 * LONGEST  # characters of one sentence: half of it may say the opposite
ABOVE = 200  # characters of one heading or introduction in a title
SECTION = " › "
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n\s*\n|\Z))", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"[ \t]*\|")


def passages_of(document: Document, source: str, path: str) -> Iterator[Passage]:
    """The passages of a document; each text stands verbatim in the document, and its id follows from both."""
    whole = hashlib.sha256(f"{document.title}\n{document.text}".encode()).hexdigest()
    marks = notices_of(document.title, document.text)
    for piece in pieces(document.text):
        above = [words for words in piece.above if words != document.title]
        yield Passage(
            id=hashlib.sha256(f"{whole}:{piece.start}".encode()).hexdigest()[:12],
            text=document.text[piece.start : piece.end],
            source=source,
            title=SECTION.join([document.title, *above]),
            publisher=document.publisher,
            url=document.url,
            path=path,
            published=document.published,
            marks=marks,
        )


def page_of(passage: Passage) -> str:
    """The title of a passage's document, without what stands above the passage in it."""
    return passage.title.split(SECTION)[0]


@dataclass(frozen=True)
class Piece:
    """`[start, end)` of a passage, and the headings and introductions that govern it, the widest first."""

    start: int
    end: int
    above: tuple[str, ...] = ()


def pieces(text: str) -> Iterator[Piece]:
    """Each passage: a paragraph with what introduces it, or as many of its sentences as fit in `LONGEST`."""
    held = _Above()
    for start, end in _blocks(text):
        # headings after headings, and no text
        if held.pending is not None and start - held.pending > LONGEST:
            yield Piece(held.pending, held.pending + len(text[held.pending : start].rstrip()), held.sections)
            held.settle()
        begin = held.begin(start)
        if heading := _HEADING.fullmatch(text, start, end):
            held.enter(len(heading[1]), heading[2], begin)
        elif text[end - 1] == ":" and end - start <= ABOVE:
            held.introduce(" ".join(text[start : end - 1].split()), begin)
        else:
            yield from _cut(text, begin, end, held.sections, held.introduction or _header(text, start, end))
            held.settle()
    if held.pending is not None:  # nothing comes after it
        yield Piece(held.pending, len(text.rstrip()), held.sections[:-1])


@dataclass
class _Above:
    """The headings that hold at a place, and where those begin that no passage has yet."""

    levels: list[tuple[int, str]] = field(default_factory=list)
    introduction: str = ""
    pending: int | None = None

    @property
    def sections(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.levels)

    def begin(self, start: int) -> int:
        return start if self.pending is None else self.pending

    def enter(self, level: int, words: str, begin: int) -> None:
        self.levels = [one for one in self.levels if one[0] < level] + [(level, words[:ABOVE])]
        self.introduction, self.pending = "", begin

    def introduce(self, words: str, begin: int) -> None:
        self.introduction, self.pending = words, begin

    def settle(self) -> None:
        self.introduction, self.pending = "", None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each paragraph; a heading is one by itself, also where no blank line parts it."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        for heading in _HEADING.finditer(text, start, end):
            if before := text[start : heading.start()].rstrip():
                yield start, start + len(before)
            yield heading.span()
            start = _past_space(text, heading.end(), end)
        if start < end:
            yield start, end


def _header(text: str, start: int, end: int) -> str:
    """The first row of a table, or the first line that introduces the others; "" where there is none."""
    first, _, others = text[start:end].partition("\n")
    governs = _ROW.match(first) or (others and first.rstrip().endswith(":"))
    return first.strip().strip("|:").strip()[:ABOVE] if governs else ""


def _cut(text: str, start: int, end: int, sections: tuple[str, ...], over: str) -> Iterator[Piece]:
    """A block in one piece, or in several of whole sentences; `over` governs those after the first."""
    if end - start <= LONGEST:
        yield Piece(start, end, sections)
        return
    above, first, last = sections, start, start
    for begin, stop in _sentences(text, start, end):
        if stop - first > LONGEST and last > first:
            yield Piece(first, last, above)
            above, first = (*sections, over) if over else sections, begin
        last = stop
    yield Piece(first, last, above)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each sentence, line of a list or row; what is longer than `UNCUT` is cut at a space."""
    found = sentences_of.__wrapped__(text[start:end])  # not to be remembered: it may be a whole book
    for first, last in found:
        begin, stop = start + first, start + last
        while stop - begin > (LONGEST if last - first > UNCUT else UNCUT):
            cut = _space_before(text, begin, begin + LONGEST)
            yield begin, begin + len(text[begin:cut].rstrip())
            begin = _past_space(text, cut, stop)
        yield begin, stop


def _past_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _space_before(text: str, start: int, limit: int) -> int:
    space = text.rfind(" ", start + 1, limit)
    return space if space > start else limit
