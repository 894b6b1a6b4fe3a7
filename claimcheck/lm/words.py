"""A DSPy adapter for questions that one word answers: the fewest tokens, and the word's probability.

The probabilities of the first token are those of the words it may begin; asking for them instead of reading
the written word alone follows Kadavath et al. 2022 ("Language Models (Mostly) Know What They Know").
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any, get_args

ALTERNATIVES = 20  # the most that OpenAI's protocol gives for a token
LONGEST = 8  # tokens: a word
_LEAST = -700.0  # a logarithm below it is that of nothing


def one_word(signature: Any) -> bool:
    """Whether a signature asks for one of a few words, and for nothing else."""
    outputs = list(signature.output_fields.values())
    return len(outputs) == 1 and bool(_words(outputs[0]))


def _words(field: Any) -> tuple[str, ...]:
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


@cache
def word_adapter() -> Any:
    """The adapter, one for all threads: it holds no state. `dspy` is imported here, where it is needed."""
    import dspy
    from dspy.utils.exceptions import AdapterParseError

    class WordAdapter(dspy.Adapter):  # type: ignore[misc]
        """Instructions once, a line a field, and the bare word as the answer."""

        def __call__(self, lm: Any, lm_kwargs: dict[str, Any], *rest: Any, **named: Any) -> Any:
            return super().__call__(lm, _asked(lm_kwargs), *rest, **named)

        async def acall(self, lm: Any, lm_kwargs: dict[str, Any], *rest: Any, **named: Any) -> Any:
            return await super().acall(lm, _asked(lm_kwargs), *rest, **named)

        def format_system_message(self, signature: Any) -> str:
            """The instructions alone: they say which words there are."""
            return str(signature.instructions)

        def format_user_message_content(
            self,
            signature: Any,
            inputs: dict[str, Any],
            prefix: str = "",
            suffix: str = "",
            main_request: bool = False,
        ) -> str:
            """A line a field, in the signature's order; an empty field is left out."""
            lines = [f"{name}: {inputs[name]}" for name in signature.input_fields if inputs.get(name)]
            return "\n".join(part for part in (prefix, *lines, suffix) if part)

        def format_assistant_message_content(
            self, signature: Any, outputs: dict[str, Any], missing_field_message: str | None = None
        ) -> str:
            """A demonstration's word."""
            return str(next(iter(outputs[name] for name in signature.output_fields)))

        def parse(self, signature: Any, completion: str) -> dict[str, Any]:
            """The word that was written. Raises `AdapterParseError` where it is none of those asked for."""
            name, field = next(iter(signature.output_fields.items()))
            said = completion.strip().strip("\"'.").casefold()
            for word in _words(field):
                if said.startswith(word.casefold()):
                    return {name: word}
            raise AdapterParseError(
                adapter_name="WordAdapter",
                signature=signature,
                lm_response=completion,
                message="no such word",
            )

    return WordAdapter()


def _asked(settings: dict[str, Any]) -> dict[str, Any]:
    return settings | {"logprobs": True, "top_logprobs": ALTERNATIVES, "max_tokens": LONGEST}
