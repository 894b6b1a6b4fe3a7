"""A fact held against the claim that it was taken from: it may not add, turn or widen anything.

All that is looked at is words and figures: a fact whose words stand in the claim, in its order, with the "not", the
"may", the "said" and the "more than" that govern them, says nothing that the claim does not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.hindsight import able, as_past, came_to_be
from claimcheck.claims.leaning import begins_bare, compared_with_nothing, did_so
from claimcheck.claims.lexicon import ALLEGED, MEANT, WORD_OF
from claimcheck.claims.taken_on import taken_on
from claimcheck.claims.words import content_words, covered, stems, stems_of
from claimcheck.exact import find_figures, unsupported_details
from claimcheck.language.negation import NOT

KEPT = 0.8  # of the claim's words that carry meaning, the least share that its facts have together
MOVED = 5  # words of a fact from which one may stand in another place than in the claim
_TURNING = re.compile(
    rf"\b(?P<word>{NOT}|may|might|could|would|will|should|if|unless|(?<!, )when|{ALLEGED}|likely|expected|{MEANT}"
    r"|want(?:s|ed)?|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    rf"|{WORD_OF}|believ(?:e|ed|es)|think|thinks|thought|told|according)\b|n['’]t\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r";|\b(?:but|although|though|while|whereas)\b", re.IGNORECASE)
_SEMICOLON = re.compile(";")
_OF_ITS_OWN = re.compile(
    r" (?:that )?(?:it|he|she|they) (?!.*\b(?:but|although|though|while|whereas) (?:it|he|she|they|the|an?|[A-Z]))"
)
_FROM_TO = re.compile(r"\b(?:between|from) \S+ (?:and|to) \S+\b", re.IGNORECASE)
NAMES = r"(?:[A-Z][\w’'.-]+ ){0,5}"
TWO = re.compile(rf"(?:The )?{NAMES}(?P<one>[A-Z][\w’'-]+) and (?:the )?{NAMES}(?P<other>[A-Z][\w’'-]+)")
_BEING = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_DOING = re.compile(r"\b(?:is|are|was|were) (?P<doing>[a-z]+ing)\b")
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
_ADDED = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*), (?:where|which|who) (?P<added>[^,;]{6,}), (?:and|or|to|from|in|near) "
)
_OBJECT = re.compile(r"\b(?:him|them)\b")
_MORE_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|or|but|who|which|that|when|while|because|before|after|if|as|to|of|for|with|said|told)\b"
)
_HALF = re.compile(r"(?:As|While|Because|Although|Though|When|If|Whereas)\b[^,]*$")
_SHARE = re.compile(
    r"\b(?:some|most|many|(?<!are )(?<!were )all|every|each|few|several|only|half|none|part)\b", re.IGNORECASE
)
_JOINING = stems("including such specifically namely especially particularly meaning like as well")
_FILLING = stems("used known called named located found made part one can")  # beside the claim's own words


def unsound(fact: str, claim: str) -> bool:
    """Whether a fact is no sentence, leans on something unsaid, brings something in, or turns what the claim says."""
    if begins_bare(fact) or not _says_something(fact, claim) or _dangles(fact, claim):
        return True
    if all(_strays(fact, told) for told in as_past(claim)):
        return True
    if unsupported_details(fact, [claim], None) or _turned(fact, claim) or _of_another(fact, claim):
        return True
    return _doing(fact, claim) or taken_on(fact, claim) or _parts_two(fact, claim) or _widened(fact, claim)


def lost(facts: Sequence[str], claim: str) -> bool:
    """Whether the facts together lack too many of the claim's words, a number or a name of it, or a "not"."""
    held = stems_of(facts)
    turns = {turn for fact in facts for turn in _turns(fact)}
    if all(covered(stems(told) - _JOINING, held) < KEPT for told in as_past(claim)):
        return True
    if not {_turn(match) for match in _standing(claim)} <= turns:
        return True
    return bool(unsupported_details(claim, list(facts), None))


def _says_something(fact: str, claim: str) -> bool:
    """Whether a fact has two words that carry meaning, and a verb or at least a word that is no name.

    What begins with a small letter, unless the claim does, is the end of a sentence, and "As the storm cleared the
    islands" is half of one.
    """
    if (fact[:1].islower() and not claim[:1].islower()) or _HALF.match(fact):
        return False
    words = content_words(fact)
    return len(words) > 1 and bool(_BEING.search(fact) or any(fact[start].islower() for _, start, _ in words))


def _dangles(fact: str, claim: str) -> bool:
    """Whether a fact that was taken out has a "him" or "them" for somebody or something that stayed behind.

    In one clause such a word never means the subject, by principle B of Chomsky (1981). "Did so" has its deed elsewhere, and
    "is larger" what it is compared with.
    """
    if did_so(fact) or compared_with_nothing(fact):
        return True
    match = _OBJECT.search(fact)
    return match is not None and len(fact) < len(claim) and not _MORE_CLAUSES.search(fact, 0, match.start())


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


def _turned(fact: str, claim: str) -> bool:
    """Whether a "not", a "may" or a "said" of the claim is gone from a fact of what it governs, or is new in a fact."""
    here, words = _turns(fact), stems(fact)
    there = (match for match in _standing(claim) if not able(claim, match.start(), fact))
    gone = any(_turn(match) not in here and words & _governed(match, claim) for match in there)
    return gone or not here <= _turns(claim)


def _standing(claim: str) -> list[re.Match[str]]:
    """The words of a claim that turn it, without a "would" of what came to be."""
    return [match for match in _TURNING.finditer(claim) if not came_to_be(claim, match.start())]


def _turns(text: str) -> set[str]:
    return {_turn(match) for match in _TURNING.finditer(text)}


def _turn(match: re.Match[str]) -> str:
    return (match["word"] or "not").casefold()


def _governed(match: re.Match[str], claim: str) -> frozenset[str]:
    """The stems that stand in a claim only after a word that turns it, as far as "but" or the like.

    "The list states it has ships but uses boats" goes on with what it states.
    """
    ends = _SEMICOLON if _OF_ITS_OWN.match(claim, match.end()) else _ENDING
    end = ends.search(claim, match.end())
    within = range(match.end(), end.start() if end else len(claim))
    words = content_words(claim)
    outside = {stem for stem, start, _ in words if start not in within}
    return frozenset(stem for stem, start, _ in words if start in within) - outside


def _of_another(fact: str, claim: str) -> bool:
    """Whether a fact gives what "where", "which" or "who" adds to one name to another name of the claim.

    "It fell between Fath, where it was to land, and Payam" does not have it land at Payam.
    """
    for match in _ADDED.finditer(claim):
        rest = claim[: match.start()] + claim[match.end() :]
        own = stems(match["name"]) - stems(rest)
        if not own or own & stems(fact) or covered(stems(match["added"]), stems(fact)) < KEPT:
            continue
        if any(name in rest for name in _NAME.findall(fact)):
            return True
    return False


def _widened(fact: str, claim: str) -> bool:
    """Whether a fact lacks the "more than" of its figure, or the "some" of its noun."""
    figures = [(m.quantity.value, m.quantity.bound, m.quantity.approximate) for m in find_figures(claim)]
    known = {value for value, _, _ in figures}
    for mention in find_figures(fact):
        one = mention.quantity
        if one.value in known and (one.value, one.bound, one.approximate) not in figures:
            return True
    words = stems(fact)
    return any(noun in words and (some, noun) not in _shares(fact) for some, noun in _shares(claim))


def _shares(text: str) -> set[tuple[str, str]]:
    """Each "some", "most" and the like, with the stem of the next word that carries meaning."""
    words = [(stem, start) for stem, start, _ in content_words(text)]
    found = set()
    for match in _SHARE.finditer(text):
        after = next((stem for stem, start in words if start >= match.end()), "")
        found.add((match.group().casefold(), after))
    return found


def _parts_two(fact: str, claim: str) -> bool:
    """Whether a fact has one of two names that a claim begins with: that A and B met says nothing of A alone."""
    two = TWO.match(claim)
    return two is not None and (two["one"] in fact) is not (two["other"] in fact)


def _doing(fact: str, claim: str) -> bool:
    """Whether a fact says "X is doing" where the claim has a bare "doing", of whoever it may be."""
    told = {match["doing"] for match in _DOING.finditer(claim)}
    return any(match["doing"] not in told for match in _DOING.finditer(fact))
