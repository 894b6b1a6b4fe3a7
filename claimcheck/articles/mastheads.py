"""Who wrote it, who published it, and what it is called: from the lines around an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.articles.datelines import DATE, dated
from claimcheck.articles.signs import BULLET, Kind, ends, kind, length

_NAME = r"(?:[A-Z][\w.’'-]*\.?|de|da|van|von|der|bin|al|el|la|le)"
_WHO = rf"[A-Z][\w.’'-]+(?: {_NAME}){{0,4}}(?:(?:,| and| &) [A-Z][\w.’'-]+(?: {_NAME}){{0,4}}){{0,3}}"
_BYLINE = re.compile(rf"^(?:Written by|Reported by|Posted by|By|BY|by)[: ]+(?P<who>{_WHO})(?P<rest>.*)$")
_BEGINS = ("Written by", "Reported by", "Posted by", "By", "BY", "by")  # whatever that pattern matches
_ROLE = re.compile(r",? (?:\w+ )?(?:Staff|Writer|Reporter|Correspondent|Editor|Columnist|Contributor)\b.*$")
_AGENCY = re.compile(r"^[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}$")
# What "by" and a line's first words may be besides a name: "By Monday", "Last Updated".
_NO_AUTHOR = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Last |First )?(?:Updated|Published|Posted|Modified|Issued)|Dated?|Today|Now|Then|The|This|That|Contrast|Comparison)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6} +")  # as Markdown has it
_EDGE = " ,|·•-–—/*_"  # what stands between the parts of a line
_NEAR = 10  # lines before an article in which its title mostly stands
_LABEL = re.compile(r"^(?:author|authors|written by|by|reported by|byline)\s?:?$", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?i:©|\(c\)|\bcopyright\b)[ ,]*(?i:©|\(c\)|copyright)?[ ,]*(?:by )?"
    r"(?:(?:19|20)\d\d(?: ?[-–] ?(?:(?:19|20)?\d\d|[Pp]resent))?)?[ ,.|:-]*(?:by )?"
    r"(?P<name>[A-Z][\w&’'.!-]*(?:[ ,]{1,2}(?:[A-Z&][\w&’'.!-]*|of|the|and|for|on|in|de|la)){0,6})"
)
_OFFER = re.compile(
    r"\b(?i:more from|subscribe to|welcome to|popular on|latest from|sign up for"
    r"|advertise (?:with|on)) (?:the )?(?P<name>[A-Z][\w&’'.!-]+(?: (?:[A-Z&][\w&’'.!-]*|of|the)){0,4})$"
)
_FIRM = re.compile(
    r"(?:,? (?:Inc|LLC|Ltd|Limited|L\.?P|Corp|Corporation|Co|Company|GmbH|PLC|Pty|Pvt)\b\.?)+.*$|[ ,.]+(?:all )?rights? reserved.*$"
    r"|[.;|].*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:all )?rights\b|(?:the )?authors?\b|copyright|us$|me$|this\b|our\b|the$|\w?$", re.IGNORECASE
)
_WORD = re.compile(r"\w{3,}")
_JOINTS = re.compile(r" (?:[|—–-]|::) ")


def byline_in(line: str, after: str = "") -> str:
    """The author that a line such as "By Ana Ruiz, Staff Writer" names, or "".

    A line that is a label alone, such as "Author", speaks of the line `after` it.
    """
    begins = line.lstrip(_EDGE).startswith(_BEGINS)  # dates are looked for in these lines only
    if begins and (match := _BYLINE.match(DATE.split(line)[0].strip(_EDGE))):
        rest = match["rest"].strip(_EDGE)
        if _NO_AUTHOR.match(match["who"]):
            return ""
        return _ROLE.sub("", match["who"]).rstrip(" ,-") if _aside(rest) else ""
    if after and _LABEL.match(line) and length(after) <= 6 and not DATE.search(after):
        return after if kind(after) is Kind.SHORT else ""
    return ""


def _aside(rest: str) -> bool:
    return len(rest.split()) <= 6 and not rest.endswith((".", "?", "!"))


def agency_in(line: str) -> str:
    """The name that stands before the date in a line such as "Associated Press November 19, 2019", or ""."""
    match = DATE.search(line) if dated(line) or not ends(line) else None
    name = line[: match.start()].strip(_EDGE) if match else ""
    return name if _AGENCY.match(name) and not _NO_AUTHOR.match(name) else ""


def headline_of(before: Sequence[str], body: Sequence[str]) -> str:
    """The line before the article that is most like a title of it, or "".

    A title shares its words with the article, stands near it, before its summary, and often stands on the
    page twice.
    """
    words = _words(" ".join(body))
    bare = [BULLET.sub("", line) for line in before]
    scored = [
        (_likeness(line, words, bare, len(before) - i), -i, line)
        for i, line in enumerate(before)
        if _may_be_title(line)
    ]
    best = max(scored, default=(0.0, 0, ""))
    return _HEADING.sub("", best[2]) if best[0] >= 0.5 else ""


def _may_be_title(line: str) -> bool:
    return (
        3 <= length(line) <= 30
        and not DATE.search(line)
        and kind(line.capitalize() if line.isupper() else line) in {Kind.SHORT, Kind.PROSE}
        and not BULLET.match(line)
    )


def _likeness(line: str, words: set[str], before: Sequence[str], distance: int) -> float:
    """From below 0 to 2: how much a line is like a title; `distance` is in lines to the article."""
    own = _words(line)
    shared = len(own & words) / len(own) if own else 0.0
    twice = sum(other.startswith(line) for other in before) > 1
    far = 0.03 * max(0, min(distance, 40) - _NEAR)
    return min(shared, 0.6) + 0.5 * twice + 0.3 * (length(line) >= 5) - far - 0.4 * line.endswith(".")


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def publisher_of(lines: Sequence[str], inside: set[int], headline: str) -> str:
    """The name of who published the page, from its lines apart from the article's, or "".

    It stands after the date in a line that begins with "date", after the headline and a joint ("Bridge
    shut | The Courier"), in the note on rights, or alone on one of the first lines.
    """
    around = [line for i, line in enumerate(lines) if i not in inside]
    for line in around:
        rest = DATE.sub("", line).split()
        if DATE.search(line) and len(rest) > 1 and rest[0] == "date":
            return _undoubled(" ".join(rest[1:]))
    return _beside_headline(around, headline) or _most_named(around) or _at_top(lines[:8], lines)


def _beside_headline(around: Sequence[str], headline: str) -> str:
    for line in around:
        if headline and line.startswith(headline) and (match := _JOINTS.match(line, len(headline))):
            return line[match.end() :].strip()
    return ""


def _most_named(around: Sequence[str]) -> str:
    """Of the names in notes on rights and after words such as "Subscribe to", the one that the page has most.

    One from a note on rights is taken where it stands there alone, any other where it stands there twice.
    """
    page = " ".join(around).casefold()
    rights = [name for line in around if length(line) <= 60 and (name := _named(_RIGHTS, line))]
    offers = [name for line in around if length(line) <= 12 and (name := _named(_OFFER, line))]
    often = [name for name in offers if page.count(name.casefold()) >= 2]
    return max([*reversed(rights), *often], key=lambda name: page.count(name.casefold()), default="")


def _named(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.search(line)
    name = _FIRM.sub("", match["name"]).strip(" ,.-") if match else ""
    return "" if length(name) > 6 or _NO_NAME.match(name) else name


def _at_top(first: Sequence[str], lines: Sequence[str]) -> str:
    """A name of a masthead's form on one of the first lines, such as "The Meridian Courier"."""
    for line in first:
        if _MASTHEAD.match(line):
            return line
    return ""


_MASTHEAD = re.compile(
    r"^(?:The )?(?:[A-Z][\w’'&-]+ ){0,4}(?:Times|Post|News|Herald|Tribune|Courier|Gazette|Journal|Chronicle|Telegraph|Guardian|Observer|Examiner"
    r"|Star|Sun|Mirror|Standard|Globe|Press|Record|Register|Review|Dispatch|Mail|Express|Inquirer|Sentinel|Bulletin|Argus|Echo|Mercury|Citizen"
    r"|Independent|Today|Daily|Weekly|Magazine|Agency|Newsable|Broadcasting|Television|Radio|Wire|Bugle|Monitor|Ledger|Advertiser|Reporter)$"
)


def _undoubled(name: str) -> str:
    """A name that a page's copy wrote twice in a row, once."""
    half = len(name) // 2
    for cut in (half, half + 1):
        first, second = name[:cut].strip(), name[cut:].strip()
        if first == second:
            return first
    return name
