"""A "would" that tells what came to be, as in "he would later become president", and a "could" of what a thing can do."""

from __future__ import annotations

import re

from claimcheck.language.verbs import past

_CAME_TO_BE = re.compile(
    r"\bwould (?:(?P<when>later|eventually|subsequently|ultimately|soon|finally) )?(?P<on>go on to )?(?P<verb>[a-z]+)\b"
)
_FORECAST = re.compile(  # where one of these stands before, it is what somebody foresaw, or what depends on something
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|if|unless|whether|hop\w+|plan\w*|expect\w*|believ\w+|predict\w*|propos\w+"
    r"|promis\w+|pledg\w+|vow\w*|warn\w*|announc\w+|agree\w*|decid\w+|intend\w*|fear\w*|thought|claim\w*|argu\w+|suggest\w*"
    r"|insist\w*|stat(?:ed|es)|add(?:ed|s)|report(?:ed|s)|forecast\w*|estimat\w+|deal|treaty|bill|law|project|assur\w+|according)\b",
    re.IGNORECASE,
)
_DEPENDS = re.compile(r"\b(?:if|unless|were|without)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\bcould (?P<verb>carry|hold|seat|accommodate|sleep|store|lift|house|produce|generate)\b"
)


def came_to_be(text: str, start: int) -> bool:
    """Whether the "would" at `start` tells what happened later, and is no forecast, plan or condition."""
    match = _CAME_TO_BE.match(text, start)
    if match is None or not (match["when"] or match["on"] or match["verb"] == "become"):
        return False
    return not (_FORECAST.search(text, 0, start) or _DEPENDS.search(text, match.end()))


def as_past(text: str) -> tuple[str, ...]:
    """The text, and the same with what came to be in the past: "later became" and "went on to win", or "won"."""
    plain = went = text
    for match in reversed(list(_CAME_TO_BE.finditer(text))):
        if came_to_be(text, match.start()):
            when, verb = f"{match['when']} " if match["when"] else "", match["verb"]
            plain = f"{plain[: match.start()]}{when}{_past(verb)}{plain[match.end() :]}"
            on = f"went on to {verb}" if match["on"] else _past(verb)
            went = f"{went[: match.start()]}{when}{on}{went[match.end() :]}"
    return tuple(dict.fromkeys((text, plain, went)))


def _past(verb: str) -> str:
    return "was" if verb == "be" else past(verb)


def able(text: str, start: int, claim: str) -> bool:
    """Whether the "could" at `start` is what a thing can hold or make, and a claim says "can" of the same verb."""
    match = _HOLDS.match(text, start)
    return match is not None and re.search(rf"\bcan {match['verb']}\b", claim) is not None
