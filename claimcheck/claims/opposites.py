"""Opposite words: a claim that "fell" where its sentence has only "rose" says the contrary.

It counts where the sentence has words of one side only, the claim has one of the other side only, and most of its
other words are the sentence's. A "not" beside either word makes them meet again: "did not win" is "lost".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claims.verbs import forms
from claimcheck.claims.words import content_words, covered, stems

LIKE = 0.6  # of a claim's other words, the least part that the sentence has
NEAR = 28  # characters before a word in which a "not" turns it


@dataclass(frozen=True)
class _Side:
    """Words that mean one of two opposites."""

    words: re.Pattern[str]
    converse: bool = False  # "A lost to B" is "B won against A": it counts only for the same subject
    joining: bool = False  # "B after A" is "A before B": it counts only beside the same word


def _side(text: str, converse: bool = False, joining: bool = False) -> _Side:
    """Of a text such as "rise grow; higher; up by": verbs in all their forms, then words as they are."""
    verbs, *words = (part.strip() for part in text.split(";"))
    every = sorted(
        {form for verb in verbs.split() for form in forms(verb)} | set(words), key=len, reverse=True
    )
    return _Side(re.compile(rf"(?<![\w-])(?:{'|'.join(every)})(?![\w-])", re.IGNORECASE), converse, joining)


def _plain(text: str) -> tuple[_Side, _Side]:
    one, other = text.split("/")
    return _side(one), _side(other)


_OPPOSITES = (
    *map(
        _plain,
        (
            "rise increase grow climb jump surge soar double triple;growth;up (?:(?:by|from|to) )?[$€£]?\\d[\\d.,]*;higher;upward/"
            "fall decrease decline drop shrink plunge slump plummet dip halve;down (?:(?:by|from|to) )?[$€£]?\\d[\\d.,]*;lower;downward",
            "strengthen/weaken",
            "expand enlarge widen/shrink narrow contract",
            "raise increase/cut lower reduce slash decrease",
            "open reopen/close shut",
            "accept approve adopt pass ratify;approval/reject refuse veto;rejection",
            "support back endorse;in favou?r of;voted for/oppose;opposition to;voted against",
            "convict;found guilty;guilty;conviction/acquit clear;not guilty;innocent;acquittal",
            "begin start launch open/end finish conclude cease",
            "arrive land enter;arrival/depart leave exit;departure",
            "hire employ recruit;appoint/dismiss sack fire",
            "upgrade/downgrade",
            "tighten/ease relax loosen",
            "allow permit legalise legalize/ban prohibit forbid outlaw",
            ";born/die;died;death",
            "survive;alive;survivors?/die perish;killed;dead;deaths?",
            ";largest;biggest;greatest/;smallest;tiniest",
            ";highest;most;maximum;record high/;lowest;fewest;minimum;record low",
            ";oldest;eldest/;youngest;newest",
            ";longest/;shortest",
            ";fastest/;slowest",
            ";(?:the|his|her|its|their) first/;(?:the|his|her|its|their) last",
            ";majority/;minority",
            ";legal;legally;lawful/;illegal;illegally;unlawful",
            ";men;male;boys?/;women;female;girls?",
            ";northern/;southern",
            ";eastern/;western",
            ";morning/;evening;afternoon;night",
            ";public/;private",
            ";domestic/;foreign",
            ";profits?/;loss;losses",
            ";surplus/;deficit",
        ),
    ),
    (_side("win beat;victory", converse=True), _side("lose;defeat (?:to|by)", converse=True)),
    (_side("buy purchase acquire", converse=True), _side("sell", converse=True)),
    (_side("import", converse=True), _side("export", converse=True)),
    (_side("join", joining=True), _side("leave quit", joining=True)),
    (_side(";older", converse=True), _side(";younger", converse=True)),
    (_side(";larger;bigger", converse=True), _side(";smaller", converse=True)),
    (_side(";richer;faster;stronger", converse=True), _side(";poorer;slower;weaker", converse=True)),
    (_side(";before;prior to", joining=True), _side(";after;following", joining=True)),
    (_side(";north", joining=True), _side(";south", joining=True)),
    (_side(";east", joining=True), _side(";west", joining=True)),
    (_side(";above", joining=True), _side(";below", joining=True)),
    (_side(";more", True, True), _side(";less;fewer", True, True)),
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|fail\w*|refus\w*|declin\w* to|den(?:y|ied|ies|ying)|stop\w*|prevent\w*|no longer"
    r"|un(?:able|likely)|avoid\w*|less|little|few|against|reject\w*|revers\w*|slow\w*|limit\w*|than)\b|n['’]t\b",
    re.IGNORECASE,
)


def contrary(claim: str, sentence: str) -> str:
    """The word of the claim of which the sentence has only the opposite; "" where there is none."""
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            here = list(one.words.finditer(claim))
            if not here or other.words.search(claim) or one.words.search(sentence):
                continue
            there = list(other.words.finditer(sentence))
            if there and _meets(here, there, claim, sentence, one):
                return here[0].group()
    return ""


def _meets(
    here: list[re.Match[str]], there: list[re.Match[str]], claim: str, sentence: str, side: _Side
) -> bool:
    """Whether the two opposites are said of the same thing, and neither is turned again."""
    if any(_denied(match) for match in (*here, *there)) or not _like(here[0], claim, sentence):
        return False
    if side.converse and not _same(_before(here[0]), [_before(match) for match in there]):
        return False
    return not side.joining or _same(_behind(here[0]), [_behind(match) for match in there])


def _denied(match: re.Match[str]) -> bool:
    return _NOT.search(match.string[max(0, match.start() - NEAR) : match.start()]) is not None


def _like(match: re.Match[str], claim: str, sentence: str) -> bool:
    rest = stems(f"{claim[: match.start()]} {claim[match.end() :]}")
    return covered(rest, stems(sentence)) >= LIKE


def _before(match: re.Match[str]) -> str:
    words = content_words(match.string[: match.start()])
    return words[-1][0] if words else ""


def _behind(match: re.Match[str]) -> str:
    words = content_words(match.string[match.end() :])
    return words[0][0] if words else ""


def _same(word: str, others: list[str]) -> bool:
    return bool(word) and word in others
