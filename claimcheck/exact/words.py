"""The number words of English and what they count: shared by dates and quantities."""

from __future__ import annotations

import re

ONES = dict(
    zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True),
)
TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
ORDINAL_ONES = dict(
    zip("first second third fourth fifth sixth seventh eighth ninth".split(), range(1, 10), strict=True)
)
ORDINAL_TEENS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    **{f"{word}th": number for word, number in TEENS.items() if number > 12},
}
ORDINAL_TENS = {f"{word[:-1]}ieth": number for word, number in TENS.items()}


def any_of(words: dict[str, int]) -> str:
    """A pattern for any of the words, the longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))


_LINK = "(?: {1,4}|-| - )"  # pasted text may have several spaces, and some is written "ninety - five"
# Not "fifty - five of them died", nor "fifty - five children among them - died", where a dash opens what is put in.
_NO_DASH = rf"(?! - \w+ of\b)(?! - [^.!?;]{{0,80}} - (?!(?:{any_of(ONES)})\b))"
BELOW_HUNDRED = rf"(?:(?:{any_of(TENS)}){_NO_DASH}{_LINK}(?:{any_of(ONES)})|{any_of(TENS | TEENS | ONES)})"
ORDINAL_BELOW_HUNDRED = (
    rf"(?:(?:{any_of(TENS)}){_LINK}(?:{any_of(ORDINAL_ONES)})"
    rf"|{any_of(ORDINAL_TENS | ORDINAL_TEENS | ORDINAL_ONES)})"
)

STREET = (  # what follows the number of a house
    r"(?-i: (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Drive|Lane|Boulevard|Blvd\.)(?!\w))"
)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
TENS_OF_YEARS = {f"{word[:-1]}ies": number for word, number in TENS.items()} | {"noughties": 0}

ZERO = {"zero": 0, "nought": 0, "naught": 0, "oh": 0}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "quintillion": 1e18,
    "dozen": 12.0,
    "doz": 12.0,
}
DIVISORS = {
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

_VALUES = ONES | TEENS | TENS | ORDINAL_ONES | ORDINAL_TEENS | ORDINAL_TENS


def below_hundred(words: str) -> int:
    """The value of digits, or of what `BELOW_HUNDRED` and its ordinal match: "twenty-third" is 23."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits.group())
    return sum(_VALUES[word] for word in re.split(r"[ -]+", words.lower()))
