"""The words of a text in their order, for what depends on the order: who did it to whom, and which way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.language.calendar import MONTHS, WEEKDAYS

PARTICLES = frozenset("af al av bin ibn bint ben de del der den di da do dos du el la le van von zu".split())
"""Small words within the names of people."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_TIMES = frozenset((*MONTHS, *WEEKDAYS)) - {"may"}  # Theresa May is no month
_SMALL = frozenset(
    "a an the this that these those it its he she they his her their who which s and or but of in on at to for from by"
    " with as than like near between against over under about is are was were be been being has have had will would do"
    " does did get gets got getting also more much far nearly almost some just only".split()
)


def folded(text: str) -> str:
    """A text without the difference of case and of accents: "Erdoğan" is "erdogan"."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@dataclass(frozen=True)
class Token:
    """A word, where it stands, and what stands between it and the one before."""

    text: str  # without case and accents
    start: int
    end: int
    capital: bool
    gap: str

    @property
    def stem(self) -> str:
        """The first five letters, by which words of texts that were written apart are compared."""
        return self.text[:5]

    @property
    def figure(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[:1].isdigit()

    @property
    def small(self) -> bool:
        """Whether it says nothing by itself."""
        return self.text in _SMALL

    @property
    def name(self) -> bool:
        """Whether it is written as a name, and is not that of a day or month."""
        return self.capital and len(self.text) > 1 and self.text not in _TIMES


@lru_cache(1024)  # a claim is held beside sentence after sentence
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    found, last = [], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        found.append(Token(folded(match.group()), start, end, text[start].isupper(), text[last:start]))
        last = end
    return tuple(found)
