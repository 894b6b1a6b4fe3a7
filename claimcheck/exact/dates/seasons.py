"""Expressions that name a season and its year: "summer 2019", "the winter of 2019-20", "last year's spring"."""

from __future__ import annotations

import re

from claimcheck.exact.dates.calendar import months_of
from claimcheck.exact.dates.names import GAP, SEASON, STEPS, YEAR, season_month, year_number
from claimcheck.exact.dates.reading import Rule, Scene, Value, rule

_OF = re.compile(r"\bof\b|[’']s\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|during|since|by|until|early|late) $", re.IGNORECASE)


def _season(match: re.Match[str], scene: Scene) -> Value | None:
    return Value(months_of(year_number(match["year"]), season_month(match["season"]), 3), "season")


def _season_of_two(match: re.Match[str], scene: Scene) -> Value | None:
    """The winter of 2019-20 begins in the first of the years; so do the others, as far as anybody writes so."""
    return Value(months_of(int(match["y1"]), season_month(match["season"]), 3), "season")


def _season_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """The summer of last year, next year's spring; not in "prices fall this year", "the fall last year"."""
    before = scene.text[max(0, match.start() - 8) : match.start()]
    if match["season"].lower() == "fall" and not (_OF.search(match.group()) or _WITHIN.search(before)):
        return None
    year = scene.anchor.year + STEPS[match["which"].lower()]
    return Value(months_of(year, season_month(match["season"]), 3), "season", relative=True)


RULES: list[Rule] = [
    rule(
        rf"(?<!\w)(?:the{GAP})?{SEASON}(?:{GAP}of)?{GAP}(?P<y1>19\d\d|20\d\d)[-–/](?:19|20)?\d\d(?![\w/-])",
        _season_of_two,
        near="season",
        back=4,
    ),
    rule(
        rf"(?<!\w)(?:the{GAP})?{SEASON}{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}year\b",
        _season_of_year,
        near="season",
        back=4,
    ),
    rule(
        rf"(?<!\w)(?P<which>last|this|next){GAP}year[’']s{GAP}{SEASON}\b",
        _season_of_year,
        near="season",
        back=14,
    ),
    rule(rf"(?<!\w)(?<!\ba ){SEASON}(?:{GAP}(?:of{GAP})?){YEAR}(?!\w)", _season, near="season", back=0),
]
