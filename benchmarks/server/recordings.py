"""Answers from a cassette of recorded HTTP responses, matched on the request's body, the model's name aside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def key(body: Mapping[str, Any]) -> str:
    """What two requests that a recording answers alike have in common."""
    return json.dumps({name: held for name, held in body.items() if name != "model"}, sort_keys=True)


def load(cassette: Path) -> dict[str, dict[str, Any]]:
    """Key → recorded chat completion, of every such request in a VCR.py cassette."""
    import yaml

    held = yaml.load(cassette.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: dict[str, dict[str, Any]] = {}
    for interaction in held["interactions"]:
        request, response = interaction["request"], interaction["response"]
        if request["uri"].endswith("/chat/completions") and response["status"]["code"] == 200:
            found[key(json.loads(request["body"]))] = json.loads(response["body"]["string"])
    return found
