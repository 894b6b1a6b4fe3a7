"""Kinds of words that several checks look for, each in one place, as parts of a pattern."""

from __future__ import annotations

import re

from claimcheck.language.verbs import IRREGULAR, finite, forms, past

ALLEGED = r"alleged(?:ly)?|reportedly|possibly|probably|suspected|supposed(?:ly)?"
"""What leaves open whether it is so."""

_MEANT = "plan attempt try seek aim hope intend"
MEANT = "|".join(sorted(form for verb in _MEANT.split() for form in forms(verb))) + "|efforts?"
"""What is only planned, tried or hoped for."""

_STATES = r"\bstates\b"  # no verb in "the United States", whatever flags it is searched with
WORD_OF = (
    re.sub(_STATES, "(?-i:states)", finite("say state claim announce report argue suggest deny"))
    + "|say|deny"
)
"""Verbs of speech by which a thing is so on somebody's word alone."""

SAYS = f"{WORD_OF}|{finite('add confirm warn insist')}"
"""Verbs of speech: these, and those that may tell what is known besides."""

DONE = "|".join(sorted({past(verb) for verb in IRREGULAR}))
"""The past of irregular verbs, which no ending shows."""

PARTICIPLE = r"[a-z]{2,}(?:ed|en|wn|lt|ld|id|nt|rd|rt|ut|et|ot|ught)"
"""What may be a verb's past participle, by its ending."""
