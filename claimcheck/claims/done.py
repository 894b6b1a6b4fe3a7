"""What a sentence says was done: no doer is added to its passive, no object taken from another clause, no "for" put in.

Nor is who tells of a thing who did it."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import PARTICIPLE
from claimcheck.claims.phrases import phrases_of
from claimcheck.claims.words import stems
from claimcheck.language.deeds import deeds

_FOUND = re.compile(r"\b(?:was|were|been|being) (?:[a-z]+ly )?found\b")
_FINDS = re.compile(r"(?<!was )(?<!were )(?<!been )(?<!being )\bfound (?!(?:guilty|that|to)\b)")
_WAS = re.compile(rf"\b(?<!not )(?:is|are|was|were) (?P<did>{PARTICIPLE})\b(?! to\b)")
_BY = re.compile(rf"\b(?P<did>{PARTICIPLE}) by (?:the )?(?P<who>[\w’'-]+)")
_FOR = re.compile(
    r"\b(?P<verb>search|vote|testif|campaign|argue)(?:d|ed|es|ing|s|y|ies)? (?P<what>for|against)\b"
)


def done_otherwise(claim: str, sentence: str) -> str:
    """The verb of a claim that the sentence does not say of the same, or not with the same preposition; else ""."""
    for match in _WAS.finditer(claim):
        found = re.findall(rf"\b(?P<to>to be )?{match['did']}\b", sentence)
        if found and all(found):
            return f"{match['did']}"  # "is to be held" is not held yet
    for match in _BY.finditer(claim):
        told = re.search(rf"\baccording to (?:the )?{re.escape(match['who'])}\b", sentence)
        if told and not re.search(rf"\bby (?:the )?{re.escape(match['who'])}\b", sentence):
            return f"{match['did']} by"  # "was ordered, according to police" names nobody who ordered it
    if _FINDS.search(claim) and _FOUND.search(sentence) and not _FINDS.search(sentence):
        return "found"  # "the victim was found" is nobody's finding
    for match in _FOR.finditer(claim):
        said = rf"\b{match['verb']}\w*(?: [^\s,;:]+){{0,4}}? {match['what']}\b"
        if match["verb"] in sentence and not re.search(said, sentence):
            return f"{match['verb']} … {match['what']}"
    return _of_another_clause(claim, sentence)


def _of_another_clause(claim: str, sentence: str) -> str:
    """The verb whose object in the claim stands behind a semicolon that ends the verb's clause in the sentence."""
    for told in deeds(claim):
        if told.passive or not (told.doer and told.whom and told.verb):
            continue
        held = [one.whom for one in deeds(sentence) if one.kind == told.kind and one.whom and not one.passive]
        objects = stems(next(iter(phrases_of(told.whom)), ""))
        if held and objects and all(_beyond(objects, whom) for whom in held):
            return told.word
    return ""


def _beyond(objects: frozenset[str], whom: str) -> bool:
    own, _, rest = whom.partition("; ")
    return not objects & stems(own) and bool(objects & stems(rest))
