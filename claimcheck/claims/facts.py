"""The single facts that a model finds in a claim, held against the claim: none may add, lose or turn anything.

Taking a claim apart before it is checked follows FActScore (Min et al. 2023). There a large model is trusted with
it; a small one now and then drops a "not" or half of a list, which code sees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.checks import begins_bare
from claimcheck.claims.splitting import enumerated, parts, without_lead
from claimcheck.claims.words import content_words, covered, stems
from claimcheck.exact import find_quantities, unsupported_details

KEPT = 0.8  # of the claim's words that carry meaning, the least share that its facts have together
NEARLY = 0.75  # a fact this like the claim that it would stand beside says the same for a reader
MOVED = 5  # words of a fact from which one may stand in another place than in the claim
_SEVERAL = re.compile(
    r"[,;:(]|\b(?:and|or|but|who|whose|whom|which|that|where|while|when|after|before|because|including|like|such"
    r"|with|plus|also)\b",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"\b(?P<word>not|never|no|without|nor|neither|cannot|may|might|could|would|will|should|if|unless|when"
    r"|alleged(?:ly)?|reportedly|likely|possibly|probably|suspected|supposed|expected"
    r"|plan(?:s|ned|ning)?|efforts?|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?"
    r"|hop(?:e|es|ed|ing)|intend(?:s|ed|ing)?|want(?:s|ed)?|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    r"|said|says?|stat(?:ed|es)|claim(?:ed|s)|report(?:ed|s)|announc(?:ed|es)|argu(?:ed|es)|believ(?:e|ed|es)"
    r"|think|thinks|thought|suggest(?:ed|s)|told|according|den(?:y|ies|ied))\b|n['’]t\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r";|\b(?:but|although|though|while|whereas)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:between|from) \S+ (?:and|to) \S+\b", re.IGNORECASE)
_TITLES = r"(?:[A-Z][\w’'.-]+ ){0,5}"
_TWO = re.compile(rf"(?:The )?{_TITLES}(?P<one>[A-Z][\w’'-]+) and (?:the )?{_TITLES}(?P<other>[A-Z][\w’'-]+)")
_BETWEEN = re.compile(rf"\bbetween (?:\S+ ){{1,7}}?and (?:the )?{_TITLES}[A-Z][\w’'-]+")
_BEING = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_DOING = re.compile(r"\b(?:is|are|was|were) (?P<doing>[a-z]+ing)\b")
_JOINING = stems("including such specifically namely especially particularly meaning like as well")
_FILLING = stems(
    "used known called named located found made part one"
)  # what a fact may say beside the claim's words
_QUOTED = re.compile(r'"([^"]*)"')


def compound(claim: str) -> bool:
    """Whether a claim may say several things, by its words; a list that its form shows is not asked about.

    Two who do a thing, and what is between two, are one.
    """
    plain = _BETWEEN.sub(" ", _TWO.sub(" ", claim))
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
    sound = [fact for fact in said if not _unsound(fact, claim)]
    if _only_figures_differ(_each_once(sound)):
        return []
    shown = parts(claim)
    more = [piece for piece in shown if len(shown) > 1 and not _unsound(piece, claim)]
    for facts in (_each_once(sound), _each_once([*more, *sound])):
        if len(facts) > 1 and not _lost(facts, claim):
            return facts
    beside = [fact for fact in _each_once(sound) if max(_alike(fact, piece) for piece in shown) < NEARLY]
    return [*shown, *beside] if beside else []


def _alike(one: str, other: str) -> float:
    """The Jaccard overlap of the stems, 0 to 1."""
    both = stems(one) | stems(other)
    return len(stems(one) & stems(other)) / len(both) if both else 1.0


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
        words = (word for word, start, _ in content_words(fact) if not any(start in held for held in figures))
        plain.append(tuple(words))
    return len(set(plain)) < len(plain)


def _unsound(fact: str, claim: str) -> bool:
    """Whether a fact is no sentence, leans on something unsaid, brings something in, or turns what the claim says."""
    if begins_bare(fact) or not _says_something(fact) or _strays(fact, claim):
        return True
    if unsupported_details(fact, [claim], None) or _turned(fact, claim):
        return True
    return _doing(fact, claim) or _parts_two(fact, claim)


def _says_something(fact: str) -> bool:
    """Whether a fact has two words that carry meaning, and a verb or at least a word that is no name."""
    words = content_words(fact)
    return len(words) > 1 and bool(_BEING.search(fact) or any(fact[start].islower() for _, start, _ in words))


def _parts_two(fact: str, claim: str) -> bool:
    """Whether a fact has one of two names that a claim begins with: that A and B met says nothing of A alone."""
    two = _TWO.match(claim)
    return two is not None and (two["one"] in fact) is not (two["other"] in fact)


def _doing(fact: str, claim: str) -> bool:
    """Whether a fact says "X is doing" where the claim has a bare "doing", of whoever it may be."""
    told = {match["doing"] for match in _DOING.finditer(claim)}
    return any(match["doing"] not in told for match in _DOING.finditer(fact))


def _turned(fact: str, claim: str) -> bool:
    """Whether a "not", a "may" or a "said" of the claim is gone from a fact of what it governs, or is new in a fact."""
    here, words = _turns(fact), stems(fact)
    there = list(_TURNING.finditer(claim))
    gone = any(_turn(match) not in here and words & _governed(match, claim) for match in there)
    return gone or not here <= {_turn(match) for match in there}


def _turns(text: str) -> set[str]:
    return {_turn(match) for match in _TURNING.finditer(text)}


def _turn(match: re.Match[str]) -> str:
    return (match["word"] or "not").casefold()


def _governed(match: re.Match[str], claim: str) -> frozenset[str]:
    """The stems that stand in a claim only after a word that turns it, as far as "but" or the like."""
    end = _ENDING.search(claim, match.end())
    within = range(match.end(), end.start() if end else len(claim))
    words = content_words(claim)
    outside = {stem for stem, start, _ in words if start not in within}
    return frozenset(stem for stem, start, _ in words if start in within) - outside


def _strays(fact: str, claim: str) -> bool:
    """Whether a fact has words that the claim has not, or has them in another order: who did it to whom?

    One word in `MOVED` may stand elsewhere, as in "the mass of a star"; two that change places count as two at least.
    """
    words = [stem for stem, _, _ in content_words(fact) if stem not in _JOINING]
    order = [stem for stem, _, _ in content_words(claim) if stem not in _JOINING]
    shared = [stem for stem in words if stem in order]
    moved = len(shared) - _in_order(shared, order)
    if moved > min(1, len(words) // MOVED) or not set(words) - set(shared) <= _FILLING:
        return True
    return any(match.group().casefold() not in claim.casefold() for match in _FROM_TO.finditer(fact))


def _in_order(words: Sequence[str], order: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    longest = [0] * (len(order) + 1)
    for word in words:
        before = 0
        for place, other in enumerate(order, 1):
            kept = longest[place]
            longest[place] = before + 1 if word == other else max(kept, longest[place - 1])
            before = kept
    return longest[-1]


def _lost(facts: Sequence[str], claim: str) -> bool:
    """Whether the facts together lack too many of the claim's words, a number or a name of it, or a "not"."""
    held = frozenset[str]().union(*map(stems, facts))
    turns = {turn for fact in facts for turn in _turns(fact)}
    if covered(stems(claim) - _JOINING, held) < KEPT or not _turns(claim) <= turns:
        return True
    return bool(unsupported_details(claim, list(facts), None))
