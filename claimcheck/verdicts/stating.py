"""Which sentence plainly states a claim, so that code can quote it and settle what the model leans to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from claimcheck.domain import Claim, Finding, Passage, Relation
from claimcheck.exact import compare, find_dates, sentences_of
from claimcheck.verdicts.bearing import figures_of
from claimcheck.verdicts.contrary import turns_round
from claimcheck.verdicts.overlap import (
    PLAIN,
    by_nearness,
    names,
    names_met,
    share_beside_names,
    stems_of,
    words_in_names,
    words_of,
)
from claimcheck.verdicts.turns import negative, told_apart

NEARLY = 0.85  # of a claim's words: 42 of 48 such claims are supported (benchmarks/steps/found_evidence.md)
MARGIN = 0.2  # by how much the sentence quoted must have more of the claim's words than the next


def plain_sentence(claim: Claim, passages: Sequence[Passage], read_again: bool) -> tuple[Passage, int] | None:
    """The passage and the number of the one sentence that plainly speaks of the claim; None where none stands out.

    It has most of the claim's words, clearly more than any other, and the claim's figures; or there is but one sentence.
    "The harbour bridge of Lund is steel" has most of the words of "… is timber": unless it is `read_again` by itself, it
    has most of those beside the names, too.
    """
    places = by_nearness(claim, passages)
    if len(places) == 1:
        return places[0][1:]
    if not places or places[0][0] < PLAIN or places[0][0] - places[1][0] < MARGIN:
        return None
    held = _Held(claim, *places[0][1:])
    says = read_again or share_beside_names(claim, held.sentence) >= PLAIN
    return places[0][1:] if says and not held.against else None


def stating_sentence(claim: Claim, passages: Sequence[Passage]) -> tuple[Passage, int] | None:
    """The passage and the number of the sentence that states the claim so that a leaning to support is settled by it.

    Of a claim with a figure or a date it has all of these, the names, and most of the other words, where names that the
    title has count as its own; nearly all of them where there is a date and no figure, since more than one thing happens
    in a day or a month. Of any other claim, the names and nearly all words.
    """
    if figures_of(claim):
        return _stating(claim, passages, PLAIN) or _telling(claim, passages, PLAIN)
    return _telling(claim, passages, NEARLY) if claim.dates else _stating(claim, passages, NEARLY)


def speaks_against(claim: Claim, passage: Passage, number: int) -> bool:
    """Whether code holds something against what a numbered sentence of a passage says of a claim: see `_Held.against`."""
    return _Held(claim, passage, number).against


def _telling(claim: Claim, passages: Sequence[Passage], least: float) -> tuple[Passage, int] | None:
    """The first sentence that has at least that share of what the claim says beside its dates, most of it also beside its
    names, all names and dates, and nothing that speaks against it: "He became Sultan in July 1970", under "Qaboos: a life".
    """
    for _, passage, number in by_nearness(claim, passages):
        held = _Held(claim, passage, number)
        tells = held.share_beside_dates >= least and share_beside_names(held.undated, held.sentence) >= PLAIN
        if tells and held.names_all and held.dates_all and not held.against:
            return passage, number
    return None


def states_nearly(claim: Claim, passages: Sequence[Passage]) -> bool:
    """Whether one sentence has nearly all words of the claim, its names and dates, and nothing that speaks against it."""
    return _stating(claim, passages, NEARLY) is not None


def _stating(claim: Claim, passages: Sequence[Passage], least: float) -> tuple[Passage, int] | None:
    """The nearest of the sentences that have at least that share of the claim's words, its names and dates, and nothing
    that speaks against it.
    """
    for share, passage, number in by_nearness(claim, passages):
        if share < least:
            return None
        held = _Held(claim, passage, number)
        if held.names_all and held.dates_all and not held.against:
            return passage, number
    return None


class _Held:
    """A sentence of a passage beside a claim."""

    def __init__(self, claim: Claim, passage: Passage, number: int) -> None:
        *before, self.sentence = (passage.text[a:b] for a, b in sentences_of(passage.text)[:number])
        self.claim, self.passage = claim, passage
        self._above = [
            passage.title,
            *(text for text in before if text.startswith("#") or text.endswith(":")),
        ]

    @cached_property
    def undated(self) -> Claim:
        """The claim without the words of its dates, which are compared exactly."""
        text = self.claim.text
        for time in reversed(find_dates(text, None)):
            text = f"{text[: time.start]} {text[time.end :]}"
        for told in self.claim.dates:
            text = text.replace(told.text, " ")
        return self.claim.model_copy(update={"text": text})

    @property
    def share_beside_dates(self) -> float:
        """The share, 0 to 1, of the claim's words beside its dates that it has; its title may have the names."""
        wanted = words_of(self.undated.text)
        named = words_of(self.passage.title) & words_in_names(self.undated.text)
        return len(wanted & (words_of(self.sentence) | named)) / len(wanted) if wanted else 0.0

    @cached_property
    def _alone(self) -> Passage:
        return self.passage.model_copy(update={"text": self.sentence})

    @cached_property
    def _found(self) -> list[Finding]:
        """What code compares in it, once."""
        return compare(self.claim, [self._alone])

    def _agreed(self, aspect: str) -> set[str]:
        """The claim's figures, or dates, that it bears out."""
        return {f.of for f in self._found if f.aspect == aspect and f.relation is Relation.AGREES}

    @property
    def names_all(self) -> bool:
        """Whether it has, with the passage's title, all names of the claim, or, of a claim without one, half of those
        that it leans on.
        """
        wanted = names(self.claim.text) - {"the"}
        return wanted <= stems_of(f"{self.passage.title} {self.sentence}") and names_met(
            self.claim, self._alone
        )

    @property
    def dates_all(self) -> bool:
        """Whether it has all dates of the claim."""
        return {time.iso for time in self.claim.dates} <= self._agreed("date")

    @property
    def against(self) -> bool:
        """Whether, with the claim's words, it says another thing: it denies, turns round, or has not the figures; or it
        only tells what others say, by its own words or by a heading or an introduction: "The following are false:".
        """
        if any(map(told_apart, (*self._above, self.sentence))) is not told_apart(self.claim.text):
            return True
        if any(map(negative, self._above)) and not negative(self.claim.text):
            return True
        denies = negative(self.sentence) is not negative(self.claim.text)
        if denies or turns_round(self.claim, self.sentence):
            return True
        lacks = any(figure.text not in self._agreed("quantity") for figure in figures_of(self.claim))
        return lacks or any(f.relation is Relation.DIFFERS for f in self._found)
