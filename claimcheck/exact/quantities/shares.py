"""Shares of a whole in words, as percentages: "half the voters", "two-thirds of", "one in five"; and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Quantity
from claimcheck.exact.landmarks import around
from claimcheck.exact.quantities import units
from claimcheck.exact.quantities.bounds import bound_before
from claimcheck.exact.words import BELOW_HUNDRED, below_hundred

_NUMBER = rf"\d{{1,4}}|{BELOW_HUNDRED}"
_ROUND = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WHOLE = rf"(?:(?:an?|\d{{1,3}}|{BELOW_HUNDRED})[ -](?:{'|'.join(_ROUND)})s?|\d{{1,3}}(?:,\d{{3}})+|\d{{5,9}}|{_NUMBER})"
_MAJORITY = re.compile(  # not "a majority of 80", which tells by how many votes
    rf"\b(?:the )?(?:vast )?(?:most of\b|majority of\b(?! (?:(?:about|around|just|only|over|at least|more than) )?(?:\d"
    rf"|(?:an? (?:hundred|dozen)|{BELOW_HUNDRED})(?![^\W_]))))",
    re.IGNORECASE,
)
_WHICH_HALF = "".join(
    f"(?<!{word} )" for word in "first second latter last 1st 2nd top bottom upper lower".split()
)
_HALF = re.compile(
    rf"{_WHICH_HALF}\b(?:a )?half(?! of (?:one|an?|1)(?: (?:per|million|billion|trillion|dozen)| ?%))(?= (?:of|the|its|their|his|her|all)\b)(?: of\b)?"
    r"|(?:(?<=more than )|(?<=less than )|(?<=fewer than )|(?<=nearly )|(?<=almost )|(?<=over )|"
    r"(?<=about ))half(?! an?\b|[ -](?:million|billion|dozen|hour|time|way))\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?<![\w.,$€£-])(?P<part>{_NUMBER})[ -](?:(?P<out>out of(?: every)?)|of every|in(?: every)?)[ -]"
    rf"(?P<whole>{_WHOLE})"
    r"(?![\w.,]*\d)(?![ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b)(?!\w)",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"(?<![\w.,$€£-])(?P<minus>(?<!\bplus or )(?:minus|negative) |)(?P<part>{_NUMBER}) over (?P<whole>{_WHOLE})(?=[.,;]?$)",
    re.IGNORECASE,
)
_AND_A_PART = re.compile(
    r"\b(?:an?|one)[ -](?P<unit>hour|minute|mile|day|week|month|year|decade|century|kilometer|kilometre|pound|foot|inch"
    r"|litre|liter|metre|meter|ton|tonne|gallon|pint|cup)[ -]and[ -](?:an?|one|three)[ -]"
    r"(?P<part>half|quarters?|third)(?![^\W_])(?! of\b| an?\b|[ -](?:million|billion|dozen))",
    re.IGNORECASE,
)
_TIMES = {
    "twice": 2,
    "thrice": 3,
    "doubled": 2,
    "doubling": 2,
    "double the": 2,
    "tripled": 3,
    "tripling": 3,
    "triple the": 3,
    "quadrupled": 4,
}
_MULTIPLE = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_TIMES)})|(?P<fold>\d{{1,4}}|{BELOW_HUNDRED})-?fold)\b", re.IGNORECASE
)
STEP = 0.5  # percentage points within which a share in words is taken at its word


def shares(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """The shares and multiples of a text that are not written as a number with a unit."""
    for match in around(_MAJORITY, text, "majority", 20):
        yield _share(match, 50.0, bound=">")
    for match in around(_HALF, text, "half", 10):
        yield _share(match, 50.0, bound=bound_before(text, match.start()))
    for match in around(_AND_A_PART, text, "half", 30):
        yield _and_a_part(match)
    for pattern in (_OUT_OF, _OVER):
        for match in around(pattern, text, "comparison", 32):
            part, whole = below_hundred(match["part"]), _whole(match["whole"])
            sign = -1 if match.groupdict().get("minus") else 1
            if 0 < part < whole or (pattern is _OVER and whole):
                yield _share(match, sign * 100 * part / whole, bound=bound_before(text, match.start()))
    for match in around(_MULTIPLE, text, "multiple", 20):
        times = _TIMES.get((match["word"] or "").lower()) or below_hundred(match["fold"])
        yield match.start(), match.end(), Quantity(value=float(times), unit="time", text=match.group())


def _whole(words: str) -> int:
    """Of how many: five, 100,000, a million."""
    count, _, scale = words.lower().replace("-", " ").rstrip("s").rpartition(" ")
    if scale in _ROUND:
        return _ROUND[scale] * (1 if count in {"a", "an"} else below_hundred(count))
    return below_hundred(words.replace(",", ""))


def _and_a_part(match: re.Match[str]) -> tuple[int, int, Quantity]:
    """An hour and a half, a mile and three quarters."""
    unit = units.read(" " + match["unit"], 0)[1]
    part = {"half": 0.5, "third": 1 / 3}.get(match["part"].lower(), 0.25)
    times = 3 if "three" in match.group().lower() else 1
    return match.start(), match.end(), Quantity(value=1 + times * part, unit=unit, text=match.group())


def _share(match: re.Match[str], percent: float, bound: str = "") -> tuple[int, int, Quantity]:
    step = min(STEP, abs(percent) / 10)
    quantity = Quantity(value=percent, unit="%", bound=bound, tolerance=step, text=match.group())
    return match.start(), match.end(), quantity
