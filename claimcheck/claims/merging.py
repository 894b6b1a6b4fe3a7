"""Near-duplicates become one claim that keeps all its spans."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable
from math import ceil

from claimcheck.claims.words import covered, jaccard, stems, stems_of
from claimcheck.domain import Claim
from claimcheck.language.negation import NOT

SAME = 0.8  # Jaccard overlap of stems from which two claims with the same figures are one
OF_WHAT = 4  # words of an "of the Parliament", without articles: longer ones have a fact of their own
_TURN = re.compile(  # small words that turn a statement: most of them are no stems
    rf"\b(?:(?P<no>{NOT})|(?P<may>may|might|could)|(?P<will>will|would)|if|unless|before"
    r"|after|until|since|up|down|over|under|out|only|almost|nearly|former(?:ly)?|deputy|acting|alleged(?:ly)?|accused"
    r"|den(?:y|ies|ied)|fail(?:s|ed)?|refused?)\b|(?P<nt>n['’]t\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")
_NAME = re.compile(r"(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bnear )\b[A-Z][\w’'-]+")


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same: the same figures, dates and speaker, and nearly the same words."""
    alike = _figures(one) == _figures(other) and _alike(stems(one.text), stems(other.text))
    return alike and not _told_apart(one, other)


def without_steps(claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence without one that lies between a shorter and a longer one, which begin as it does.

    "Staff fear the toll", "Staff fear the toll, a sum" and "Staff fear the toll, a sum such as rent": what is said first
    and the whole are enough.
    """
    begun = [_words(claim.text) for claim in claims]

    def between(words: list[str]) -> bool:
        shorter = any(len(one) < len(words) and words[: len(one)] == one for one in begun)
        return shorter and any(len(words) < len(one) and one[: len(words)] == words for one in begun)

    return [claim for claim, words in zip(claims, begun, strict=True) if not between(words)]


def _figures(claim: Claim) -> Hashable:
    """What has to be equal: the speaker, the figures with their bounds, the dates, and words such as "not"."""
    figures = frozenset((quantity.value, quantity.unit, quantity.bound) for quantity in claim.quantities)
    return claim.attributed_to, figures, frozenset(day.iso for day in claim.dates), _turns(claim.text)


def _turns(text: str) -> frozenset[str]:
    """The words that turn a statement; those of one meaning are one."""
    kinds = (match.lastgroup or match.group().casefold() for match in _TURN.finditer(text))
    return frozenset("no" if kind == "nt" else kind for kind in kinds)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return jaccard(a, b) >= SAME or min(covered(a, b), covered(b, a)) >= SAME


def _told_apart(one: Claim, other: Claim) -> bool:
    """Whether each of two claims has a word that the other lacks, or they name the same the other way round.

    "Stress can cause changes in genes" and "Diet can cause changes in genes" share most of their words, as do "Prices
    rose in Peru" and "Prices fell in Peru". Of claims of one sentence only its own words count, not the model's.
    """
    if _turned_round(one.text, other.text):
        return True
    if not set(one.sentences) & set(other.sentences):
        a, b = stems(one.text), stems(other.text)
        return bool(a - b and b - a)
    return bool(_own(one, other) and _own(other, one))


def _turned_round(one: str, other: str) -> bool:
    """Whether two names that both claims have stand the other way round: who beat whom."""
    a, b = (list(dict.fromkeys(name.casefold() for name in _NAME.findall(text))) for text in (one, other))
    return [name for name in a if name in b] != [name for name in b if name in a]


def _own(claim: Claim, other: Claim) -> frozenset[str]:
    """The stems that a claim has from the article and another has not."""
    return (stems(claim.text) - stems(other.text)) & stems_of(span.quotation for span in claim.spans)


def merge(claims: list[Claim]) -> list[Claim]:
    """The claims without near-duplicates, in their order in the article, numbered `c1`, `c2`, …

    The first wording stays, or that which says of what; spans, sentences and the higher check-worthiness are kept of all.
    """
    claims = _in_full(claims)
    kept: list[Claim] = []
    for claim, twin in zip(claims, _twins(claims), strict=True):
        if twin is None:
            kept.append(claim)
            continue
        other = kept[twin]
        kept[twin] = other.model_copy(
            update={
                "spans": tuple(dict.fromkeys(other.spans + claim.spans)),
                "sentences": tuple(dict.fromkeys(other.sentences + claim.sentences)),
                "check_worthiness": max(other.check_worthiness, claim.check_worthiness),
            }
        )
    kept.sort(key=lambda claim: (claim.spans[0].start, claim.spans[0].end))
    return [claim.model_copy(update={"id": f"c{i}"}) for i, claim in enumerate(kept, 1)]


def _in_full(claims: list[Claim]) -> list[Claim]:
    """The claims, with "She leads the council of Lund" also in the place of "She leads the council".

    Only within one sentence, and where one claim alone says of what: a member of one club and of another is both.
    """
    together: defaultdict[tuple[int, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.sentences].append(claim)
    return [_fuller(claim, together[claim.sentences]) for claim in claims]


def _fuller(claim: Claim, others: list[Claim]) -> Claim:
    """The one claim of others that says this one and of what, with the spans of both; else the claim itself."""
    words = _words(claim.text)
    told = [c for c in others if _says_of_what(words, _words(c.text)) and _figures(c) == _figures(claim)]
    if len({one.text for one in told}) != 1:
        return claim
    spans = tuple(dict.fromkeys(told[0].spans + claim.spans))
    return told[0].model_copy(update={"spans": spans})


def _words(text: str) -> list[str]:
    """The words of a text without its articles."""
    return [word for word in _WORD.findall(text.casefold()) if word not in {"the", "a", "an"}]


def _says_of_what(short: list[str], long: list[str]) -> bool:
    """Whether the longer of two has nothing more than an "of …" of at most `OF_WHAT` words, in one place."""
    more = len(long) - len(short)
    if not 1 < more <= OF_WHAT:
        return False
    places = (place for place, word in enumerate(long) if word == "of")
    return any(long[:place] + long[place + more :] == short for place in places)


def _twins(claims: list[Claim]) -> list[int | None]:
    """For each claim, the first of those kept before it that says the same, counted among the kept; None for a new one.

    Not every pair is compared, which would take minutes for a book: two alike share one of the rarest words of each.
    """
    words = [stems(claim.text) for claim in claims]
    often = Counter(word for held in words for word in held)
    kept: list[tuple[Claim, frozenset[str]]] = []
    shelves: defaultdict[tuple[Hashable, str], list[int]] = defaultdict(list)
    twins: list[int | None] = []
    for claim, held in zip(claims, words, strict=True):
        places = [(_figures(claim), word) for word in _rarest(held, often)]
        candidates = sorted({number for place in places for number in shelves.get(place, ())})
        alike = (number for number in candidates if _alike(kept[number][1], held))
        twin = next((number for number in alike if not _told_apart(kept[number][0], claim)), None)
        if twin is None:
            for place in places:
                shelves[place].append(len(kept))
            kept.append((claim, held))
        twins.append(twin)
    return twins


def _rarest(words: frozenset[str], often: Counter[str]) -> list[str]:
    """So many of the rarest words that without all of them too few are left for two claims to be alike.

    The prefix filter of set-similarity joins (Chaudhuri, Ganti and Kaushik 2006): sets that share SAME of the larger
    one share a word among these, where all sets are ordered alike.
    """
    ordered = sorted(words, key=lambda word: (often[word], word))
    return ordered[: len(words) - ceil(SAME * len(words) - 1e-9) + 1] or [""]
