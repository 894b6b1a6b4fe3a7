"""A claim held against the sentence it is drafted from: the sentence's "not", "may" and "alleged" go with their words.

A word that turns a statement counts as lost where the claim has one of the words right behind it and nothing that
turns it the same way. What stands further off is left alone: it is often a statement of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.claims.hindsight import came_to_be
from claimcheck.claims.lexicon import ALLEGED, MEANT
from claimcheck.claims.words import content_words, stem, stems
from claimcheck.language.negation import NOT
from claimcheck.language.verbs import kin

NEAR = 2  # words that carry meaning, right behind a word that turns them


@dataclass(frozen=True)
class _Turn:
    """Words that turn what follows them, and those of which one in a claim keeps the turn."""

    words: re.Pattern[str]
    kept: re.Pattern[str]
    near: int = NEAR
    told: bool = False  # a claim that is marked as somebody's words keeps it too


_WOULD = r"(?-i:may)|might|could|would"  # "May" is a month
_TRIED = (
    rf"(?:{MEANT}|threaten(?:s|ed|ing)?|proposals?) to"
    r"|planned|attempted|(?:almost|nearly)(?= (?:[a-z]{3,}ed|won|lost|died|fell|sank|hit)\b)"
)
_WANTED = (
    r"plans? for|want(?:s|ed)?|considering|demand(?:ed|ing)|demands (?:that|to)|urg(?:e|es|ed|ing)|propos(?:es|ed) (?:to|that)"
    r"|(?<!than )(?<!as )expect(?:ed|s)?|(?:asked|wondered) (?:if|whether)|call(?:s|ed|ing) for"
)
_CLAIMED = (  # a storm claims lives, and a winner the title
    r"(?:claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed) that)(?! (?:[\w’'-]+ )?(?:lives?|responsibility|victory|credit|title)\b)"
)
_HELD = rf"{ALLEGED}|(?:is|are|was|were) said to|alleges|rumou?rs?|rumou?red|accus(?:es|ed|ing)|{_CLAIMED}"
_SEEMING = r"(?:appear|seem)(?:s|ed)? (?:to|that|as)|as if|as though"
_GUILTLESS = r"acquitted|cleared of|acquits"
_SEEMS = r"appear\w*|seem\w*|apparent\w*|as if|as though|like"
_OPEN = (  # a claim with one of these states nothing as done
    rf"\b(?:(?-i:may)|might|could|would|will|should|can|must|if|unless|whether|{MEANT}|intention\w*|want\w*|consider\w*|threat\w*|demand\w*"
    r"|urg(?:e|es|ed|ing)|propos\w*|expect\w*|due|scheduled|likely|set to|asked|asks|wondered|call(?:s|ed|ing)|almost|nearly"
    r"|promis\w*|vow\w*|pledg\w*|swor[en]|forecast\w*|predict\w*|capacity of|(?:is|are|be) able to|capable of"
    r"|perhaps|possib\w+|probabl\w+|potential\w*|to be)\b"
)
_SAID = (  # … nothing as certain
    r"\b(?:alleg\w+|report(?:s|ed|edly)|suspect\w*|suppos\w+|possibl\w+|probabl\w+|rumou?r\w*|accus\w+|charg\w+|trial"
    r"|(?-i:may)|might|could|believ\w+|thought|claim\w*|insist\w*|maintain\w*|said|says?|according|likely|apparent\w*)\b"
)
_AGAINST = (  # … what it states not as so
    rf"\b(?:{NOT}|none|nobody|nothing|fail\w*|refus\w*|den(?:y|ies|ied|ying|ial)|declin\w*"
    r"|reject\w*|prevent\w*|lack\w*|acquitted|cleared|falsely|wrongly|false|un(?:able|willing|likely|successful\w*|true|hurt|harmed|injured|damaged|known|clear"
    r"|confirmed|changed|beaten|defeated|founded|proven)|inability|impossible|free of"
    r"|block\w*|ban(?:s|ned)?|stopped|avoid\w*|little|few)\b|n['’]t\b"
)


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_TURNS = (
    _Turn(  # "not until 2004" says that it was so in 2004, and "not only" that it was so
        re.compile(
            r"(?:\b(?:not|never|cannot|no(?!\.| \d)|none|nobody|neither|nor)|n['’]t)\b"
            r"(?! (?:doubt|question|secret|wonder|only|just|least|longer|later than|fewer|less|more than|until|simply|merely)\b)"
            r"(?![^.;]*\b(?:but (?:rather|instead|also)|until)\b)"
            r"|\b(?:den(?:y|ies|ied|ying)|(?:fail(?:s|ed|ing)?|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)) to|falsely|wrongly)\b",
            re.IGNORECASE,
        ),
        re.compile(_AGAINST, re.IGNORECASE),
    ),
    _Turn(re.compile(r"\bwithout(?= [a-z]+ing\b)"), re.compile(_AGAINST, re.IGNORECASE), near=1),
    _Turn(_any(f"{_WOULD}|{_WANTED}"), re.compile(_OPEN, re.IGNORECASE)),
    _Turn(_any(_TRIED), re.compile(_OPEN, re.IGNORECASE), near=1),
    _Turn(_any(_HELD), re.compile(_SAID, re.IGNORECASE), told=True),
    _Turn(_any(_SEEMING), re.compile(rf"\b(?:{_SEEMS})\b|{_OPEN}", re.IGNORECASE)),
    _Turn(_any(_GUILTLESS), re.compile(f"{_AGAINST}|{_SAID}", re.IGNORECASE)),
)
_END = re.compile(
    r"[,;:]|\b(?:and|but|which|who|although|though|while|when|because|in|on|at|by|with|from|after|before|during|since)\b"
)
_CONDITION = re.compile(  # "If water is heated, it boils" is no forecast
    r"(?P<word>If|Unless)\b.*\b(?:will|would|may|might|could|had)\b", re.DOTALL
)
_CONDITIONAL = _any(
    r"if|unless|when|(?-i:may)|might|could|would|can|should|must|depend\w*|condition\w*|threat\w*"
)


def turned(claim: str, sentence: str, speaker: str = "") -> str:
    """The word of the sentence that turns what the claim states as plain; "" where there is none.

    What somebody alleges is not turned where the claim is marked as theirs.
    """
    for turn in _TURNS:
        if turn.kept.search(claim) or (turn.told and speaker):
            continue
        for match in turn.words.finditer(sentence):
            past = came_to_be(sentence, match.start())  # "would later win" is "won"
            if not past and stems(claim) & _behind(match, sentence, turn.near):
                return match.group()
    condition = _CONDITION.match(sentence)
    return condition["word"] if condition and not _CONDITIONAL.search(claim) else ""


def _behind(match: re.Match[str], sentence: str, near: int) -> frozenset[str]:
    """The stems right behind a word, within its clause, that stand nowhere else in the sentence; of verbs of all forms."""
    end = _END.search(sentence, match.end())
    within = range(match.end(), end.start() if end else len(sentence))
    words = content_words(sentence)
    outside = {one for one, start, _ in words if start not in within}
    inside = [(one, start, stop) for one, start, stop in words if start in within][:near]
    own = {one: sentence[start:stop].casefold() for one, start, stop in inside if one not in outside}
    return frozenset(own) | {stem(form) for word in own.values() for form in kin(word)}
