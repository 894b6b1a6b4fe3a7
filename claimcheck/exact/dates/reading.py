"""What a rule of the grammar reads: an expression's place and the days that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from claimcheck.exact.dates.calendar import Days


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
    anchor: date
    before: list[Reading] = field(default_factory=list)  # what was read of the text so far


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
    """A pattern and what it means. Without a match of `needs` in the text there is none of the pattern."""

    pattern: re.Pattern[str]
    resolve: Resolve
    needs: re.Pattern[str] | None


_WORDS_OF_GROUPS = {
    "nth": r"week|day",
    "month": r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "weekday": r"mon|tue|wed|thu|fri|sat|sun",
    "season": r"spring|summer|autumn|fall|winter",
    "q": r"q",
    "half": r"half|h[12]",
    "century": r"century",
    "tens": r"0[’']?s|ties",
    "decade": r"\d\d0[’']?s",
    "a": r"\d[-/.]\d",
    "y": r"\d\d",
    "y1": r"\d\d\d\d",
    "which": r"last|past|previous|this|current|next|coming",
    "unit": r"day|week|fortnight|month|quarter|year|decade|centur",
    "word": r"day|night|morrow|tmrw|this",
    "year": r"1\d\d\d|20\d\d|[’']\d\d|teen|twenty|thousand",
}
_NEEDS = {group: re.compile(words, re.IGNORECASE) for group, words in _WORDS_OF_GROUPS.items()}


def rule(pattern: str, resolve: Resolve) -> Rule:
    """A rule of the grammar; case does not matter to its pattern.

    Most texts have no word of most rules, so a quick look comes first: of the groups above, every match of a
    rule fills the first one that it has.
    """
    needs = next((words for group, words in _NEEDS.items() if f"(?P<{group}>" in pattern), None)
    return Rule(re.compile(pattern, re.IGNORECASE), resolve, needs)
