"""What a model service answered: the body of a chat completion, and its text; or why there is none to be used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeGuard

from claimcheck.errors import ModelError, RefusedError
from claimcheck.lm.faults import GarbledError
from claimcheck.lm.sayings import said_of
from claimcheck.lm.surrogates import whole_characters

_PASSING = frozenset({408, 409, 429})
_AT_ITS_END = ("length", "max_tokens")  # also model_length
_FILTERED = ("filter", "safety", "recitation", "prohibited", "blocklist", "spii", "refusal")
_BROKEN_OFF = ("error", "abort", "insufficient", "overload", "cancel")
_THOUGHT = "</think>"  # what models that think aloud write after it


def body_of(content: bytes, where: str) -> dict[str, Any]:
    """The chat completion in a response's bytes; `where` is the address as a message may have it.

    JSON is UTF-8 (RFC 8259, 8.1), whatever a header says of it. Raises `GarbledError` for what is no answer of a
    model and may pass, and `ModelError` for other JSON.
    """
    try:
        body = json.loads(whole_characters(content.decode("utf-8-sig", "replace")))
    except (ValueError, RecursionError) as error:
        raise GarbledError(f"the model service at {where} answered something that is not JSON") from error
    if _completed(body):
        return body
    if isinstance(body, dict) and body.get("error"):  # some tell of a fault behind them under a status of 200
        kind = GarbledError if _passing(body["error"]) else ModelError
        raise kind(f"the model service at {where} answered with an error{said_of(body)}")
    raise ModelError("the model service answered JSON that is not a chat completion")


def _passing(error: object) -> bool:
    code = error.get("code") if isinstance(error, Mapping) else None
    return isinstance(code, int) and (code in _PASSING or code >= 500)


def text_of(body: Mapping[str, Any]) -> str:
    """The text of a chat completion, whole.

    Raises `ModelError` where there is none, or only the beginning of one: an answer that was cut off may be read, and
    say another thing than it would have. Raises `RefusedError` where a filter or the model refuses the question.
    """
    choice = body["choices"][0]
    message = choice.get("message") if isinstance(choice, Mapping) else None
    if not isinstance(message, Mapping):
        raise ModelError("the model's answer holds no text")
    text, ended = _written(message), str(choice.get("finish_reason") or "").casefold()
    _refuse_part(ended, text, message)
    if text is None:
        raise ModelError("the model's answer holds no text")
    if not text.strip():
        raise ModelError("the model's answer is empty")
    return text


def usable(body: object) -> TypeGuard[dict[str, Any]]:
    """Whether that is a chat completion with a whole text, as what was kept on a disk may not be."""
    try:
        return _completed(body) and bool(text_of(body))
    except ModelError:
        return False


def _completed(body: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(body, dict) and isinstance(body.get("choices"), list) and bool(body["choices"])


def _refuse_part(ended: str, text: str | None, message: Mapping[str, Any]) -> None:
    """Raises as `text_of` does for an answer that ended before its end."""
    if any(word in ended for word in _FILTERED):
        raise RefusedError("a filter of the model service withheld the answer")
    if any(word in ended for word in _AT_ITS_END):
        if not (text and text.strip()):
            raise ModelError(
                "the model thought until no room was left for its answer: set thinking under [model] in "
                "claimcheck.toml to so many tokens more, such as 4000"
            )
        raise ModelError("the model's answer was cut off at its length limit")
    if any(word in ended for word in _BROKEN_OFF):
        raise ModelError("the model service broke the answer off")
    refusal = message.get("refusal")
    if isinstance(refusal, str) and refusal.strip() and not (text and text.strip()):
        raise RefusedError(f"the model refused to answer{said_of(refusal)}")


def _written(message: Mapping[str, Any]) -> str | None:
    """What a message says, without what the model thought aloud before; None where it says nothing.

    Some services give it in parts, thoughts and text.
    """
    content = message.get("content")
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, Mapping)]
        content = "".join(part for part in parts if isinstance(part, str)) or None
    if not isinstance(content, str):
        return None
    text = whole_characters(content)  # JSON within JSON has escapes of its own
    aloud = _THOUGHT in text and not text.lstrip().startswith("{")
    return text.rpartition(_THOUGHT)[2] if aloud else text
