"""The figures of a claim held against those of the sentence it is drafted from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.domain import Quantity
from claimcheck.exact import QuantityMention, edge, find_figures, find_quantities, in_quotation, same_value

_LIMIT = re.compile(r"\b(?:maximum|max|most|limit(?:s|ed)?|capacity|nearly|almost)\b", re.IGNORECASE)
_EXACTLY = re.compile(r"\b(?:exactly|precisely|only|just) $", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"(?<![\w-])(?:(?:well|just|slightly|a little) )?(?:at least|at most|nearly|almost|roughly|approximately|an estimated|close to|up to"
    r"|(?:more|less|fewer|higher|lower) than|no (?:more|less|fewer) than|not (?:more|less|fewer) than|as (?:many|much) as"
    r"|in excess of|upwards? of|(?P<either>about|around|some|over|under)) $",
    re.IGNORECASE,
)
_OTHERWISE = {  # "talks about 5 dams", "built around 2 yards", "rule over 5 towns" say nothing of how many
    word: re.compile(rf"\b(?:{before}) $", re.IGNORECASE)
    for word, before in (
        ("about", r"concerns?|worr\w+|talk\w*|said|says|reports?|questions?|information|knows?|learn\w*|speak\w*|spoke|wrote|told|think\w*"
         r"|debates?|books?|films?|story|stories|songs?|warn\w*|hear\w*|complain\w*"),
        ("around", r"built|centred|centered|based|gathered|revolv\w+|travel\w*"),
        ("over", r"control|power|rule|presided|flew|dispute|fight|fought|clash\w*|argu\w+|war|won|win|victory"),
        ("under", r"fell|placed|put|held|from|serv\w+"),
    )
}  # fmt: skip
_TIMES = frozenset({"", "year", "month", "week", "day", "hour", "minute", "second"})
_NOT_THERE = re.compile(r"\b(?:another|further|additional|other|first|last|top|next) $", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?P<article>an?) $", re.IGNORECASE)


def bounded(claim: str, sentence: str) -> str:
    """The claim with the "at least", "nearly" or "up to" that its figures have in the sentence and lost.

    "At least 20 died" does not say that 20 did. Only what stands right before a figure of the same value comes back,
    where all that the sentence has of that value stand so.
    """
    for mention in reversed(find_figures(claim)):
        words = _lost(mention, claim, sentence)
        if words:
            claim = _put(claim, mention.start, words)
    return claim


def _lost(mention: QuantityMention, claim: str, sentence: str) -> str:
    """The words that a figure of the claim has before it in the sentence and not in the claim."""
    before = claim[: mention.start]
    if _loose(mention) or _LIMIT.search(claim) or _EXACTLY.search(before) or _NOT_THERE.search(before):
        return ""
    if re.search(r"\d-", mention.quantity.text) or in_quotation(claim, mention.start):
        return ""
    alike = [other for other in find_figures(sentence) if other.quantity.value == mention.quantity.value]
    same = [other for other in alike if _of_one_unit(mention, other)] or alike  # "20 injured" are "20 people"
    found = {_roughly(other, sentence) for other in same}
    return found.pop() if len(found) == 1 else ""


def _loose(mention: QuantityMention) -> bool:
    return bool(mention.quantity.bound or mention.quantity.approximate)


def _of_one_unit(one: QuantityMention, other: QuantityMention) -> bool:
    a, b = one.quantity.unit, other.quantity.unit
    return a == b or not (a and b)


def _as_much(one: QuantityMention, other: QuantityMention) -> bool:
    return same_value(one.quantity, other.quantity) or one.quantity.value == other.quantity.value


def _roughly(mention: QuantityMention, sentence: str) -> str:
    """The words right before a figure that leave open how much it is; "" where they may mean something else."""
    match = _ROUGHLY.search(sentence[: mention.start])
    if not match or not _loose(mention):
        return ""
    word = (match["either"] or "").lower()
    during = word in {"over", "under"} and mention.quantity.unit in _TIMES
    other = _OTHERWISE.get(word)
    return "" if during or (other and other.search(sentence[: match.start()])) else match.group().lower()


def _put(claim: str, place: int, words: str) -> str:
    """The claim with the words at a place; the article before them and a capital that begins it follow."""
    before, behind = claim[:place], claim[place:]
    if not before:
        return f"{words[0].upper()}{words[1:]}{behind[0].lower()}{behind[1:]}"
    article = _ARTICLE.search(before)
    if article:
        a = "" if words.startswith("an ") else "an " if words[0] in "aeiou" else "a "
        before = f"{before[: article.start()]}{a}"
    return f"{before}{words}{behind}"


def unbounded(claim: str, sentence: str) -> str:
    """The figure of a claim whose "up to", "fewer than" or "nearly" in the sentence it lacks or turns; "" if none does.

    "More than 300" holds 300, where it is not said to be exactly that; "up to 300" may not.
    """
    own = find_figures(sentence)
    for mention in find_figures(claim):
        others = [other for other in own if _as_much(mention, other)]
        sides = {_side(other, sentence) for other in others}
        side = _side(mention, claim)
        if side and sides and sides <= {"<", ">"} - {side}:
            return mention.quantity.text
        if _loose(mention) or not others:
            continue
        if _EXACTLY.search(claim[: mention.start]) and all(map(_loose, others)):
            return mention.quantity.text
        if {other.quantity.bound for other in others} == {"<"} and not _LIMIT.search(claim):
            return mention.quantity.text
    return ""


def _side(mention: QuantityMention, text: str) -> str:
    """ "<" or ">" where what is meant lies below or above a figure; else ""."""
    return edge(text, mention.start, mention.end).strip("~=")


def moved(claim: str, sentence: str) -> str:
    """The figure that a claim has in the place of one of the same unit in the sentence; "" where there is none.

    "The bridge cost 4 million euros" before it does not make "The tunnel cost 9 million euros" say 4 million.
    """
    own = [mention.quantity for mention in find_quantities(sentence)]
    held = [mention.quantity for mention in find_figures(claim)]
    for one in held:
        instead = [other for other in own if other.unit == one.unit and not _among(other, held)]
        if one.unit and instead and not _among(one, own):
            return one.text
    return ""


def stretched(claim: str, source: Sequence[str]) -> str:
    """The figure of a claim that only a "more than" or an "about" of its source would let through; "" if none.

    More than 20 may be 35, but that 35 died, or about 35, is not what an article says by "more than 20 died".
    """
    held = [mention.quantity for text in source for mention in find_quantities(text)]
    plain = [one.model_copy(update={"bound": "", "approximate": False}) for one in held]
    for mention in find_figures(claim):
        one = mention.quantity
        said = one.value in {other.value for other in held}
        if not said and _among(one, held) and not _among(one, plain):
            return one.text
    return ""


def _among(one: Quantity, others: list[Quantity]) -> bool:
    return any(same_value(one, other) for other in others)
