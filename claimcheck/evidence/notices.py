"""What a document says of itself: that it was withdrawn, is satire, or was put right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.domain import Passage

PUT_RIGHT = "its page bears a correction: what it says may be what was put right"
WITHDRAWN, SATIRE = "its page says that it was withdrawn", "its page calls itself satire"

EDGE = 400  # characters at the beginning and the end of a document, where it speaks of itself
_PAGE = r"this (?:\w+ )?(?:article|story|report|post|page|paper|piece|dispatch|item|column|website|site)"
_WAS = rf"\b{_PAGE} (?:has been|was|is|is being) (?:now |since |hereby )?"
# At the beginning, or of this very page: a text about a retraction, or a section on satire, is neither.
_WITHDRAWN = re.compile(
    rf"\A\W*(?:retracted|retraction|withdrawn)\b\W*[:—–\n-]|{_WAS}(?:retracted|withdrawn|removed)\b",
    re.IGNORECASE,
)
_SATIRE = re.compile(
    rf"\A\W*satire\b\W*[:—–\n-]|\b{_PAGE}(?: is| was)?(?: pure| entirely| a work of)? (?:an? )?(?:satir(?:e|ical)|parody)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"^\W*(?:corrections?|clarification|corrected|erratum)\b\W*(?:[:—–(\n-]|$)"
    rf"|\b(?:earlier|previous|original) versions? of th(?:is|e) |{_WAS}(?:corrected|amended)\b",
    re.IGNORECASE | re.MULTILINE,
)


def notices_of(title: str, text: str) -> tuple[str, ...]:
    """What a document says of itself, as marks for its passages: they may stand far from where it says so."""
    # In its midst "this paper was retracted" is a report on some other paper.
    edges = (title, text) if len(text) <= 2 * EDGE else (title, text[:EDGE], text[-EDGE:])
    found = ((_WITHDRAWN, WITHDRAWN, edges), (_SATIRE, SATIRE, edges), (_PUT_RIGHT, PUT_RIGHT, (title, text)))
    return tuple(mark for pattern, mark, texts in found if any(map(pattern.search, texts)))


def puts_right(text: str) -> bool:
    """Whether a passage is itself the correction of its page."""
    return _PUT_RIGHT.search(text) is not None


def usable(passage: Passage) -> bool:
    """Whether a passage's page stands by what it says."""
    return WITHDRAWN not in passage.marks and SATIRE not in passage.marks


def kept_out(passages: Iterable[Passage]) -> tuple[str, ...]:
    """A sentence for each page that was not used."""
    told = (f"Kept out: “{p.title}”, since {', '.join(p.marks)}." for p in passages if not usable(p))
    return tuple(dict.fromkeys(told))
