"""What a model is reached with: its address, and the key, which comes from the environment alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from claimcheck.errors import UsageError
from claimcheck.lm.weights import MODELS

KEY = "OPENAI_API_KEY"


def key_in(environment: Mapping[str, str] | None = None) -> str | None:
    """The key, None where there is none. Raises `UsageError` for what no HTTP header can hold.

    White space around it, as the line's end of a file of secrets, is none of it.
    """
    key = (os.environ if environment is None else environment).get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise UsageError(f"{KEY} holds characters that no key has: set it anew, in one line of plain letters")
    return key or None


def reachable(
    model: str | None, base_url: str | None, environment: Mapping[str, str] | None = None
) -> str | None:
    """The key for that model at that address. Raises `UsageError` where neither a key nor an address reaches it."""
    key = key_in(environment)
    if model and not base_url and not key and model not in MODELS:
        raise UsageError(
            f"the model {model!r} needs OPENAI_API_KEY, or --base-url for a server of your own; "
            "leave --model out to use the embedded model"
        )
    return key


def refuse_bad_address(address: str) -> None:
    """Raises `UsageError` for what is no address of HTTP."""
    try:
        parts = urlsplit(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise UsageError(
            "--base-url, or OPENAI_BASE_URL, takes an address such as http://localhost:11434/v1, not "
            f"{without_password(address)!r}"
        )


def without_password(address: str) -> str:
    """The address without a name and password in it, as reports, recordings and messages may have it."""
    if "@" not in address:
        return address
    try:
        parts = urlsplit(address)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return address.rpartition("@")[2]
