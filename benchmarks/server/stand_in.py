"""A stand-in for a model, where no recording answers: computed from the request alone, always the same.

It has no knowledge and judges nothing. Claims are the article's sentences, copied; a word is one of those that the
question's own demonstrations answer with, picked by a checksum of the question. What it says is of no worth; how
long it is, and of what shape, is like a model's.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

CHARACTERS = 4  # a token, as a rule of thumb for English
LONGEST = 220  # characters of a claim
SURE = 0.9  # the share of its word


def completion(body: Mapping[str, Any]) -> dict[str, Any]:
    """A chat completion for a request of OpenAI's protocol."""
    messages = body["messages"]
    asked = messages[-1]["content"]
    form = body.get("response_format") or {}
    schema = form.get("json_schema", {}).get("schema") if isinstance(form, dict) else None
    if schema:
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


def _object(schema: Mapping[str, Any], root: Mapping[str, Any], asked: str) -> dict[str, Any]:
    """An object of that JSON schema: claims are copied, everything else is the first or least there is."""
    held = schema.get("properties", {})
    if "claims" in held and "status" in held:
        sentence = _field(asked, "sentence")
        return {"status": "fact", "claims": [{"claim": _cut(sentence), "kind": "other", "speaker": ""}]}
    return {name: _value(name, part, root, asked) for name, part in held.items()}


def _value(name: str, schema: Mapping[str, Any], root: Mapping[str, Any], asked: str) -> Any:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("enum"):
        return _picked(schema["enum"], asked)
    match schema.get("type"):
        case "object":
            return _object(schema, root, asked)
        case "array":
            return []
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
    return "The sentence named says so." if name == "why" else ""


def _field(asked: str, name: str) -> str:
    """What stands after `name: ` in the question's last line that begins so."""
    lines = [line for line in asked.splitlines() if line.startswith(f"{name}: ")]
    return lines[-1].removeprefix(f"{name}: ") if lines else ""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
