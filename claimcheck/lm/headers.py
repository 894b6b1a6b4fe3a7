"""What a model service says in its HTTP headers about waiting: Retry-After, and what is left of its rates.

The names and forms are those of OpenAI's documentation on rate limits, which other services took over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)?")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0, "ms": 0.001}


@dataclass(frozen=True)
class Left:
    """What is left of one rate: `remaining` of `limit` (None where not told), all of it again in `reset` seconds."""

    remaining: float
    reset: float
    limit: float | None = None


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds that `retry-after-ms` or `retry-after` (seconds, or a date) asks for; None where neither does."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    until = _moment(text)
    if until is None:
        return None
    # By the service's own clock where it tells it: this machine's may be wrong by hours.
    return max(0.0, (until - (_moment(headers.get("date", "")) or datetime.now(UTC))).total_seconds())


def left_of(headers: Mapping[str, str], what: str) -> Left | None:
    """What is left of the rate of `what`, "requests" or "tokens"; None where the headers do not tell.

    A negative number, which some services send for "no limit", tells nothing.
    """
    remaining = _number(headers.get(f"x-ratelimit-remaining-{what}", ""))
    reset = duration(headers.get(f"x-ratelimit-reset-{what}", ""))
    if remaining is None or reset is None:
        return None
    return Left(remaining, reset, _number(headers.get(f"x-ratelimit-limit-{what}", "")))


def duration(text: str) -> float | None:
    """The seconds of "1s", "6m0s", "120ms", "1h2m3.5s" or a bare number; None for anything else."""
    text = text.strip()
    if not text or _PART.sub("", text):
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in _PART.findall(text))


def _moment(text: str) -> datetime | None:
    """A date of HTTP; None for anything else."""
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _number(text: str) -> float | None:
    """A number of zero or more; None for anything else."""
    return float(text) if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text) else None
