"""What a figure is in its sentence: what something changed by, what it changed to, an age, the end of a time."""

from __future__ import annotations

import re

_STEP = re.compile(
    r"\b(?P<step>by|up|down|(?<!up )(?<!\d )to|(?<!\brange )(?<!\branges )(?<!\branged )(?<!\branging )from) (?:(?:about|around|some|nearly|almost|over|under|only|just|roughly"
    r"|approximately|more than|less than|at least|an estimated|a record|as much as|a further|another) )*[$€£¥]?$",
    re.IGNORECASE,
)
_END = re.compile(r"\bfrom \S+(?: [a-z]+)? to [$€£¥]?$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|at the age of) $", re.IGNORECASE)
_WAS = re.compile(r"\b(?:he|she) (?:is|was|turned) (?:just |only )?$", re.IGNORECASE)
_NO_MORE = re.compile(
    r"[.;]|, | (?:when|at the time)\b|$"
)  # "she was 41.", and not "she was 41 minutes late"
_NAMED = re.compile(r"\b[A-Z][\w’-]*[a-z], $")  # "Ana Duarte, 41, left"
_YEARS = re.compile(r"\d\d")
_OLD = re.compile(r"[- ]?(?:years?[- ])?old\b", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_EDGE = re.compile(
    r"\b(?:(?P<before>before|prior to)|(?P<after>after)|(?P<until>until|till|by|no later than|up to)|(?P<since>since|from))"
    r" (?:the )?$",
    re.IGNORECASE,
)
_FAR = 40  # characters before a figure that are looked at


def step_of(text: str, start: int) -> str:
    """ "by" (or up, down), "to" or "from" where it stands before the figure at `start`; else ""."""
    match = _STEP.search(text[max(0, start - _FAR) : start])
    step = match["step"].lower() if match else ""
    return "by" if step in {"up", "down"} else step


def is_age(text: str, start: int, end: int) -> bool:
    """Whether the figure at `[start, end)` says how old somebody or something is."""
    before = text[max(0, start - _FAR) : start]
    if _AGED.search(before) or _OLD.match(text, end):
        return True
    if not _YEARS.fullmatch(text, start, end):
        return False
    was = _WAS.search(before) and _NO_MORE.match(text, end)
    return bool(was or (_NAMED.search(before) and text.startswith(", ", end)))


def is_ordinal(text: str, end: int) -> bool:
    """Whether the figure that ends at `end` is the number of one in a row: the 2nd century is not two."""
    return _ORDINAL.match(text, end) is not None


def edge_of(text: str, start: int) -> str:
    """ "before", "after", "until" or "since" (or from) where the time at `start` is the edge of what is meant; else ""."""
    match = _EDGE.search(text[max(0, start - _FAR) : start])
    return match.lastgroup or "" if match else ""


def may_agree(one: str, other: str) -> bool:
    """Whether figures with these steps can mean the same: what rose by 5 % did not rise to it."""
    return one == other or not (one and other) or {one, other} == {"to", "end"}


def may_differ(one: str, other: str) -> bool:
    """Whether figures with these steps measure the same, so that one of them is wrong: a step says more than none."""
    return one == other or {one, other} == {"", "to"}


def same_edge(one: str, other: str) -> bool:
    """Whether times with these edges can be the same: "before 2010" is not in 2010, nor until it since it."""
    if one == other:
        return True
    return not {one, other} & {"before", "after"} and {one, other} != {"until", "since"}
