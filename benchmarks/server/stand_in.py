"""A stand-in for a model, where no recording answers: computed from the request alone, always the same.

It has no knowledge and judges nothing. Claims are the article's sentences, copied or halved; a word is one of those that the
question's own demonstrations answer with, or that its schema allows, picked by a checksum. What it says is of no
worth; how long it is, and of what shape, is like a model's.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]

CHARACTERS = 4  # a token, as a rule of thumb for English
LONGEST = 220  # characters of a claim
SURE = 0.9  # the share of its word
HALVES = ", and "  # a sentence is split there into its claims
SURE_OF_IT = 90  # percent, where it has to say how sure it is

_NUMBERS = frozenset({"sentence", "supporting", "refuting"})
_NUMBERED = re.compile(
    r"^(?:sentences: |claims: )?(?:\[|Claim )(?P<number>\d+)\]? ?(?P<rest>.*)$", re.MULTILINE
)
_EVIDENCE = re.compile(r"\(evidence: (\d+)")
_HINT = re.compile(r" \([^()]* = [^()]*\)$")


def completion(body: Mapping[str, Any]) -> dict[str, Any]:
    """A chat completion for a request of OpenAI's protocol; `stand_in_tokens` in it asks for so long an answer."""
    messages = body["messages"]
    asked = messages[-1]["content"]
    form = body.get("response_format") or {}
    schema = form.get("json_schema", {}).get("schema") if isinstance(form, dict) else None
    if length_asked := body.get("stand_in_tokens"):
        content, odds = "word" * (length_asked - 1), None
    elif schema:
        content, odds = json.dumps(_object(schema, schema, asked), ensure_ascii=False), None
    else:
        words = _words(messages)
        content, odds = _picked(words, asked), _odds(words, asked) if body.get("logprobs") else None
    length = sum(len(message["content"]) for message in messages)
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    if odds:
        choice["logprobs"] = odds
    written = len(content) // CHARACTERS + 1
    usage = {"prompt_tokens": length // CHARACTERS, "completion_tokens": written}
    usage["total_tokens"] = sum(usage.values())
    return {
        "id": f"stand-in-{zlib.crc32(asked.encode()):08x}",
        "object": "chat.completion",
        "created": 0,
        "model": body.get("model", ""),
        "choices": [choice],
        "usage": usage,
    }


def _words(messages: Sequence[Mapping[str, str]]) -> list[str]:
    """The words that the demonstrations answer with, in their order; without any, yes and no."""
    said = dict.fromkeys(message["content"] for message in messages if message["role"] == "assistant")
    return list(said) or ["yes", "no"]


def _picked(words: Sequence[str], asked: str) -> str:
    return words[zlib.crc32(asked.encode()) % len(words)]


def _odds(words: Sequence[str], asked: str) -> dict[str, Any]:
    """The first token's alternatives as a server gives them."""
    word = _picked(words, asked)
    rest = (1 - SURE) / max(1, len(words) - 1)
    held = [{"token": w, "logprob": math.log(SURE if w == word else rest), "bytes": None} for w in words]
    held.sort(key=lambda one: -one["logprob"])
    return {"content": [{**held[0], "top_logprobs": held}]}


def _object(schema: Schema, root: Schema, asked: str) -> dict[str, Any]:
    """An object of that JSON schema about what is asked: claims are copied, all else is picked or the least there is."""
    held = schema.get("properties", {})
    return {name: _value(name, _resolved(part, root), root, asked) for name, part in held.items()}


def _resolved(schema: Schema, root: Schema) -> Schema:
    held: Schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    return held


def _value(name: str, schema: Schema, root: Schema, asked: str) -> Any:
    if schema.get("enum"):
        return "fact" if name == "status" else _picked(schema["enum"], asked)
    match name, schema.get("type"):
        case "claims" | "answers", "array":
            return _several(_resolved(schema["items"], root), root, asked)
        case "claim", "string":
            return _cut(_HINT.sub("", _field(asked, "sentence")))
        case "why", _:
            return "The sentence that is named says so."
        case _, "integer":
            return _named(asked) if name in _NUMBERS else SURE_OF_IT
        case _, "object":
            return _object(schema, root, asked)
    return [] if schema.get("type") == "array" else ""


def _several(item: Schema, root: Schema, asked: str) -> list[dict[str, Any]]:
    """One object for each numbered line of the question's last field; without any, one for the question."""
    numbered = list(
        _NUMBERED.finditer(asked[max(asked.rfind("\nsentences: "), asked.rfind("\nclaims: ")) + 1 :])
    )
    key = next((name for name in ("sentence", "claim") if _is_number(item, name)), "")
    if not key or not numbered:
        parts = _field(asked, "sentence").split(HALVES)
        return [_object(item, root, f"sentence: {part[:1].upper()}{part[1:]}") for part in parts]
    about = (match["rest"] if key == "claim" else f"sentence: {match['rest']}" for match in numbered)
    each = [_object(item, root, one) for one in about]
    return [held | {key: int(match["number"])} for held, match in zip(each, numbered, strict=True)]


def _is_number(item: Schema, name: str) -> bool:
    return bool(item.get("properties", {}).get(name, {}).get("type") == "integer")


def _named(asked: str) -> int:
    """The first sentence that is offered as evidence, by its number."""
    offered = _EVIDENCE.search(asked)
    return int(offered[1]) if offered else 1


def _field(asked: str, name: str) -> str:
    """What stands after `name: ` in the question's last line that begins so."""
    lines = [line for line in asked.splitlines() if line.startswith(f"{name}: ")]
    return lines[-1].removeprefix(f"{name}: ") if lines else ""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
