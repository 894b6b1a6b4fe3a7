"""The forms of English verbs: of the irregular ones by a table, of all others by rule."""

from __future__ import annotations

import re

_IRREGULAR = (  # base/past/participle
    "beat/beat/beaten become/became/become begin/began/begun blow/blew/blown break/broke/broken bring/brought/brought"
    " build/built/built buy/bought/bought catch/caught/caught choose/chose/chosen come/came/come cut/cut/cut drive/drove/driven"
    " fall/fell/fallen fight/fought/fought find/found/found flee/fled/fled fly/flew/flown"
    " forbid/forbade/forbidden get/got/got give/gave/given"
    " go/went/gone grow/grew/grown hit/hit/hit hold/held/held keep/kept/kept lead/led/led leave/left/left lend/lent/lent"
    " lose/lost/lost make/made/made meet/met/met overcome/overcame/overcome overtake/overtook/overtaken pay/paid/paid"
    " put/put/put quit/quit/quit rise/rose/risen run/ran/run say/said/said see/saw/seen seek/sought/sought sell/sold/sold send/sent/sent set/set/set"
    " shoot/shot/shot shrink/shrank/shrunk shut/shut/shut sink/sank/sunk sit/sat/sat speak/spoke/spoken spend/spent/spent"
    " stand/stood/stood steal/stole/stolen strike/struck/struck take/took/taken teach/taught/taught tell/told/told"
    " think/thought/thought win/won/won withdraw/withdrew/withdrawn write/wrote/written outgrow/outgrew/outgrown"
    " outrun/outran/outrun outsell/outsold/outsold overthrow/overthrew/overthrown shed/shed/shed uphold/upheld/upheld"
)
IRREGULAR = {
    base: (past, participle) for base, past, participle in (v.split("/") for v in _IRREGULAR.split())
}
"""Base → past and participle."""

_DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][^aeiouwxy]|acquit|admit|begin|compel|deter|expel|forbid|kidnap|outrun|overrun|permit|quit"
)


def forms(verb: str) -> frozenset[str]:
    """All forms of a verb: "sue", "sues", "sued", "suing"."""
    return frozenset({verb, present(verb), past(verb), participle(verb), doing(verb)})


def words_of(table: str) -> frozenset[str]:
    """The words of a part of a table, those that end in "~" in all forms of a verb or noun: "rise~ up"."""
    found = (forms(word[:-1]) if word.endswith("~") else {word} for word in table.split())
    return frozenset[str]().union(*found)


def present(verb: str) -> str:
    """The form of "he …": "sues"."""
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def past(verb: str) -> str:
    """The form in "yesterday he …": "sued"."""
    return IRREGULAR[verb][0] if verb in IRREGULAR else _regular(verb)


def finite(verbs: str) -> str:
    """The forms of "she …" of several verbs, as a part of a pattern: "said|says|sued|sues"."""
    return "|".join(form for verb in verbs.split() for form in (past(verb), present(verb)))


def doing(verb: str) -> str:
    """The form in "-ing": "suing"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _DOUBLED.fullmatch(verb) else f"{verb}ing"


def participle(verb: str) -> str:
    """The form in "was …": "sued"."""
    return IRREGULAR[verb][1] if verb in IRREGULAR else _regular(verb)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _DOUBLED.fullmatch(verb) else f"{verb}ed"


_BASE = {form: verb for verb in IRREGULAR for form in forms(verb)}


def kin(word: str) -> frozenset[str]:
    """The forms of the verb that a word may be the base form, or any irregular one, of: "selling" → "sold"."""
    return forms(_BASE.get(word, word))
