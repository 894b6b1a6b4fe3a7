"""The sentences of a passage: what is compared with a claim, and what is quoted, is one of them.

Rules for English and little else, since every passage found is read for every claim: articles, which are read once, are
cut by pysbd (`claimcheck.articles.sentences`).
"""

from __future__ import annotations

import re
from functools import lru_cache

_BREAK = re.compile(r"(?<=[.!?…\"”’)\]])\s+|(?<!\s)\s*\n\s*")
_CLOSING, _OPENING, _STOPS = '"”’)]', '"“‘([', (".", "!", "?", "…")
_TITLES = "Mr Mrs Ms Dr St Gen Sen Rep Gov Lt Col Capt Cpt Sgt Maj Prof Rev Hon Pres Messrs"
_INSIDE = re.compile(rf"\b(?:{'|'.join(_TITLES.split())}|vs|e\.g|i\.e|cf|(?<![A-Z]\.)[A-Z])\.$")
_BEFORE_A_FIGURE = re.compile(r"\b(?:Nos?|Figs?|Vol|Art|Sec|Ch|approx|ca|est|pp|[a-z])\.$")
_EITHER = re.compile(  # these may end a sentence, too: then a word follows that hardly stands inside one with a capital
    r"(?:(?:\b[A-Z]\.){2,}|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|Jr|Sr|etc|al|[ap]\.m)\.)$"
)
_BEGINS = re.compile(
    r"[\"“‘(\[]*(?:The|An?|It|Its|He|She|They|We|I|You|His|Her|Their|Our|This|That|These|Those|There|In|On|At|As|And|But"
    r"|Or|So|If|When|While|After|Before|However|For|From|By|With|To|Of|Some|Many|Most|All|No|Not|What|Who|Why|How)\b"
)
_ITEM = re.compile(r"(?:[-*•#|>]|\d{1,3}[.)])\s")
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|or|of|the|an?|in|to|for|with|by|at|on|from|as|that|than|between|its|is|was|were|be|has|have|had|said))$",
    re.IGNORECASE,
)
_NEAR = 16  # characters before a break: longer than any abbreviation above


@lru_cache(1024)  # a passage is read for each claim that it may speak of, several times over
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """`[start, end)` of each sentence of a passage, without the white space around it.

    Every character that is not white space is in exactly one. A line break ends a sentence unless the line after it
    plainly goes on: text wrapped at a column, as from a PDF file, is read as it was before.
    """
    edges, begin = [], 0
    for match in _BREAK.finditer(text):
        if _ends(text, begin, match):
            edges.append((begin, match.start()))
            begin = match.end()
    edges.append((begin, len(text)))
    return tuple(_trimmed(text, start, end) for start, end in edges if text[start:end].strip())


def _ends(text: str, begin: int, gap: re.Match[str]) -> bool:
    """Whether a sentence ends at this white space."""
    before = text[max(begin, gap.start() - _NEAR) : gap.start()]
    stopped = before.rstrip(_CLOSING).endswith(_STOPS)
    lines = gap.group().count("\n")
    if lines and not stopped:
        return lines > 1 or not _wrapped(before, text[gap.end() : gap.end() + 8])
    return lines > 1 or (stopped and _starts(text, gap.end()) and not _abbreviated(before, text, gap.end()))


def _wrapped(before: str, after: str) -> bool:
    return not _ITEM.match(after) and (after[:1].islower() or _GOES_ON.search(before) is not None)


def _starts(text: str, start: int) -> bool:
    """Whether what follows can be the beginning of a sentence: a capital or a figure, or an item of a list."""
    first = text[start : start + 4].lstrip(_OPENING)[:1]
    return first.isupper() or first.isdigit() or _ITEM.match(text, start) is not None


def _abbreviated(before: str, text: str, after: int) -> bool:
    """Whether the stop is that of an abbreviation, and the sentence goes on."""
    if _INSIDE.search(before) or (_BEFORE_A_FIGURE.search(before) and text[after : after + 1].isdigit()):
        return True
    return _EITHER.search(before) is not None and not _BEGINS.match(text, after)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
