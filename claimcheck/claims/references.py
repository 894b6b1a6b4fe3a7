"""A sentence that begins with "It" or "The company" → the same with the name: a model says who is meant, code puts it in.

All other words stay the article's, so that the sentence gains nothing but words that the article had before it. This is
the decontextualisation of Choi et al. (2021), as far as a leading reference goes.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from claimcheck.claims.around import context_of
from claimcheck.claims.leaning import leans, points
from claimcheck.claims.names import LIKE_A_PRONOUN
from claimcheck.claims.splitting import AUXILIARY, without_lead
from claimcheck.claims.words import covered, stems
from claimcheck.domain import Article, Sentence

Refer = Callable[[Mapping[str, str]], Awaitable[str]]
"""Asks the model who or what words of a sentence stand for. Raises `ModelError` for an answer of no use."""

LONGEST = 10  # words of what is meant
_HERE = 0.5  # what is meant stands before the sentence: of its words the sentence has at most this part
_BEFORE = r"(?P<before>(?:[A-Z][^,;:()“”\"]{2,50}, )?)"
_REFERENCE = re.compile(
    rf"{_BEFORE}(?!{LIKE_A_PRONOUN})(?P<words>(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b(?!['’])|(?P<whose>(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir))\b"
    rf"|(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?!{AUXILIARY}\b)(?P<noun>[a-z]+)(?: and [a-z]+)?\b"
    r"(?! (?:of|that|which|who)\b))"
)
_THE = re.compile(
    rf"(?P<before>)(?P<words>The [a-z]+)(?P<whose>)(?P<noun>) (?={AUXILIARY}\b|[a-z]{{3,}}ed\b)"
)  # "The duo leaders met" has its verb elsewhere
_BARE = re.compile(r"(?:This|That|These|Those|Such)\b(?! [A-Z])")
_BACK = re.compile(r"\b(?:this|these|those|such(?! as\b)) [a-z]+")
_EMPTY = re.compile(
    r"[Ii]t (?:is|was|has been|would be|remains?|seems?|appears?) (?:\w+ ){0,2}(?:that|to|how|when|why|whether|if|who)\b"
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|by|for|with|from|at|is|are|was|were|has|have|had|an|its?|his|her|their|who|which)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:le|la|les|une?|des|du|et|est|dans|pour|que|qui|der|die|das|und|ist|nicht|mit|el|los|las|del|por|il|di|che"
    r"|per|het|een|och|att|det|som)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r",| and ")


async def standing_alone(article: Article, sentence: Sentence, refer: Refer | None) -> str:
    """The sentence so that it can be understood alone; "" where it cannot be made so. Raises what `refer` raises."""
    text = without_lead(" ".join(sentence.text.split()))
    if points(text) or _foreign(text) or _EMPTY.match(text):
        return ""
    match = _REFERENCE.match(text)
    if _BACK.search(text, match.end() if match else 0):
        return ""
    if not match and leans(text):
        match = _THE.match(text)
    elif not match:
        return "" if _BARE.match(text) else text
    if refer is None or not match:
        return ""
    context = context_of(article, sentence)
    words = match["words"]
    asked = {"headline": article.headline, "context": context, "sentence": text, "words": words}
    meant = _usable(await refer(asked), text, words, (article.headline, context))
    if not meant or (match["noun"] and not _is_that(match["noun"], meant)):
        return ""
    return _put(text, match["before"], words, _whose(meant) if match["whose"] else meant)


def _foreign(text: str) -> bool:
    """Whether a sentence has a small word of a neighbouring language, and none without which hardly an English one is."""
    return _FOREIGN.search(text) is not None and _ENGLISH.search(text) is None


def _usable(answer: str, text: str, words: str, sources: tuple[str, str]) -> str:
    """What is meant, if it is short, names somebody or something, and stands before the sentence and not only in it."""
    meant = " ".join(answer.split()).strip(" .,;:")
    held = stems(meant)
    if not held or len(meant.split()) > LONGEST or points(meant) or _REFERENCE.match(meant):
        return ""
    if covered(held, stems(" ".join(sources))) < 1 or leans(meant):
        return ""
    return "" if covered(held, stems(text.replace(words, "", 1))) > _HERE else meant


def _is_that(noun: str, meant: str) -> bool:
    """Whether "these products" may be what is meant: it has the word, or is a list of several."""
    return stems(noun) <= stems(meant) or (noun.endswith("s") and bool(_LIST.search(meant)))


def _whose(meant: str) -> str:
    return f"{meant}’" if meant.endswith("s") else f"{meant}’s"


def _put(text: str, before: str, words: str, meant: str) -> str:
    """The text with what is meant in the place of the words."""
    if not before:
        meant = meant[0].upper() + meant[1:]
    elif re.match(r"(?:The|An?) ", meant):
        meant = meant[0].lower() + meant[1:]
    return f"{before}{meant}{text[len(before) + len(words) :]}"


def referring(program: Any, call: Callable[[Any, Mapping[str, str]], Awaitable[Any]]) -> Refer:
    """Binds the DSPy program to the way calls are made (limits, errors, context)."""
    from claimcheck.claims.program import meant

    async def refer(fields: Mapping[str, str]) -> str:
        return meant(await call(program, fields))

    return refer
