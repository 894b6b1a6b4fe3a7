"""Names that begin like a bare reference, such as "He Jiankui", "This Mortal Coil" or "the former mayor of Riverton"."""

from __future__ import annotations

import re

from claimcheck.claims.splitting import AUXILIARY
from claimcheck.language.calendar import MONTHS, WEEKDAYS

_MONTH_NAMES = "|".join(month.title() for month in MONTHS)
_WORD = r" [A-Z][\w’'-]+"
_TIMES = "|".join(word.title() for word in (*MONTHS, *WEEKDAYS, "christmas", "easter"))
_GOES_ON = rf" (?:{AUXILIARY}|[a-z]{{3,}}ed|and|or|in|of|on|at|by|for|with|from|to)\b|[.,;:)]|$"
LIKE_A_PRONOUN = (
    rf"(?-i:(?:He|She|It|They|We){_WORD}"
    rf"|(?:His|Her|Their) (?:(?:Royal|Imperial|Serene) )?(?:Majest|Highness|Holiness|Excellenc|Eminence|Grace|Beatitude)[a-z]*{_WORD}"
    # "This American company", "these US Air Force jets" and "This Friday Ana Duarte won" begin with no name: two words
    # at least, no noun behind them, and no time before them
    rf"|(?:This|That|These|Those)(?! (?:{_TIMES})\b)(?:{_WORD})+{_WORD}(?:(?<=['’]s)|(?={_GOES_ON})))"
)
"""A pattern for the beginning of such a name, which tells capitals from small letters also where `re.IGNORECASE` is set."""

NAMED_AT_ONCE = (
    r"(?-i:[Tt]he (?:company|country)['’]s [a-z][a-z -]{2,60}, [A-Z][\w’'-]+(?: [A-Z][\w’'.-]*)+,"
    rf"|[Tt]he two [a-z]+ (?:in|of|from|at|near|between) (?!(?:{_TIMES})\b)[A-Z]"
    r"|[Tt]he (?:company|country|duo|leaders) (?:(?:of|named|called) )?(?:the )?[A-Z]"
    rf"|[Tt]he former(?! (?:{AUXILIARY}|[a-z]+ed)\b)(?: [a-z][\w’'-]*){{0,4}},? [A-Z]"
    r"|The (?:Two|Former|Latter|Country|Company|Leaders|Duo)(?: (?:of|and))? [A-Z])"
)
"""The same for what is named by the words behind: "the company Gazprom", "the leaders of France", "The Two Towers"."""

NAME_WITHIN = re.compile(
    rf"(?<!^)\b(?!(?:{_MONTH_NAMES}|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)[A-Z][\w’'-]+|\b[A-Z]{{2,}}\b"
)
"""A name that does not begin its text; days and months are none."""
