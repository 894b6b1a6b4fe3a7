"""What a sentence tells of, where it tells of more than one time: "flights will resume, the airline said on Monday"."""

from __future__ import annotations

import re

TELLS = re.compile(  # a verb of the past, behind which a "will" is of what was told: "on Monday he said he will go"
    r"\b(?:(?!expected|scheduled|planned|need|hundred|indeed|proposed|named|called|united|red|bed)[a-z]{2,}ed|began|took"
    r"|was|were|had|came|went|left|met|won|held|struck|fell|rose|made|said|told|sent|wrote|spoke|gave|says?)\b"
)
_MODAL = r"(?!\b(?:that|will|would|could|shall|to|for|he|she|they|it|we|I)\b)"
_NOT_TO_BE = "".join(  # "will be formally announced on Monday"
    rf"(?<!\b{word} )" for word in "be is are being formally officially jointly publicly finally".split()
)
_PAST = rf"{_NOT_TO_BE}(?:{TELLS.pattern}|\b(?:broke|shot|killed|died|ran|hit|lost|led|drew|saw)\b)"
_BY_THE_TELLING = re.compile(  # "flights will resume, the airline said on Monday", "told reporters on Monday that he will"
    r"(?:\b(?:said|says)(?: (?:late|early|earlier|in|at|to|during|via|from|through|by)\b(?:(?!\b(?:that|will|would)\b)[^,;:])*)?"
    rf"|{_NOT_TO_BE}\b(?:told|added|announced|confirmed|warned|reported|stated|tweeted|wrote|insisted|claimed|noted|argued"
    rf"|explained|revealed|declared)(?: {_MODAL}[\w’'.-]+){{0,4}}?"
    rf"|{_NOT_TO_BE}\b(?:[a-z]{{2,}}ed|made|sent|held|won|taken|given|written) by\b(?:{_MODAL}[^,;:])+?"
    rf"|\bhaving (?:{_MODAL}[^,;:])*?"
    r"|\baccording to(?: [\w’'.-]+){1,6}?"
    rf"|\b(?:after|since|because|who|which|that|when|where)\b(?:{_MODAL}[^,;:])*?{_PAST}(?:{_MODAL}[^,;:])*?)"
    r"(?: (?:on|in|late on|early on))?(?: the)? $"
)
_BEFALLEN = "(?:attack|killing|murder|shooting|stabbing|crash|bombing|explosion|blast|(?:earth)?quake|fire|flood|riot|defeat|loss|death|collapse|arrest)s?"
_BEFORE_NOW = re.compile(  # what nobody foretells, has happened since, or had been foretold
    rf"\b(?:since(?: (?:the|early|late|last|at least))?|{_BEFALLEN} (?:on|of|in)(?: the)?) $"
    r"|\bhad (?:long |originally |initially )?(?:been )?(?:expected|scheduled|due|slated|set|planned|hoped)\b"
    rf"|{_NOT_TO_BE}(?<!\bhave )(?<!\band )(?<!\bor )\b(?!expected|scheduled|planned|slated|proposed|needed|hundred)"
    r"(?:[a-z]{3,}ed|found|held|struck|began|shot|killed|sunk|seen|stolen|taken|made|given|sent|lost|won) (?:on|in)(?: the)? $"
)
_FELL_THROUGH = re.compile(r",? but (?:was|were|did|had|has|have)\b")
_OF_THE_BEFALLEN = re.compile(rf"[’']s (?:[a-z]+ )?{_BEFALLEN}\b")


def told(before: str, after: str, promised: int) -> bool:
    """Whether an expression is of what is over, whatever its sentence says of the future.

    `before` and `after` are the words of the sentence around it; `promised` is where the last word of the future
    before it ends, or 0.
    """
    if _BY_THE_TELLING.search(before, promised) or _BEFORE_NOW.search(before):
        return True
    if _FELL_THROUGH.match(after) or _OF_THE_BEFALLEN.match(after):
        return True
    return not promised and after.startswith((" and ", " but ")) and bool(TELLS.search(before))
