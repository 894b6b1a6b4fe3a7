"""The day on which somebody said a thing is not the day on which it happened: "officials said on Thursday that 20 died"."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.claims.lexicon import WORD_OF
from claimcheck.claims.speakers import anybody_speaks
from claimcheck.exact import DateMention, find_dates

_SPOKE = rf"(?:{WORD_OF}|confirmed|warned|wrote|tweeted|told [^,;:]{{2,40}}?)"
_WHERE = r"(?: (?:in|at|to|via|during) (?!be\b|have\b)(?:an? |the )?(?:[\w’'-]+ ){0,2}[\w’'-]+){0,2}"
_BEFORE = re.compile(
    rf"\b(?:{_SPOKE}{_WHERE}|according to [^,;:]{{2,60}}?)(?: (?:late|early|earlier))?(?: on)? $"
)
_FIRST = re.compile(r"(?:(?:Late|Early|Earlier) )?(?:[Oo]n )?$")
_ANOTHER = (
    r"\b(?:who|which|that|and|but|as|after|before|when|while|not|n['’]t)\b"  # begins what another verb is of
)
_THEN_SPOKE = re.compile(rf",? (?:(?!{_ANOTHER})[^,;:]){{2,60}}? {_SPOKE}\b")
_LEFT = re.compile(r",? (?:(?:late|early) )?(?:(?:on|in) )?$")
_END = re.compile(r"[.]?$")


def without_the_day_of_saying(claim: str, sentence: str, day: date | None) -> str:
    """The claim without a last "on Thursday" that is, in its sentence, when somebody said so, and no other time of it.

    A claim that says that somebody said it keeps its day. `day` is what relative times are counted from.
    """
    if anybody_speaks(claim):
        return claim
    for mention in find_dates(claim, day)[-1:]:
        left = _LEFT.search(claim, 0, mention.start)
        if left and _END.match(claim, mention.end) and _of_saying_alone(mention, sentence, day):
            return f"{claim[: left.start()]}{claim[mention.end :]}"
    return claim


def _of_saying_alone(mention: DateMention, sentence: str, day: date | None) -> bool:
    """Whether all that names this time in the sentence tells when somebody spoke."""
    days = mention.interval and mention.interval.iso
    same = [m for m in find_dates(sentence, day) if m.interval and m.interval.iso == days]
    return bool(same) and all(_of_saying(m, sentence) for m in same)


def _of_saying(mention: DateMention, sentence: str) -> bool:
    if _BEFORE.search(sentence[: mention.start]):
        return True
    first = _FIRST.fullmatch(sentence[: mention.start])
    return bool(first and _THEN_SPOKE.match(sentence, mention.end))
