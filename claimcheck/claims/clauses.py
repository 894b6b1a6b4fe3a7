"""Clauses whose figure no claim has, and what a phrase such as "Ortiz's 4-year term" states."""

from __future__ import annotations

import re

from claimcheck.exact import find_figures, same_value

_COMPOUND = re.compile(
    r"(?P<whose>[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s) (?P<kind>[a-z]+ )?(?P<size>[\w.]+-(?:year|month|week|day|hour|"
    r"minute|mile|metre|meter|kilometre|kilometer|tonne|ton|storey|story|member|point))(?:-\w+)? (?P<noun>[a-z]+)"
)
_JOINT = re.compile(
    r"[,;:]\s+|\b(?:and|but|while|as|which|who|that|after|before|since|on|in|of|for|with|by)\s+"
)


def clause_left_out(sentence: str, claims: list[str]) -> str:
    """The clause of a sentence whose figure none of its claims has; "" where all figures are there."""
    held = [m.quantity for claim in claims for m in find_figures(claim)]
    for mention in find_figures(sentence):
        digits = any(character.isdigit() for character in mention.quantity.text)
        if digits and not any(same_value(mention.quantity, quantity) for quantity in held):
            return _clause_around(sentence, mention.start, mention.end)
    return ""


def _clause_around(sentence: str, start: int, end: int) -> str:
    """The words from the conjunction or preposition before a place to the comma or the end after it."""
    edges = [match.end() for match in _JOINT.finditer(sentence, 0, start)]
    stop = re.compile(r"[,;.]\s|[.]$").search(sentence, end)
    return sentence[edges[-1] if edges else 0 : stop.start() if stop else len(sentence)].strip()


def compound(clause: str) -> str:
    """What a phrase such as "Ortiz's first 4-year term" states, as a sentence; "" where there is none such."""
    match = _COMPOUND.search(clause)
    if match is None:
        return ""
    return f"{match['whose']} {match['kind'] or ''}{match['noun']} is a {match['size']} {match['noun']}."
