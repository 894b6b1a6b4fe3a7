"""Numbers listed without spaces, which together are no one number: "rooms 31,33,37,42"."""

from __future__ import annotations

import re

from claimcheck.domain import Quantity
from claimcheck.exact.quantities.ranges import QuantityMention

_LIST = re.compile(r"(?<![\w.,/:$€£#-])(?<!\w\()\d{1,4}(?:,\d{1,4}){2,30}(?![\w%°]|[,./:-]\w)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")  # 22,240,000, and 12,34,567 as in India
_MEMBER = re.compile(r"\d+")


def listed(text: str, start: int) -> list[QuantityMention]:
    """The numbers of a list that begins at a place; none where the figures there are one number, or two."""
    match = _LIST.match(text, start)
    if not match or _GROUPED.fullmatch(match.group()) or _broken(match.group().split(",")):
        return []
    return [
        QuantityMention(*m.span(), Quantity(value=float(m.group()), text=m.group()))
        for m in _MEMBER.finditer(text, match.start(), match.end())
    ]


def _broken(members: list[str]) -> bool:
    """Whether figures may be one number with a slip in it, as in "1,234,56"."""
    values = [int(member) for member in members]
    return any(len(member) == 3 for member in members[1:]) and values != sorted(values)
