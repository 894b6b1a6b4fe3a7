"""What the reason that a model gives for its verdict says of the claim: a small one may give one for the other side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.domain import Claim
from claimcheck.verdicts.contrary import turns_round
from claimcheck.verdicts.overlap import words_of
from claimcheck.verdicts.turns import negative, qualified

_SUPPORTS = re.compile(
    r"\b(?:supports?|supporting|confirms?|confirming|agrees with|consistent with) (?:that )?(?:the|this) (?:claim|statement)\b"
    r"|\bclaim (?:is|was) (?:supported|confirmed|true|correct|accurate)\b"
    r"|\bwhich (?:is|was) (?:\w+ly )?(?:supported|confirmed) by (?:the|this) (?:evidence|passage|sentence|text)\b",
    re.IGNORECASE,
)
_NOT_OPPOSED = re.compile(
    r"\b(?:(?:does|do|did)(?: not|n['’]t)|nothing(?: in \w+(?: \w+)?)?) (?:contradicts?|refutes?|disproves?)\b(?: (?:the|this) (?:claim|statement))?",
    re.IGNORECASE,
)
_OPPOSES = re.compile(
    r"\b(?:refut|contradict|disprov|exaggerat)\w*|\bfail(?:s|ed)? to\b|\b(?:rather than|instead|neither|nor|cannot|opposite)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<!\bno )\b(?:which|this|it|evidence|passage|sentence|text) (?:\w+ly )?(?:contradicts|refutes|disproves) "
    r"(?:the|this) (?:claim|statement)\b",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"(?<!claim )(?<!statement )\b(?:indicat|suggest|stat|impl|mean|confirm|show)(?:e?s|ies|ing|ed|ying)? (?:that )?"
    r"(?P<said>[^,.;]+)",
    re.IGNORECASE,
)
_INFERS = re.compile(
    r"(?:\b(?:which|this|these|it|evidence|passage|sentence|text) (?:\w+ly )?(?:indicates?|impl(?:y|ies)|suggests?)"
    r"|, (?:\w+ly )?(?:indicating|implying|suggesting))\b",
    re.IGNORECASE,
)
_TOLD_FIRST = re.compile(
    r"(?P<said>[^;]+?),? (?:which|and this|this) (?:\w+ly )?(?:contradicts|refutes|disproves) the (?:claim|statement)\b",
    re.IGNORECASE,
)
_WITHOUT_AN_END = r"(?:(?![.] [A-Z])[^;])+?"  # of one sentence: "the U.S. Senate" stays as it is
_SUPPORTING = r"(?:\w+ly )?(?:supports|confirms|matches|agrees with) (?:the|this) (?:claim|statement)"
_IDLE_END = re.compile(
    rf"(?:,? (?:which|and this) {_SUPPORTING}|[.] This {_SUPPORTING})(?: that {_WITHOUT_AN_END})?[.]?$"
)
_OF_EVIDENCE = words_of("evidence passage text sentence states says clearly directly")
_OF_REASONS = _OF_EVIDENCE | words_of(
    "claim statement supports supporting supported confirms contradicts refutes shows indicates mentions gives which so"
)
_INFERRING = words_of("indicates implies imply suggests")
LEAST = 3  # words that say something


def for_the_claim(reason: str, claim: Claim) -> bool:
    """Whether a reason says that the evidence supports the claim, or concludes what it says, and nothing against it."""
    if _says_the_claim(reason, claim):
        return True
    rest, unopposed = _NOT_OPPOSED.subn("", reason)
    if _OPPOSES.search(rest) or negative(rest):
        return False
    return bool(unopposed or _SUPPORTS.search(rest)) or (not qualified(rest) and _concludes(rest, claim))


def against_the_claim(reason: str) -> bool:
    """Whether a reason says outright that the evidence contradicts the claim."""
    return _AGAINST.search(_NOT_OPPOSED.sub("", reason)) is not None


def inferred(reason: str, claim: Claim) -> bool:
    """Whether a reason draws the claim from what the evidence says, "which implies that …", since it does not say so.

    Not where the claim itself says what suggests what.
    """
    return _INFERS.search(reason) is not None and not words_of(claim.text) & _INFERRING


def of_another(reason: str, claim: Claim, quoted: Iterable[str]) -> bool:
    """Whether a reason speaks of another sentence than those `quoted`, each with its title, or of none.

    It has a figure that neither they nor the claim have; or `LEAST` words of its own, and not one of theirs.
    """
    own = words_of(reason) - words_of(f"{claim.text} {claim.context}") - _OF_REASONS
    held = words_of(" ".join(quoted))
    figures = {word for word in own if word[0].isdigit()}
    return not figures <= held or (len(own) >= LEAST and own.isdisjoint(held))


def without_idle_end(reason: str) -> str:
    """A reason without the "which directly supports the claim that …" at its end: that is the verdict, and no reason."""
    return _IDLE_END.sub(".", reason.strip())


def _says_the_claim(reason: str, claim: Claim) -> bool:
    """Whether a reason says what the claim says before it says that this contradicts it."""
    match = _TOLD_FIRST.match(reason)
    if not match or negative(match["said"]) is not negative(claim.text):
        return False
    said, told = words_of(match["said"]), words_of(claim.text)
    return told <= said <= told | _OF_EVIDENCE and not turns_round(claim, match["said"])


def _concludes(reason: str, claim: Claim) -> bool:
    """Whether what a reason draws from the evidence is in the claim's own words: "which implies closer cooperation"."""
    if negative(claim.text):
        return False
    return any(
        len(said := words_of(match["said"])) >= LEAST
        and said <= words_of(claim.text)
        and not turns_round(claim, match["said"])
        for match in _CONCLUDES.finditer(reason)
    )
