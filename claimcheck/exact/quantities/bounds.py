"""Words around a number that make it a bound or an approximation: "more than", "or fewer", "nearly"."""

from __future__ import annotations

import re

_ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|an estimated|close to|circa|(?<!\d)~) ?$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:(?<!no )(?<!not )(?:more|greater|larger|bigger|higher|longer|older) than|over|above"
    r"|at least|exceed(?:s|ed|ing)?|in excess of|upwards? of"
    r"|no(?:t)? (?:less|fewer) than|(?:more|greater|larger|bigger|higher) or equal (?:to|than)|"
    r"(?:greater|more) than or equal to)(?: the)? $",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:(?<!no )(?<!not )(?:less|fewer|smaller|lower|shorter|younger) than|under|below|at most"
    r"|up to|no(?:t)? more than|as (?:many|much) as"
    r"|(?:less|smaller|fewer|lower) or equal (?:to|than)|less than or equal to)(?: the)? $",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:^|[\s(])(?:(?P<over>>=?|≥)|<=?|≤) ?$")
_OR_SO = re.compile(r"(?:-odd\b| or so\b| or thereabouts\b)", re.IGNORECASE)
_OR_MORE = re.compile(
    r" (?:or|and) (?:more|higher|above|over|greater|older|longer)\b|\+(?!\w)|-plus\b", re.IGNORECASE
)
_OR_LESS = re.compile(r" (?:or|and) (?:less|fewer|lower|below|under|younger)\b", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?:nearly|almost|(?:just|slightly|a little) (?:under|below|short of|shy of)|short of|shy of|close to|approaching)"
    r"(?: the)? ?$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:at least|at most|up to|no(?:t)? (?:less|fewer|more) than|as (?:many|much) as|equal (?:to|than)|[>=≥≤]=?)"
    r"(?: the)? ?$",
    re.IGNORECASE,
)
_WENT_UP = re.compile(  # here "up to" tells where something went, not how far a figure goes
    r"\b(?:is|are|was|were|be|been|being|go(?:es|ing|ne)?|went|came|com(?:e|es|ing)|edg(?:es|ed|ing)|inch\w*|creep\w*|crept"
    r"|tick\w*|nudg\w*|mov(?:e|es|ed|ing)|shoot\w*|shot|jump\w*|climb\w*|ris(?:e|es|en|ing)|rose|push\w*|bring\w*|brought"
    r"|back|it|them) up to(?: the)? ?[$€£¥]?$",
    re.IGNORECASE,
)
_ENDS = tuple(
    f"{word} "
    for word in "than over above least exceed exceeds exceeded exceeding of to the under below most as".split()
)
_ROUGH_ENDS = tuple(
    word + space
    for word in "about around some nearly almost roughly approximately estimated to circa ~".split()
    for space in ("", " ")
)


def bound_before(text: str, start: int) -> str:
    """What the words before a number say of it: ">", "<", or "" where there are none."""
    before = text[max(0, start - 40) : start]
    if before.rstrip().endswith((">", "<", "=", "≥", "≤")):
        sign = _SIGN.search(before)
        return "" if not sign else ">" if sign["over"] else "<"
    if not before.lower().endswith(_ENDS):
        return ""
    return ">" if _OVER.search(before) else "<" if _UNDER.search(before) else ""


def bound(text: str, start: int, end: int) -> str:
    """The same, by the words after a number first."""
    if _OR_MORE.match(text, end):
        return ">"
    return "<" if _OR_LESS.match(text, end) else bound_before(text, start)


def approximate(text: str, start: int, end: int) -> bool:
    """Whether the words around a number make it a rough one, or "a couple of hundred" itself."""
    if "couple" in text[start : start + 9].lower() or _OR_SO.match(text, end):
        return True
    before = text[max(0, start - 40) : start]
    return before.lower().endswith(_ROUGH_ENDS) and bool(_ABOUT.search(before))


def edge(text: str, start: int, end: int) -> str:
    """How far a figure goes: ">" more than it, ">=" at least, "<" less than, "<=" at most, "~<" nearly, "~" about; or "".

    Finer than `bound`, which takes "nearly" for "about" and "more than" for "at least".
    """
    before = text[max(0, start - 40) : start]
    if _SHORT.search(before):
        return "~<"
    if _WENT_UP.search(before):
        return ""
    way = bound(text, start, end)
    if way:
        reached = _REACHED.search(before) or _OR_MORE.match(text, end) or _OR_LESS.match(text, end)
        return f"{way}=" if reached else way
    return "~" if approximate(text, start, end) else ""
