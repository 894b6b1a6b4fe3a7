"""Pasted web pages → the article: what is prose stays, what surrounds it goes.

By structure, not by a list for one site: prose is a line that ends like a sentence and is long enough;
the article is the run of prose lines; a heading such as "Related stories", followed by lines that are
not prose, ends it. A text without such noise stays whole.
"""

from __future__ import annotations

import re

from claimcheck.articles.datelines import DATE, Metadata, byline_of, note_dates

_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_TAIL = re.compile(
    r"^(?:related(?: stories| articles| news| topics)?|recent (?:stories|videos|posts)|read more|more from|also read|"
    r"most read|trending(?: now)?|you may also like|follow us|download (?:the )?app|share this|recommended|comments|"
    r"sponsored|advertisement|newsletter|sign up|external links|sources|references|latest (?:news|videos))\b[^.]{0,40}$",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"^(?:share|tweet|e-?mail|print|save|home|menu|search|subscribe|log ?in|sign in|advertisement|author|by|"
    r"video icon|loading|skip to .*|click here.*|photo:.*|image:.*|getty images|follow us:?|•.*)$",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"\b(?:sign up|subscribe|newsletter|cookies?|all rights reserved|click here|download our)\b",
    re.IGNORECASE,
)
_CITY = re.compile(r"^(?P<place>[A-Z][A-Z .]{2,30}(?:, [A-Z][\w. ]{2,20})?)(?: \([^)]{2,20}\))? ?[—–-]{1,2} ")


def clean_paste(text: str) -> tuple[str, Metadata]:
    """The article's paragraphs, a blank line between them, and the metadata of the lines that went."""
    lines = [" ".join(line.replace("\u00a0", " ").split()) for line in text.splitlines()]
    meta = Metadata()
    filled = [line for line in lines if line]
    body, removed = _body(filled, meta)
    _headline(removed, body, meta)
    if body and (match := _CITY.match(body[0])):
        meta.dateline = match["place"].strip()
    if len(body) < len(filled):
        meta.notes.append(f"{len(filled) - len(body)} lines around the article were left out.")
    return "\n\n".join(_joined(lines, body)), meta


def is_prose(line: str) -> bool:
    """Whether a line reads like sentences: it ends like one, or is too long to be anything else."""
    words = len(line.split())
    return bool(_ENDS.search(line) and words >= 5) or words >= 40


def _body(lines: list[str], meta: Metadata) -> tuple[list[str], list[str]]:
    body: list[str] = []
    removed: list[str] = []
    prose = sum(map(is_prose, lines))
    if prose * 2 > len(lines) or prose == 0:
        return _tidy(lines, meta)
    for position, line in enumerate(lines):
        if note_dates(line, meta):
            removed.append(line)
        elif body and _TAIL.match(line) and _mostly_noise(lines[position + 1 :]):
            break
        elif is_prose(line) and not _PROMPT.search(line) and not _CHROME.match(line):
            body.append(line)
        else:
            meta.byline = meta.byline or byline_of(line)
            removed.append(line) if not body else None
    return _without_standfirst(body, lines, meta), removed


def _tidy(lines: list[str], meta: Metadata) -> tuple[list[str], list[str]]:
    """A clean text: only its own date line, byline, prompts and a tail of links go."""
    body: list[str] = []
    removed: list[str] = []
    for position, line in enumerate(lines):
        if body and _TAIL.match(line) and _mostly_noise(lines[position + 1 :]):
            break
        short = len(line) < 80 and not (is_prose(line) and len(line.split()) > 8)
        if short and note_dates(line, meta):
            removed.append(line)
        elif _CHROME.match(line) or byline_of(line) or (not body and short and not is_prose(line)):
            meta.byline = meta.byline or byline_of(line)
            removed.append(line)
        else:
            body.append(line)
    if not body:
        return lines, []
    return body, removed


def _mostly_noise(rest: list[str]) -> bool:
    return sum(map(is_prose, rest)) * 3 <= len(rest)


def _without_standfirst(body: list[str], lines: list[str], meta: Metadata) -> list[str]:
    """The paragraphs without a summary that stands before the byline and the date, apart from the article."""
    dated = next(
        (i for i, line in enumerate(lines) if DATE.search(line) and re.search("ublished|pdated", line)), None
    )
    if dated is None or not body or lines.index(body[0]) > dated:
        return body
    after = [line for line in body if lines.index(line) > dated]
    return after if len(after) >= 2 else body


def _headline(removed: list[str], body: list[str], meta: Metadata) -> None:
    titles = [t for t in removed if 3 <= len(t.split()) <= 30 and not DATE.search(t) and not _CHROME.match(t)]
    doubled = [t for t in titles if sum(other.startswith(t) for other in removed) > 1]
    likely = doubled or [t for t in titles if len(t.split()) >= 5] or titles
    if likely:
        meta.headline = likely[0]
    for line in removed:
        rest = DATE.sub("", line).strip()
        words = rest.split()
        if DATE.search(line) and words and words[0] == "date" and len(words) > 1:
            meta.publisher = _undoubled(" ".join(words[1:]))


def _undoubled(name: str) -> str:
    """A name that a page's copy wrote twice in a row, once."""
    half = len(name) // 2
    for cut in (half, half + 1):
        first, second = name[:cut].strip(), name[cut:].strip()
        if first == second:
            return first
    return name


def _joined(lines: list[str], body: list[str]) -> list[str]:
    """The paragraphs; lines that were wrapped within one paragraph are put together again."""
    kept = set(body)
    paragraphs: list[str] = []
    fresh = True
    for line in lines:
        if not line:
            fresh = True
        elif line in kept:
            wrapped = not fresh and paragraphs and not _ENDS.search(paragraphs[-1])
            if wrapped:
                paragraphs[-1] += " " + line
            else:
                paragraphs.append(line)
            kept.discard(line)
            fresh = False
    return paragraphs
