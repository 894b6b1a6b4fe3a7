"""Questions that one word answers, and the probability of each word.

The probabilities of the first token are those of the words it may begin; asking for them instead of reading
the written word alone follows Kadavath et al. 2022 ("Language Models (Mostly) Know What They Know").
"""

from __future__ import annotations

import math
from typing import Any, get_args

_LEAST = -700.0  # a logarithm below it is that of nothing


def one_word(signature: Any) -> bool:
    """Whether a signature asks for one of a few words, and for nothing else."""
    outputs = list(signature.output_fields.values())
    return len(outputs) == 1 and bool(words_of(outputs[0]))


def words_of(field: Any) -> tuple[str, ...]:
    """The words that a field of a signature may be; none where it may be another thing."""
    return tuple(word for word in get_args(field.annotation) if isinstance(word, str))


def probabilities(prediction: Any, words: tuple[str, ...]) -> dict[str, float] | None:
    """Word → probability, summing to 1, from the first token's alternatives; None where the server gave none.

    A token counts for the word that it begins. Words that no alternative begins share nothing.
    """
    try:
        alternatives = prediction.logprobs["content"][0]["top_logprobs"]
    except (AttributeError, KeyError, IndexError, TypeError):
        return None
    mass = dict.fromkeys(words, 0.0)
    for alternative in alternatives if isinstance(alternatives, list) else ():
        begun, chance = _read(alternative)
        meant = [word for word in words if begun and word.casefold().startswith(begun)]
        if len(meant) == 1:
            mass[meant[0]] += chance
    whole = sum(mass.values())
    return {word: share / whole for word, share in mass.items()} if whole else None


def _read(alternative: Any) -> tuple[str, float]:
    """The beginning of a word and its probability; `("", 0.0)` for what is no text with a finite logarithm."""
    held = alternative if isinstance(alternative, dict) else {}
    token, logarithm = held.get("token"), held.get("logprob")
    if not isinstance(token, str) or not isinstance(logarithm, int | float):
        return "", 0.0
    if not _LEAST < logarithm < math.inf:  # false for NaN, too
        return "", 0.0
    return token.strip().strip('"').casefold(), math.exp(min(0.0, logarithm))
