"""What a service says that an answer took: OpenAI's `usage`, which some send in part, odd, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """Tokens of one answer: read, those of them from the server's prefix cache, and written."""

    prompt: int = 0
    cached: int = 0
    written: int = 0

    @property
    def told(self) -> bool:
        """Whether the service told them: there is no answer without something read."""
        return self.prompt > 0


def tokens_of(usage: object) -> Tokens:
    """The tokens of a `usage` object, 0 for what it does not tell. An answer is not lost for what is beside it."""
    held = usage if isinstance(usage, Mapping) else {}
    details = held.get("prompt_tokens_details")
    prompt = _count(held.get("prompt_tokens"))
    cached = _count(details.get("cached_tokens")) if isinstance(details, Mapping) else 0
    return Tokens(prompt, min(cached, prompt), _count(held.get("completion_tokens")))


def _count(value: object) -> int:
    """A number of zero or more; 0 for anything else."""
    return int(value) if isinstance(value, int | float) and 0 <= value < 1e15 else 0
