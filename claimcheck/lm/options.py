"""How a model is asked: how many calls at a time, how much per call. Configuration of the model, not of the program."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from claimcheck.domain import Frozen

_LETTERS = 3.5  # characters of a token, about: English prose, on the careful side
_FRAME = 1500  # tokens: instructions, schema, an example
_A_SENTENCE = 200  # tokens that the answer for one sentence may have: two or three claims
_A_CLAIM = 150  # tokens that the answer for one claim may have: a stance, a sentence why
_SPARE = 200  # tokens around an answer's items
_READ = 90  # tokens of one sentence, or of one claim with its figures, as it is asked


class ModelOptions(Frozen):
    """The table `[model]` of claimcheck.toml. None: what suits the model (the embedded one is asked one thing a call).

    `concurrency` is the most calls under way at a time, found adaptively below it; `context` is how many tokens
    the server takes, prompt and answer together; `timeout` how many seconds an answer of 500 tokens may take;
    `thinking` how many tokens a model that thinks may do so with, beside those of its answer.
    """

    concurrency: int = Field(default=64, ge=1, le=4096)
    sentences_per_call: int | None = Field(default=None, ge=1, le=40)
    claims_per_call: int | None = Field(default=None, ge=1, le=40)
    context: int = Field(default=16384, ge=2048)
    timeout: float = Field(default=180.0, gt=0, allow_inf_nan=False)
    thinking: int = Field(default=0, ge=0, le=100_000)


@dataclass(frozen=True)
class PerCall:
    """How many sentences are read, and how many claims judged, in one call; and the room that there is for them."""

    sentences: int = 1
    claims: int = 1
    context: int = 4096

    def longest(self, sentences: int = 0, claims: int = 0) -> int:
        """The most tokens that an answer for so many may have."""
        return _SPARE + sentences * _A_SENTENCE + claims * _A_CLAIM

    def evidence(self, claims: int) -> int:
        """How many characters of evidence a call for so many claims has room for."""
        tokens = self.context - _FRAME - self.longest(claims=claims) - claims * _READ
        return max(int(tokens * _LETTERS), 2000)


ONE_THING = PerCall()
LARGE = PerCall(sentences=8, claims=10, context=16384)


def per_call_of(options: ModelOptions, small: bool) -> PerCall:
    """What is asked per call: as set, else one thing of a small model and several of a large one; never over its context."""
    usual = ONE_THING if small else LARGE
    context = min(options.context, usual.context) if small else options.context
    room = context - _FRAME
    return PerCall(  # half of the room is the evidence of claims, and of sentences those asked again
        sentences=max(
            1, min(options.sentences_per_call or usual.sentences, room // (2 * (_A_SENTENCE + _READ)))
        ),
        claims=max(1, min(options.claims_per_call or usual.claims, room // (2 * (_A_CLAIM + _READ)))),
        context=context,
    )
