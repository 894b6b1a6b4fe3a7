"""DSPy adapters of few tokens: one for answers in JSON, with the content of `dspy.JSONAdapter` and without its scaffolding,
and one for questions that one word answers.

On a laptop the time follows from tokens. The instructions and the schema stand once, first, where the prefix cache
keeps them; fields are a line each; answers are JSON on one line, as the demonstrations are. DSPy is slow to import:
this module is imported where it is needed, and not at the start of a command.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_origin

import dspy
from dspy.adapters.utils import parse_value, serialize_for_json
from dspy.utils.exceptions import AdapterParseError
from pydantic import TypeAdapter

from claimcheck.lm.words import words_of

ALTERNATIVES = 20  # the most that OpenAI's protocol gives for a token
LONGEST = 8  # tokens: a word


@cache
def compact_adapter() -> CompactAdapter:
    """The adapter for answers in JSON, one for all threads: it holds no state of a call."""
    return CompactAdapter()


@cache
def word_adapter() -> WordAdapter:
    """The adapter for questions that one word answers, one for all threads: it holds no state."""
    return WordAdapter()


class CompactAdapter(dspy.JSONAdapter):  # type: ignore[misc]
    """`dspy.JSONAdapter` with a shorter wording; parsing and schema-constrained decoding are its own.

    What follows from the signature alone is made once for each: schemas cost a fifth of a call's overhead.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heads: dict[Any, str] = {}
        self._formats: dict[Any, Any] = {}
        self._readers: dict[Any, TypeAdapter[Any]] = {}

    def format_system_message(self, signature: Any) -> str:
        """The instructions, then the shape of the answer."""
        if signature not in self._heads:
            shape = {
                name: _bare(TypeAdapter(field.annotation).json_schema())
                for name, field in signature.output_fields.items()
            }
            told = f"Answer with one JSON object on one line: {_dumped(shape)}"
            self._heads[signature] = f"{signature.instructions}\n\n{told}"
        return self._heads[signature]

    def _prepare_response_format(self, lm: Any, lm_kwargs: dict[str, Any], signature: Any) -> None:
        """The schema that constrains the answer, made once for a signature and kind of server."""
        key = (signature, lm.supports_response_schema, "response_format" in lm.supported_params)
        if key not in self._formats:
            asked: dict[str, Any] = {}
            super()._prepare_response_format(lm, asked, signature)
            self._formats[key] = asked.get("response_format")
        if self._formats[key] is not None:
            lm_kwargs["response_format"] = self._formats[key]

    def format_user_message_content(
        self,
        signature: Any,
        inputs: dict[str, Any],
        prefix: str = "",
        suffix: str = "",
        main_request: bool = False,
    ) -> str:
        """A line a field, in the signature's order; what changes least comes first."""
        return _lines(prefix, inputs, [name for name in signature.input_fields if name in inputs], suffix)

    def format_assistant_message_content(
        self, signature: Any, outputs: dict[str, Any], missing_field_message: str | None = None
    ) -> str:
        """A demonstration's answer."""
        held = {name: outputs.get(name, missing_field_message) for name in signature.output_fields}
        return json.dumps(held, ensure_ascii=False, default=serialize_for_json)

    def parse(self, signature: Any, completion: str) -> dict[str, Any]:
        """The answer's fields. One of exactly the lists asked for is read by readers that are made once.

        All else DSPy repairs or refuses. Raises `AdapterParseError`.
        """
        fields = signature.output_fields
        try:
            held = json.loads(completion)
            if isinstance(held, dict) and held.keys() == fields.keys():
                return {name: self._read(field.annotation, held[name]) for name, field in fields.items()}
        except ValueError:
            pass
        parsed: dict[str, Any] = super().parse(signature, completion)
        return parsed

    def _read(self, annotation: Any, value: Any) -> Any:
        """What DSPy makes of a value, which for a list makes a reader of pydantic's every time."""
        if get_origin(annotation) is not list or not isinstance(value, list):
            return parse_value(value, annotation)
        if annotation not in self._readers:
            self._readers[annotation] = TypeAdapter(annotation)
        return self._readers[annotation].validate_python(value)


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
        return _lines(prefix, inputs, [name for name in signature.input_fields if inputs.get(name)], suffix)

    def format_assistant_message_content(
        self, signature: Any, outputs: dict[str, Any], missing_field_message: str | None = None
    ) -> str:
        """A demonstration's word."""
        return str(next(iter(outputs[name] for name in signature.output_fields)))

    def parse(self, signature: Any, completion: str) -> dict[str, Any]:
        """The word that was written. Raises `AdapterParseError` where it is none of those asked for."""
        name, field = next(iter(signature.output_fields.items()))
        said = completion.strip().strip("\"'.").casefold()
        for word in words_of(field):
            if said.startswith(word.casefold()):
                return {name: word}
        raise AdapterParseError(
            adapter_name="WordAdapter",
            signature=signature,
            lm_response=completion,
            message="no such word",
        )


def _lines(prefix: str, inputs: Mapping[str, Any], names: Iterable[str], suffix: str) -> str:
    """A line for each of these fields, between what comes before and after them."""
    lines = [f"{name}: {inputs[name]}" for name in names]
    return "\n".join(part for part in (prefix, *lines, suffix) if part)


def _asked(settings: dict[str, Any]) -> dict[str, Any]:
    return settings | {"logprobs": True, "top_logprobs": ALTERNATIVES, "max_tokens": LONGEST}


def _bare(schema: Any) -> Any:
    """A JSON schema without the titles and descriptions that cost tokens and constrain nothing."""
    if isinstance(schema, list):
        return [_bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: part for key, part in schema.items() if not (key in _SPARED and isinstance(part, str))}
    return {key: _bare(part) for key, part in kept.items()}


_SPARED = frozenset({"title", "description"})


def _dumped(held: Any) -> str:
    return json.dumps(held, ensure_ascii=False)
