"""When was it published, by whom: from lines such as "First Published Feb 8, 2024, 4:57 PM IST"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATE = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)"
    r"(?:,?(?: at)? \d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[AP]\.?M\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})\b)?)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted)\b|^\W*date\b", re.IGNORECASE)
_BYLINE = re.compile(r"^By (?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}(?: and [A-Z][\w.’' -]+)?)$")


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
    """A date, with its time and zone where they are written, or None where it is no complete date."""
    from dateparser.date import DateDataParser

    # dateparser reads IST as Israel's; in the English press it is nearly always India's.
    text = re.sub(r"\bIST\b", "+05:30", text)

    parser = DateDataParser(
        languages=["en"],
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_AS_TIMEZONE_AWARE": False,
            "DATE_ORDER": "YMD",
        }
        if re.match(r"\d{4}-", text.strip())
        else {"REQUIRE_PARTS": ["day", "month", "year"]},
    )
    found = parser.get_date_data(text.strip())
    return found.date_obj if found and found.period in {"day", "time"} else None


def note_dates(line: str, meta: Metadata) -> bool:
    """Whether a line is about the publication; where it is, its times go into `meta`."""
    match = DATE.search(line)
    if match is None:
        return False
    rest = DATE.sub("", line)
    updated, published = _UPDATED.search(rest), _PUBLISHED.search(rest)
    if not (updated or published) and len(rest.split()) > 3:
        return False
    if updated and not published:
        meta.updated = meta.updated or moment(match.group())
    else:
        found = moment(match.group())
        if found and (
            meta.published is None or (found.date() == meta.published.date() and not _timed(meta.published))
        ):
            meta.published, meta.source = found, "text"
    return True


def _timed(when: datetime) -> bool:
    return (when.hour, when.minute) != (0, 0)


def byline_of(line: str) -> str:
    """The author that a line such as "By Ana Ruiz" names, or ""."""
    match = _BYLINE.match(line)
    return match["who"] if match else ""
