"""What checking articles may take, before it begins: from their length, by a stated model of calls.

The model is what the example of this project took with the embedded model's prompts: 12 calls of extraction for
its 13 sentences, 10 claims judged and 3 cited. An article full of figures takes more, one of opinions less, and one of
long sentences up to a call for each of them more: a factor of two either way is no surprise.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.domain import Frozen
from claimcheck.lm.prices import Price

SENTENCE = 130  # characters of English news prose, with the space after it


@dataclass(frozen=True)
class Step:
    """One kind of call: how many for a sentence, and the tokens of one, read and written."""

    calls: float
    read: int
    written: int


STEPS = (
    Step(12 / 13, 1210, 45),  # claims of a sentence
    Step(10 / 13, 1150, 2),  # the judge
    Step(3 / 13, 510, 37),  # the citation
)


class Estimate(Frozen):
    """What a run may take. `cost_usd` is None where the price is not known."""

    articles: int
    sentences: int
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float | None
    prices: str

    def __str__(self) -> str:
        cost = "cost not known" if self.cost_usd is None else f"${self.cost_usd:.2f} ({self.prices})"
        return (
            f"about {self.calls} calls, {self.prompt_tokens} prompt tokens and {self.completion_tokens} written "
            f"for {self.sentences} sentences in {self.articles} article{'s' * (self.articles != 1)}: {cost}"
        )


def estimate(articles: int, sentences: int, price: Price | None) -> Estimate:
    """What so many sentences may take, if no answer is kept."""
    calls = sum(step.calls for step in STEPS) * sentences
    read = sum(step.calls * step.read for step in STEPS) * sentences
    written = sum(step.calls * step.written for step in STEPS) * sentences
    return Estimate(
        articles=articles,
        sentences=sentences,
        calls=round(calls),
        prompt_tokens=round(read),
        completion_tokens=round(written),
        cost_usd=price.of(round(read), 0, round(written)) if price else None,
        prices=price.basis if price else "",
    )


def sentences_in(characters: int) -> int:
    """How many sentences a text of that length has, about."""
    return max(1, round(characters / SENTENCE)) if characters else 0
