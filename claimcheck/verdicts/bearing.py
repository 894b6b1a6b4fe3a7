"""Does the evidence give the figures and the dates that a claim names?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.domain import Claim, DateInterval, Finding, Passage, Quantity, Relation
from claimcheck.exact import find_quantities, same_value

_YEAR = re.compile(r"\b(?:1\d|20)\d{2}\b")
A_YEAR = 365  # days: a time of this length or longer is borne out by the number of a year within it


def unborne(claim: Claim, findings: Sequence[Finding]) -> str:
    """The figure or date of the claim that no exact finding bears out; "" where there is none such."""
    agreed = {finding.aspect for finding in findings if finding.relation is Relation.AGREES}
    figures = _figures(claim)
    if figures and not agreed & {"quantity", "share"}:
        return f"the figure {figures[0].text!r}"
    if claim.dates and not agreed & {"date", "quantity"}:
        return f"the date {claim.dates[0].iso}"
    return ""


def not_given(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> str:
    """The figure or date that neither an exact finding nor any passage has, in whatever unit; "" for none such.

    A figure that a passage has for another year is not given.
    """
    if not unborne(claim, findings):
        return ""
    texts = [f"{passage.title} {passage.text}" for passage in passages]
    agreed = {finding.aspect for finding in findings if finding.relation is Relation.AGREES}
    apart = any(f.aspect == "quantity" and f.relation is Relation.NOT_COMPARABLE for f in findings)
    for figure in _figures(claim) if not agreed & {"quantity", "share"} else []:
        if apart or not _has_figure(texts, figure):
            return f"the figure {figure.text!r}"
    for time in claim.dates if not agreed & {"date", "quantity"} else []:
        if not _has_year(texts, time):
            return f"the date {time.iso}"
    return ""


def unspoken(claim: Claim, findings: Sequence[Finding], passages: Sequence[Passage]) -> str:
    """The figure of the claim that no passage can contradict, since none has one in its unit; "" for none such."""
    compared = {Relation.AGREES, Relation.DIFFERS}
    if any(f.aspect in {"quantity", "share"} and f.relation in compared for f in findings):
        return ""
    held = {m.quantity.unit for p in passages for m in find_quantities(f"{p.title} {p.text}")}
    return next((f"as {q.text!r}" for q in _figures(claim) if q.unit and q.unit not in held), "")


def _figures(claim: Claim) -> list[Quantity]:
    return [q for q in claim.quantities if any(c.isdigit() for c in q.text) or q.unit]


def _has_figure(texts: Sequence[str], wanted: Quantity) -> bool:
    """Whether a text has that value, or one beyond it where the claim says "more than" or "less than"."""
    for mention in (m for text in texts for m in find_quantities(text)):
        held = mention.quantity
        beyond = held.value > wanted.value if wanted.bound == ">" else held.value < wanted.value
        if held.value == wanted.value:
            return True
        if held.unit == wanted.unit and (same_value(wanted, held) or (wanted.bound and beyond)):
            return True
    return False


def _has_year(texts: Sequence[str], wanted: DateInterval) -> bool:
    if (wanted.end - wanted.start).days + 1 < A_YEAR:
        return False
    years = (int(match.group()) for text in texts for match in _YEAR.finditer(text))
    return any(wanted.start.year <= year <= wanted.end.year for year in years)
