"""Names that begin like a pronoun, such as "He Jiankui", "They Might Be Giants" or "This Mortal Coil"."""

from __future__ import annotations

from claimcheck.claims.splitting import AUXILIARY

_WORD = r" [A-Z][\w’'-]+"
_GOES_ON = rf" (?:{AUXILIARY}|[a-z]{{3,}}ed|and|or|in|of|on|at|by|for|with|from|to)\b|[.,;:)]|$"
LIKE_A_PRONOUN = (
    rf"(?-i:(?:He|She|It|They|We){_WORD}"
    # "This American company" and "these US Air Force jets" are no names: of two words at least, and no noun behind
    rf"|(?:This|That|These|Those)(?:{_WORD})+{_WORD}(?:(?<=['’]s)|(?={_GOES_ON})))"
)
"""A pattern for the beginning of such a name, which tells capitals from small letters also where `re.IGNORECASE` is set."""
