"""A draft's claims as they were meant: a pronoun is given its name, and a claim that was cut off is read in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.drafts import ClaimDraft
from claimcheck.claims.leading import with_name_led
from claimcheck.claims.leaning import stands_alone
from claimcheck.claims.splitting import DOES
from claimcheck.claims.words import covered, stems

CUT = 210  # characters from which a claim without an end was cut off by the bound on its length
LAST = 4  # words of what was cut off by which its place in the sentence is found
LIKE = 0.9  # a claim with this part of its words in the sentence is that sentence's wording
_UNDER = re.compile(r"(?P<link>After|Since|When|While|Because|Although|Though|Once) (?P<rest>.{12,})")
_VERB = re.compile(rf"\b(?:{DOES})\b")
_SPACED = re.compile(r"\b(?:[A-Z]\. )+[A-Z]\.")
_OPENED = re.compile(r"(?<![\w’'])'(?=\w)(?![^']*\w'(?!\w))")
_PRONOUN = re.compile(r"(?P<pronoun>He|She|It|They) (?=[a-z])")
_NAMED = re.compile(
    r"(?P<who>(?:The )?[A-Z][\w.’'-]*(?: (?:of |the )?[A-Z][\w.’'-]*){0,5})"
    r" (?:is|are|was|were|has|have|had|[a-z]{3,}(?:ed|s))\b"
)


def in_full(claims: Sequence[ClaimDraft], sentence: str) -> list[ClaimDraft]:
    """The claims with a leading pronoun replaced, and one that was cut off read in the sentence, where it can be."""
    named: str | None = None
    found: list[ClaimDraft] = []
    for draft in claims:
        text = _quoted(_initials(_ended(draft.claim, sentence), sentence))
        text = _with_name(text, named, sentence)
        match = _NAMED.match(text)
        named = match["who"] if match and not _PRONOUN.match(text) else named
        if text:
            found.append(draft.model_copy(update={"claim": text}))
    return found


def _with_name(claim: str, named: str | None, sentence: str) -> str:
    """ "He served until 1975" after "William Douglas was born in 1898", of a sentence that begins with "He"."""
    match = _PRONOUN.match(claim)
    if not named:
        return claim
    if match is None:
        return with_name_led(claim, named, sentence)
    same = re.match(rf"{match['pronoun']}\b", sentence)
    return f"{named} {claim[match.end() :]}" if same else claim


def main_clause(claim: str, sentence: str) -> str:
    """ "A hearing was held in May" for "After a hearing was held in May", where the sentence goes on behind a comma."""
    text = claim.strip().rstrip(".")
    match, whole = _UNDER.match(text), " ".join(sentence.split())
    if not match or not _VERB.search(match["rest"]):
        return claim
    last = " ".join(text.split()[-LAST + 1 :])
    leads = whole.startswith(match["link"]) and f"{last}," in whole
    return f"{match['rest'][0].upper()}{match['rest'][1:]}." if leads else claim


def _quoted(claim: str) -> str:
    """A claim whose only '"' ends it, with the mark that begins the quotation, which was written as "'", or without it."""
    head, mark, tail = claim.partition('"')
    if not mark or tail.strip(" ."):
        return claim
    opened = _OPENED.search(head)
    return f'{head[: opened.start()]}"{head[opened.end() :]}"{tail}' if opened else head + tail


def _initials(claim: str, sentence: str) -> str:
    """ "U.S." for the "U. S." of a claim, as its sentence has it."""
    return _SPACED.sub(lambda m: shut if (shut := m[0].replace(" ", "")) in sentence else m[0], claim)


def _ended(claim: str, sentence: str) -> str:
    """A claim that was cut off with the end of its sentence, or that sentence in its place, which has the same words
    and stands alone; "" where it cannot be told how it would have gone on.
    """
    whole = " ".join(sentence.split())
    if len(claim) < CUT or claim.rstrip().endswith((".", "!", "?", '"', "”")):
        return claim
    if stands_alone(whole) and covered(stems(claim), stems(whole)) >= LIKE:
        return whole
    last = " ".join(claim.split()[-LAST:])
    before, found, rest = whole.rpartition(last)
    return f"{claim.rstrip()}{rest}" if found and last not in before else ""
