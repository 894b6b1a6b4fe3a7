"""Runs the rules of the grammar over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimcheck.domain import DateInterval
from claimcheck.exact.dates import (
    absolute,
    figures,
    holidays,
    joining,
    periods,
    relative,
    seasons,
    told,
    weekdays,
)
from claimcheck.exact.dates.reading import Reading, Rule, Scene
from claimcheck.exact.landmarks import landmarks
from claimcheck.exact.spaces import with_plain_spaces

RULES = [
    *holidays.RULES,
    *figures.RULES,
    *weekdays.RANGES,
    *absolute.RULES,
    *seasons.RULES,
    *periods.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *absolute.BARE_MONTHS,
]
# What is before Christ is no date of this calendar, nor is the beginning of a time that ends there: "from 500 to 400 BC".
_BEFORE_CHRIST = re.compile(
    r"(?:(?:\s?[-–—]\s?|\s(?:to|and|or|until)\s)(?:c\.\s?)?\d[\d,]*|,?\s\d+)?[\s-]?"
    r"(?:B\.C\.|BCE\b|(?<!\b19\d\d )(?<!\b20\d\d )BC\b|BC\b(?!\s[A-Z]))"  # "in 2014 BC Hydro said"
)
_ANY_DAY = date(2000, 1, 1)  # stands for an anchor that is not known: what depends on it is not given


@dataclass(frozen=True)
class DateMention:
    """A date expression at `[start, end)`; `interval` is None where what it counts from is not known."""

    start: int
    end: int
    interval: DateInterval | None
    relative: bool


def find_dates(text: str, anchor: date | None) -> list[DateMention]:
    """The date expressions of a text in order, none overlapping; never raises."""
    plain = with_plain_spaces(text)
    found = _found(plain, anchor)[0]
    return list(found) if plain == text else [_as_written(mention, text) for mention in found]


def _as_written(mention: DateMention, text: str) -> DateMention:
    """A mention with the text's own spaces."""
    written = {"text": text[mention.start : mention.end]}
    return replace(mention, interval=mention.interval and mention.interval.model_copy(update=written))


@lru_cache(maxsize=2048)  # sentences are looked at again for each claim, and for their quantities
def _found(text: str, anchor: date | None) -> tuple[tuple[DateMention, ...], bool]:
    """The expressions, and whether they are the same with every anchor: most texts are read without one, too."""
    if not landmarks(text):
        return (), True
    if anchor and (always := _found(text, None))[1]:
        return always
    scene = Scene(text, anchor or _ANY_DAY)
    taken = bytearray(len(text))
    first, later = _spots(text)
    scene.before = sorted(_read(first, scene, taken), key=lambda reading: reading.start)
    readings = [*scene.before, *_read(later, scene, taken)]
    joined = joining.join(sorted(readings, key=lambda reading: reading.start), scene)
    found = tuple(_mention(reading, text, anchor) for reading in joined)
    return found, not (scene.counted or any(mention.relative for mention in found))


Spot = tuple[Rule, re.Match[str]]


@lru_cache(maxsize=1024)  # the same with every anchor: quantities leave out dates, whenever they were
def _spots(text: str) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """What the rules match, in the order of the rules: without those that count from what was read, and those."""
    marks = landmarks(text)
    first, later = (
        tuple((rule, match) for rule in rules if rule.near in marks for match in rule.spots(text))
        for rules in (RULES, told.RULES)
    )
    return first, later


def _read(spots: Sequence[Spot], scene: Scene, taken: bytearray) -> list[Reading]:
    """What the rules read where no rule before them has; marks what is taken."""
    readings = []
    for rule, match in spots:
        start, end = match.span(rule.place)
        if taken.find(1, start, end) >= 0 or _BEFORE_CHRIST.match(scene.text, end):
            continue
        try:
            value = rule.resolve(match, scene)
        except (ValueError, OverflowError):
            continue  # no such day: the 31st of June
        if value:
            taken[start:end] = b"\1" * (end - start)
            readings.append(Reading(start, end, value.days, value.unit, value.relative, value.guessed))
    return readings


def _mention(reading: Reading, text: str, anchor: date | None) -> DateMention:
    known = reading.days if anchor or not reading.relative else None
    written = text[reading.start : reading.end]
    interval = DateInterval(start=known[0], end=known[1], text=written) if known else None
    return DateMention(reading.start, reading.end, interval, reading.relative)
