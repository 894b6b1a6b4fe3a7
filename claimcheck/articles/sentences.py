"""Sentences with their exact characters: pysbd finds the borders, paragraphs are never crossed."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from claimcheck.domain import Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
_TITLES = r"Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|vs|Rt|Hon|Ft|Mt|Messrs|Bros"
_MAY_END = r"[A-Z]|St|No|Inc|Corp|Ltd|U\.S|U\.K|U\.N"
_UNFINISHED = re.compile(rf"\b(?:{_TITLES}|{_MAY_END})\.$")
_NO_END = re.compile(rf"\b(?:{_TITLES})\.$")
# What begins a sentence and no name: "in the U.S. The law", but not "the U.S. Senate".
_BEGINS = re.compile(
    r"(?:The|This|That|These|Those|He|She|It|They|We|His|Her|Its|Their|Our|But|And|In|On|At|For|From|If|When|While|After|Before|As|An"
    r"|There|Some|Many|Most|However|Meanwhile) "
)
_BEFORE_NUMBER = re.compile(
    r"\b(?:approx|vol|pp?|figs?|nos?|art|secs?|ch|est|max|min|ca|cap|para)\.$", re.IGNORECASE
)
_HOUR = re.compile(r"\b[ap]\.m\.$")
_ZONE = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|[Ll]ocal|[ECMP][DS]?T|GMT|UTC|BST|CES?T|IST)\b"
)
_NO_VERB = re.compile(
    r"^(?:At|By|Around|About|Before|After|Until|From|Since|On|Between|Just|Shortly)\b(?: [\w:.,-]+){1,5}$"
)  # "At 9 p.m." alone is no sentence
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.$")
_MONTH = re.compile(r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\b\.? \d")
# Nothing in it that pysbd takes for the end of a sentence or the number of an item, but for its own end.
_ONE = re.compile(r"[^.!?…。！？):;\d•⁃]*[.!?]?\s*")
_PLAIN_WORD = re.compile(r"[a-z]{4}[.!?][\"”’)]*$")

_SPACE = re.compile(r"\s*")
_PLAIN_END = re.compile(r"[a-z]{4}[.!?]\s+(?=[A-Z])")
_ANY_END = re.compile(r"[.!?][\"”’)\]]*\s+")
_NEAR = 20  # characters beside a border: longer than any abbreviation above
LONG = (
    5_000  # characters: pysbd's time grows with their square, so a longer paragraph is given to it in parts
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order: every character that is not white space is in exactly one.

    `text[s.start:s.end] == s.text` holds for each.
    """
    segmenter = _segmenter()
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        for start, end in _borders(_pieces(segmenter, paragraph.group()), paragraph.group()):
            first, last = paragraph.start() + start, paragraph.start() + end
            found.append(
                Sentence(index=len(found), start=first, end=last, text=text[first:last], paragraph=number)
            )
    return tuple(found)


@cache
def _segmenter() -> Any:
    """pysbd's for English, which no longer tries each of 188 abbreviations where none of them ends with a full stop:
    half of its time.
    """
    from pysbd import Segmenter
    from pysbd.lang.english import English

    # As pysbd writes them: a point in one stands for any character.
    known = "|".join(one.strip() for one in English.Abbreviation.ABBREVIATIONS)
    abbreviated = re.compile(rf"(?:^|\s)(?:{known})\.")

    class Abbreviations(English.AbbreviationReplacer):  # type: ignore[misc]
        def search_for_abbreviations_in_string(self, text: str) -> str:
            found = abbreviated.search(text.lower())
            return str(super().search_for_abbreviations_in_string(text)) if found else text

    segmenter = Segmenter(language="en", clean=False)
    segmenter.language_module = type("English", (English,), {"AbbreviationReplacer": Abbreviations})
    return segmenter


def _pieces(segmenter: Any, paragraph: str) -> list[str]:
    """What pysbd takes for sentences; parts of a long paragraph end where a sentence plainly does."""
    if _ONE.fullmatch(paragraph):
        return [paragraph]
    pieces: list[str] = []
    start = 0
    while len(paragraph) - start > LONG and (end := _end_after(paragraph, start + LONG)):
        pieces += _segments(segmenter, paragraph[start : end.end()])
        start = end.end()
    pieces += _segments(segmenter, paragraph[start:])
    return pieces


def _end_after(paragraph: str, place: int) -> re.Match[str] | None:
    """Where a sentence plainly ends, or where there is none for long, as in capitals, what may be an end."""
    return _PLAIN_END.search(paragraph, place, place + LONG) or _ANY_END.search(paragraph, place)


def _segments(segmenter: Any, text: str) -> list[str]:
    """As `segmenter.segment(text)`, which makes a regular expression of every sentence to find it in the text again:
    half of its time, and more, since they push all others out of Python's cache of them.
    """
    pieces, known = [], 0  # where the piece before ends
    for sentence in segmenter.processor(text).process():
        start = text.find(sentence)
        while start >= 0:
            end = _SPACE.match(text, start + len(sentence)).end()  # type: ignore[union-attr]
            if end > known:
                pieces.append(text[start:end])
                known = end
                break
            start = text.find(sentence, max(end, start + 1))
    return pieces


def _borders(pieces: list[str], paragraph: str) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence: pysbd's pieces found again in the text, and gaps closed."""
    starts, position = [0], 0
    for piece in pieces:
        at = paragraph.find(piece.strip(), position)
        if at < 0 or not piece.strip():
            continue
        if at > 0 and not _goes_on(paragraph[starts[-1] : at].rstrip(), paragraph[at : at + _NEAR]):
            starts.append(at)
        position = at + len(piece.strip())
    edges = [*sorted(set(starts)), len(paragraph)]
    borders = []
    for start, end in pairwise(edges):
        chunk = paragraph[start:end]
        if chunk.strip():
            left = len(chunk) - len(chunk.lstrip())
            borders.append((start + left, start + len(chunk.rstrip())))
    return borders


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on where pysbd would end it."""
    last = before[-_NEAR:]
    if after[0] in ",;:":  # "Ilhan Omar, D-Minn., voted"
        return True
    if _UNFINISHED.search(last):
        return bool(_NO_END.search(last)) or not _BEGINS.match(after)
    if _HOUR.search(last):
        return bool(_ZONE.match(after) or _NO_VERB.match(before))
    if _BEFORE_NUMBER.search(last):
        return after[0].isdigit() or after[0] in "$£€"
    if _WEEKDAY.search(last):
        return bool(_MONTH.match(after))
    return after[0].islower() and last.endswith(".") and not _PLAIN_WORD.search(last)
