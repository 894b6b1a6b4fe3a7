"""Words and figures of a text, found in one pass, so that patterns are tried around them and nowhere else.

Most patterns of the grammar have a word without which there is no match, and most texts have few of these words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimcheck.exact.words import (
    DIVISORS,
    ONES,
    ORDINAL_ONES,
    ORDINAL_TEENS,
    ORDINAL_TENS,
    SCALES,
    SEASONS,
    TEENS,
    TENS,
    TENS_OF_YEARS,
    ZERO,
)
from claimcheck.language.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_AHEAD = 100  # characters after a landmark in which a match around it ends, with all that it looks at
_MARGIN = 30  # what ends in so many characters before the end of a window is none: it may be cut off there
_TOKEN = re.compile(r"[A-Za-z]+|\d+|[¼½¾⅐-⅞]")
_COUNTED = [*SCALES, *DIVISORS, *ORDINAL_ONES, *ORDINAL_TEENS, *ORDINAL_TENS, "half", "quarter", "couple"]
_WORDS = {
    "month": [*MONTHS, *SHORT_MONTHS],
    "weekday": [*WEEKDAYS, *SHORT_WEEKDAYS],
    "week or weekday": ["week", "weekend", *WEEKDAYS],
    "day word": "today tonight yesterday tomorrow tmrw night morning afternoon evening".split(),
    "next day": "day morning afternoon evening night".split(),
    "that time": "day morning afternoon evening night week month year".split(),
    "unit": "day week weekend fortnight month quarter year decade century days weeks weekends fortnights months "
    "quarters years decades centuries centurys".split(),
    "month word": ["month"],
    "month or year": ["month", "year"],
    "year word": ["year"],
    "to date": ["date", "far"],
    "season": [*SEASONS],
    "centuries": "century centuries".split(),
    "year": "seventeen eighteen nineteen twenty thousand".split(),
    "decade": [*TENS_OF_YEARS],
    "fiscal": ["fy", "cy"],
    "ordinal": [*ORDINAL_ONES, *ORDINAL_TEENS, *ORDINAL_TENS, *TENS],
    "part of a time": "earlier later rest remainder remaining balance".split(),
    "told": "earlier later before after".split(),
    **{word: [word] for word in "quarter weekend century day q h end mid ago now time".split()},
    "half": ["half", "quarter", "quarters", "third"],
    "holiday": "new valentine boxing christmas halloween juneteenth ash palm maundy good easter thanksgiving "
    "black valentines april st saint international earth groundhog cinco bastille anzac australia canada guy all "
    "remembrance waitangi burns pentecost ascension mardi orthodox giving indigenous canadian ve v cyber martin mlk memorial presidents columbus veterans may bonfire armistice labor pancake shrove whit holy".split(),
    "day of a month": [*ORDINAL_ONES, *ORDINAL_TEENS, *ORDINAL_TENS, *TENS, *TEENS, *ONES],
    # of quantities
    "number": [
        *"½¼¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        *TENS,
        *TEENS,
        *ONES,
        *ZERO,
        "half",
        "quarter",
        "hundred",
        "couple",
        "point",
    ],
    "after an article": [*TENS, "halves", *_COUNTED, *(f"{word}s" for word in _COUNTED)],
    "comparison": "in out of over".split(),
    "multiple": [
        *"twice thrice doubled doubling double tripled tripling triple quadrupled fold".split(),
        *(f"{word}fold" for word in [*TENS, *TEENS, *ONES]),
    ],
    "majority": "majority most".split(),
}
_KINDS: dict[str, tuple[str, ...]] = {}
for _kind, _words in _WORDS.items():
    for _word in _words:
        _KINDS[_word] = (*_KINDS.get(_word, ()), _kind)

Landmarks = dict[str, list[tuple[int, int]]]


@lru_cache(maxsize=1024)  # for the dates of a text, and for its quantities
def landmarks(text: str) -> Landmarks:
    """The landmarks of a text by kind, as `(start, end)` in order."""
    found: Landmarks = {}
    number_end = -2  # where the number before ends
    for match in _TOKEN.finditer(_lowered(text)):
        word = match.group()
        kinds: Sequence[str] | None = _KINDS.get(word)
        if kinds is None:
            if word[0] > "9":
                continue
            kinds = _kinds_of_figures(text, *match.span())
        for kind in kinds:
            if kind != "comparison" or match.start() == number_end + 1:
                found.setdefault(kind, []).append(match.span())
        if "number" in kinds:
            number_end = match.end()
    return found


def _lowered(text: str) -> str:
    """In lower case, with as many characters: one of them, the dotted capital I, has two in lower case."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[0] for c in text)


def _kinds_of_figures(text: str, start: int, end: int) -> list[str]:
    kinds, after = ["number", "day of a month"], text[end : end + 2]
    if end - start == 4 or (end - start == 2 and text[start - 1 : start] in {"’", "'"}):
        kinds.append("year")
    if end - start == 2 and text[max(0, start - 6) : start].lower().endswith(
        ("in ", "in\n", "since ", "and ")
    ):
        kinds.append("year of two")
    if after[:1] in {"-", "/", ".", "–"} and after[1:].isdigit():
        kinds.append("figures")
    if (after[:1] in {"s", "S", "’", "'"} or after == " s") and text[end - 1] == "0":
        kinds.append("decade")
    if after.lower() in {"st", "nd", "rd", "th"}:
        kinds.append("ordinal")
    return kinds


def around(pattern: re.Pattern[str], text: str, kind: str, back: int) -> list[re.Match[str]]:
    """The matches of a pattern in a text as `finditer` has them, for one that never matches without a landmark.

    `back` is how many characters before the landmark a match can begin, at the most; 0 where it begins there.
    """
    places = landmarks(text).get(kind)
    if not places:
        return []
    if back == 0:
        return _at(pattern, text, places)
    return [
        match
        for low, high in _windows(places, back, len(text))
        for match in pattern.finditer(text, low, high)
        if high == len(text) or match.end() <= high - _MARGIN
    ]


def ahead_of(pattern: re.Pattern[str], text: str, first: str, kind: str, back: int) -> list[re.Match[str]]:
    """The same for a pattern that begins at a landmark of the kind `first`, before one of the kind `kind`."""
    marks = landmarks(text)
    if kind not in marks or first not in marks:
        return []
    goals = [start for start, _ in marks[kind]]
    return _at(pattern, text, [p for p in marks[first] if _next(goals, p[0]) - p[0] <= back])


def _next(goals: list[int], place: int) -> float:
    at = bisect_left(goals, place)
    return goals[at] if at < len(goals) else float("inf")


def _at(pattern: re.Pattern[str], text: str, places: Iterable[tuple[int, int]]) -> list[re.Match[str]]:
    found, end = [], 0
    for start, _ in places:
        if start >= end and (match := pattern.match(text, start)):
            found.append(match)
            end = match.end()
    return found


def _windows(places: list[tuple[int, int]], back: int, length: int) -> Iterator[tuple[int, int]]:
    """The stretches around landmarks, those that touch made one."""
    low, high = -1, -1
    for start, end in places:
        if start - back > high:
            if high >= 0:
                yield low, high
            low = max(0, start - back)
        high = min(length, end + _AHEAD)
    yield low, high
