"""What a source is asked, and what a source is: one protocol, so that a newsroom adds its archive."""

from __future__ import annotations

import re
from typing import Protocol

from claimcheck.domain import Claim, Frozen, SourceAnswer, SourceStatus

_NAME = re.compile(r"\b[A-Z][^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Query(Frozen):
    """A claim as a search: its words, and those of them that weigh more."""

    text: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


class Source(Protocol):
    """A place to look claims up in. A failure is an answer that says so, not an exception."""

    name: str

    def search(self, query: Query, limit: int) -> SourceAnswer:
        """The best passages for a query, at most `limit`, best first."""
        ...

    def status(self) -> SourceStatus:
        """What the source holds and whether it answers."""
        ...


def query_for(claim: Claim, extra: str = "") -> Query:
    """The query of a claim: its names, numbers and dates weigh more. `extra` adds words to it."""
    dates = tuple(
        dict.fromkeys(
            word
            for interval in claim.dates
            for word in (str(interval.start.day), f"{interval.start:%B}", str(interval.start.year))
        )
    )
    return Query(
        text=f"{claim.text} {extra}".strip(),
        names=tuple(dict.fromkeys(_NAME.findall(claim.text))),
        numbers=tuple(dict.fromkeys(_NUMBER.findall(claim.text))),
        dates=dates,
    )
