"""What a claim may not bring in of itself, since it harms somebody or turns a story: a conviction, an arrest, a death, a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.bearers import not_borne_out

_DEATH = r"kill|die[ds]?\b|dying|death|dead|fatal|lethal|murder|assassinat|slain|slay|lost (?:his|her|their) li|perish|body|bodies|casualt|execut"
_PRISON = r"jail|prison|sentenc|custody|behind bars|locked up|life term|year term|years? in|incarcerat"
_GRAVE = {  # a word of a claim → what of the article, in other words too, bears it out
    r"convict(?:s|ed|ion|ions)": r"convict|found guilty|guilty verdict|plead(?:s|ed|ing)? guilty|sentenc",
    r"acquitt(?:ed|al)": r"acquit|not guilty|cleared",
    r"arrest(?:s|ed)?": r"arrest|detain|detention|custody|apprehend|held by|in handcuffs|taken in|captur",
    r"(?:jailed|imprisoned)": _PRISON,
    r"sentenced": _PRISON,
    r"(?:confessed|confesses|confession)": r"confess|admit|admission|plead(?:s|ed)? guilty",
    r"(?:killed|kills|died|dies|murdered|assassinated)": _DEATH,
    r"(?:raped|rapes)": r"\brap(?:e|ed|es|ing|ist)\b|sexual",
    r"(?:resigned|resigns)": r"resign|step(?:s|ped|ping)? down|quit|stood down|left (?:office|his post|her post)",
    r"(?:fired|sacked|dismissed)": r"fire|firing|sack|dismiss|remov|oust|let go|terminat|laid off|shot|launch",
    r"(?:divorced|divorces)": r"divorc",
    r"(?:is|are|was|were) (?:based|headquartered)": r"based|headquarter|seat|located|offices?\b",
    r"(?:is|are|was|were) (?:present|in attendance)": r"present|attend|there\b|witness",
}
_PATTERNS = [
    (re.compile(rf"\b{word}\b", re.IGNORECASE), re.compile(by, re.IGNORECASE)) for word, by in _GRAVE.items()
]
_DONE_TO = [
    (
        re.compile(rf"(?<!who )\b(?:is|are|was|were|be|been|being|gets?|got) (?:[a-z]+ly )?{word}\b"),
        re.compile(by, re.IGNORECASE),
    )
    for word, by in _GRAVE.items()
]


def brought_in(claim: str, source: Sequence[str], sentence: str) -> str:
    """The word of a claim for such a thing that nothing of its `source` bears out; "" where there is none.

    That it was done to somebody is said by the claim's own `sentence`: that he faced charges, beside his conviction in
    another case, is no conviction.
    """
    return not_borne_out(claim, source, _PATTERNS) or not_borne_out(claim, (sentence,), _DONE_TO)
