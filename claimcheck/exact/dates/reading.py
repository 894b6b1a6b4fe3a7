"""What a rule of the grammar reads: an expression's place and the days that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from claimcheck.exact.dates.calendar import Days
from claimcheck.exact.landmarks import ahead_of, around


@dataclass(frozen=True)
class Reading:
    """An expression at `[start, end)` that means `days`.

    `unit` is the finest thing that it names: day, week, month, quarter, year, decade, century, season, or
    "weekday" for a bare one. `guessed` says that its year was left out; `days` is None where the text has to
    say from when the expression counts, and does not.
    """

    start: int
    end: int
    days: Days | None
    unit: str
    relative: bool = False
    guessed: bool = False


@dataclass
class Scene:
    """The text that is read and the day of its publication."""

    text: str
    day: date
    before: list[Reading] = field(default_factory=list)  # what was read of the text so far
    counted: bool = False  # whether anything was counted from the day: else the same is read on any other

    @property
    def anchor(self) -> date:
        """The day of publication, to count from."""
        self.counted = True
        return self.day


@dataclass(frozen=True)
class Value:
    """What a rule makes of a match; the match's group `x`, if it has one, is where the expression stands."""

    days: Days | None
    unit: str
    relative: bool = False
    guessed: bool = False


Resolve = Callable[[re.Match[str], Scene], Value | None]


@dataclass(frozen=True)
class Rule:
    """A pattern and what it means; it never matches without a landmark of the kind `near`.

    A match begins at most `back` characters before the landmark.
    """

    pattern: re.Pattern[str]
    resolve: Resolve
    near: str
    back: int
    first: str  # the kind of landmark that it begins at; "" where it may begin anywhere
    place: int | str  # the group that is the expression

    def spots(self, text: str) -> list[re.Match[str]]:
        """Where the pattern matches."""
        if self.first:
            return ahead_of(self.pattern, text, self.first, self.near, self.back)
        return around(self.pattern, text, self.near, self.back)


def rule(pattern: str, resolve: Resolve, near: str, back: int = 50, first: str = "") -> Rule:
    """A rule of the grammar; case does not matter to its pattern."""
    place = "x" if "(?P<x>" in pattern else 0
    return Rule(re.compile(pattern, re.IGNORECASE), resolve, near, back, first, place)
