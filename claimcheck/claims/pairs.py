""" "The two men …" or "Both leaders …" → the pair that was named last before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.lexicon import DONE
from claimcheck.claims.splitting import AUXILIARY

_LANDS = r"countries|neighbours|sides"  # what "the leaders of China and India" names by "China and India"
_OTHERS = r"men|women|leaders|presidents|ministers|parties|teams|companies"
_IRREGULAR = rf"{DONE}|say|agree|share|plan|expect|hope"
_DOES = rf"(?:also |later |then |both )?(?:{AUXILIARY}|{_IRREGULAR}|[a-z]{{3,}}ed)\b"
_SMALL = r"(?:the|an?|his|her|their|each|that|not|in|on|at|to|for|with|by|over|from|into|against|about|after|before|[A-Z\d])"
_PAIR = re.compile(
    rf"(?:(?:The two|Both) (?:(?P<lands>{_LANDS})|{_OTHERS}) (?={_DOES})"
    # "The two injured passengers": no verb
    rf"|(?:The two|The duo) (?={_DOES})(?!(?:also |later |then )?[a-z]+ed (?!{_SMALL})))"
)
_A_AND_B = re.compile(
    r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4} and (?!The\b|He\b|She\b|They\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
)
_OF_THEM = re.compile(r"\b(?:of|from|for|in)(?: the)? $")


def with_pair_named(claim: str, texts: Sequence[str]) -> str:
    """The claim with "The two men …" or "Both leaders …" replaced by the pair that the `texts` name last.

    Left as it is where none of them names exactly one pair, "A and B", or where that is not who is meant: the two
    ministers are not China and India, but theirs.
    """
    match = _PAIR.match(claim)
    if match is None:
        return claim
    for text in reversed(texts):
        pairs = list(_A_AND_B.finditer(text))
        if len(pairs) == 1 and (match["lands"] or not _whose(pairs[0], text)):
            return f"{pairs[0].group()} {claim[match.end() :]}"
        if pairs:
            return claim
    return claim


def _whose(pair: re.Match[str], text: str) -> bool:
    """Whether a text has "of A and B" or "A and B's": it speaks of others, who are theirs."""
    return pair.group().endswith(("'s", "’s", "s'", "s’")) or bool(_OF_THEM.search(text, 0, pair.start()))
