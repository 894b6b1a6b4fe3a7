"""When was it published, by whom: from lines such as "First Published Feb 8, 2024, 4:57 PM IST"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from claimcheck.language.calendar import two_ways

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
# By name: any two letters would be the "by" of "4:57 PM by Ana Ruiz" too.
_ZONE = (
    r"(?:GMT|UTC|BST|IST|WEST|CES?T|EES?T|MSK|SAST|EAT|WAT|CAT|GST|PKT|SGT|HKT|JST|KST|PHT|MYT|WIB|A[CEW]?[DS]T|NZ[DS]T"
    r"|[ECMP][DS]?T|AK[DS]T|HST)"
)
# A page's copy runs words together, as in "PublishedNov 19, 2019By Ana Ruiz": only digits bound a date.
DATE = re.compile(
    rf"(?:{_WEEKDAY},? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\d)|(?<![\d/.-])(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH}(?:,? |-)\d{{4}}(?!\d)|\d{{4}}/\d{{1,2}}/\d{{1,2}}(?!\d)"
    r"|\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)|\d{1,2}/\d{1,2}/\d{2}(?!\d)"
    r"|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?))"
    r"(?:,?(?: at| [/|·•–-])? \d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[AP]\.?M\.?)?"
    rf"(?: ?(?:{_ZONE}\b|[+-]\d{{2}}:?\d{{2}}\b))?)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted|issued)\b|^\W*date\b", re.IGNORECASE)
_BY = re.compile(r"^\W*(?:(?:Written|Posted|Reported) )?[Bb]y:? [A-Z]|^\W*BY:? [A-Z]")
_AGO = re.compile(
    r"^(?:(?:published|updated|posted)\b.{0,20} )?\d+ ?(?:h|m|d|(?:hour|hr|day|minute|min|week|month|year)s?) ago$",
    re.IGNORECASE,
)
_FIRST_YEAR = 1600  # of the press; what says less, such as 0001-01-01, says nothing
_ASIDE = 3  # words that may stand beside a date on a line that is about the publication


@dataclass
class Metadata:
    """What is known about an article besides its text; `source` says from where the time is."""

    headline: str = ""
    byline: str = ""
    publisher: str = ""
    dateline: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    source: str = ""
    notes: list[str] = field(default_factory=list)


def moment(text: str) -> datetime | None:
    """A date, with its time and zone where they are written, or None where it is no complete date.

    "Yesterday" and "2 hours ago" are none: what they mean is another day whenever the text is read anew.
    """
    # dateparser reads IST as Israel's; in the English press it is nearly always India's.
    text = re.sub(r"\bIST\b", "+05:30", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^(\d{4})/(\d{1,2})/(\d{1,2})\b", r"\1-\2-\3", text)
    if exact := _iso(text):
        return exact
    if two_ways(text):
        return None
    text = re.sub(r"(?<![\d./-])(\d{1,2})\.(0?[1-9]|1[0-2])\.(\d{4})\b", r"\3-\2-\1", text)
    text = re.sub(r"\b(1[3-9]|2[0-3])([:.]\d\d) ?[ap]\.?m\b\.?", r"\1\2", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d) [/|·•–-] |(?<=\d)(?:st|nd|rd|th)? of (?=[A-Z])", " ", text)

    found = _parser(bool(re.match(r"\d{4}-", text))).get_date_data(text)
    if not found or not found.date_obj or found.period not in {"day", "time"}:
        return None
    when: datetime = found.date_obj
    return when if when.year >= _FIRST_YEAR else None


_moment_of = lru_cache(256)(moment)  # of dates in full, which the articles of a day have in common


@cache
def _parser(year_first: bool) -> Any:
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["timestamp", "custom-formats", "absolute-time"],  # all but that of relative times
    }
    if year_first:
        settings |= {"RETURN_AS_TIMEZONE_AWARE": False, "DATE_ORDER": "YMD"}
    return DateDataParser(languages=["en"], settings=settings)


def _iso(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


@lru_cache(256)  # a line is asked about for its kind, for where the article begins and for its dates
def dated(line: str) -> bool:
    """Whether a line is about when the article was published, and is nothing else."""
    if DATE.search(line) is None:
        return bool(_AGO.match(line))
    rest = DATE.sub("", line)
    words = len(rest.split())
    if line.endswith((".", "?", "!")) and words > 4:
        return False
    if words <= _ASIDE or (words <= 8 and _BY.match(rest)):
        return True
    return words <= 12 and bool(_UPDATED.search(rest) or _PUBLISHED.search(rest))


def day_in(line: str) -> date | None:
    """The day of a line that is about when an article was published, None where it is none or tells of none."""
    match = DATE.search(line) if dated(line) else None
    found = _moment_of(match.group()) if match else None
    return found.date() if found else None


def note_dates(line: str, meta: Metadata, *, bare: bool = False) -> None:
    """Takes the times of publication and update from a line that is about them into `meta`.

    Without `bare`, only those that are said to be one or the other: a day alone may be today's in a masthead, one
    that a part of the article tells of, or another story's.
    """
    if not dated(line):
        return
    for label, text in _labelled(line):
        found = _moment_of(text) if label or bare else None
        if found and label == "updated":
            meta.updated = meta.updated or found
        elif found and _better(found, meta.published):
            meta.published, meta.source = found, "text"


def _labelled(line: str) -> list[tuple[str, str]]:
    """Each date of a line with "updated" or "published", as the words before it (or else after it) say, or with ""."""
    found, start = [], 0
    for match in DATE.finditer(line):
        before, after = line[start : match.start()], line[match.end() :]
        published = bool(_PUBLISHED.search(before))
        last = not DATE.search(after)  # else what comes after speaks of the next one
        updated = _UPDATED.search(before) or (last and not published and _UPDATED.match(after.strip(" ()|-")))
        found.append(("updated" if updated else "published" if published else "", match.group()))
        start = match.end()
    return found


def _better(found: datetime, known: datetime | None) -> bool:
    return known is None or (found.date() == known.date() and not _timed(known))


def _timed(when: datetime) -> bool:
    return (when.hour, when.minute) != (0, 0)
