"""Does the evidence give the figures and the dates that a claim names?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.domain import Claim, DateInterval, Finding, Passage, Quantity, Relation
from claimcheck.exact import bears_out, far_beyond, find_quantities, same_unit
from claimcheck.verdicts.some_of import another_number_of

_YEAR = re.compile(r"\b(?:1\d|20)\d{2}\b")
_EARLY_YEAR = re.compile(r"\b\d{1,3}\b")
_MAJORITY = re.compile(r"(?:the )?(?:vast )?(?:majority|most) of", re.IGNORECASE)
_ITS_WORD = re.compile(r"\b(?:majority|most)\b", re.IGNORECASE)
_NOW = frozenset(["today", "now"])  # as often "in our days" as the day itself
A_YEAR = 365  # days: a time of this length or longer is borne out by the number of a year within it


def not_given(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> str:
    """The figure or date that neither an exact finding nor any passage has, in whatever unit; "" for none such.

    Each is asked for by itself: that one of two figures is there says nothing of the other. A figure that a passage
    has for another year is not given by that passage.
    """
    texts = {passage.id: f"{passage.title} {passage.text}" for passage in passages}
    shared = any(f.aspect == "share" and f.relation is Relation.AGREES for f in findings)
    for figure in [] if shared else figures_of(claim):
        found = [f for f in findings if f.aspect == "quantity" and f.of == figure.text]
        if any(f.relation is Relation.AGREES for f in found):
            continue
        elsewhere = {f.passage for f in found if f.relation is Relation.NOT_COMPARABLE}
        if not has_figure([text for id, text in texts.items() if id not in elsewhere], figure):
            return f"the figure {figure.text!r}"
    if some := another_number_of(claim.text, list(texts.values())):
        return f"the figure {some!r}"
    agreed = {f.of for f in findings if f.aspect == "date" and f.relation is Relation.AGREES}
    for time in claim.dates:
        nowadays = time.text.lower() in _NOW
        if time.iso not in agreed and not nowadays and not _has_year(list(texts.values()), time):
            return f"the date {time.iso}"
    return ""


def differs(findings: Sequence[Finding]) -> bool:
    """Whether a figure or day of the claim is another in the evidence, and nowhere in it what the claim says."""
    agreed = {(f.aspect, f.of) for f in findings if f.relation is Relation.AGREES}
    return any(f.relation is Relation.DIFFERS and (f.aspect, f.of) not in agreed for f in findings)


def unspoken(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> str:
    """The figure of the claim that no passage can contradict, since none has one of its kind; "" where one has one
    for any of the claim's figures.
    """
    compared = {Relation.AGREES, Relation.DIFFERS}
    if any(f.aspect in {"quantity", "share"} and f.relation in compared for f in findings):
        return ""
    held = [m.quantity for p in passages for m in find_quantities(f"{p.title} {p.text}")]
    counted = [figure for figure in figures_of(claim) if figure.unit]
    if any(same_unit(figure, other) for figure in counted for other in held):
        return ""
    return f"as {counted[0].text!r}" if counted else ""


def figures_of(claim: Claim) -> list[Quantity]:
    """The claim's quantities that evidence has to give: written in figures, or with a unit."""
    return [q for q in claim.quantities if any(c.isdigit() for c in q.text) or q.unit]


def has_figure(texts: Sequence[str], wanted: Quantity) -> bool:
    """Whether a text has that value, of whatever, or one of the same unit that bears it out; a majority by its word."""
    if _MAJORITY.fullmatch(wanted.text) and any(map(_ITS_WORD.search, texts)):
        return True
    for mention in (m for text in texts for m in find_quantities(text)):
        held = mention.quantity
        opposed = bool(held.bound and wanted.bound) and held.bound != wanted.bound
        if held.value == wanted.value and not opposed:
            return True
        if held.unit == wanted.unit and bears_out(held, wanted) and not far_beyond(held, wanted):
            return True
    return False


def _has_year(texts: Sequence[str], wanted: DateInterval) -> bool:
    if (wanted.end - wanted.start).days + 1 < A_YEAR:
        return False
    written = _YEAR if wanted.end.year >= 1000 else _EARLY_YEAR
    years = (int(match.group()) for text in texts for match in written.finditer(text))
    return any(wanted.start.year <= year <= wanted.end.year for year in years)
