"""What a service says of its refusal, in the shapes of the services that there are: one line, and never a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LONGEST = 200  # characters that are told
_NAMES = ("message", "detail", "error", "msg", "error_message")  # where services put it, at whatever depth
_DEEPEST = 6
_BEGINNING = 8  # characters by which a secret is known again


def said_of(body: object, *secrets: str) -> str:
    """ ": " and what the service says, "" where it says nothing in words. `body` is an answer's JSON, or None.

    OpenAI, Azure, Anthropic and OpenRouter say `{"error": {"message": …}}`, Ollama `{"error": "…"}`, vLLM
    `{"message": …}`, servers made with FastAPI `{"detail": …}`, and Google a list of one of them. A page, or half of one, is no words.
    A service may repeat what it was sent: the `secrets` are left out, also where only their ends are shown.
    """
    words = " ".join(_words(body, _DEEPEST).split())
    for secret in _secret(secrets):
        words = re.sub(rf"{re.escape(secret[:_BEGINNING])}\S*", "…", words)
    return f": {words[:LONGEST]}" if words and words[0] not in "<[{" else ""


def code_of(body: object) -> str:
    """The code that the service's error bears beside its words, in small letters; "" where it bears none."""
    held = body.get("error", body) if isinstance(body, Mapping) else body
    if not isinstance(held, Mapping):
        return ""
    return " ".join(
        str(held[name]) for name in ("code", "type") if isinstance(held.get(name), str)
    ).casefold()


def _words(held: object, depth: int) -> str:
    if isinstance(held, str):
        return held
    if depth and isinstance(held, list) and held:
        return _words(held[0], depth - 1)
    if depth and isinstance(held, Mapping):
        found = (_words(held[name], depth - 1) for name in _NAMES if name in held)
        return next((words for words in found if words), "")
    return ""


def _secret(given: Iterable[str]) -> list[str]:
    """The longest first: one may stand in another. What is so short is a word, and no secret."""
    return sorted({one for one in given if len(one) > len("none")}, key=len, reverse=True)
