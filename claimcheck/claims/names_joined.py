"""Two people's names made one: "Berit Dahl" of an article on Berit, who follows Dahl."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.language.calendar import MONTHS, WEEKDAYS
from claimcheck.language.tokens import PARTICLES

_RUN = re.compile(rf"[A-Z][\w’'-]*(?: (?:(?:{'|'.join(sorted(PARTICLES))}) )*[A-Z][\w’'.-]*)*")
_TWO = re.compile(r"(?=\b(?P<one>[A-Z][a-z]\w+) (?P<other>[A-Z][a-z]\w+))")
_TIMES = frozenset((*MONTHS, *WEEKDAYS))
_ONE = r"(?:an?|the|his|her|its|their|our|former)"


def names_joined(claim: str, texts: tuple[str, ...]) -> str:
    """Two words of a claim that stand side by side as one name, and each by itself for somebody in the article's `texts`,
    which never have them in one name; "" for none such.
    """
    for match in _TWO.finditer(claim):
        one, other = match["one"], match["other"]
        if {one.casefold(), other.casefold()} & _TIMES or any(_in_one(one, other, text) for text in texts):
            continue
        if _alone(one, texts) and _alone(other, texts):
            return f"{one} {other}"
    return ""


def _alone(word: str, texts: tuple[str, ...]) -> bool:
    """Whether a word is a name by itself somewhere, not at the beginning of a sentence, and nowhere that of a kind: "the
    President".
    """
    if any(
        re.search(rf"\b(?i:{_ONE}) {word}\b", text) or re.search(rf"\b{word.lower()}\b", text)
        for text in texts
    ):
        return False
    return any(
        re.search(rf"(?:[a-z,] |[a-z]’s ){word}(?:['’]s)?(?! [A-Z]|[\w’'-]*[\w’'-])", text) for text in texts
    )


@lru_cache(1024)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(re.split(r"['’]s\b|[ .-]", run)) for run in _RUN.findall(text))


def _in_one(one: str, other: str, text: str) -> bool:
    return any(one in run and other in run[run.index(one) :] for run in _runs(text))
