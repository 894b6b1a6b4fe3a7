"""Names that begin like a pronoun, such as "He Jiankui", "They Might Be Giants" or "This Mortal Coil"."""

from __future__ import annotations

from claimcheck.claims.splitting import AUXILIARY
from claimcheck.exact.words import MONTHS, WEEKDAYS

_WORD = r" [A-Z][\w’'-]+"
_TIMES = "|".join(word.title() for word in (*MONTHS, *WEEKDAYS, "christmas", "easter"))
_GOES_ON = rf" (?:{AUXILIARY}|[a-z]{{3,}}ed|and|or|in|of|on|at|by|for|with|from|to)\b|[.,;:)]|$"
LIKE_A_PRONOUN = (
    rf"(?-i:(?:He|She|It|They|We){_WORD}"
    # "This American company", "these US Air Force jets" and "This Friday Ana Duarte won" begin with no name: two words
    # at least, no noun behind them, and no time before them
    rf"|(?:This|That|These|Those)(?! (?:{_TIMES})\b)(?:{_WORD})+{_WORD}(?:(?<=['’]s)|(?={_GOES_ON})))"
)
"""A pattern for the beginning of such a name, which tells capitals from small letters also where `re.IGNORECASE` is set."""
