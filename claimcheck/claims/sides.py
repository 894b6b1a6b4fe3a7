"""Who did it to whom: whether those on the two sides of a verb changed places between a sentence and a claim of it.

Only where it is plain: all words of the claim's doer stand behind the verb in the sentence and none before it, and
all words of whom it is done to stand before it and none behind. A passive, a converse such as "lost to", and a win
"over" somebody count as what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.claims.phrases import last_phrase, phrases_of
from claimcheck.claims.words import stems
from claimcheck.language.deeds import ADVERB, Deed, deeds, ways

_NAME = re.compile(r"\b[A-Z][\w-]+")
_IDLE = re.compile(rf"\b(?:{ADVERB}|\d[\d.,–-]*|times?|km|miles|points?)(?!\w)")


def swapped(claim: str, sentence: str) -> str:
    """The verb whose doer and object changed places in the claim; "" where there is none."""
    for deed in _told(claim):
        found = [other for other in deeds(sentence) if other.kind == deed.kind]
        if any(_turned_round(deed, other) for other in found) and not any(
            _same_way(deed, other) for other in found
        ):
            return deed.word
    return _turned_about(claim, sentence)


def _told(claim: str) -> Iterator[Deed]:
    """What a claim says was done, with the noun phrases right beside the verb as its sides."""
    for deed in deeds(claim):
        if not (deed.doer and deed.whom):
            continue
        first, last = (deed.whom, deed.doer) if deed.passive else (deed.doer, deed.whom)
        left = last_phrase(first)
        for right in phrases_of(last):
            doer, whom = (right, left) if deed.passive else (left, right)
            yield replace(deed, doer=doer, whom=whom)


def _turned_about(claim: str, sentence: str) -> str:
    """ "from" where a claim goes from what the sentence goes to, and to what it goes from."""
    ways = _ways(sentence)
    for start, end in _ways(claim):
        back = any(start & other_end and end & other_start for other_start, other_end in ways)
        if back and not any(start <= other_start for other_start, _ in ways):
            return "from"
    return ""


def _ways(text: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(stems(start), stems(end)) for start, end in ways(text)]


def _same_way(deed: Deed, other: Deed) -> bool:
    """Whether another deed may bear one out; one that is unclear may bear out anything."""
    doer, whom, before, behind = _apart(deed, other)
    return not (other.doer or other.whom) or bool(doer & before and whom & behind)


def _turned_round(deed: Deed, other: Deed) -> bool:
    """Whether each side of a deed stands on the other one."""
    named = replace(deed, doer=_names(deed.doer), whom=_names(deed.whom))
    for one in (deed, named):
        doer, whom, before, behind = _apart(one, other)
        if not deed.verb:  # "Men earn more than women": what stays where it is says how, and not who
            doer, whom = doer - before, whom - behind
        if _only(doer, behind, before) and _only(whom, before, behind):
            return True
    return False


def _names(text: str) -> str:
    return " ".join(_NAME.findall(text))


def _apart(deed: Deed, other: Deed) -> tuple[frozenset[str], ...]:
    """The stems of the sides of two deeds, without those that stand on both sides of one: they tell nothing."""
    doer, whom = stems(_IDLE.sub(" ", deed.doer)), stems(_IDLE.sub(" ", deed.whom))
    before, behind = stems(other.doer), stems(other.whom)
    both = (before & behind) | (doer & whom)
    return doer - both, whom - both, before, behind


def _only(words: frozenset[str], here: frozenset[str], there: frozenset[str]) -> bool:
    return bool(words & here) and not words & there
