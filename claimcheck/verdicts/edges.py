"""Bounds that were lost or added on the way: "more than 20" where the evidence has nearly 20, "20" where it has up to 20."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.domain import Claim
from claimcheck.exact import QuantityMention, bears_out, edge, find_quantities, same_unit
from claimcheck.verdicts.bearing import figures_of
from claimcheck.verdicts.overlap import share_in

_NEAR = 0.6  # the share of the claim's words from which a sentence's figure is the claim's
_UNBORNE = {
    ">": ("", "<", "<=", "~<", "~"),
    ">=": ("<", "<=", "~<"),
    "<": ("", ">", ">="),
    "<=": (">", ">="),
    "~<": (">", ">="),
    "": ("<", "<="),
}
"""How a claim bounds a figure → how evidence that does not bear it out bounds the same figure.

What readers of news let pass is not here: 20 for "at least 20", "more than 20" or "about 20".
"""
_SAID = {
    "": "no word",
    ">": "“more than”",
    ">=": "“at least”",
    "<": "“less than”",
    "<=": "“at most”",
    "~<": "“nearly”",
    "~": "“about”",
}


def unborne(claim: Claim, sentences: Sequence[str]) -> str:
    """The figure of the claim that a sentence with its words bounds another way, in words for a note, where none bears
    it out; else "".
    """
    wanted = {figure.text for figure in figures_of(claim)}
    for said in find_quantities(claim.text):
        if said.quantity.text in wanted:
            found = _in_all(claim, said, sentences)
            if found:
                return found
    return ""


def _in_all(claim: Claim, said: QuantityMention, sentences: Sequence[str]) -> str:
    way, told = edge(claim.text, said.start, said.end), ""
    for sentence in sentences:
        for held in _same(said, sentence):
            other = edge(sentence, held.start, held.end)
            if held.quantity.value != said.quantity.value or other not in _UNBORNE.get(way, ()):
                return ""
            if share_in(claim, sentence) >= _NEAR:
                told = f"bounds {said.quantity.text!r} by {_SAID[other]} where the claim bounds it by {_SAID[way]}"
    return told


def _same(said: QuantityMention, sentence: str) -> Iterator[QuantityMention]:
    """The figures of a sentence that are the claim's, or bear it out."""
    for held in find_quantities(sentence):
        alike = held.quantity.value == said.quantity.value
        if same_unit(said.quantity, held.quantity) and (alike or bears_out(held.quantity, said.quantity)):
            yield held
