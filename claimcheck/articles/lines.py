"""Which line of the file each part of an article's text was read from."""

from __future__ import annotations

KEPT = 50  # ways of matching that are followed at once; a page that repeats itself has several

Places = tuple[tuple[int, int], ...]
Way = tuple["Way", int, int] | None  # the way so far, and what was matched last: offset, line


def lines_of(text: str, lines: list[str]) -> Places:
    """`(offset into text, line counted from 1)` for each of the file's lines that the text is made of.

    `lines` are the file's, cleaned as the text was: the text is some of them, in order and whole, with
    white space between, but for a word that was divided between two. A line that was left out may equal the beginning of one that was kept, so all
    ways of matching are followed. Returns () where none accounts for the whole text.
    """
    ways: dict[int, Way] = {0: None}
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        for start in sorted(ways, reverse=True):
            end = _end_of(text, line, start)
            if end is not None:
                ways.setdefault(end, (ways[start], start, number))
        if len(ways) > KEPT:
            ways = {start: ways[start] for start in sorted(ways)[-KEPT:]}
    return _walked(ways.get(len(text)))


def _end_of(text: str, line: str, start: int) -> int | None:
    """Where the text goes on after a line that stands at `start`; None where it does not stand there."""
    if text.startswith(line, start):
        end = start + len(line)
        return end if line.endswith("-") and text[end : end + 1].isalnum() else _next_word(text, end)
    end = start + len(line) - 1
    divided = line.endswith("-") and text.startswith(line[:-1], start) and text[end : end + 1].isalnum()
    return end if divided else None


def _walked(way: Way) -> Places:
    places: list[tuple[int, int]] = []
    while way is not None:
        way, start, number = way
        places.append((start, number))
    return tuple(reversed(places))


def _next_word(text: str, place: int) -> int | None:
    """Where the next word begins, or the text's end; None in the middle of a word."""
    if place == len(text):
        return place
    if not text[place].isspace():
        return None
    while place < len(text) and text[place].isspace():
        place += 1
    return place
