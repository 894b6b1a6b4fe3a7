"""What is to be quoted, read by itself: a quotation has to bear its verdict without what stands around it."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterator
from typing import NamedTuple

from claimcheck.domain import Citation, Label, Passage, Relation, Verdict
from claimcheck.errors import ModelError
from claimcheck.verdicts.citing import cite, with_the_one_before
from claimcheck.verdicts.naming import Named
from claimcheck.verdicts.overlap import NEAR, PLAIN, nearest_sentence, of_the_same, unnamed
from claimcheck.verdicts.reading import as_shown
from claimcheck.verdicts.reasons import inferred
from claimcheck.verdicts.signs import NEAREST, NEITHER, SUPPORT_OVER_REFUTATION
from claimcheck.verdicts.weighed import Weighed, left_open, verdict_of

Look = Callable[[Weighed, Passage], Awaitable[Weighed]]
"""Weighs a claim anew, beside one passage alone."""

CLEARLY = 0.2  # of log-odds: how much likelier refutation than support is, of a sentence that refutes
HALF = 0.5  # of the claim's words: what the nearest sentence has that refutes, where the one named does not
IN_OTHER_WORDS = 0.65  # how likely support is, at least, by a sentence with no word of what the claim says
SILENCE = 0.7  # how likely it is at most that such a sentence says neither, beside that it refutes
NOT_ALONE = {
    Label.SUPPORTED: "Read as support, but nothing that could be quoted supports the claim when it is read by itself.",
    Label.REFUTED: "Read as refutation, but nothing that could be quoted refutes the claim when it is read by itself.",
    Label.CONFLICTING: "Read as conflicting, but not for both sides says something that could be quoted so by itself.",
}
INFERRED = "Read as support, but the model's reason only infers it, and nothing that could be quoted says so."
BY_THE_WHOLE = "Support was read in the whole passage, and not in what is quoted by itself."


class Borne(NamedTuple):
    """A citation that says so, and whether only the whole passage does."""

    citation: Citation
    by_the_whole: bool


async def quoted_alone(weighed: Weighed, named: Named, look: Look) -> Verdict:
    """The verdict where what is quoted for each side says so by itself, else Not Enough Evidence.

    Raises `ModelError` as `borne_out` does.
    """
    drawn = weighed.label is Label.SUPPORTED and inferred(named.why, weighed.claim)
    stand = [await borne_out(weighed, citation, look, drawn) for citation in named.citations]
    found = [borne for borne in stand if borne]
    if len(found) < len(named.citations):
        return left_open(weighed, INFERRED if drawn else NOT_ALONE[weighed.label])
    citations = tuple(borne.citation for borne in found)
    reason_holds = all(a.quotation in b.quotation for a, b in zip(named.citations, citations, strict=True))
    whole = BY_THE_WHOLE if any(borne.by_the_whole for borne in found) else ""
    return verdict_of(weighed.noting(named.note, whole), citations, named.why if reason_holds else "")


async def borne_out(weighed: Weighed, named: Citation, look: Look, drawn: bool = False) -> Borne | None:
    """What is quoted for one side, since it says so also when it is read by itself; None where nothing does.

    That is the sentence `named`, else the nearest to the claim in words, which has to have half of them for a refutation,
    else for support the one named with the one before it, which comes first where the nearest has not half of them: the
    model is asked about one after the other. Support that only the whole passage gives is quoted by the one named. What is
    only `drawn` from the one named is said by the nearest, or by none. An answer that cannot be used bears nothing out;
    where nothing else does either, that `ModelError` is raised: what could not be asked is not known.
    """
    lost: ModelError | None = None
    for citation, passage in _quotable(weighed, named, drawn):
        try:
            if _SAYS_SO[named.stance](await look(weighed, passage), weighed):
                return Borne(citation, by_the_whole=passage.text.strip() != citation.quotation)
        except ModelError as error:
            lost = error
    if lost:
        raise lost
    return None


def _quotable(weighed: Weighed, named: Citation, drawn: bool) -> Iterator[tuple[Citation, Passage]]:
    """What may be quoted, each with what has to say so."""
    passage, supports = _passage_of(weighed, named), named.stance == "supports"
    if not drawn:
        yield named, quoted(passage, named)
    half = nearest_sentence(weighed.claim, weighed.read, HALF)
    place = half or (nearest_sentence(weighed.claim, weighed.read, NEAR) if supports else None)
    nearest = cite(*place, named.stance) if place else None
    behind = [(nearest, quoted(place[0], nearest))] if place and nearest and nearest != named else []
    if drawn or not supports:
        yield from behind
        return
    before = with_the_one_before(passage, named)
    joined = [(before, quoted(passage, before))] if before else []
    yield from (*behind, *joined) if half else (*joined, *behind)
    if quoted(passage, named) is not passage and _is_shown(passage, named):
        yield named, passage


def _passage_of(weighed: Weighed, citation: Citation) -> Passage:
    return next(one for one in weighed.read if one.id == citation.passage)


def quoted(passage: Passage, citation: Citation) -> Passage:
    """A passage as what is quoted of it: itself where that is all, so that it is not asked about again."""
    whole = passage.text.strip() == citation.quotation
    return passage if whole else passage.model_copy(update={"text": citation.quotation})


def _is_shown(passage: Passage, citation: Citation) -> bool:
    """Whether a model that reads the whole passage reads as far as what is quoted."""
    return any(citation.end <= len(shown.text) for shown in as_shown([passage]))


def _supports(alone: Weighed, weighed: Weighed) -> bool:
    """Whether the model reads it as support rather than refutation, in a passage that names whom the claim names; where it
    has no word of what the claim says, surely so, by itself and, for a verdict of support, beside all else.
    """
    if alone.signs[SUPPORT_OVER_REFUTATION] <= 0 or unnamed(alone.claim, _whole(alone, weighed)):
        return False
    read = (alone, weighed) if weighed.label is Label.SUPPORTED else (alone,)
    return _of_the_same(alone) or min(one.chances[Label.SUPPORTED] for one in read) >= IN_OTHER_WORDS


def _whole(alone: Weighed, weighed: Weighed) -> list[Passage]:
    """The passages of which a part was read by itself, with all that they say."""
    parts = {passage.id for passage in alone.read}
    return [passage for passage in weighed.read if passage.id in parts]


def _of_the_same(alone: Weighed) -> bool:
    return of_the_same(alone.claim, " ".join(passage.text for passage in alone.read))


def _refutes(alone: Weighed, _: Weighed) -> bool:
    """Whether the model reads it clearly as refutation rather than support, and not nearly as likely as neither.

    Where code sees that a figure or day of it differs, it speaks of the same. Else it has to have a word of what the
    claim says: a small model reads "died at his home" as refutation of "recorded with a quartet". Where it has no day of a
    claim that has one, it has to speak of the same plainly: most sentences that tell no day tell of something else.
    """
    if alone.signs[SUPPORT_OVER_REFUTATION] > -CLEARLY:
        return False
    if alone.differs:
        return True
    if not _of_the_same(alone):
        return False
    agreed = {found.aspect for found in alone.findings if found.relation is Relation.AGREES}
    told = not alone.claim.dates or "date" in agreed
    return (told or alone.signs[NEAREST] >= PLAIN) and alone.signs[NEITHER] <= math.log(SILENCE)


_SAYS_SO = {"supports": _supports, "refutes": _refutes}
