"""Which parameters of a request a service takes: found out by what it refuses, and left out or changed from then on.

OpenAI's protocol is spoken in dialects. Models that think take no `temperature` and no `logprobs`; some servers
know a schema of the answer by `json_object` alone, or not at all (the instructions state it, too); some know the
longest answer as `max_tokens` alone. A request that is refused for one of them costs nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from threading import Lock
from typing import Any

LONGEST, OLD_LONGEST = "max_completion_tokens", "max_tokens"
FORMAT = "response_format"
_NAMED = {  # parameter → how a refusal names it
    FORMAT: r"response[_ -]?format|json[_ ]schema|structured[_ ]outputs?",
    "logprobs": r"(?:top_)?logprobs",
    "temperature": r"temperature",
    LONGEST: LONGEST,
}
_NOT_TAKEN = re.compile(
    r"unsupported|not?[_ ]support|unknown|unrecogni[sz]ed|unexpected|extra|forbidden|not (?:permitted|allowed)"
    r"|unavailable|not available|not implemented|enabled only|must be|only the default|invalid|deprecated"
)
_REFUSED = frozenset({400, 422})
_FORMAT_GONE = 2  # how far a format is changed: to any JSON, then to none


class Parameters:
    """What one service does not take; threads and event loops may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._changed: dict[str, int] = {}  # parameter → how far it was changed

    def fitted(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The request as the service takes it, as far as that is known."""
        with self._lock:
            changed = dict(self._changed)
        sent = dict(asked)
        if changed.get(FORMAT) and FORMAT in sent:
            sent[FORMAT] = {"type": "json_object"}
        if changed.get(FORMAT) == _FORMAT_GONE:
            sent.pop(FORMAT, None)
        for name in ("temperature", "logprobs"):
            if changed.get(name):
                sent.pop(name, None)
                sent.pop(f"top_{name}", None)
        if changed.get(LONGEST) and LONGEST in sent:
            sent[OLD_LONGEST] = sent.pop(LONGEST)
        return sent

    def learn(self, status: int, body: object, sent: Mapping[str, Any]) -> None:
        """Takes note of a refusal of `sent` that is for one of its parameters; of any other, none."""
        name = _refused(status, body, sent)
        if name is None:
            return
        schema = name == FORMAT and sent[FORMAT].get("type") == "json_schema"
        far = _FORMAT_GONE if name == FORMAT and not schema else 1
        with self._lock:
            self._changed[name] = max(far, self._changed.get(name, 0))


def longest_in(asked: Mapping[str, Any]) -> int:
    """How many tokens the answer to a request may have, 0 where it does not say."""
    return int(asked.get(LONGEST) or asked.get(OLD_LONGEST) or 0)


def _refused(status: int, body: object, sent: Mapping[str, Any]) -> str | None:
    """The parameter of `sent` that a refusal is for: the one that it names first."""
    if status not in _REFUSED or body is None:
        return None
    said = json.dumps(body, ensure_ascii=False).casefold()
    if not _NOT_TAKEN.search(said):
        return None
    places = {
        name: re.search(rf"(?<![a-z_])(?:{words})", said) for name, words in _NAMED.items() if name in sent
    }
    found = {name: place.start() for name, place in places.items() if place}
    return min(found, key=found.__getitem__) if found else None
