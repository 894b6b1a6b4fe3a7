"""What checking articles may take, before it begins: from their length, by a stated model of calls.

A model that is asked one thing a call takes what the example of this project took with the embedded model's prompts:
12 calls of extraction for its 13 sentences, 37 to judge 10 claims (up to three passages of each, and what is quoted),
and 3 to cite; one that reads all passages of a claim at once takes a third of those that judge. One that is asked
several takes a call for each block and one more of each kind for what is asked again, with as many tokens as the
prompts, the schemas and such answers have at four characters each. An article full of figures takes more, one of
opinions less, and one of long sentences up to a call for each of them more: a factor of two either way is no surprise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claimcheck.domain import Frozen
from claimcheck.lm.prices import Price

SENTENCE = 130  # characters of English news prose, with the space after it
CLAIMS = 10 / 13  # of a sentence
ASKED_AGAIN = 1 / 4  # of what several are asked about in one call


class Together(Protocol):
    """How many sentences are read, and how many claims judged, in one call."""

    @property
    def sentences(self) -> int:
        """At least 1."""

    @property
    def claims(self) -> int:
        """At least 1."""


@dataclass(frozen=True)
class Tokens:
    """Tokens of a call: of its instructions, examples and schema; read of each thing that it asks about; and written."""

    frame: int
    read: int
    written: int

    def of(self, things: float, most: int) -> Taken:
        """What so many things of one article take, at most so many a call."""
        calls = -(-things // most) + (things > 0)
        asked = things * (1 + ASKED_AGAIN)
        return Taken(calls, calls * self.frame + asked * self.read, asked * self.written)


@dataclass(frozen=True)
class Taken:
    """Calls, and the tokens that they read and write."""

    calls: float = 0.0
    read: float = 0.0
    written: float = 0.0

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.calls + other.calls, self.read + other.read, self.written + other.written)

    def times(self, number: float) -> Taken:
        """So many times as much."""
        return Taken(self.calls * number, self.read * number, self.written * number)


ONE_SENTENCE = Taken(12 / 13, 12 / 13 * 1210, 12 / 13 * 45)
# judged passage by passage, and cited where it is decided
ONE_CLAIM = Taken(37 / 10, 37 / 10 * 870.2, 37 / 10 * 2.57) + Taken(3 / 10, 3 / 10 * 238.7, 3 / 10 * 34.3)
BLOCK = Tokens(frame=1250, read=45, written=55)
GROUP = Tokens(frame=1150, read=250, written=40)


class Estimate(Frozen):
    """What a run may take. `cost_usd` is None where the price is not known.

    `thinking_tokens` are those that a model which thinks may write beside, at most, and `thinking_usd` their cost: how
    many of them it will write, nothing tells.
    """

    articles: int
    sentences: int
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float | None
    prices: str
    thinking_tokens: int = 0
    thinking_usd: float | None = None

    def __str__(self) -> str:
        cost = "cost not known" if self.cost_usd is None else f"${self.cost_usd:.2f} ({self.prices})"
        return (
            f"about {self.calls} calls, {self.prompt_tokens} prompt tokens and {self.completion_tokens} written "
            f"for {self.sentences} sentences in {self.articles} article{'s' * (self.articles != 1)}: {cost}{self._thinking}"
        )

    @property
    def _thinking(self) -> str:
        if not self.thinking_tokens:
            return ""
        cost = "" if self.thinking_usd is None else f", ${self.thinking_usd:.2f},"
        return f"; and up to {self.thinking_tokens} tokens{cost} of thinking, as claimcheck.toml allows it"


def estimate(
    sentences: Sequence[int], per_call: Together, price: Price | None, thinking: int = 0
) -> Estimate:
    """What articles of so many `sentences` each may take, if no answer is kept; a call may think `thinking` tokens."""
    taken = sum((_article(number, per_call) for number in sentences), Taken())
    read, written, thought = round(taken.read), round(taken.written), round(taken.calls) * thinking
    return Estimate(
        articles=len(sentences),
        sentences=sum(sentences),
        calls=round(taken.calls),
        prompt_tokens=read,
        completion_tokens=written,
        cost_usd=price.of(read, 0, written) if price else None,
        prices=price.basis if price else "",
        thinking_tokens=thought,
        thinking_usd=price.of(0, 0, thought) if price else None,
    )


def _article(sentences: int, per_call: Together) -> Taken:
    """What one article may take: each thing is asked about by itself, or several together."""
    claims = sentences * CLAIMS
    most, at_once = per_call.sentences, per_call.claims
    reading = ONE_SENTENCE.times(sentences) if most == 1 else BLOCK.of(sentences, most)
    judging = ONE_CLAIM.times(claims) if at_once == 1 else GROUP.of(claims, at_once)
    return reading + judging


def sentences_in(characters: int) -> int:
    """How many sentences a text of that length has, about."""
    return max(1, round(characters / SENTENCE)) if characters else 0
