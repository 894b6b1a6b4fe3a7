"""Runs the rules of the grammar over a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claimcheck.domain import DateInterval
from claimcheck.exact.dates import absolute, joining, relative
from claimcheck.exact.dates.reading import Reading, Rule, Scene

_RULES = [*absolute.RULES, *relative.RULES, *absolute.BARE_MONTHS]
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
    return list(_found(text, anchor))


@lru_cache(maxsize=2048)  # sentences are looked at again for each claim, and for their quantities
def _found(text: str, anchor: date | None) -> tuple[DateMention, ...]:
    scene = Scene(text, anchor or _ANY_DAY)
    taken = bytearray(len(text))
    readings = _read(_RULES, scene, taken)
    scene.before = sorted(readings, key=lambda reading: reading.start)
    readings = [*scene.before, *_read(relative.TOLD, scene, taken)]
    joined = joining.join(sorted(readings, key=lambda reading: reading.start), scene)
    return tuple(_mention(reading, text, anchor) for reading in joined)


def _read(rules: Sequence[Rule], scene: Scene, taken: bytearray) -> list[Reading]:
    """What the rules read where no rule before them has; marks what is taken."""
    readings = []
    there = {needs: needs.search(scene.text) is not None for needs in {r.needs for r in rules} if needs}
    for rule in rules:
        if rule.needs and not there[rule.needs]:
            continue
        place = "x" if "x" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(scene.text):
            start, end = match.span(place)
            if taken.find(1, start, end) >= 0:
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
