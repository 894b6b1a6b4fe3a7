"""Claim → query: its words, and which of them are names, numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from claimcheck.domain import Claim, DateInterval, Frozen
from claimcheck.language import calendar

# Months in English whatever the locale: `strftime` would follow the machine's.
MONTHS = [month.title() for month in calendar.MONTHS]
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_JOINERS = frozenset("of de del la van von der al bin".split())
# Capitalised where a sentence begins, and then no name.
_OPENERS = frozenset(
    "a an the in on at by for from of to with as and but or if when while after before during since until"
    " this that these those it its he she they we his her their there about over under more most nearly"
    " almost some all both no not only one two three four five six seven eight nine ten".split()
)
# Function words: a search that wants all of its words would find nothing for them.
_FUNCTION = _OPENERS | frozenset(
    "is was are were be been being has have had having do does did will would can could may might must shall"
    " should am who whom whose which what where why how than then so too very just also into onto out up down off"
    " again between through against because within without upon per via amid you your them him our us my me said"
    " says say according".split()
)


class Query(Frozen):
    """A claim as a search: its words, and which of them are names, numbers and dates."""

    text: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    before: date | None = None  # what was published later is not asked for


def query_for(claim: Claim, extra: str = "") -> Query:
    """The query of a claim: its words, and which are names, numbers and dates. `extra` adds words to it."""
    terms = (term for interval in claim.dates for term in _terms(interval))
    return Query(
        text=f"{claim.text} {extra}".strip(),
        names=_once(_names(claim.text)),
        numbers=_once(_NUMBER.findall(claim.text)),
        dates=_once(terms),
    )


def keywords(query: Query) -> list[str]:
    """The words of a query that say what it is about, in their order: no function words, no lone letters."""
    words = (word for word in _WORD.findall(query.text) if len(word) > 1)
    return list(dict.fromkeys(word for word in words if word.casefold() not in _FUNCTION))


def second_query(query: Query) -> Query | None:
    """Another question for a claim of which nothing was found: what happened, without the names and figures.

    A source may spell a name or round a figure differently. None where nothing is left to ask.
    """
    named = {word for name in query.names for word in name.split()}
    words = [word for word in keywords(query) if word not in named and not word[0].isdigit()]
    if not words:
        return None
    return Query(text=" ".join(words[:8]), dates=query.dates, before=query.before)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _terms(interval: DateInterval) -> list[str]:
    """The words by which a text would name that time: a whole year has no month, a whole month no day."""
    terms: list[str] = []
    for part in interval.iso.split("/"):
        year, month, day = [int(number) for number in (part + "-0-0").split("-")[:3]]
        terms += [str(day)] if day else []
        terms += [MONTHS[month - 1]] if month else []
        terms.append(str(year))
    return terms


def _names(text: str) -> list[str]:
    """Runs of capitalised words, "Bank of England" as one; the article that opens a sentence is left out."""
    runs: list[list[str]] = [[]]
    end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if text[end : match.start()].strip():
            runs.append([])
        end = match.end()
        opener = not runs[-1] and word.casefold() in _OPENERS
        if (word[0].isupper() and not opener) or (word in _JOINERS and runs[-1]):
            runs[-1].append(word)
        else:
            runs.append([])
    return [name for name in map(_trimmed, runs) if name]


def _trimmed(run: list[str]) -> str:
    while run and run[-1] in _JOINERS:
        run = run[:-1]
    return " ".join(run)
