"""A DSPy adapter of few tokens: the same content as `dspy.JSONAdapter`, without its scaffolding.

On a laptop the time follows from tokens. The instructions and the schema stand once, first, where the
prefix cache keeps them; fields are a line each; answers are JSON on one line, as the demonstrations are.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Any

SIGNATURES = 64  # of programs: how many the adapter remembers the wording of


@cache
def compact_adapter() -> Any:
    """The adapter, one for all threads: it holds no state. `dspy` is imported here, where it is needed."""
    import dspy
    from dspy.adapters.utils import serialize_for_json
    from pydantic import TypeAdapter

    # Building a type and its schema takes longer than all else of a call: once for a signature is enough.
    @lru_cache(SIGNATURES)
    def response_format(lm: Any, signature: Any) -> dict[str, Any]:
        held: dict[str, Any] = {}
        dspy.JSONAdapter()._prepare_response_format(lm, held, signature)
        return held

    @lru_cache(SIGNATURES)
    def system_message(signature: Any) -> str:
        shape = {
            name: _bare(TypeAdapter(field.annotation).json_schema())
            for name, field in signature.output_fields.items()
        }
        return f"{signature.instructions}\n\nAnswer with one JSON object on one line: {_dumped(shape)}"

    class CompactAdapter(dspy.JSONAdapter):  # type: ignore[misc]
        """`dspy.JSONAdapter` with a shorter wording; parsing and schema-constrained decoding are its own."""

        def format_system_message(self, signature: Any) -> str:
            """The instructions, then the shape of the answer."""
            return system_message(signature)

        def _prepare_response_format(self, lm: Any, lm_kwargs: dict[str, Any], signature: Any) -> None:
            """As `dspy.JSONAdapter` does it, once for a model and a signature."""
            lm_kwargs.update(response_format(lm, signature))

        def format_user_message_content(
            self,
            signature: Any,
            inputs: dict[str, Any],
            prefix: str = "",
            suffix: str = "",
            main_request: bool = False,
        ) -> str:
            """A line a field, in the signature's order; what changes least comes first."""
            lines = [f"{name}: {inputs[name]}" for name in signature.input_fields if name in inputs]
            return "\n".join(part for part in (prefix, *lines, suffix) if part)

        def format_assistant_message_content(
            self, signature: Any, outputs: dict[str, Any], missing_field_message: str | None = None
        ) -> str:
            """A demonstration's answer."""
            held = {name: outputs.get(name, missing_field_message) for name in signature.output_fields}
            return json.dumps(held, ensure_ascii=False, default=serialize_for_json)

    return CompactAdapter()


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
