"""The single facts that a model finds in a claim: those that code bears out stand in the claim's place.

Taking a claim apart before it is checked follows FActScore (Min et al. 2023). There a large model is trusted with
it; a small one now and then drops a "not" or half of a list, which code sees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from claimcheck.claims.soundness import NAMES, TWO, lost, unsound
from claimcheck.claims.splitting import enumerated, parts, without_lead
from claimcheck.claims.words import content_words, covered, jaccard, stems
from claimcheck.exact import find_figures, find_quantities

WHOLE = 0.9  # of the claim's words, the part from which a fact is the claim itself and no piece of it
FRAME = 0.5  # of the words of two facts, the part that shows one frame with another thing in it
NEARLY = 0.75  # a fact this like the claim that it would stand beside says the same for a reader
_SEVERAL = re.compile(
    r"[,;:(]|\b(?:and|or|but|who|whose|whom|which|that|where|while|when|after|before|because|including|like|such"
    r"|with|plus|also)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\bbetween (?:\S+ ){{1,7}}?and (?:the )?{NAMES}[A-Z][\w’'-]+")
_QUOTED = re.compile(r'"([^"]*)"')


def compound(claim: str) -> bool:
    """Whether a claim may say several things, by its words; a list that its form shows is not asked about.

    Two who do a thing, and what is between two, are one.
    """
    plain = _BETWEEN.sub(" ", TWO.sub(" ", claim))
    return bool(_SEVERAL.search(plain)) and not enumerated(claim)


def put(claim: str) -> str:
    """The claim as it is put to a model that answers in JSON, where a straight quotation mark would end a fact."""
    return _QUOTED.sub("“\\1”", claim)


def facts_in(claim: str, answer: Sequence[str]) -> list[str]:
    """What stands in the place of a claim: the facts of a model's `answer`; none where it has none of use.

    Where they leave something out, what the claim's form shows is added; and where that is still not all, the claim
    stays, with those facts beside it.
    """
    said = [_as_sentence(fact, claim) for fact in answer if fact.strip()]
    sound = [fact for fact in said if not unsound(fact, claim)]
    facts, shown = _each_once(sound), parts(claim)
    if _only_figures_differ(facts) or _figure_of_all(facts, claim):
        return []
    pieces = [fact for fact in sound if covered(stems(claim), stems(fact)) < WHOLE]
    more = [piece for piece in shown if len(shown) > 1 and not unsound(piece, claim)]
    for taken in (_each_once(pieces), facts, _each_once([*more, *sound])):
        if len(taken) > 1 and not lost(taken, claim):
            return taken
    beside = [fact for fact in facts if all(jaccard(stems(fact), stems(piece)) < NEARLY for piece in shown)]
    return [*shown, *beside] if beside else []


def _as_sentence(fact: str, claim: str) -> str:
    text = without_lead(" ".join(fact.split()))
    if '"' in claim:
        text = text.replace("“", '"').replace("”", '"')
    return text if text.endswith((".", "!", "?", '"', "”")) else f"{text}."


def _each_once(facts: Sequence[str]) -> list[str]:
    """The facts without repetitions, and without one that only another says more fully.

    What several say more fully is a fact of its own: "X sings" beside "X sings hymns" and "X sings shanties".
    """
    words = [stems(fact) for fact in facts]
    fullest = {held for held in words if not any(held < other for other in words)}
    return [
        fact
        for number, (fact, held) in enumerate(zip(facts, words, strict=True))
        if held not in words[:number] and (held in fullest or sum(held < other for other in fullest) > 1)
    ]


def _only_figures_differ(facts: Sequence[str]) -> bool:
    """Whether two facts differ in nothing but a figure: "aged nine" and "aged ten" are of different people."""
    plain = []
    for fact in facts:
        figures = [range(m.start, m.end) for m in find_quantities(fact)]
        if not figures:
            continue
        words = (word for word, start, _ in content_words(fact) if not any(start in held for held in figures))
        plain.append(tuple(words))
    return len(set(plain)) < len(plain)


def _figure_of_all(facts: Sequence[str], claim: str) -> bool:
    """Whether a figure that the claim has once is said of one thing after another.

    "The storm killed 12 people in Haiti and Cuba" tells of neither how many were killed there.
    """
    values = [match.quantity.value for match in find_figures(claim)]
    once = {value for value in values if values.count(value) == 1}
    told = [(once & {match.quantity.value for match in find_figures(fact)}, stems(fact)) for fact in facts]
    return any(
        figures & others and a - b and b - a and jaccard(a, b) >= FRAME
        for (figures, a), (others, b) in combinations(told, 2)
    )
