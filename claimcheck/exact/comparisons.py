"""Exact comparisons of a claim with a passage: a wrong "differs" is worse than none, so it takes a lot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from claimcheck.domain import Claim, DateInterval, Finding, Passage, Quantity, Relation
from claimcheck.exact.dates import find_dates, same_but_for_the_year, widened
from claimcheck.exact.quantities import apart, find_quantities, same_unit, same_value

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?]*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    [
        "the",
        "and",
        "was",
        "were",
        "has",
        "had",
        "that",
        "this",
        "with",
        "from",
        "which",
        "for",
        "its",
        "are",
        "is",
        "than",
        "more",
        "about",
        "will",
    ]
)
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
STRONG = 0.6  # the share of the claim's words in a sentence from which a difference is one


def compare(claim: Claim, passage: Passage) -> list[Finding]:
    """What code can say about the claim's quantities, dates and quoted words in this passage."""
    return [*_quantities(claim, passage), *_dates(claim, passage), *_quotations(claim, passage)]


@lru_cache(maxsize=2048)  # of a claim for each sentence, and of a sentence for each claim
def _words(text: str) -> frozenset[str]:
    words = (w.casefold() for w in _WORD.findall(text))
    return frozenset(w[:5] for w in words if w not in _STOP and w not in _MONTHS)


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCE.findall(text))


def _overlap(claim: str, sentence: str) -> float:
    wanted = _words(claim)
    return len(wanted & _words(sentence)) / len(wanted) if wanted else 0.0


def _times(text: str, published: date | None) -> list[DateInterval]:
    return [m.interval for m in find_dates(text, published) if m.interval]


def _meets(one: DateInterval, other: DateInterval) -> bool:
    return one.start <= other.end and other.start <= one.end


def _quantities(claim: Claim, passage: Passage) -> list[Finding]:
    findings = []
    for wanted in claim.quantities:
        if wanted.text.lower().startswith(("majority", "the majority", "most", "the vast")):
            continue  # a share of a whole: see compare_share
        found = [f for s in _sentences(passage.text) for f in _in_sentence(claim, wanted, s, passage)]
        term = _term(claim, wanted, passage)
        for relation in (Relation.AGREES, Relation.DIFFERS, Relation.NOT_COMPARABLE):
            best = next((f for f in (*found, *term) if f.relation is relation), None)
            if best:
                findings.append(best)
                break
    return findings


def _in_sentence(claim: Claim, wanted: Quantity, sentence: str, passage: Passage) -> list[Finding]:
    figures = [m.quantity for m in find_quantities(sentence) if same_unit(wanted, m.quantity)]
    if not figures:
        return []
    times = _times(sentence, passage.published)
    agreeing = next((f for f in figures if same_value(wanted, f)), None)
    other_time = claim.dates and times and not any(_meets(c, t) for c in claim.dates for t in times)
    if other_time:
        detail = f"The passage's figure is for {times[0].iso}, the claim's for {claim.dates[0].iso}."
        return [_finding("quantity", Relation.NOT_COMPARABLE, passage, detail)]
    if agreeing:
        detail = f"The passage gives {agreeing.text}, which agrees with the claim's {wanted.text}."
        return [_finding("quantity", Relation.AGREES, passage, detail)]
    same_time = bool(claim.dates) == bool(times)
    if (
        len(figures) == 1
        and apart(wanted, figures[0])
        and same_time
        and wanted.unit
        and _overlap(claim.text, sentence) >= STRONG
    ):
        detail = f"The passage gives {figures[0].text} where the claim says {wanted.text}."
        return [_finding("quantity", Relation.DIFFERS, passage, detail)]
    return []


def _term(claim: Claim, wanted: Quantity, passage: Passage) -> list[Finding]:
    """A claim of N years against two days that lie N years apart."""
    if wanted.unit != "year":
        return []
    times = [t for t in _times(passage.text, passage.published) if t.start == t.end]
    for first in times:
        for last in times:
            years = (last.start - first.start).days / 365.2425
            if years > 0.5 and abs(years - wanted.value) < 0.02:
                detail = f"From {first.iso} to {last.iso} is {wanted.value:g} years, as the claim says."
                return [_finding("quantity", Relation.AGREES, passage, detail)]
    return []


def _dates(claim: Claim, passage: Passage) -> list[Finding]:
    findings = []
    times = _times(passage.text, passage.published) if claim.dates else []
    for wanted in claim.dates:
        inside = next((t for t in times if wanted.start <= t.start and t.end <= wanted.end), None)
        if inside:
            detail = f"The passage gives {inside.iso}, which agrees with the claim's {wanted.iso}."
            findings.append(_finding("date", Relation.AGREES, passage, detail))
        elif any(_meets(widened(wanted), widened(t)) or same_but_for_the_year(t, wanted) for t in times):
            detail = f"The passage's time is less exact than the claim's {wanted.iso}."
            findings.append(_finding("date", Relation.NOT_COMPARABLE, passage, detail))
        else:
            findings += _other_day(claim, wanted, passage)
    return findings


def _other_day(claim: Claim, wanted: DateInterval, passage: Passage) -> list[Finding]:
    """A sentence much like the claim whose only times are other days, each named exactly."""
    if widened(wanted).start != widened(wanted).end:
        return []
    for sentence in _sentences(passage.text):
        times = [widened(t) for t in _times(sentence, passage.published)]
        if times and all(t.start == t.end for t in times) and _overlap(claim.text, sentence) >= STRONG:
            detail = f"The passage gives {times[-1].iso} where the claim says {wanted.iso}."
            return [_finding("date", Relation.DIFFERS, passage, detail)]
    return []


def _quotations(claim: Claim, passage: Passage) -> list[Finding]:
    text = " ".join(passage.text.replace("’", "'").split()).casefold()
    for words in re.findall(r"[\"“]([^\"”]{10,})[\"”]", claim.text):
        if " ".join(words.replace("’", "'").split()).casefold() in text:
            return [_finding("quotation", Relation.AGREES, passage, "The quoted words stand in the passage.")]
    return []


_MAJORITY = re.compile(r"\b(?:majority|most)\b", re.IGNORECASE)


def compare_share(claim: Claim, passages: Sequence[Passage]) -> list[Finding]:
    """A majority of a whole, computed from two passages' amounts of one currency and one year.

    The part's sentence has to share a word of the claim that the whole's sentence does not have.
    """
    if not _MAJORITY.search(claim.text) or any(c.isdigit() for q in claim.quantities for c in q.text):
        return []
    amounts = [
        (passage, s, m.quantity, {t.start.year for t in _times(s, passage.published)})
        for passage in passages
        for s in _sentences(passage.text)
        for m in find_quantities(s)
        if len(m.quantity.unit) == 3 and m.quantity.unit.isupper()
    ]
    years = {d.start.year for d in claim.dates}
    for part, part_text, small, part_years in amounts:
        for whole, whole_text, large, whole_years in amounts:
            same_year = part_years & whole_years & (years or part_years)
            if small.unit == large.unit and same_year and _part_of(claim.text, part_text, whole_text):
                return _share(part, small, whole, large)
    return []


def _part_of(claim: str, part: str, whole: str) -> bool:
    """Whether the claim's subject is what one sentence counts and its whole what the other counts."""
    subject = _words(claim) - _words(whole)
    rest = _words(claim) & _words(whole)
    common = _words(part) & subject
    return "trade" in rest and len(common) >= 2 and len(common) * 2 >= len(subject - {"major", "most"})


def _share(part: Passage, small: Quantity, whole: Passage, large: Quantity) -> list[Finding]:
    if not 0 < small.value < large.value:
        return []
    percent = 100 * small.value / large.value
    relation = Relation.AGREES if percent > 50 else Relation.DIFFERS
    is_so = "a majority" if percent > 50 else "not a majority"
    detail = f"{small.text} of {large.text} is {percent:.1f} %: {is_so}."
    return [_finding("share", relation, part, detail), _finding("share", relation, whole, detail)]


def _finding(aspect: str, relation: Relation, passage: Passage, detail: str) -> Finding:
    return Finding(aspect=aspect, relation=relation, passage=passage.id, detail=detail)
